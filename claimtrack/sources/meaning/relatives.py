"""Who "who" is: the name or the noun phrase before a relative clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning.mentions import Mention, analyse

if TYPE_CHECKING:
    from claimtrack.sources.resolution import Reading


def antecedent(
    reading: Reading, mention: Mention, find: Callable[[Reading, Mention], Entity | None]
) -> Entity | None:
    """Return who "who" means: the name or noun phrase right before it."""
    document, tags = reading.document, reading.document.tags
    end = mention.first
    while end > 0 and document.words[end - 1] in (",", "-", "—", "–", ")"):
        end -= 1
    home = document.sentence(mention.first).first
    start = _begin(tags, end, home, _LONGEST)
    if start == end:
        return None
    inner = analyse(document, reading.index, start, end)
    human = document.words[mention.head].lower() in ("who", "whom", "whose")
    if human:
        inner = _described(reading, start, home) or inner
    if human and inner.name is not None and inner.name.kind in ("organization", "place"):
        before = inner.name.title - 1
        if before - 1 > home and document.tags[before] == "DT":
            before -= 1
        if before > home and document.tags[before] == "IN":
            start = _begin(tags, before, home, _SHORT)
            if start < before:
                inner = analyse(document, reading.index, start, before)
    if inner.form == "pronoun" and document.words[inner.head].lower() in _THIRD:
        return reading.discourse.pronoun(inner.head, source=False)
    if inner.form in ("relative", "pronoun", "quantity"):
        return None
    found = find(reading, inner)
    if human and found is not None and found.kind in ("organization", "place"):
        sentence = document.sentence_of[mention.head]
        for trace in reading.discourse.recent:
            if trace.entity.person and trace.sentence == sentence:
                return trace.entity
    return found


def _begin(tags: Sequence[str], end: int, home: int, most: int) -> int:
    """Return where the phrase of at most ``most`` words begins that ends at ``end``."""
    start = end
    while start > home and end - start < most and tags[start - 1] in _PHRASE:
        start -= 1
    return start


_LONGEST, _SHORT = 12, 8


def _described(reading: Reading, start: int, home: int) -> Mention | None:
    """Return the person of "Ann Lee, a nurse who", of whom the phrase from ``start`` on tells."""
    document = reading.document
    if start - 2 < home or document.words[start - 1] != ",":
        return None
    if document.words[start].lower() not in ("a", "an"):
        return None
    comma = start - 1
    first = _begin(document.tags, comma, home, _SHORT - 1)
    if first == comma:
        return None
    named = analyse(document, reading.index, first, comma)
    return named if named.name is not None and named.name.kind == "person" else None


_THIRD = frozenset({"he", "she", "they", "him", "her", "them"})
_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "POS", "PRP", "JJS"})
