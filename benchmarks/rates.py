"""Words a second: the contestants in one process, in turn, round by round.

A round runs every contestant once over the same texts, each round beginning with another one, so
that a machine whose speed drifts is the same for all; ratios are taken within a round. What is
counted is the time of the processor, which on an idle machine is that of the clock.

``python -m benchmarks.rates TEXTS ROUNDS`` answers with the rates as JSON.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.contestants import CONTESTANTS, Run
from benchmarks.processes import Processes
from benchmarks.texts import words

COLLECT_RARELY = 200_000
"""As the command line does it; for all contestants."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Words a second of one contestant, round by round; none where it is not installed."""

    name: str
    rounds: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median of the rounds."""
        return median(self.rounds)

    def times(self, other: Rate) -> float:
        """Return how many times the rate of another this one is: the median of the rounds."""
        return median(mine / its for mine, its in zip(self.rounds, other.rounds, strict=True))


def measured(processes: Processes, texts: Sequence[str], rounds: int) -> tuple[Rate, ...]:
    """Return the rates of all contestants, measured in a process of their own."""
    path = processes.folder / "texts.json"
    path.write_text(json.dumps(texts), encoding="utf-8")
    found = processes.answer("rates", str(path), str(rounds))
    return tuple(Rate(name, tuple(rates)) for name, rates in found.items())


def race(runs: Mapping[str, Run], texts: Sequence[str], rounds: int) -> dict[str, list[float]]:
    """Return the words a second of each run in each round, after a round that warms all up."""
    count = sum(map(words, texts))
    rates: dict[str, list[float]] = {name: [] for name in runs}
    order = list(runs)
    for number in range(rounds + 1):
        for name in order:
            gc.collect()
            begin = time.process_time()
            for _ in runs[name](texts):
                pass
            if number:
                rates[name].append(count / (time.process_time() - begin))
        order = order[1:] + order[:1]
    return rates


def main(path: str, rounds: str) -> None:
    """Time all contestants that are installed over the texts of a file."""
    gc.set_threshold(COLLECT_RARELY)
    runs: dict[str, Run] = {}
    for contestant in CONTESTANTS:
        try:
            runs[contestant.name] = contestant.load()
        except ImportError as problem:
            print(f"{contestant.name}: {problem}", file=sys.stderr)
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    rates = race(runs, texts, int(rounds))
    json.dump({item.name: rates.get(item.name, []) for item in CONTESTANTS}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
