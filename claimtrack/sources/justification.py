"""Why this source knows: the words an article spends on what ties a source to its subject."""

from __future__ import annotations

from claimtrack.model import Span
from claimtrack.sources.text import Text

_MAX_CLAUSE = 60
_PLAIN = frozenset({"said", "says", "told", "added", "asked", "declined", "spoke", "called"})


def clause_after(document: Text, position: int) -> Span | None:
    """Return the relative clause at ``position``: ", who was on the train"."""
    words, tags = document.words, document.tags
    if position >= len(words):
        return None
    start = position + 1 if words[position] == "," else position
    if start >= len(words) or words[start] not in ("who", "whose", "which"):
        return None
    home = document.sentence(position)
    if start + 1 >= home.last or words[start + 1] in _PLAIN:
        return None
    stop = min(home.last, start + _MAX_CLAUSE)
    for end in range(start + 1, stop):
        tag = tags[end]
        if words[end] in (",", ";", "—", "–") or tag in (".", "``", "''", "-LRB-"):
            return document.span(start, end) if end - start > 2 else None
    return document.span(start, stop) if stop - start > 2 else None


def apposition_after(document: Text, position: int) -> Span | None:
    """Return the noun phrase in apposition at ``position``: ", a group that studies prisons"."""
    words, tags = document.words, document.tags
    if position + 1 >= len(words) or words[position] != ",":
        return None
    home = document.sentence(position)
    start = position + 1
    if start >= home.last or words[start] not in ("a", "an", "the", "one"):
        return None
    stop = min(home.last, start + _MAX_CLAUSE)
    for end in range(start + 1, stop):
        tag = tags[end]
        if words[end] in (",", ";", "—", "–") or tag in (".", "``", "''", "-LRB-"):
            return document.span(start, end) if end - start > 2 else None
    return None
