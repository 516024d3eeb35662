"""The overview of a folder of pages: a table to sort, and how the shares are spread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal
from urllib.parse import quote

from claimtrack.rendering import words
from claimtrack.rendering.characters import line, shorten
from claimtrack.rendering.formats import Entry, Setting
from claimtrack.rendering.pages import page

BINS = 10
"""Bars of each distribution: 0–10 %, 10–20 %, …, 90–100 %."""

_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a distribution; places are in per cent of its drawing."""

    range: str
    count: int
    left: float
    height: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """How one share is spread over the articles."""

    name: str
    look: str
    meaning: str
    median: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One article of the table, with the plain values by which it sorts."""

    link: str
    title: str
    publisher: str
    published: str
    statements: int
    sources: int
    attributed: float | None
    veiled: float | None
    own: float | None


def render(entries: Iterable[Entry], setting: Setting) -> Iterator[str]:
    """Give the page that leads to the pages of all articles."""
    rows = [_row(entry) for entry in entries]
    values = {
        "rows": rows,
        "distributions": [
            _distribution("Attributed", "attributed", "have a source", rows),
            _distribution("Veiled", "veiled", "name nobody", rows),
            _distribution("Own voice", "own", "are the article’s own", rows),
        ],
        "percent": words.percent,
        "statements": sum(row.statements for row in rows),
        "looks": (),
    }
    yield from page("index.html", "index.js", setting.generator, values, "All articles")


def _row(entry: Entry) -> Row:
    metrics = entry.metrics
    return Row(
        link=quote(entry.file),
        title=shorten(entry.headline or entry.id, _LIMIT) or "Article",
        publisher=shorten(entry.publisher or "", _LIMIT),
        published=line(entry.published or "")[:10],
        statements=metrics.statement_count,
        sources=metrics.source_count,
        attributed=metrics.attributed_share,
        veiled=metrics.veiled_share,
        own=metrics.unattributed_share,
    )


def _distribution(
    name: str, look: Literal["attributed", "veiled", "own"], meaning: str, rows: Iterable[Row]
) -> Distribution:
    shares: Iterator[float | None] = map(attrgetter(look), rows)
    known = sorted(share for share in shares if share is not None)
    counts = [0] * BINS
    for share in known:
        counts[min(BINS - 1, int(share * BINS))] += 1
    highest = max(counts) or 1
    middle = len(known) // 2
    median = (known[middle] + known[~middle]) / 2 if known else None
    step = 100 // BINS
    bars = tuple(
        Bar(f"{n * step}–{n * step + step} %", count, n * step, round(100 * count / highest, 2))
        for n, count in enumerate(counts)
    )
    return Distribution(name, look, meaning, words.percent(median), bars)
