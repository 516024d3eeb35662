"""Header blocks: `Title: … / Date: … / URL: …` lines that stand before an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.model import Span
from claimtrack.reading.lines import Line, Shape

_KEYS = {
    "title": "headline",
    "headline": "headline",
    "subtitle": "subtitle",
    "subheadline": "subtitle",
    "description": "subtitle",
    "summary": "subtitle",
    "date": "published",
    "published": "published",
    "publication date": "published",
    "pubdate": "published",
    "updated": "updated",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "publisher": "publisher",
    "publication": "publisher",
    "source": "publisher",
    "outlet": "publisher",
    "site": "publisher",
    "url": "url",
    "link": "url",
    "language": "language",
    "tags": "tags",
    "keywords": "tags",
    "section": "tags",
    "category": "tags",
    "topic": "tags",
    "id": "id",
    "from": "sender",
    "to": "receiver",
    "cc": "receivers",
    "subject": "subject",
}
_FIELD = re.compile(r"(?:\*\*)?(?P<key>[A-Za-z]{2,12}(?: date)?)(?:\*\*)?\s?:(?:\*\*)?[ \t]*")


@dataclass(frozen=True, slots=True)
class Header:
    """The fields found, the spans of their values, and how many lines they take."""

    spans: dict[str, Span]
    lines: int

    def value(self, field: str, text: str) -> str | None:
        """Return one field's value, or ``None`` if it is missing or empty."""
        span = self.spans.get(field)
        return None if span is None else span.of(text).strip() or None


def header_of(text: str, lines: Sequence[Line]) -> Header:
    """Read the header block at the top of a text, if there is one.

    A single field is a header only if it gives the headline; rules and blank lines around and
    between the fields belong to the block. What the fields hold is metadata; of it only the
    headline becomes a paragraph.
    """
    spans: dict[str, Span] = {}
    used = found = 0
    for number, line in enumerate(lines):
        if line.shape in {Shape.BLANK, Shape.RULE}:
            if spans and line.shape is Shape.RULE:
                used = number + 1
            continue
        match = _FIELD.match(text, line.start, line.end)
        field = _KEYS.get(match["key"].lower()) if match is not None else None
        if match is None or field is None or field in spans:
            break
        if field == "publisher" and text.startswith(("http://", "https://"), match.end()):
            field = "url"
        spans[field] = Span(match.end(), max(match.end(), line.end))
        found += 1
        used = number + 1
    if found < 2 and "headline" not in spans:
        return Header({}, 0)
    return Header(spans, used)
