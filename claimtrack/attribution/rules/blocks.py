"""Paragraphs that a colon leads to: "The governor added:" and then his words, quoted or not."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading, extend
from claimtrack.attribution.rules import subjects
from claimtrack.attribution.rules.constructions import paragraphs
from claimtrack.attribution.rules.quotes import owners
from claimtrack.language import Document

_LIKELY = 0.9
_LONGEST = 40
_GROUPS = ("speech", "claim", "ask", "telling")


def add(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with the paragraphs that follow a cue and a colon as content."""
    found = list(readings)
    ranges = paragraphs(document)
    owner = owners(found, len(document))
    quotations = {item.first: item for item in document.quotations if item.depth == 1}
    by_sentence = _by_sentence(document, found)
    for (first, last), (start, end) in pairwise(ranges):
        if document.words[last - 1] != ":" or last - first < 2 or _leads(document, start, end):
            continue
        if (owner[start:end] >= 0).sum() * 2 > end - start:
            continue
        quotation = quotations.get(start)
        content = (start, end)
        if quotation is not None and quotation.closed and quotation.last >= end - 1:
            content = (start, quotation.last)
        sentence = document.sentence(last - 1)
        number = by_sentence.get(int(document.sentence_of[last - 1]))
        if number is not None:
            found[number] = extend(found[number], (content,), "colon-and-paragraph")
        else:
            reading = _lead_in(document, sentence.first, last, content)
            if reading is None:
                continue
            found.append(reading)
            number = len(found) - 1
        owner[content[0] : content[1]] = number
    return sorted(found, key=lambda item: item.place)


def _leads(document: Document, first: int, last: int) -> bool:
    """Tell whether the paragraph is itself a heading or leads on to another."""
    return last - first < 3 or document.words[last - 1] == ":"


def _by_sentence(document: Document, readings: list[Reading]) -> dict[int, int]:
    """Return for each sentence its last reading with a cue and a source."""
    return {
        int(document.sentence_of[item.cue[0]]): number
        for number, item in enumerate(readings)
        if item.cue is not None and item.source is not None
    }


def _lead_in(document: Document, first: int, last: int, content: Range) -> Reading | None:
    """Read a sentence that ends with a colon and has a reporting word with a subject."""
    for place in range(last - 2, max(first, last - _LONGEST) - 1, -1):
        word = document.lower[place]
        if not document.tag(place).startswith("VB"):
            continue
        if not lexicon.bits_of(word) & lexicon.mask(_GROUPS):
            continue
        reading = Reading(
            None, (place, place + 1), (content,), _LIKELY, None, ("colon-and-paragraph",)
        )
        source = subjects.find(document, reading)
        if source is not None:
            return Reading(
                source, (place, place + 1), (content,), _LIKELY, None, ("colon-and-paragraph",)
            )
    return None
