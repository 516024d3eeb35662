"""Which drafts stand: the likelier draft keeps the words that two of them claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.models.decoding import Draft, Range

_KEPT = 0.5
"""A draft that loses more than this share of its content to likelier ones falls."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An attribution in token ranges: what all later steps pass on.

    ``draft`` is the draft it came from, if a model found it; ``rules`` name the rules that made
    or changed it. ``continues`` is the position of the reading that it carries on, ``within``
    the position of the one that holds it.
    """

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    probability: float
    draft: Draft | None = None
    rules: tuple[str, ...] = ()
    implicit: bool = False
    continues: int | None = None
    within: int | None = None

    @property
    def place(self) -> int:
        """Where the reading stands: the first token of its cue, or of its content without one."""
        return (self.cue or self.content[0])[0]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The least probability of a draft that stands: beside another in its sentence, or alone."""

    beside: float
    alone: float


def select(
    drafts: Sequence[Draft],
    probability: NDArray[np.float32],
    sentence: NDArray[np.integer[Any]],
    thresholds: Thresholds,
) -> list[Reading]:
    """Return the drafts that stand, in the order of the text; ``sentence`` numbers the tokens'.

    A draft stands when it is likely enough to be an attribution, and likelier drafts have left
    it enough of its content.
    """
    taken = bytearray(len(sentence))
    least = min(thresholds.alone, thresholds.beside)
    homes = sentence[[draft.head for draft in drafts]].tolist() if drafts else []
    chances = probability.tolist()
    spoken: set[int] = set()
    found: list[tuple[int, Reading]] = []
    for number in np.argsort(-probability, kind="stable").tolist():
        if chances[number] < least:
            break
        draft, home = drafts[number], homes[number]
        if chances[number] < (thresholds.beside if home in spoken else thresholds.alone):
            continue
        left = free(draft.content, taken)
        if length(left) < _KEPT * length(draft.content):
            continue
        for first, last in left:
            taken[first:last] = b"\1" * (last - first)
        spoken.add(home)
        reading = Reading(draft.source, draft.cue, left, chances[number], draft)
        found.append((draft.head, reading))
    return [reading for _, reading in sorted(found, key=lambda pair: pair[0])]


def free(ranges: Sequence[Range], taken: bytes | bytearray) -> tuple[Range, ...]:
    """Return the parts of ``ranges`` that are not taken: those with a 0 for their tokens."""
    left: list[Range] = []
    for first, last in ranges:
        start = taken.find(0, first, last)
        while start >= 0:
            end = taken.find(1, start, last)
            end = last if end < 0 else end
            left.append((start, end))
            start = taken.find(0, end, last)
    return tuple(left)


def length(ranges: Sequence[Range]) -> int:
    """Return how many tokens the ranges hold."""
    total = 0
    for first, last in ranges:
        total += last - first
    return total


def framed(readings: Iterable[Reading], size: int) -> NDArray[np.bool_]:
    """Mark the tokens of all sources and cues, of ``size`` tokens."""
    marked = np.zeros(size, bool)
    for reading in readings:
        for part in (reading.source, reading.cue):
            if part is not None:
                marked[part[0] : part[1]] = True
    return marked


def extend(reading: Reading, added: Sequence[Range], rule: str) -> Reading:
    """Return the reading with more content, neighbouring ranges joined."""
    joined: list[Range] = []
    for first, last in sorted((*reading.content, *added)):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    rules = reading.rules if rule in reading.rules else (*reading.rules, rule)
    return replace(reading, content=tuple(joined), rules=rules)
