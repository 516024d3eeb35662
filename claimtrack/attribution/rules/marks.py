"""Tokens and the marks around them: edges without marks, content in quotation marks."""

from __future__ import annotations

from claimtrack.attribution.models.decoding import Range
from claimtrack.language import Document

_MARKS = frozenset({",", ";", ":", "—", "–", "-", "--", ".", "…"})

_TURNS = (("however", ","), ("though", ","), ("meanwhile", ","))

_CLOCK = 5


def trim(document: Document, tokens: Range) -> Range | None:
    """Return the tokens without marks at their edges, except quotation marks and brackets."""
    first, last = _past_time(document, tokens[0]), tokens[1]
    while first < last and document.words[first] in _MARKS:
        first += 1
    if first + 2 < last and document.words[first : first + 2] in _TURNS:
        first += 2
    while first < last and document.words[last - 1] in _MARKS:
        last -= 1
    if not document.spoken_count(first, last):
        return None
    return (first, last)


def any_quoted(document: Document, content: tuple[Range, ...]) -> bool:
    """Tell whether some of the content stands in quotation marks."""
    return any(document.quoted(first, last) for first, last in content)


def _past_time(document: Document, first: int) -> int:
    """Return where the text of an entry begins that opens with its time: "11.15am: …"."""
    if not document.words[first][0].isdigit() or document.sentence(first).first != first:
        return first
    for place in range(first + 1, min(first + _CLOCK, len(document) - 1)):
        if document.words[place] == ":" and not document.words[place + 1][0].isdigit():
            return place + 1
    return first
