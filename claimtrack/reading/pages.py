"""Plain text and page dumps to articles: what is body, what is metadata, what is neither."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from claimtrack.errors import InputProblem
from claimtrack.model import Article, Notice, Paragraph, Section, Span
from claimtrack.reading.blocks import Block, blocks_of, is_title_case
from claimtrack.reading.copies import copies
from claimtrack.reading.datelines import dateline_at
from claimtrack.reading.dates import address_date, iso_date
from claimtrack.reading.decoding import without_surrogates
from claimtrack.reading.english import language_of
from claimtrack.reading.fields import Header, header_of
from claimtrack.reading.lines import Line, Shape, split_lines

_JUNK = frozenset({Shape.LINK, Shape.CONTACT, Shape.CODE, Shape.LEGAL, Shape.TIME})
_FLOWING = frozenset({Shape.TEXT, Shape.LABEL})
_PAGE_SIGNS = 4
_ADDRESS = re.compile(r"https?://\S+")


def read_text(text: str, *, id: str | None = None, source_file: str | None = None) -> Article:
    """Find the article in a decoded text: its paragraphs, headline, dateline and metadata.

    The text is kept as it is (lone surrogates aside, which become U+FFFD one for one). Raises
    ``InputProblem`` (code ``empty``) when there is nothing to read.
    """
    text, notices = without_surrogates(text)
    name = id if id is not None else "text-" + hashlib.sha256(text.encode()).hexdigest()[:12]
    if not text.strip():
        raise InputProblem(source_file or name, "is empty", code="empty")
    lines = split_lines(text)
    header = header_of(text, lines)
    url = header.value("url", text) or _first_address(text, lines)
    headline_lines, headline = _headline(text, lines, header, url)
    blocks = blocks_of(text, lines, headline_lines)
    lost = copies(text, blocks)
    kept = _body(text, lines, blocks, header, headline_lines, lost)
    paragraphs: list[Paragraph] = []
    if headline is not None:
        paragraphs.append(Paragraph(headline, "headline"))
    dateline = agency = stamp = None
    for block in kept:
        start = block.start
        found = dateline_at(text, start, block.end)
        if found is not None:
            start = found.end
            if dateline is None:
                dateline, agency, stamp = found.line, found.agency, found.stamp
        section: Section = "body"
        paragraphs.append(Paragraph(Span(start, block.end), section))
    paragraphs.sort(key=lambda paragraph: paragraph.span.start)
    language, foreign = language_of(" ".join(p.span.of(text)[:2000] for p in paragraphs[:200]))
    if foreign:
        notices += (Notice("not-english", "does not look like English; the marks mean little"),)
    return Article(
        id=name,
        text=text,
        paragraphs=tuple(paragraphs),
        source_file=source_file,
        url=url,
        headline=None if headline is None else " ".join(headline.of(text).split()),
        publisher=header.value("publisher", text),
        published=_published(text, lines, header, url, stamp),
        dateline=dateline,
        agency=agency,
        language=language,
        notices=notices,
    )


def _first_address(text: str, lines: Sequence[Line]) -> str | None:
    for line in lines[:12]:
        if line.shape is Shape.LINK:
            found = _ADDRESS.match(text, line.start, line.end)
            if found is not None:
                return found.group()
    return None


def _headline(
    text: str, lines: Sequence[Line], header: Header, url: str | None
) -> tuple[frozenset[int], Span | None]:
    """Return the numbers of all lines that give the headline, and the span to analyse."""
    flowing = [n for n, line in enumerate(lines) if line.shape in _FLOWING and n >= header.lines]
    if "headline" in header.spans:
        span = header.spans["headline"]
        wording = span.of(text)
        return frozenset(n for n in flowing if text[lines[n].start : lines[n].end] == wording), span
    labels = [n for n in flowing if lines[n].shape is Shape.LABEL and 4 <= lines[n].words <= 30]
    counts = Counter(text[lines[n].start : lines[n].end] for n in labels)
    for wording, count in counts.items():
        if count > 1 and wording[0].isupper():
            same = [n for n in labels if text[lines[n].start : lines[n].end] == wording]
            return frozenset(same), Span(lines[same[-1]].start, lines[same[-1]].end)
    if len(flowing) > 1:
        first, after = lines[flowing[0]], lines[flowing[0] + 1]
        wording = text[first.start : first.end]
        alone = after.shape is Shape.BLANK
        fits = 2 <= first.words <= 25 and not wording[0].islower()
        if fits and ((not first.stop) or (alone and is_title_case(wording) and first.words > 3)):
            return frozenset({flowing[0]}), Span(first.start, first.end)
    return frozenset(), None


def _body(
    text: str,
    lines: Sequence[Line],
    blocks: Sequence[Block],
    header: Header,
    headline_lines: frozenset[int],
    lost: frozenset[int],
) -> list[Block]:
    signs = sum(line.shape in _JUNK for line in lines)
    if signs < _PAGE_SIGNS and not lost:
        return [
            block
            for block in blocks
            if block.shape in _FLOWING
            and block.first >= header.lines
            and block.first not in headline_lines
        ]
    best = total = 0.0
    start, span = 0, (0, 0)
    for number, block in enumerate(blocks):
        if number in lost or block.first in headline_lines or block.first < header.lines:
            value = -10.0
        elif block.shape is Shape.TEXT:
            value = min(60.0, float(block.words))
        else:
            value = -4.0 if block.shape is Shape.LABEL else -8.0
        if total <= 0:
            start, total = number, 0.0
        total += value
        if total > best:
            best, span = total, (start, number + 1)
    return [
        block
        for number, block in enumerate(blocks[span[0] : span[1]], span[0])
        if block.shape in _FLOWING and number not in lost and block.first not in headline_lines
    ]


def _published(
    text: str, lines: Sequence[Line], header: Header, url: str | None, stamp: str | None
) -> str | None:
    written = header.value("published", text)
    if written is not None:
        return iso_date(written)
    for line in lines[:40]:
        if line.shape is Shape.TIME:
            day = iso_date(text[line.start : line.end])
            if day is not None:
                return day
    return (iso_date(stamp) if stamp else None) or (address_date(url) if url else None)
