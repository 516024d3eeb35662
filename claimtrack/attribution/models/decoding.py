"""The best reading of each candidate cue: its source, its content, and its own extent.

A Viterbi search over the parts (none, source, content, cue), all candidates side by side; the
transition scores are learned from annotated text.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.labels import NONE, OF_CONTENT, OF_SOURCE, PARTS
from claimtrack.attribution.models.anchor_templates import Pairs
from claimtrack.attribution.models.candidates import Candidates
from claimtrack.attribution.models.view import Ints

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

    def moved(self, by: int) -> Draft:
        """Return the draft ``by`` tokens further on."""
        return Draft(
            self.candidate,
            self.head + by,
            (self.cue[0] + by, self.cue[1] + by),
            None if self.source is None else (self.source[0] + by, self.source[1] + by),
            tuple((first + by, last + by) for first, last in self.content),
            self.support,
            self.backing,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Transitions:
    """Scores of one part following another, (from, to), with a row and a column for the edges.

    ``bias`` is added to the scores of the parts; ``bold`` instead of it where a candidate shows
    no content otherwise.
    """

    scores: NDArray[np.float32]
    bias: NDArray[np.float32]
    bold: NDArray[np.float32]


def parts(
    pair_scores: NDArray[np.float32], pairs: Pairs, transitions: Transitions
) -> NDArray[np.int8]:
    """Return the likeliest part of every pair's token, candidate by candidate.

    Candidates that show no content are read once more, boldly: whether such a reading stands is
    judged later, on the whole of it.
    """
    chosen = np.zeros(len(pairs.token), np.int8)
    lengths = np.diff(pairs.bounds)
    order = np.argsort(lengths, kind="stable")
    for begin in range(0, len(order), _BATCH):
        group = order[begin : begin + _BATCH]
        _read(pair_scores, pairs.bounds[group], lengths[group], transitions, chosen)
    return chosen


_BATCH = 256
_STATES = len(PARTS)


def _read(
    pair_scores: NDArray[np.float32],
    offsets: Ints,
    lengths: Ints,
    transitions: Transitions,
    chosen: NDArray[np.int8],
) -> None:
    """Read the candidates both plainly and boldly in one search, and keep the reading wanted."""
    count, width = len(lengths), int(lengths.max())
    steps = np.arange(width)[:, None]
    inside = steps < lengths
    place = np.where(inside, offsets + steps, 0)
    said = pair_scores[place].transpose(0, 2, 1)
    emitted = np.concatenate(
        (said + transitions.bias[:, None], said + transitions.bold[:, None]), axis=2
    )
    states = _search(emitted, np.concatenate((lengths, lengths)), transitions.scores)
    silent = ~((states[:, :count] == OF_CONTENT) & inside).any(axis=0)
    best = np.where(silent, states[:, count:], states[:, :count])
    chosen[place[inside]] = best[inside]


def _search(
    emitted: NDArray[np.float32], lengths: Ints, scores: NDArray[np.float32]
) -> NDArray[np.int8]:
    """Return the best path of each column of ``emitted`` (steps, states, sequences).

    What lies past a sequence's length is not looked at. Viterbi's search, with all sequences side
    by side.
    """
    width, _, count = emitted.shape
    step = np.ascontiguousarray(scores[:_STATES, :_STATES, None])
    best = np.empty_like(emitted)
    best[0] = scores[_STATES, :_STATES, None] + emitted[0]
    total = np.empty((_STATES, _STATES, count), np.float32)
    for here in range(1, width):
        np.add(best[here - 1][:, None], step, out=total)
        np.maximum.reduce(total, axis=0, out=best[here])
        best[here] += emitted[here]
    everyone = np.arange(count)
    final = best[lengths - 1, :, everyone] + scores[:_STATES, _STATES]
    came = _came(best, scores)
    came[np.arange(1, width)[:, None] >= lengths] = np.arange(_STATES)
    states = np.empty((width, count), np.int8)
    states[-1] = final.argmax(axis=1)
    flat = came.reshape(width - 1, -1) if width > 1 else came
    rows = everyone * _STATES
    for here in range(width - 2, -1, -1):
        flat[here].take(rows + states[here + 1], out=states[here])
    return states


def _came(best: NDArray[np.float32], scores: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return from which state each was best reached: (steps - 1, sequences, states)."""
    width, _, count = best.shape
    came = np.empty((width - 1, count, _STATES), np.int8)
    for state in range(_STATES):
        came[:, :, state] = (best[:-1] + scores[:_STATES, state, None]).argmax(axis=1)
    return came


def drafts(
    pair_scores: NDArray[np.float32],
    pairs: Pairs,
    candidates: Candidates,
    chosen: NDArray[np.int8],
) -> list[Draft]:
    """Return a draft for each candidate that has any content."""
    size = len(chosen)
    breaks = np.ones(size, bool)
    breaks[1:] = (chosen[1:] != chosen[:-1]) | (pairs.candidate[1:] != pairs.candidate[:-1])
    starts = np.flatnonzero(breaks)
    own = np.exp(pair_scores[np.arange(size), chosen])
    weights = np.add.reduceat(own, starts) if size else own
    lengths = np.diff(np.append(starts, size))
    part, token = chosen[starts], pairs.token[starts]
    kept = part != NONE
    grouped: dict[int, list[_Run]] = {}
    for number, kind, first, length, weight in zip(
        pairs.candidate[starts][kept].tolist(),
        part[kept].tolist(),
        token[kept].tolist(),
        lengths[kept].tolist(),
        weights[kept].tolist(),
        strict=True,
    ):
        grouped.setdefault(number, []).append((kind, first, first + length, weight))
    heads = candidates.head.tolist()
    bounds = list(zip(candidates.first.tolist(), candidates.last.tolist(), strict=True))
    made = (_draft(number, heads[number], bounds[number], runs) for number, runs in grouped.items())
    return [draft for draft in made if draft is not None]


_Run = tuple[int, int, int, float]
"""A run of tokens of one part: the part, first token, last (half-open), summed probability."""


def _draft(number: int, head: int, bounds: Range, found: list[_Run]) -> Draft | None:
    pieces: list[Range] = []
    source, cue = None, None
    summed = count = strongest = backing = 0.0
    for part, first, last, weight in found:
        if part == OF_CONTENT:
            pieces.append((first, last))
            summed += weight
            count += last - first
        elif part == OF_SOURCE:
            if source is None or weight > strongest:
                source, strongest, backing = (first, last), weight, weight / (last - first)
        elif cue is None and first < bounds[1] and bounds[0] < last:
            cue = (first, last)
    if not pieces:
        return None
    return Draft(number, head, cue or bounds, source, tuple(pieces), summed / count, backing)
