"""Where content ends: with a whole phrase and a whole clause, "because of the global downturn"."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.language import Document

_UNFINISHED = frozenset({"CD", "IN", "DT", "PRP$", "TO", "$"})
"""Tags of last words that others may have to follow."""

_PHRASE = ("NN", "DT", "JJ", "CD", "POS", "PRP$")
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "percent", "%"})
_FRAME = 8
_LEADING = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OPEN = frozenset({"DT", "IN", "PRP$", "MD", "WRB", "POS", "$"})
"""Tags that end no phrase."""

_DOING = frozenset({"VB", "VBG"})
_OBJECTS = frozenset({"PRP", "PRP$", "DT", "NN", "NNS", "NNP", "JJ"})
_SAID_AT = frozenset({"as", "while", "after", "before", "by", "during", "because", "without"})
_OCCASIONS = lexicon.words("occasions")
_CLAUSE = frozenset("that where how when if while which who because although whether".split())
_SUBJECT = ("NN", "DT", "JJ", "PRP", "CD", "POS")
_BOUNDS = frozenset({"CC", ",", ":", ".", "''", "``", "-RRB-", "-LRB-"})
_LONGEST = 30


def finished(
    document: Document, reading: Reading, piece: Range, marked: NDArray[np.bool_]
) -> Range:
    """Return content with the words that its last one needs: "in Dnipro on Tuesday".

    ``marked`` are the tokens of sources and cues, which belong to no other's content.
    """
    first, last = _with_phrase(document, reading, piece)
    end = document.sentence(last - 1).last
    if last >= end or marked[last] or document.quote_depth[last - 1]:
        return (first, last)
    if _cut(document, first, last):
        return (first, _boundary(document, last, end, marked))
    return (first, last)


def _with_phrase(document: Document, reading: Reading, piece: Range) -> Range:
    first, last = piece
    tag = document.tag(last - 1)
    if tag not in _UNFINISHED:
        return piece
    end = document.sentence(last - 1).last
    parts = [part for part in (reading.source, reading.cue) if part is not None and part[0] >= last]
    end = min([end, *(part[0] for part in parts)])
    if tag == "CD":
        scaled = last < end and document.lower[last] in _SCALES
        return (first, last + 1) if scaled else piece
    stop = last
    while stop < min(end, last + _FRAME) and document.tag(stop).startswith(_PHRASE):
        stop += 1
    whole = stop > last and document.tag(stop - 1).startswith(("NN", "CD"))
    return (first, stop) if whole else piece


def _cut(document: Document, first: int, last: int) -> bool:
    """Tell whether a phrase or clause goes on behind content."""
    before, following = document.tag(last - 1), document.tag(last)
    if following in _BOUNDS or document.entity(last) == "DATE":
        return False
    if document.lower[last] in grammar.NOT or before in _OPEN:
        return True
    if document.lower[last] == "of" and before in _NOUNS | {"RB"}:
        return True
    if document.lower[last - 1 : last + 1] == ("order", "to"):
        return True
    if before in _LEADING and following in _NOUNS:
        return True
    if before in _DOING and following in _OBJECTS:
        return True
    if following == "IN":
        return _tail(document, last)
    if document.tag_codes[last] not in grammar.FINITE:
        return False
    subject = last
    while subject > first and document.tag(subject - 1).startswith(_SUBJECT):
        subject -= 1
    return first < subject < last and document.lower[subject - 1] in _CLAUSE


def _tail(document: Document, place: int) -> bool:
    """Tell a last phrase of place or purpose, "in East Timor", from where and when it was said."""
    end = document.sentence(place).last - 1
    if not 2 <= end - place <= _FRAME or document.lower[place] in _SAID_AT:
        return False
    return not any(
        document.tag_codes[k] in grammar.FINITE
        or document.tag(k) in _BOUNDS
        or document.lower[k] in _OCCASIONS
        or document.entity(k) == "DATE"
        for k in range(place, end)
    )


def _boundary(document: Document, last: int, end: int, marked: NDArray[np.bool_]) -> int:
    """Return where the phrase ends that goes on at ``last``: at a mark, a joint or a source."""
    stop = last
    while stop < min(end, last + _LONGEST):
        if marked[stop] or document.tag(stop) in _BOUNDS:
            break
        stop += 1
    return stop
