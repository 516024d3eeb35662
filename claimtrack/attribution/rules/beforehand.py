"""Who speaks in a quotation that nobody is named for: who did something right before it."""

from __future__ import annotations

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.outline import Outline
from claimtrack.attribution.rules import grammar
from claimtrack.language import Document, Quotation, Sentence

_SHORT = 6
_LONG = 8


def gesturing(document: Document, view: Outline, quotation: Quotation) -> Range | None:
    """Return who shrugs or nods in a short sentence right before a quotation, and then speaks."""
    before, near = _before(document, view, quotation)
    if before is None or not near or before.last - before.first > _SHORT:
        return None
    for place in range(before.first + 1, before.last):
        if grammar.stem(document, place) in grammar.GESTURES:
            return grammar.phrase_before(document, place, floor=before.first)
    return None


def person(document: Document, view: Outline, quotation: Quotation) -> Range | None:
    """Return the person whom the sentence right before a quotation is about."""
    before, near = _before(document, view, quotation)
    if before is None or not (near or _alone(document, view, quotation)):
        return None
    for place in range(before.first + 1, before.last):
        if document.tag(place) not in ("VBD", "VBZ"):
            continue
        subject = grammar.phrase_before(document, place, floor=before.first)
        if subject is None:
            return None
        last = subject[1] - 1
        named = document.entity(last) == "PERSON"
        if named or (near and document.lower[last] in ("he", "she")):
            return subject
        return None
    return None


def _before(
    document: Document, view: Outline, quotation: Quotation
) -> tuple[Sentence | None, bool]:
    """Return the sentence before the one a quotation opens in, and whether it is close by."""
    index = int(view.sentence[quotation.first])
    if not index:
        return None, False
    before = document.sentences[index - 1]
    return before, before.paragraph == document.sentences[index].paragraph


def _alone(document: Document, view: Outline, quotation: Quotation) -> bool:
    """Tell whether a quotation of some length makes up its paragraph."""
    first, last = quotation.first, quotation.last
    opens = first == 0 or view.paragraph[first - 1] != view.paragraph[first]
    closes = last >= view.size or view.paragraph[last] != view.paragraph[first]
    return bool(opens and closes and document.spoken_count(first, last) >= _LONG)
