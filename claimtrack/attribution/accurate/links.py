"""Links that the network proposes: from each word to the words of its source and of its cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

SOURCE, CUE = 0, 1
"""Columns of the arrays: where the word's source stands, and where its cue."""

KEPT = 6
"""How many target words are kept for each word."""

NOWHERE = -1
"""The target of a word whose source (or cue) is not in sight."""


@dataclass(frozen=True, slots=True)
class Links:
    """The likeliest targets of each word, most likely first.

    They mean something for words of contents (both columns) and of cues (the source column); the
    network was not trained on others.
    """

    targets: NDArray[np.int32]
    """(words, 2, KEPT): indices of words, ``NOWHERE`` for no source or cue in sight."""
    probabilities: NDArray[np.float32]
    """(words, 2, KEPT)."""

    def of(self, start: int, end: int) -> Links:
        """Return the links of the words ``[start, end)`` alone, one whole text."""
        return Links(self.targets[start:end], self.probabilities[start:end]).moved(-start)

    def moved(self, by: int) -> Links:
        """Return the links of words that stand ``by`` words further on."""
        return Links(
            np.where(self.targets < 0, self.targets, self.targets + by), self.probabilities
        )

    def shares(
        self,
        column: int,
        words: NDArray[np.int64],
        first: NDArray[np.int64] | int,
        last: NDArray[np.int64] | int,
    ) -> NDArray[np.float32]:
        """Return how much of what each word points to lies in its range ``[first, last)``."""
        aims = self.targets[words, column]
        low, high = (np.reshape(np.asarray(bound), (-1, 1)) for bound in (first, last))
        inside = (aims >= low) & (aims < high)
        found: NDArray[np.float32] = (self.probabilities[words, column] * inside).sum(axis=1)
        return found

    def share(self, column: int, words: tuple[int, int], target: tuple[int, int]) -> float:
        """Return how much of what ``words`` point to lies in ``target`` (half-open ranges)."""
        if words[1] <= words[0]:
            return 0.0
        return float(self.shares(column, np.arange(*words), *target).mean())

    def nowhere(self, column: int, words: tuple[int, int]) -> float:
        """Return how much of what ``words`` point to is nothing in sight."""
        return self.share(column, words, (NOWHERE, NOWHERE + 1))


def joined(parts: Sequence[Links]) -> Links:
    """Return the links of texts side by side."""
    sizes = [len(part.targets) for part in parts]
    moved = [part.moved(by) for part, by in zip(parts, accumulate([0, *sizes]), strict=False)]
    return Links(
        np.concatenate([part.targets for part in moved]),
        np.concatenate([part.probabilities for part in moved]),
    )


def nearest(
    asks: NDArray[np.float32], answers: NDArray[np.float32], first: int
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Return targets and probabilities of the words that ``asks``, from all that ``answers``.

    Both are (words, 2, size); the first of ``answers`` stands for nothing in sight, the next for
    the word ``first``.
    """
    scores = np.einsum("iks,jks->ikj", asks, answers, optimize=True) / np.sqrt(asks.shape[2])
    scores = np.exp(scores - scores.max(axis=2, keepdims=True))
    scores /= scores.sum(axis=2, keepdims=True)
    kept = min(KEPT, scores.shape[2])
    order = np.argsort(-scores, axis=2, kind="stable")[:, :, :kept]
    targets = np.full((*scores.shape[:2], KEPT), NOWHERE, dtype=np.int32)
    chances = np.zeros((*scores.shape[:2], KEPT), dtype=np.float32)
    targets[:, :, :kept] = np.where(order == 0, NOWHERE, order - 1 + first)
    chances[:, :, :kept] = np.take_along_axis(scores, order, axis=2)
    return targets, chances
