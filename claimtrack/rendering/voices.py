"""Who speaks on a page: each source with a sign, a colour and a pattern of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.model import ArticleReport, Source, Statement
from claimtrack.rendering import words
from claimtrack.rendering.characters import shorten

COLOURS, PATTERNS = 8, 7
"""How many colours and underline patterns the style sheet knows; 56 pairs before one returns."""

NAME_LIMIT, DETAIL_LIMIT, REASONS = 160, 240, 4
"""Lengths of names and of explanations on a page, and how many reasons it gives for one thing."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: ``look`` is the class that colours and patterns it, ``label`` its short sign."""

    key: str
    label: str
    name: str
    look: str
    source: Source | None = None
    count: int = 0
    share: str = ""
    kind: str = ""
    reasons: tuple[str, ...] = ()


VEILED = Voice("veiled", "?", "nobody named", "veiled")
OWN = Voice("own", "own", "the article’s own voice", "own")
SILENT = Voice("none", "", "no claim", "none")


def label(number: int) -> str:
    """Return the sign of the ``number``-th source, from 0: A … Z, AA, AB, …"""
    sign = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        sign = chr(ord("A") + rest) + sign
    return sign


def voices_of(report: ArticleReport) -> dict[str, Voice]:
    """Give every source its sign and look: in the order in which they speak, then the silent."""
    counts: dict[str, int] = {}
    for statement in report.statements:
        for source_id in statement.source_ids:
            counts[source_id] = counts.get(source_id, 0) + 1
    sources = {source.id: source for source in report.sources}
    order = [key for key in counts if key in sources]
    order += [key for key in sources if key not in counts]
    attributed = sum(statement.status == "attributed" for statement in report.statements)
    return {
        key: Voice(
            key=f"v{number + 1}",
            label=label(number),
            name=shorten(sources[key].name, NAME_LIMIT),
            look=f"k{number % COLOURS} p{number % PATTERNS}",
            source=sources[key],
            count=counts.get(key, 0),
            share=words.percent(counts.get(key, 0) / attributed if attributed else None),
            kind=words.KINDS[sources[key].kind],
            reasons=tuple(
                shorten(span.of(report.article.text), DETAIL_LIMIT)
                for span in sources[key].justification[:REASONS]
            ),
        )
        for number, key in enumerate(order)
    }


def others(report: ArticleReport) -> Iterator[Voice]:
    """Give the voices that are no sources, where they speak at all."""
    for voice, status in ((VEILED, "veiled"), (OWN, "unattributed")):
        count = sum(statement.status == status for statement in report.statements)
        if count:
            yield Voice(voice.key, voice.label, voice.name, voice.look, count=count)


def speaking(statement: Statement, known: dict[str, Voice]) -> tuple[Voice, ...]:
    """Return who answers for a statement."""
    if statement.status == "attributed":
        return tuple(known[key] for key in statement.source_ids if key in known) or (VEILED,)
    return ({"veiled": VEILED, "unattributed": OWN}.get(statement.status, SILENT),)
