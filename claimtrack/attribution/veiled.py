"""Reported, but by nobody: "reportedly", "it is understood that", "is rumoured to"."""

from __future__ import annotations

import numpy as np

from claimtrack.attribution import lexicon
from claimtrack.attribution.decoding import Range
from claimtrack.attribution.quotes import owners
from claimtrack.attribution.selection import Reading
from claimtrack.attribution.view import View, is_word
from claimtrack.language import Document

_PROBABILITY = 0.85
ADVERBS = lexicon.words("veiling-adverbs")
_PARTICIPLES = lexicon.words("veiling-participles")
_RAISING = lexicon.words("raising-participles")
_BE = frozenset("is was are were 's ’s be been being".split())
_SCARCELY = frozenset("widely generally also still now long often commonly".split())


def add(document: Document, seen: View, readings: list[Reading]) -> list[Reading]:
    """Return the readings with those of statements that nobody named stands behind."""
    owner = owners(readings, len(document))
    cued = np.zeros(len(document), bool)
    for reading in readings:
        if reading.cue is not None:
            cued[reading.cue[0] : reading.cue[1]] = True
    found = list(readings)
    for place in np.flatnonzero(is_word(seen.word, *sorted(ADVERBS | _PARTICIPLES))).tolist():
        lower = document.lower[place]
        if owner[place] >= 0 or cued[place] or document.quoted(place, place + 1):
            continue
        parts = _adverb(document, place) if lower in ADVERBS else _passive(document, place, lower)
        if parts is None:
            continue
        cue, content = parts
        left = tuple(item for item in content if not (owner[item[0] : item[1]] >= 0).any())
        if left:
            found.append(Reading(None, cue, left, _PROBABILITY, rules=("nobody-named",)))
            for first, last in left:
                owner[first:last] = len(found) - 1
    return sorted(found, key=lambda item: item.place)


def _adverb(document: Document, place: int) -> tuple[Range, tuple[Range, ...]]:
    first, last = _clause(document, place)
    content = tuple(piece for piece in ((first, place), (place + 1, last)) if piece[0] < piece[1])
    return (place, place + 1), content


def _passive(document: Document, place: int, word: str) -> tuple[Range, tuple[Range, ...]] | None:
    """Read "it is understood that …" and "… is rumoured to …"."""
    low = place - 1
    while low > 0 and document.lower[low] in _SCARCELY:
        low -= 1
    if low < 1 or document.lower[low] not in _BE or place + 1 >= len(document):
        return None
    first, last = _clause(document, place)
    following = document.lower[place + 1]
    if following == "that" and document.lower[low - 1] == "it":
        return (low, place + 1), ((place + 1, last),)
    if following == "to" and word in _RAISING and low - 1 >= first:
        if place + 2 < last and document.tag(place + 2) != "VB":
            return None
        return (low, place + 1), ((first, low), (place + 1, last))
    return None


def _clause(document: Document, place: int) -> Range:
    sentence = document.sentence(place)
    last = sentence.last
    while last > place + 1 and not any(map(str.isalnum, document.words[last - 1])):
        last -= 1
    first = sentence.first
    while first < place and not any(map(str.isalnum, document.words[first])):
        first += 1
    return (first, last)
