"""An article's pieces cut into windows of whole sentences that overlap."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Window:
    """One stretch of pieces that is read together; ``[core_start, core_end)`` is judged by it."""

    start: int
    end: int
    core_start: int
    core_end: int


def bounds(sentence_at: NDArray[np.int32], limit: int) -> list[int]:
    """Return where windows may begin: at each sentence, and within those longer than half a one."""
    cuts = [0]
    longest = max(1, limit // 2)
    for end in sentence_at[1:].tolist():
        while end - cuts[-1] > longest:
            cuts.append(cuts[-1] + longest)
        if end > cuts[-1]:
            cuts.append(end)
    return cuts


def windows(cuts: Sequence[int], *, limit: int, overlap: int) -> list[Window]:
    """Cover the pieces with windows of at most ``limit`` that share about ``overlap`` pieces.

    Where two windows overlap, each piece is judged by the one in which it lies further from the
    edge, sentence by sentence.
    """
    spans: list[tuple[int, int]] = []
    first = 0
    while first < len(cuts) - 1:
        last = first + 1
        while last + 1 < len(cuts) and cuts[last + 1] - cuts[first] <= limit:
            last += 1
        spans.append((first, last))
        if last == len(cuts) - 1:
            break
        following = last
        while following - 1 > first and cuts[last] - cuts[following - 1] <= overlap:
            following -= 1
        first = following
    cores = [0]
    for (_, last), (first, _) in itertools.pairwise(spans):
        middle = (cuts[first] + cuts[last]) / 2
        cores.append(cuts[min(range(first, last + 1), key=lambda k: abs(cuts[k] - middle))])
    cores.append(cuts[-1])
    return [
        Window(cuts[first], cuts[last], cores[number], cores[number + 1])
        for number, (first, last) in enumerate(spans)
    ]
