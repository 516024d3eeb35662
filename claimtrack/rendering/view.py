"""What the page of an article shows, as plain data: templates lay it out, nothing here is markup.

The page shows the exact words that name a source, that say so, and that are said. A *voice* is
whoever speaks: a source, nobody named, or the article itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from claimtrack.model import ArticleReport, Attribution
from claimtrack.rendering import words
from claimtrack.rendering.bar import Share, Tick, shares, ticks
from claimtrack.rendering.characters import Piece, line, pieces, shorten
from claimtrack.rendering.sweep import Segment, Sweep
from claimtrack.rendering.voices import (
    DETAIL_LIMIT,
    NAME_LIMIT,
    REASONS,
    VEILED,
    Voice,
    others,
    speaking,
    voices_of,
)

ATTRIBUTIONS = 6
"""How many attributions the card of one statement lists."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution as a card tells it."""

    voice: Voice
    cue: str | None
    quotation: str
    attitude: str
    confidence: str
    via: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement on the page: its stretches, its voices, and the card that explains it."""

    number: int
    status: str
    meaning: str
    implicit: bool
    confidence: str
    voices: tuple[Voice, ...]
    segments: tuple[Segment, ...]
    sayings: tuple[Saying, ...]
    more: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the article: its statements and the stretches between them."""

    section: str
    parts: tuple[Mark | Segment, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that the page of one article shows."""

    title: str
    byline: tuple[str, ...]
    url: str | None
    language: str | None
    marks: tuple[Mark, ...]
    heading: Block | None
    blocks: tuple[Block, ...]
    voices: tuple[Voice, ...]
    others: tuple[Voice, ...]
    ticks: tuple[Tick, ...]
    sparks: dict[str, tuple[Tick, ...]]
    shares: tuple[Share, ...]
    groups: tuple[tuple[str, tuple[words.Figure, ...]], ...]
    mix: tuple[tuple[str, int], ...]
    notices: tuple[str, ...]
    left_out: tuple[tuple[Piece, ...], ...]
    summary: str


def build(report: ArticleReport) -> View:
    """Turn a report into what its page shows."""
    article, text = report.article, report.article.text
    voices = voices_of(report)
    marks = _marks(report, voices)
    blocks = tuple(_blocks(report, marks))
    bar = tuple(ticks(report.statements, [mark.voices for mark in marks]))
    sparks: dict[str, list[Tick]] = {}
    for tick in bar:
        sparks.setdefault(tick.voice.key, []).append(tick)
    heading = next((block for block in blocks if block.section == "headline"), None)
    return View(
        title=title(report),
        byline=tuple(_byline(report)),
        url=article.url if _is_web(article.url) else None,
        language=article.language if _is_language(article.language) else None,
        marks=tuple(marks),
        heading=heading,
        blocks=tuple(block for block in blocks if block is not heading),
        voices=tuple(voices.values()),
        others=tuple(others(report)),
        ticks=bar,
        sparks={key: tuple(found) for key, found in sparks.items()},
        shares=tuple(shares(report.metrics)),
        groups=tuple(
            (group, tuple(items))
            for group, items in groupby(words.figures(report.metrics), attrgetter("term.group"))
        ),
        mix=tuple(
            (words.KINDS[kind], report.metrics.source_kind_mix[kind])
            for kind in words.KINDS
            if report.metrics.source_kind_mix.get(kind)
        ),
        notices=tuple(line(notice.message) for notice in article.notices),
        left_out=tuple(_left_out(report, text)),
        summary=summarize(report),
    )


def summarize(report: ArticleReport) -> str:
    """Say in one sentence how many statements have which status."""
    counts = dict.fromkeys(words.STATUSES, 0)
    for statement in report.statements:
        counts[statement.status] += 1
    total = sum(counts.values()) - counts["not_a_claim"]
    if not total:
        return "This article has no statement to attribute."
    parts = []
    if counts["attributed"]:
        sources = words.plural(report.metrics.source_count, "source")
        verb = "is" if counts["attributed"] == 1 else "are"
        parts.append(f"{counts['attributed']:,} {verb} attributed to {sources}")
    if counts["veiled"]:
        verb = "is" if counts["veiled"] == 1 else "are"
        parts.append(f"{counts['veiled']:,} {verb} reported without saying by whom")
    if counts["unattributed"]:
        verb = "stands" if counts["unattributed"] == 1 else "stand"
        parts.append(f"{counts['unattributed']:,} {verb} in the article’s own voice")
    listed = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + f", and {parts[-1]}"
    return f"Of {words.plural(total, 'statement')}, {listed}."


def title(report: ArticleReport) -> str:
    """Return what to call an article: its headline, else its first words, else its id."""
    article = report.article
    head = next((item.span for item in article.paragraphs if item.section == "headline"), None)
    first = report.statements[0].span if report.statements else None
    for words_found, limit in (
        (article.headline, 300),
        (None if head is None else head.of(article.text), 300),
        (None if first is None else first.of(article.text), 90),
        (article.id, 300),
    ):
        if words_found and line(words_found):
            return shorten(words_found, limit)
    return "Article"


def _marks(report: ArticleReport, voices: dict[str, Voice]) -> list[Mark]:
    by_id = {attribution.id: attribution for attribution in report.attributions}
    sweep = Sweep(report, voices)
    marks: list[Mark] = []
    before: tuple[int, tuple[str, ...]] = (-1, ())
    for number, statement in enumerate(report.statements, 1):
        who = speaking(statement, voices)
        sayings = [by_id[key] for key in statement.attribution_ids if key in by_id]
        now = (statement.paragraph, tuple(voice.key for voice in who))
        marks.append(
            Mark(
                number=number,
                status=statement.status,
                meaning=words.STATUSES[statement.status],
                implicit=statement.implicit,
                confidence=words.percent(statement.confidence),
                voices=who,
                segments=tuple(sweep.cut(statement.span)),
                sayings=tuple(
                    _saying(item, voices, report.article.text) for item in sayings[:ATTRIBUTIONS]
                ),
                more=max(0, len(sayings) - ATTRIBUTIONS),
                opens=now != before,
            )
        )
        before = now
    return marks


def _saying(item: Attribution, voices: dict[str, Voice], text: str) -> Saying:
    return Saying(
        voice=voices.get(item.source_id or "", VEILED),
        cue=None if item.cue is None else shorten(item.cue.of(text), NAME_LIMIT),
        quotation=words.QUOTATIONS[item.quotation],
        attitude=words.ATTITUDES[item.attitude],
        confidence=words.percent(item.confidence),
        via=tuple(voices[key].name for key in item.via[:REASONS] if key in voices),
        reasons=tuple(shorten(reason.detail, DETAIL_LIMIT) for reason in item.evidence[:REASONS]),
    )


def _blocks(report: ArticleReport, marks: Sequence[Mark]) -> Iterator[Block]:
    """Put statements into their paragraphs, with whatever stands between them."""
    text = report.article.text
    number = 0
    for paragraph in report.article.paragraphs:
        parts: list[Mark | Segment] = []
        at = paragraph.span.start
        while number < len(marks) and report.statements[number].span.start < paragraph.span.end:
            span = report.statements[number].span
            if span.start > at:
                parts.append(Segment(tuple(pieces(text[at : span.start])), ""))
            parts.append(marks[number])
            at = max(at, span.end)
            number += 1
        if at < paragraph.span.end:
            parts.append(Segment(tuple(pieces(text[at : paragraph.span.end])), ""))
        yield Block(paragraph.section, tuple(parts))


def _byline(report: ArticleReport) -> Iterator[str]:
    article = report.article
    if article.authors:
        yield "By " + shorten(", ".join(article.authors[:REASONS]), NAME_LIMIT)
    for item in (article.publisher, article.dateline):
        if item:
            yield shorten(item, NAME_LIMIT)
    if article.published:
        yield shorten(article.published.replace("T", " ").replace("+00:00", " UTC"), 40)


def _left_out(report: ArticleReport, text: str) -> Iterator[tuple[Piece, ...]]:
    """Give what is no part of the article: a reader may check that nothing was lost."""
    at = 0
    for paragraph in report.article.paragraphs:
        if text[at : paragraph.span.start].strip():
            yield tuple(pieces(text[at : paragraph.span.start].strip()))
        at = max(at, paragraph.span.end)
    if text[at:].strip():
        yield tuple(pieces(text[at:].strip()))


def _is_web(url: str | None) -> bool:
    return url is not None and url.startswith(("http://", "https://")) and url == line(url)


def _is_language(code: str | None) -> bool:
    return code is not None and code.isascii() and code.replace("-", "").isalnum()
