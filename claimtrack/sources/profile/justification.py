"""Why this source knows: the words an article spends on what ties a source to its subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from claimtrack.model import Attribution, Source, Span
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


class Said:
    """Where content stands: what a source says is no reason why it knows."""

    def __init__(self, attributions: Sequence[Attribution], mentions: Iterable[Span]) -> None:
        self._content = _Stretches(span for item in attributions for span in item.content)
        self._mentions = _Stretches(mentions)

    def without(self, source: Source) -> Source:
        """Return the source without reasons that are somebody's words, and no one's name."""
        if not source.justification:
            return source
        reasons = tuple(
            span
            for span in source.justification
            if self._mentions.meets(span) or not self._content.meets(span)
        )
        if len(reasons) == len(source.justification):
            return source
        return replace(source, justification=reasons)


class _Stretches:
    """Spans that may overlap; tells whether another one meets any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def meets(self, span: Span) -> bool:
        """Tell whether ``span`` shares text with any of the stretches."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start
