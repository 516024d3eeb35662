"""How time and memory grow with the length of one article.

``python -m benchmarks.growth TEXT`` analyses the article in a file and answers with what it took.
"""

from __future__ import annotations

import json
import math
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import Processes
from benchmarks.texts import Articles, words

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
"""Bytes of text."""

STEADY = 100_000
"""From this size on the fixed part of an article's time no longer shows."""

_ENOUGH = 0.5
"""Seconds of measuring: a short text is analysed again and again, and the best time counts."""


@dataclass(frozen=True, slots=True)
class Point:
    """One article: its bytes and words, seconds of processor time, MB at the peak.

    ``idle`` is the peak before it was read, with the weights loaded.
    """

    size: int
    words: int
    seconds: float
    peak: float
    idle: float


def points(processes: Processes, articles: Articles, sizes: Sequence[int]) -> tuple[Point, ...]:
    """Return what articles of these sizes take, each in a process of its own.

    An article that claimtrack refuses, as it is past its limits, is left out.
    """
    found = []
    for size in sizes:
        path = processes.folder / "long.txt"
        path.write_text(articles.long(size), encoding="utf-8")
        point = processes.answer("growth", str(path))
        if point is not None:
            found.append(Point(**point))
    return tuple(found)


def slope(found: Sequence[Point]) -> float | None:
    """Return the power of the size that time grows with (1: linear), fitted to the long ones."""
    steady = [point for point in found if point.size >= STEADY]
    if len(steady) < 2:
        return None
    across = [math.log(point.size) for point in steady]
    up = [math.log(point.seconds) for point in steady]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    spread = sum((x - middle) ** 2 for x in across)
    return sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True)) / spread


def main(path: str) -> None:
    """Analyse the article in a file and print a point as JSON, ``null`` if it is refused."""
    import claimtrack

    try:
        point = _point(path)
    except claimtrack.InputProblem as problem:
        print(problem, file=sys.stderr)
        point = None
    json.dump(point, sys.stdout)


def _point(path: str) -> dict[str, float]:
    import claimtrack

    text = Path(path).read_text(encoding="utf-8")
    claimtrack.analyze("The bridge is closed, the city council said on Monday.")
    idle = _peak()
    best = math.inf
    spent = 0.0
    while spent < _ENOUGH:
        begin = time.process_time()
        claimtrack.analyze(text)
        best = min(best, time.process_time() - begin)
        spent += time.process_time() - begin
    return {
        "size": len(text.encode()),
        "words": words(text),
        "seconds": best,
        "peak": _peak(),
        "idle": idle,
    }


def _peak() -> float:
    """Return this process's peak memory in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
