"""What the page of an article shows, as plain data: templates lay it out, nothing here is markup.

Every stretch of the text is cut where the marks of its attributions begin and end, in one sweep
over the article, so that the page can show the exact words that name a source, that say so, and
that are said. A *voice* is whoever speaks: a source, nobody named, or the article itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter
from typing import Literal

from claimtrack.model import ArticleReport, Attribution, Source, Span, Statement
from claimtrack.rendering import words
from claimtrack.rendering.characters import Piece, line, pieces, shorten

COLOURS, PATTERNS = 8, 7
"""How many colours and underline patterns the style sheet knows; 56 pairs before one returns."""

NAME_LIMIT, DETAIL_LIMIT, REASONS, ATTRIBUTIONS = 160, 240, 4, 6
"""Lengths of names and explanations on the page; how many reasons and attributions a card lists."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of the bar, in per cent of its length; ``lane`` of ``lanes`` side by side."""

    start: float
    length: float
    voice: Voice
    statement: int
    lane: int = 0
    lanes: int = 1

    @property
    def left(self) -> float:
        """Where its lane begins, in per cent of the bar's width."""
        return round(100 * self.lane / self.lanes, 3)

    @property
    def width(self) -> float:
        """How wide its lane is, in per cent of the bar's width."""
        return round(100 / self.lanes, 3)


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


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a statement with one and the same set of marks."""

    pieces: tuple[Piece, ...]
    classes: str


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
class Share:
    """One part of all statements: its name, look and value, and its place in the bar."""

    name: str
    look: str
    value: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class View:
    """All that the page of one article shows."""

    title: str
    byline: tuple[str, ...]
    url: str | None
    language: str | None
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


VEILED = Voice("veiled", "?", "nobody named", "veiled")
OWN = Voice("own", "own", "the article’s own voice", "own")
SILENT = Voice("none", "", "no claim", "none")

Role = Literal["content", "source", "cue"]


def build(report: ArticleReport) -> View:
    """Turn a report into what its page shows."""
    article, text = report.article, report.article.text
    voices = _voices(report)
    marks = _marks(report, voices)
    blocks = tuple(_blocks(report, marks))
    ticks = tuple(_ticks(report, marks))
    sparks: dict[str, list[Tick]] = {}
    for tick in ticks:
        sparks.setdefault(tick.voice.key, []).append(tick)
    heading = next((block for block in blocks if block.section == "headline"), None)
    return View(
        title=title(report),
        byline=tuple(_byline(report)),
        url=article.url if _is_web(article.url) else None,
        language=article.language if _is_language(article.language) else None,
        heading=heading,
        blocks=tuple(block for block in blocks if block is not heading),
        voices=tuple(voices.values()),
        others=tuple(_others(report)),
        ticks=ticks,
        sparks={key: tuple(found) for key, found in sparks.items()},
        shares=tuple(_shares(report)),
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


def label(number: int) -> str:
    """Return the sign of the ``number``-th source, from 0: A … Z, AA, AB, …"""
    sign = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        sign = chr(ord("A") + rest) + sign
    return sign


def _voices(report: ArticleReport) -> dict[str, Voice]:
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


def _others(report: ArticleReport) -> Iterator[Voice]:
    for voice, status in ((VEILED, "veiled"), (OWN, "unattributed")):
        count = sum(statement.status == status for statement in report.statements)
        if count:
            yield Voice(voice.key, voice.label, voice.name, voice.look, count=count)


def _marks(report: ArticleReport, voices: dict[str, Voice]) -> list[Mark]:
    by_id = {attribution.id: attribution for attribution in report.attributions}
    sweep = _Sweep(report, voices)
    marks: list[Mark] = []
    before: tuple[int, tuple[str, ...]] = (-1, ())
    for number, statement in enumerate(report.statements, 1):
        speaking = _speaking(statement, voices)
        sayings = [by_id[key] for key in statement.attribution_ids if key in by_id]
        now = (statement.paragraph, tuple(voice.key for voice in speaking))
        marks.append(
            Mark(
                number=number,
                status=statement.status,
                meaning=words.STATUSES[statement.status],
                implicit=statement.implicit,
                confidence=words.percent(statement.confidence),
                voices=speaking,
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


def _speaking(statement: Statement, voices: dict[str, Voice]) -> tuple[Voice, ...]:
    if statement.status == "attributed":
        return tuple(voices[key] for key in statement.source_ids if key in voices) or (VEILED,)
    return ({"veiled": VEILED, "unattributed": OWN}.get(statement.status, SILENT),)


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


class _Sweep:
    """Cuts statements, asked for in the order of the text, where marks begin and end.

    Of the contents open at a place, the outermost gives the ground and the innermost the line, so
    that what X says that Y said shows both.
    """

    def __init__(self, report: ArticleReport, voices: dict[str, Voice]) -> None:
        counted = {
            key
            for statement in report.statements
            if statement.status in ("attributed", "veiled")
            for key in statement.attribution_ids
        }
        self.text = report.article.text
        opening: list[tuple[int, int, int, Role, str]] = []
        for number, item in enumerate(report.attributions):
            look = voices.get(item.source_id or "", VEILED).look
            spans: Iterator[tuple[Role, Span | None]] = chain(
                (("content", span) for span in item.content if item.id in counted),
                (("source", item.source_mention), ("cue", item.cue)) if not item.implicit else (),
            )
            for role, span in spans:
                if span is not None and len(span):
                    opening.append((span.start, -span.end, number, role, look))
        opening.sort()
        self.opening = opening
        self.closing = sorted((-end, at) for at, (_, end, _, _, _) in enumerate(opening))
        self.opened = self.closed = 0
        self.active: dict[Role, dict[int, str]] = {"content": {}, "source": {}, "cue": {}}

    def cut(self, span: Span) -> Iterator[Segment]:
        """Give the stretches of ``span``; spans must be asked for in order."""
        at = span.start
        self._move(at)
        while at < span.end:
            ahead = span.end
            if self.opened < len(self.opening):
                ahead = min(ahead, self.opening[self.opened][0])
            if self.closed < len(self.closing):
                ahead = min(ahead, self.closing[self.closed][0])
            yield Segment(tuple(pieces(self.text[at:ahead])), self._classes())
            at = ahead
            self._move(at)

    def _move(self, at: int) -> None:
        """Open and close marks up to and with position ``at``."""
        while self.opened < len(self.opening) and self.opening[self.opened][0] <= at:
            _, end, _, role, look = self.opening[self.opened]
            if -end > at:
                self.active[role][self.opened] = look
            self.opened += 1
        while self.closed < len(self.closing) and self.closing[self.closed][0] <= at:
            number = self.closing[self.closed][1]
            self.active[self.opening[number][3]].pop(number, None)
            self.closed += 1

    def _classes(self) -> str:
        names: list[str] = []
        content = self.active["content"]
        if content:
            names.append("content " + next(reversed(content.values())))
            ground = next(iter(content.values())).split()[0]
            names.append("on-" + ground)
        role: Role
        for role in ("source", "cue"):
            active = self.active[role]
            if active:
                if not content:
                    names.append(next(reversed(active.values())).split()[0])
                names.append(role)
        return " ".join(names)


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


def _ticks(report: ArticleReport, marks: Sequence[Mark]) -> Iterator[Tick]:
    """Give the stretches of the bar; neighbours with the same voices are one stretch."""
    total = sum(len(statement.span) for statement in report.statements) or 1
    at = 0
    for voices, run in groupby(
        zip(marks, report.statements, strict=True), lambda pair: pair[0].voices
    ):
        first, number = at, 0
        for mark, statement in run:
            number = number or mark.number
            at += len(statement.span)
        start, length = round(100 * first / total, 3), round(100 * (at - first) / total, 3)
        for lane, voice in enumerate(voices[:4]):
            yield Tick(start, length, voice, number, lane, min(4, len(voices)))


def _shares(report: ArticleReport) -> Iterator[Share]:
    metrics, at = report.metrics, 0.0
    for name, look, share in (
        ("attributed", "attributed", metrics.attributed_share),
        ("veiled", "veiled", metrics.veiled_share),
        ("own voice", "own", metrics.unattributed_share),
    ):
        if share is not None:
            yield Share(
                name, look, words.percent(share), round(100 * at, 3), round(100 * share, 3)
            )
            at += share


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
