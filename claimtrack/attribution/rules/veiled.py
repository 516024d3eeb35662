"""Reported, but by nobody: "reportedly", "it is understood that", "is rumoured to"."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.models.view import is_word
from claimtrack.attribution.outline import Outline
from claimtrack.attribution.rules import grammar, whole
from claimtrack.attribution.rules.catalogue import NOBODY
from claimtrack.attribution.rules.quotes import owners
from claimtrack.language import Document

_PROBABILITY = 0.85
ADVERBS = lexicon.words("veiling-adverbs")
_PARTICIPLES = lexicon.words("veiling-participles")
_RAISING = lexicon.words("raising-participles")
_HEARSAY = lexicon.words("hearsay")
_FORESEEN = frozenset({"forecast", "forecasted", "predicted", "projected"})
_WORDS = sorted(ADVERBS | _PARTICIPLES | _FORESEEN | _HEARSAY)
_FEW = 6
_BE = frozenset("is was are were 's ’s be been being".split())
_STOPS = frozenset({".", ";", ","})
_SCARCELY = frozenset("widely generally also still now long often commonly".split())


def add(document: Document, seen: Outline, readings: list[Reading]) -> list[Reading]:
    """Return the readings with those of statements that nobody named stands behind."""
    places = np.flatnonzero(is_word(seen.word, *_WORDS)).tolist()
    readings = _without_hearsay(document, readings, places)
    owner = owners(readings, len(document))
    cued = np.zeros(len(document), bool)
    for reading in readings:
        if reading.cue is not None:
            cued[reading.cue[0] : reading.cue[1]] = True
    found = [_with_subject(document, _by_adverb(document, item), owner) for item in readings]
    for place in places:
        lower = document.lower[place]
        if owner[place] >= 0 or cued[place] or document.quoted(place, place + 1):
            continue
        parts = _parts(document, place, lower)
        if parts is None:
            continue
        cue, content = parts
        left = tuple(item for item in content if not (owner[item[0] : item[1]] >= 0).any())
        if left:
            found.append(Reading(None, cue, left, _PROBABILITY, rules=(NOBODY,)))
            for first, last in left:
                owner[first:last] = len(found) - 1
    return sorted(found, key=lambda item: item.place)


def _without_hearsay(
    document: Document, readings: list[Reading], places: list[int]
) -> list[Reading]:
    """Drop readings that take hearsay itself for a source or a cue: "Rumour has it"."""
    told = [
        parts[0]
        for place in places
        if document.lower[place] in _HEARSAY and (parts := _hearsay(document, place)) is not None
    ]
    if not told:
        return readings
    taken = {token for first, last in told for token in range(first, last)}
    return [
        item
        for item in readings
        if not any(part and not taken.isdisjoint(range(*part)) for part in (item.source, item.cue))
    ]


def _by_adverb(document: Document, reading: Reading) -> Reading:
    """Read "reportedly hangs in" as the adverb that it is: nobody named says so.

    Nor does the subject of "He allegedly tried to", who is spoken of.
    """
    if reading.cue is None or ADVERBS.isdisjoint(document.lower[slice(*reading.cue)]):
        return reading
    reports = grammar.groups_of(document, reading.cue) & lexicon.mask(grammar.REPORTING)
    if reading.source is not None and (reports or reading.source[0] >= reading.cue[0]):
        return reading
    place = next(k for k in range(*reading.cue) if document.lower[k] in ADVERBS)
    cue, content = _adverb(document, place)
    return Reading(None, cue, content, _PROBABILITY, rules=(NOBODY,))


def _with_subject(document: Document, reading: Reading, owner: NDArray[np.int64]) -> Reading:
    """Read "Rents | are expected | to rise" as saying something of the rents."""
    cue = reading.cue
    if reading.source is not None or cue is None or len(reading.content) != 1:
        return reading
    raises = document.lower[cue[1] - 1] in _RAISING and not _BE.isdisjoint(
        document.lower[slice(*cue)]
    )
    if not raises or reading.content[0][0] != cue[1] or document.lower[cue[1]] != "to":
        return reading
    subject = whole.phrase(document, cue[0])
    if subject is None or (owner[subject[0] : subject[1]] >= 0).any():
        return reading
    if document.quote_depth[subject[0]] != document.quote_depth[cue[0]]:
        return reading
    return replace(reading, content=(subject, *reading.content))


def _parts(document: Document, place: int, word: str) -> tuple[Range, tuple[Range, ...]] | None:
    if word in ADVERBS:
        return _adverb(document, place)
    if word in _HEARSAY:
        return _hearsay(document, place)
    return _passive(document, place, word)


def _hearsay(document: Document, place: int) -> tuple[Range, tuple[Range, ...]] | None:
    """Read "rumour has it that …" and "there were reports that …"."""
    _, last = _clause(document, place)
    has_it = document.lower[place + 1 : place + 3] in (("has", "it"), ("had", "it"))
    begin = place + 3 if has_it else place + 1
    if last - begin < 3 or document.lower[begin] != "that":
        return None
    if has_it:
        return (place, begin), ((begin, last),)
    first = document.sentence(place).first
    low = place
    while low > first and place - low < _FEW and document.lower[low] != "there":
        low -= 1
    if document.lower[low] != "there" or document.lower[low + 1] not in _BE | {"have", "has"}:
        return None
    return (low, place + 1), ((begin, last),)


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
    aside = _aside(document, low, place, first, last)
    if aside is not None:
        return aside
    if following == "that" and document.lower[low - 1] == "it":
        return (low, place + 1), ((place + 1, last),)
    if word in _FORESEEN and following in _STOPS and low > first:
        return (low, place + 1), ((first, low),)
    if following == "to" and word in _RAISING and low - 1 >= first:
        if place + 2 < last and document.tag(place + 2) != "VB":
            return None
        joined = document.tag(low - 1) == "CC"  # "Two were cut and are believed to have left"
        subject = whole.phrase(document, low) if joined else (first, low)
        rest = (place + 1, last)
        return (low, place + 1), (rest,) if subject is None else (subject, rest)
    return None


def _aside(
    document: Document, low: int, place: int, first: int, last: int
) -> tuple[Range, tuple[Range, ...]] | None:
    """Read "Police are treating it as arson, it is understood" and "women, it was said, …"."""
    begin = low - 1
    if begin <= first or document.lower[begin] != "it" or document.words[begin - 1] != ",":
        return None
    if place + 1 < last and document.words[place + 1] != ",":
        return None
    content = ((first, begin - 1), (place + 2, last))
    return (begin, place + 1), tuple(piece for piece in content if piece[1] - piece[0] > 0)


def _clause(document: Document, place: int) -> Range:
    sentence = document.sentence(place)
    last = sentence.last
    while last > place + 1 and not any(map(str.isalnum, document.words[last - 1])):
        last -= 1
    first = sentence.first
    while first < place and not any(map(str.isalnum, document.words[first])):
        first += 1
    return (first, last)
