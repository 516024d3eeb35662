"""Examples cut into windows and packed into batches of tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from claimtrack.attribution.accurate.windows import Window
from claimtrack.attribution.accurate.wordpieces import Vocabulary
from claimtrack.training.accurate.examples import UNKNOWN, Example

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows side by side, padded to the longest."""

    ids: torch.Tensor
    kinds: torch.Tensor
    mask: torch.Tensor
    labels: torch.Tensor
    """(windows, pieces): the label of the word that begins here, or ``IGNORED``."""
    keys: torch.Tensor
    """(windows, pieces): may be pointed to (words' first pieces, and the window's first piece)."""
    targets: torch.Tensor
    """(windows, 2, pieces, pieces): piece i should point to one of these."""


def random_windows(
    examples: Sequence[Example], *, limit: int, chance: random.Random
) -> list[tuple[Example, Window]]:
    """Cut every example once, beginning with a window of random length."""
    found: list[tuple[Example, Window]] = []
    for item in examples:
        budget = chance.randint(limit // 4, limit)
        start = 0
        for here, following in zip(item.cuts, [*item.cuts[1:], None], strict=True):
            if here > start and (following is None or following - start > budget):
                found.append((item, Window(start, here, start, here)))
                start, budget = here, limit
    return found


def batches(
    windows: Sequence[tuple[Example, Window]],
    vocabulary: Vocabulary,
    *,
    size: int,
    chance: random.Random,
) -> Iterator[Batch]:
    """Pack shuffled windows of similar length."""
    order = list(windows)
    chance.shuffle(order)
    packs: list[list[tuple[Example, Window]]] = []
    for at in range(0, len(order), size * 24):
        pool = sorted(order[at : at + size * 24], key=lambda pair: pair[1].end - pair[1].start)
        packs.extend(pool[k : k + size] for k in range(0, len(pool), size))
    chance.shuffle(packs)
    for some in packs:
        yield pack(some, vocabulary)


def pack(windows: Sequence[tuple[Example, Window]], vocabulary: Vocabulary) -> Batch:
    """Lay windows side by side."""
    length = 2 + max(window.end - window.start for _, window in windows)
    shape = (len(windows), length)
    ids = np.full(shape, vocabulary.padding, dtype=np.int64)
    kinds = np.zeros(shape, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.int64)
    labels = np.full(shape, IGNORED, dtype=np.int64)
    keys = np.zeros(shape, dtype=bool)
    targets = np.zeros((len(windows), 2, length, length), dtype=bool)
    for row, (item, window) in enumerate(windows):
        pieces = item.pieces
        size = window.end - window.start
        ids[row, 0] = vocabulary.start
        ids[row, 1 : size + 1] = pieces.ids[window.start : window.end]
        ids[row, size + 1] = vocabulary.end
        kinds[row, 1 : size + 1] = pieces.kinds[window.start : window.end]
        mask[row, : size + 2] = 1
        first, last = np.searchsorted(pieces.word_at, [window.start, window.end])
        places = pieces.word_at[first:last] - window.start + 1
        labels[row, places] = item.labels[first:last]
        keys[row, 0] = True
        keys[row, places] = True
        for column in range(2):
            for place, link in zip(places, item.links[first:last, column], strict=True):
                if link == UNKNOWN:
                    continue
                if link < 0:
                    targets[row, column, place, 0] = True
                    continue
                begin, end = item.spans[link]
                begin, end = max(begin, int(first)), min(end, int(last))
                if end > begin:
                    targets[row, column, place, places[begin - first : end - first]] = True
    return Batch(*(torch.from_numpy(array) for array in (ids, kinds, mask, labels, keys, targets)))
