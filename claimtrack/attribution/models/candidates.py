"""Stretches of tokens that may be cues, from an engine's scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.labels import CUE
from claimtrack.attribution.models.view import Ints, View

THRESHOLD = 0.08
"""A token is part of a candidate when it is a cue with at least this probability."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Candidate cues in the order of the text.

    ``first`` and ``last`` are half-open token ranges, ``head`` each one's likeliest token,
    ``probability`` that token's. All stand within one sentence.
    """

    first: Ints
    last: Ints
    head: Ints
    probability: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.first)


def find(scores: Scores, view: View) -> Candidates:
    """Return the candidate cues: runs of likely cue tokens, split where a new one begins."""
    begins, goes_on = np.exp(scores[:, CUE]), np.exp(scores[:, CUE + 1])
    cue = begins + goes_on
    marked = cue > THRESHOLD
    same = np.zeros(view.size, bool)
    same[1:] = view.sentence[1:] == view.sentence[:-1]
    joined = np.zeros(view.size, bool)
    joined[1:] = marked[:-1] & same[1:]
    fresh = np.zeros(view.size, bool)
    fresh[1:] = (begins[1:] > goes_on[1:]) & (begins[1:] > 0.5) & (cue[:-1] > 0.5)
    starts = marked & (~joined | fresh)
    first = np.flatnonzero(starts)
    run = np.cumsum(starts) - 1
    members = np.flatnonzero(marked)
    last = np.zeros(len(first), np.int64)
    if len(first):
        np.maximum.at(last, run[members], members + 1)
    head = _best(cue, first, last)
    return Candidates(first, last, head, cue[head].astype(np.float32))


def _best(cue: NDArray[np.float32], first: Ints, last: Ints) -> Ints:
    heads = [
        start if end - start == 1 else start + int(np.argmax(cue[start:end]))
        for start, end in zip(first.tolist(), last.tolist(), strict=True)
    ]
    return np.array(heads, np.int64)
