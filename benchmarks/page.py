"""The figures as a page: tables in Markdown, kept between two marks of ``docs/benchmarks.md``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.contestants import CONTESTANTS
from benchmarks.growth import STEADY, Point, slope
from benchmarks.machine import Machine
from benchmarks.quality import Figure
from benchmarks.rates import Rate
from benchmarks.starts import Start, Stream
from benchmarks.texts import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
MISSING = "not installed"
_BEGIN, _END = "<!-- figures: begin -->", "<!-- figures: end -->"


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that one run of the benchmarks found."""

    machine: Machine
    versions: Mapping[str, str | None]
    texts: str
    rates: Sequence[Rate]
    starts: Sequence[Start]
    streams: Sequence[Stream]
    articles: int
    points: Sequence[Point]
    quality: Sequence[Figure]


def figures(outcome: Outcome) -> str:
    """Return the tables of a run."""
    parts = (
        _machine(outcome),
        _speed(outcome),
        _starts(outcome.starts),
        _growth(outcome.points),
        _quality(outcome.quality),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def with_figures(page: str, found: str) -> str:
    """Return a page with the part between its marks replaced."""
    marked = re.compile(rf"({re.escape(_BEGIN)}\n).*?({re.escape(_END)})", re.DOTALL)
    changed, count = marked.subn(lambda at: f"{at[1]}{found}{at[2]}", page)
    if count != 1:
        raise ValueError(f"the page has no place for figures: {_BEGIN} … {_END}")
    return changed


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the first column is text, the others stand to the right."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _machine(outcome: Outcome) -> str:
    known = ", ".join(f"{name} {found or MISSING}" for name, found in outcome.versions.items())
    return (
        f"Machine: {outcome.machine}. One thread.\n\nVersions: {known}.\n\nTexts: {outcome.texts}."
    )


def _speed(outcome: Outcome) -> str:
    first = outcome.rates[0]
    peaks = {stream.name: stream for stream in outcome.streams}
    rows = []
    for rate, contestant in zip(outcome.rates, CONTESTANTS, strict=True):
        memory = _memory(peaks.get(rate.name))
        if rate.rounds:
            speed = [f"{rate.middle:,.0f}", f"{rate.times(first):.2f}"]
        else:
            speed = [MISSING, "–"]
        rows.append([rate.name, contestant.gives, *speed, memory])
    heads = ("what runs", "what it gives", "words a second", "times the first", "peak memory, MB")
    note = (
        f"Peak memory: over a stream of {max(1, outcome.articles // 10):,} articles, and of "
        f"{outcome.articles:,}."
    )
    return f"{table(heads, rows)}\n\n{note}"


def _memory(stream: Stream | None) -> str:
    if stream is None or stream.tenth is None or stream.all is None:
        return "–"
    return f"{stream.tenth:.0f}, {stream.all:.0f}"


def _starts(starts: Sequence[Start]) -> str:
    rows = []
    for start in starts:
        cost = start.cost
        cells = (
            [MISSING, "–", "–"]
            if cost is None
            else [f"{cost.clock:.2f}", f"{cost.processor:.2f}", f"{cost.peak:.0f}"]
        )
        rows.append([f"`{start.command}`", *cells])
    heads = ("whole process, from nothing", "seconds", "of processor time", "peak memory, MB")
    return table(heads, rows)


def _growth(points: Sequence[Point]) -> str:
    rows = [
        [
            f"{point.size / 1000:,.0f} KB",
            f"{point.words:,}",
            f"{point.seconds:.3f}" if point.seconds < 1 else f"{point.seconds:.1f}",
            f"{point.words / point.seconds:,.0f}",
            f"{point.peak:.0f}",
            f"{(point.peak - point.idle) / (point.size / 1e6):.0f}",
        ]
        for point in points
    ]
    heads = (
        "one article of",
        "words",
        "seconds",
        "words a second",
        "peak memory, MB",
        "more, MB a MB of text",
    )
    made = table(heads, rows)
    power = slope(points)
    if power is not None:
        made += (
            f"\n\nFrom {STEADY // 1000} KB on, time grows with the length to the power of "
            f"{power:.2f} (1 is linear)."
        )
    return made


def _quality(found: Sequence[Figure]) -> str:
    rows = [[figure.meaning, figure.f1, f"{figure.low}–{figure.high}"] for figure in found]
    return table(("claimtrack, quality", "F1", "95 % of samples"), rows) if rows else ""
