"""Whoever stands with a verb right behind a quotation has said it: "…," he rumbled from the stage.

The quotation's own comma tells that the sentence goes on with who speaks, whatever the verb.
"""

from __future__ import annotations

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.attribution.rules.quotes import owners
from claimtrack.language import Document, Quotation

RULE = "behind-the-quotation"
_LIKELY = 0.7
_FEWEST = 3
_LONGEST = 6
_AFTER = ("IN", "RB", "TO", ".", ",", ":", "CC", "VBG", "PRP$", "NNP")
_NOT_SAYING = frozenset("is was are were be been has had have does did do went came left".split())


def add(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with such quotations given to the one who stands behind them."""
    told = [item for item in readings if item.source is not None]
    owner = owners(told, len(document))
    new = []
    for quotation in document.quotations:
        found = _uttered(document, quotation)
        if found is not None and not (owner[quotation.first : quotation.last] >= 0).any():
            new.append(found)
    if not new:
        return readings
    claimed = owners(new, len(document)) >= 0

    def stays(item: Reading) -> bool:
        return item.source is not None or not any(
            claimed[first:last].any() for first, last in item.content
        )

    kept = [item for item in readings if stays(item)]
    return sorted([*kept, *new], key=lambda item: item.place)


def _uttered(document: Document, quotation: Quotation) -> Reading | None:
    first, last = quotation.first, quotation.last
    if quotation.depth != 1 or not quotation.closed or document.spoken_count(first, last) < _FEWEST:
        return None
    if last + 3 > len(document) or document.sentence(last) is not document.sentence(last - 1):
        return None
    if document.words[last - 2] != "," or not grammar.finite(document, first, last):
        return None
    source = _speaker(document, last)
    if source is None:
        return None
    verb = source[1]
    sentence = document.sentence(last)
    if verb + 1 >= sentence.last or document.tag(verb) not in ("VBD", "VBZ"):
        return None
    if document.lower[verb] in _NOT_SAYING or document.tag(verb + 1) not in _AFTER:
        return None
    cue, content = (verb, verb + 1), ((first, last),)
    return Reading(source, cue, content, _LIKELY, rules=(RULE,))


def _speaker(document: Document, place: int) -> Range | None:
    """Return "he", "Ann Low" or "the guard" where they begin at a place, with a verb behind."""
    if document.lower[place] in ("he", "she", "they", "i"):
        return (place, place + 1)
    source = grammar.phrase_after(document, place)
    if source is None or source[1] - source[0] > _LONGEST:
        return None
    person = document.entity(place) == "PERSON" or document.tag(place) == "DT"
    return source if person else None
