"""Who something is so according to: "according to", "as per", "…, per NP." and "Per NP, …"."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.attribution.rules.opinions import made
from claimtrack.language import Document, Sentence

_NOT_SOURCES = lexicon.words("not-according")


def read(document: Document, sentence: Sentence, anchors: Iterable[int]) -> Reading | None:
    """Return what a sentence gives as somebody's; ``anchors`` are "according" and "per" in it."""
    for anchor in anchors:
        if document.lower[anchor] == "per":
            found = (
                _per_first(document, sentence)
                if anchor == sentence.first
                else _per(document, sentence, anchor)
                if document.words[anchor - 1] == ","
                else _to(document, sentence, anchor - 1, ("as", "per"))
            )
        else:
            found = _to(document, sentence, anchor, ("according", "to"))
        if found is not None:
            return found
    return None


def _to(document: Document, sentence: Sentence, place: int, cue: tuple[str, str]) -> Reading | None:
    """Read "according to the ministry" and "as per the ministry" wherever they stand."""
    if not sentence.first <= place < sentence.last - 2:
        return None
    if document.lower[place : place + 2] != cue:
        return None
    source = grammar.phrase_after(document, place + 2)
    if source is None or document.lower[source[1] - 1] in _NOT_SOURCES:
        return None
    if source[1] - source[0] == 1 and document.tag(source[0]) == "NN":
        return None
    source = (source[0], _past_participle(document, source[1], sentence.last))
    before, behind = (sentence.first, place), (source[1], sentence.last)
    # "Farms lose: according to the report, harvests will halve" is about the harvests alone.
    leads = place > sentence.first and document.words[place - 1] == ":"
    parts = (behind,) if leads and behind[1] - behind[0] > 1 else (before, behind)
    return made(document, source, (place, place + 2), *parts)


def _past_participle(document: Document, place: int, last: int) -> int:
    """Return where "cited in the report," ends behind "an analysis", if a comma ends it."""
    if place + 1 >= last or document.tag(place) not in ("VBN", "VBD"):
        return place
    if document.tag(place + 1) not in _BEHIND:
        return place
    for end in range(place + 2, min(place + _NEAR, last)):
        if document.words[end] == ",":
            return end
        if document.tag_codes[end] in grammar.FINITE:
            break
    return place


_BEHIND = ("IN", "NNP", "RB")
_NEAR = 10


def _can_tell(document: Document, source: Range) -> bool:
    """Tell "per PitchBook", "per the agency" and "per league sources" from "per person"."""
    opens, head = document.tag(source[0]), document.words[source[1] - 1]
    return head[0].isupper() or opens in ("DT", "PRP$") or document.tag(source[1] - 1) == "NNS"


def _per(document: Document, sentence: Sentence, place: int) -> Reading | None:
    """Read "The round was worth $40 million, per PitchBook."."""
    source = grammar.phrase_after(document, place + 1, names=True)
    if source is None or not _can_tell(document, source):
        return None
    ends, rest = sentence.last - source[1] <= 1, (source[1], sentence.last)
    if not (ends or document.words[source[1]] == ","):
        return None
    if not grammar.finite(document, *((sentence.first, place) if ends else rest)):
        return None
    return made(document, source, (place, place + 1), (sentence.first, place), rest)


def _per_first(document: Document, sentence: Sentence) -> Reading | None:
    """Read "Per the settlement, she keeps the rights."."""
    first = sentence.first
    source = grammar.phrase_after(document, first + 1, ceiling=sentence.last, names=True)
    if source is None or document.words[source[1] : source[1] + 1] != (",",):
        return None
    if document.tag(source[0]) not in ("DT", "PRP$"):  # Per is a name as well
        return None
    if not grammar.finite(document, source[1], sentence.last):
        return None
    return made(document, source, (first, first + 1), (source[1], sentence.last))
