"""Cold starts: a process from nothing to its first result, and memory over a stream of articles.

``python -m benchmarks.starts NAME TEXTS COUNT`` goes through ``COUNT`` texts with one contestant,
keeping nothing.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from benchmarks import contestants
from benchmarks.contestants import CONTESTANTS
from benchmarks.machine import versions
from benchmarks.processes import Cost, Processes, in_turn
from benchmarks.texts import SEEDS, Articles

_PEER = """
import sys, spacy
spacy.load(sys.argv[1])(open(sys.argv[2], encoding="utf-8").read())
"""
"""What a user of spaCy writes to have one text read by a pipeline in a folder."""


@dataclass(frozen=True, slots=True)
class Start:
    """A command as a reader would type it, and what it cost; ``None``: it is not installed."""

    command: str
    cost: Cost | None


@dataclass(frozen=True, slots=True)
class Stream:
    """Peak memory in MB of one contestant over a tenth of the articles, and over all of them."""

    name: str
    tenth: float | None
    all: float | None


def cold(processes: Processes, runs: int) -> tuple[Start, ...]:
    """Time cold starts, in turn: the help, a report of the seed, and a spaCy pipeline on it."""
    seed = str(min(SEEDS.glob("*.txt")))
    report = ("-m", "claimtrack", "report", seed, "--format", "json")
    commands: dict[str, tuple[str, ...]] = {
        "claimtrack --help": ("-m", "claimtrack", "--help"),
        "claimtrack report seeds/": report,
    }
    peer = "spacy.load(…)(text)"
    if versions(["spacy"])["spacy"] is not None:
        folder = str(processes.folder / "pipeline")
        processes.python("-c", f"from benchmarks import contestants as c; c.save({folder!r})")
        commands[peer] = ("-c", _PEER, folder, seed)
    costs = in_turn(processes, commands, runs)
    return tuple(Start(name, costs.get(name)) for name in dict.fromkeys((*commands, peer)))


def streams(processes: Processes, articles: Articles, count: int) -> tuple[Stream, ...]:
    """Return the peak memory of each contestant over a tenth of ``count`` articles, and all."""
    path = processes.folder / "stream.json"
    path.write_text(json.dumps(articles.texts), encoding="utf-8")
    found = []
    for contestant in CONTESTANTS:
        if None in versions(contestant.packages).values():
            found.append(Stream(contestant.name, None, None))
            continue
        peaks = [
            processes.python("-m", "benchmarks.starts", contestant.name, str(path), str(some)).peak
            for some in (max(1, count // 10), count)
        ]
        found.append(Stream(contestant.name, *peaks))
    return tuple(found)


def main(name: str, path: str, count: str) -> None:
    """Go through so many texts with one contestant and keep nothing."""
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    run = contestants.contestant(name).load()
    for _ in run(tuple(islice(cycle(texts), int(count)))):
        pass


if __name__ == "__main__":
    main(*sys.argv[1:])
