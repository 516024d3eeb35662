"""The edges of readings, drawn where the network's labels have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.labels import CONTENT, CUE, SOURCE, chance
from claimtrack.attribution.models.candidates import Scores
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules.catalogue import AGENT, SHARED, SUBJECT

Floats = NDArray[np.float32]

_OUTSIDE = 0.3
"""A token at the edge of content with less than this probability of being content is none."""

_INSIDE = 0.5
"""A token beside content with more than this probability of being content belongs to it."""

_GRAMMAR = frozenset({AGENT, SUBJECT, SHARED})
"""Rules by which grammar, and no label, gave the source."""

_LIKELY = 0.4
"""A token is part of a cue or source with at least this probability."""


def settle(readings: Sequence[Reading], scores: Scores, bounds: Sequence[int]) -> list[Reading]:
    """Return the readings that models found with their parts' edges where the labels have them.

    ``bounds`` are the sentences' ends; nothing grows beyond its sentence.
    """
    source, cue, content = (chance(scores, part) for part in (SOURCE, CUE, CONTENT))
    taken = np.zeros(len(scores), bool)
    for item in readings:
        for first, last in (*item.content, *filter(None, (item.source, item.cue))):
            taken[first:last] = True
    ends = np.asarray(bounds)
    return [_settled(item, source, cue, content, taken, ends) for item in readings]


def _settled(
    reading: Reading,
    source: Floats,
    cue: Floats,
    content: Floats,
    taken: NDArray[np.bool_],
    ends: NDArray[np.int64],
) -> Reading:
    if reading.draft is None or reading.cue is None:
        return reading
    pieces = []
    for piece in reading.content:
        pieces.append(_grown(_trimmed(piece, content), content, taken, ends))
    found = replace(reading, content=tuple(pieces))
    head = reading.draft.head
    if cue[head] >= _LIKELY:
        found = replace(found, cue=_run(head, cue, ends))
    if reading.source is not None and not _GRAMMAR & {*reading.rules}:
        first, last = reading.source
        best = first + int(source[first:last].argmax())
        if source[best] >= _LIKELY:
            found = replace(found, source=_run(best, source, ends))
    return found


def _trimmed(piece: Range, content: Floats) -> Range:
    inside = np.flatnonzero(content[piece[0] : piece[1]] >= _OUTSIDE)
    if not len(inside):
        return piece
    return piece[0] + int(inside[0]), piece[0] + int(inside[-1]) + 1


def _grown(
    piece: Range, content: Floats, taken: NDArray[np.bool_], ends: NDArray[np.int64]
) -> Range:
    first, last = piece
    low, high = _sentence(first, ends)[0], _sentence(last - 1, ends)[1]
    while last < high and content[last] >= _INSIDE and not taken[last]:
        last += 1
    while first > low and content[first - 1] >= _INSIDE and not taken[first - 1]:
        first -= 1
    return first, last


def _run(place: int, likely: Floats, ends: NDArray[np.int64]) -> Range:
    low, high = _sentence(place, ends)
    first, last = place, place + 1
    while last < high and likely[last] >= _LIKELY:
        last += 1
    while first > low and likely[first - 1] >= _LIKELY:
        first -= 1
    return first, last


def _sentence(place: int, ends: NDArray[np.int64]) -> Range:
    number = int(np.searchsorted(ends, place, side="right"))
    return (int(ends[number - 1]) if number else 0), int(ends[number])
