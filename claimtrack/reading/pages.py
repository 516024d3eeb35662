"""Plain text and page dumps to articles: what is body, what is metadata, what is neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.errors import InputProblem
from claimtrack.model import Article, Notice, Paragraph, Span
from claimtrack.reading.blocks import Block, blocks_of
from claimtrack.reading.body import Body, body_of
from claimtrack.reading.copies import LONGEST, copies
from claimtrack.reading.datelines import Dateline, colon_dateline, dateline_at
from claimtrack.reading.decoding import without_surrogates
from claimtrack.reading.english import language_of
from claimtrack.reading.fields import header_of
from claimtrack.reading.guesses import first_line, first_prose, likeliest
from claimtrack.reading.headlines import Headline, headline_of
from claimtrack.reading.lines import split_lines
from claimtrack.reading.metadata import (
    UNKNOWN,
    Metadata,
    address_of,
    authors_of,
    outlet_of,
    published_of,
)
from claimtrack.reading.options import DEFAULTS
from claimtrack.reading.writers import bare_writers

MOST_LINES = 400_000
"""Lines of an article; one of ten million characters in lines of forty has fewer."""

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_PLAIN_DATELINES = 3
_NEAR_LINES = 8


def read_text(
    text: str,
    *,
    id: str | None = None,
    source_file: str | None = None,
    metadata: Metadata = UNKNOWN,
    longest: int = DEFAULTS.max_article_chars,
) -> Article:
    """Find the article in a decoded text: its paragraphs, headline, dateline and metadata.

    The text is kept as it is (lone surrogates aside, which become U+FFFD one for one).
    ``metadata`` is what is known from elsewhere; it goes before what the text says. Raises
    ``InputProblem`` when there is nothing to read (code ``empty``), and for a text of more than
    ``longest`` characters, or of more than ``MOST_LINES`` lines (``too-large``).
    """
    if len(text) > longest:
        raise too_long(source_file or id or "text", longest)
    if len(text) > MOST_LINES and sum(map(text.count, _BREAKS)) > MOST_LINES:
        message = f"has more than {MOST_LINES:,} lines"
        raise InputProblem(source_file or id or "text", message, code="too-large")
    text, notices = without_surrogates(text)
    name = id if id is not None else _name_of(text)
    if not text.strip():
        raise InputProblem(source_file or name, "is empty", code="empty")
    lines = split_lines(text)
    header = header_of(text, lines)
    url = metadata.url or header.value("url", text) or address_of(text, lines)
    headline = headline_of(text, lines, header, url, metadata.headline)
    sure = headline.span is not None
    if not sure:
        headline = first_line(text, lines, header)
    blocks = blocks_of(text, lines, headline.lines)
    lost = copies(text, blocks)
    if len(text) > LONGEST and len(blocks) > 1:
        message = f"longer than {LONGEST} characters: not searched for second copies of itself"
        notices += (Notice("copies-unchecked", message),)
    taken = {
        number
        for number, block in enumerate(blocks)
        if block.first < header.lines or block.first in headline.lines
    }
    body = body_of(text, blocks, taken, lost)
    start = body.paragraphs[0][0].start if body.paragraphs else 0
    span = headline.before(start)
    outlet = (
        metadata.publisher
        or header.value("publisher", text)
        or outlet_of(text, lines, url, headline.outlet)
    )
    if not sure and (body.page or headline.span is None):
        span = _guessed(text, blocks, body, headline, outlet)
        body = _without(body, span)
    authors = (
        tuple(name for name in metadata.authors if name != metadata.publisher)
        or authors_of(text, header, body.bylines)
        or bare_writers(text, blocks, _top(blocks, body), _folded(text, span), outlet, url)
    )
    if outlet in authors:
        outlet = None
    paragraphs, dateline = _without_datelines(text, body)
    if span is not None:
        paragraphs.append(Paragraph(span, "headline"))
        paragraphs.sort(key=lambda paragraph: paragraph.span.start)
    if not paragraphs:
        notices += (Notice("no-body", "no paragraph in it reads like part of an article"),)
    language, foreign = language_of(_sample(text, paragraphs))
    if foreign:
        notices += (Notice("not-english", "does not look like English; the marks mean little"),)
    return Article(
        id=name,
        text=text,
        paragraphs=tuple(paragraphs),
        source_file=source_file,
        url=url,
        headline=metadata.headline or _folded(text, span) or None,
        publisher=outlet,
        authors=authors,
        published=metadata.published
        or published_of(text, lines, header, url, dateline, blocks[body.first].first + 8),
        dateline=None if dateline is None else dateline.line,
        agency=None if dateline is None else dateline.agency,
        language=language,
        notices=notices,
    )


def too_long(source: str, longest: int) -> InputProblem:
    """Return the problem of a text that is longer than ``longest`` characters."""
    return InputProblem(source, f"is longer than {longest:,} characters", code="too-large")


def _guessed(
    text: str, blocks: Sequence[Block], body: Body, first: Headline, outlet: str | None
) -> Span | None:
    """Choose a page's headline where nothing names it for sure."""
    start = _top(blocks, body)
    begin = blocks[start].start if start < len(blocks) else len(text)
    spans = [paragraph.span for _, paragraph in body.paragraphs if paragraph.span.end > begin]
    number = likeliest(text, blocks, spans, start, outlet, alone=not body.page)
    if number is not None:
        return Span(blocks[number].start, blocks[number].end)
    near = first.lines and blocks[body.first].first - max(first.lines) <= _NEAR_LINES
    return first.span if near else None


def _top(blocks: Sequence[Block], body: Body) -> int:
    """Return the number of the block at which the article's own text begins."""
    return body.first if body.page else first_prose(blocks)


def _without(body: Body, span: Span | None) -> Body:
    if span is None:
        return body
    kept = tuple(pair for pair in body.paragraphs if not pair[1].span.overlap(span))
    return replace(body, paragraphs=kept)


def _without_datelines(text: str, body: Body) -> tuple[list[Paragraph], Dateline | None]:
    """Cut datelines off the paragraphs' starts; the first one found is the article's."""
    spans = [paragraph.span for _, paragraph in body.paragraphs if paragraph.section == "body"]
    with_colon = colon_dateline(text, spans)
    paragraphs: list[Paragraph] = []
    first: Dateline | None = None
    for _, paragraph in body.paragraphs:
        span = paragraph.span
        if paragraph.section == "body":
            found = dateline_at(text, span.start, span.end)
            if found is None and with_colon is not None and span is spans[0]:
                found = with_colon
            early = len(paragraphs) < _PLAIN_DATELINES
            if found is not None and (early or found.agency is not None):
                span = Span(found.end, span.end)
                first = first or found
        paragraphs.append(Paragraph(span, paragraph.section))
    return paragraphs, first


def _folded(text: str, span: Span | None) -> str:
    return "" if span is None else " ".join(span.of(text).split())


def _sample(text: str, paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(paragraph.span.of(text)[:2000] for paragraph in paragraphs[:200])


def _name_of(text: str) -> str:
    """Return a name for a text that has none; the same text has the same name."""
    from hashlib import sha256  # loads a library of its own, and files have names

    return "text-" + sha256(text.encode()).hexdigest()[:12]
