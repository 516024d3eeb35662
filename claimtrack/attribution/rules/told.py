"""Reports that a noun tells: "allegations by X that …", "X's claim that …"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, tails
from claimtrack.attribution.rules.opinions import made
from claimtrack.language import Document, Sentence


def read(document: Document, sentence: Sentence, nouns: Sequence[int]) -> Reading | None:
    """Read "allegations by former nurse Gail Sutter that files were shredded".

    ``nouns`` are where a noun of telling or holding may be.
    """
    for place in nouns:
        if place >= sentence.last - 4:
            continue
        if not document.tag(place).startswith("NN"):
            continue
        if document.tag(place - 1) == "POS":
            found = _owned(document, place)
            if found is not None:
                return found
        if document.lower[place + 1] not in ("by", "from"):
            continue
        source = grammar.phrase_after(document, place + 2)
        if source is None or source[1] >= sentence.last:
            continue
        if document.lower[source[1]] != "that":
            continue
        end = tails.clause_end(document, place, source[1])
        return made(document, source, (place, place + 1), (source[1], end))
    return None


def _owned(document: Document, noun: int) -> Reading | None:
    """Read "Councillor Boyd's claim (Letters, 4 May) that cyclists pay nothing"."""
    source = grammar.phrase_before(document, noun - 1)
    opening = noun + 1
    if source is None:
        return None
    if not (document.words[noun - 2][0].isupper() or document.tag(source[0]) == "DT"):
        return None
    if document.words[opening] == "(":
        stop = min(opening + _BRACKET, document.sentence(noun).last - 1)
        closing = (k for k in range(opening, stop) if document.words[k] == ")")
        opening = next(closing, opening) + 1
    if document.lower[opening] != "that":
        return None
    end = tails.clause_end(document, noun, opening)
    return made(document, source, (noun, noun + 1), (opening, end))


_BRACKET = 14
"""The most tokens of a bracket behind the noun."""
