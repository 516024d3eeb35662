"""The best reading of each candidate cue: its source, its content, and its own extent.

A Viterbi search over the parts (none, source, content, cue), all candidates side by side; the
transition scores are learned from annotated text.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.anchor_templates import Pairs
from claimtrack.attribution.candidates import Candidates
from claimtrack.attribution.labels import OF_CONTENT, OF_CUE, OF_SOURCE, PARTS
from claimtrack.attribution.view import Ints

Range = tuple[int, int]
"""Tokens ``[first, last)``."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one candidate cue would be as an attribution; ranges of tokens, half-open.

    ``support`` is the mean probability of the content's words, ``backing`` that of the source's.
    """

    candidate: int
    head: int
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    support: float
    backing: float


@dataclass(frozen=True, slots=True, eq=False)
class Transitions:
    """Scores of one part following another, (from, to), with a row and a column for the edges."""

    scores: NDArray[np.float32]
    bias: NDArray[np.float32]


def parts(
    pair_scores: NDArray[np.float32], pairs: Pairs, transitions: Transitions
) -> NDArray[np.int8]:
    """Return the likeliest part of every pair's token, candidate by candidate."""
    lengths = np.diff(pairs.bounds)
    chosen = np.zeros(len(pairs.token), np.int8)
    order = np.argsort(lengths, kind="stable")
    for begin in range(0, len(order), _BATCH):
        group = order[begin : begin + _BATCH]
        _search(pair_scores, pairs.bounds[group], lengths[group], transitions, chosen)
    return chosen


_BATCH = 512
_STATES = len(PARTS)


def _search(
    pair_scores: NDArray[np.float32],
    offsets: Ints,
    lengths: Ints,
    transitions: Transitions,
    chosen: NDArray[np.int8],
) -> None:
    width = int(lengths.max())
    steps = np.arange(width)
    inside = steps < lengths[:, None]
    place = np.where(inside, offsets[:, None] + steps, 0)
    emitted = np.where(inside[..., None], pair_scores[place] + transitions.bias, 0.0)
    step = transitions.scores[:_STATES, :_STATES]
    best = transitions.scores[_STATES, :_STATES] + emitted[:, 0]
    came = np.zeros((len(lengths), width, _STATES), np.int8)
    final = np.zeros((len(lengths), _STATES), np.float32)
    for column in range(width):
        if column:
            total = best[:, :, None] + step
            came[:, column] = total.argmax(axis=1)
            best = total.max(axis=1) + emitted[:, column]
        ends = lengths == column + 1
        final[ends] = best[ends] + transitions.scores[:_STATES, _STATES]
    state = final.argmax(axis=1)
    rows = np.arange(len(lengths))
    for column in range(width - 1, -1, -1):
        active = lengths > column
        chosen[(offsets + column)[active]] = state[active]
        previous = came[rows, column, state]
        state = np.where(active & (column > 0), previous, state)


def drafts(
    pair_scores: NDArray[np.float32],
    pairs: Pairs,
    candidates: Candidates,
    chosen: NDArray[np.int8],
) -> list[Draft]:
    """Return a draft for each candidate that has any content."""
    chance = np.exp(pair_scores)
    with_content = np.unique(pairs.candidate[chosen == OF_CONTENT])
    found = []
    for number in with_content.tolist():
        low, high = int(pairs.bounds[number]), int(pairs.bounds[number + 1])
        start = int(pairs.token[low])
        marks = chosen[low:high]
        content = runs(marks == OF_CONTENT, start)
        sources = runs(marks == OF_SOURCE, start)
        head = int(candidates.head[number])
        cue = _cue(marks == OF_CUE, start, candidates, number)
        content_chance = float(chance[low:high, OF_CONTENT][marks == OF_CONTENT].mean())
        source, backing = None, 0.0
        if sources:
            of_source = chance[low:high, OF_SOURCE]
            weighed = [float(of_source[a - start : b - start].sum()) for a, b in sources]
            best = int(np.argmax(weighed))
            source = sources[best]
            backing = weighed[best] / (source[1] - source[0])
        found.append(Draft(number, head, cue, source, content, content_chance, backing))
    return found


def runs(marked: NDArray[np.bool_], start: int) -> tuple[Range, ...]:
    """Return the runs of marked tokens; ``start`` is the first token's number."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])).astype(np.int8)))
    pairs = (edges + start).tolist()
    return tuple(zip(pairs[::2], pairs[1::2], strict=True))


def _cue(marked: NDArray[np.bool_], start: int, candidates: Candidates, number: int) -> Range:
    first, last = int(candidates.first[number]), int(candidates.last[number])
    for low, high in runs(marked, start):
        if low < last and first < high:
            return (low, high)
    return (first, last)
