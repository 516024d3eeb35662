"""Labels for tokens: part of speech, entity and dependency relation, by one linear model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimtrack.errors import WeightsProblem
from claimtrack.language import shapes
from claimtrack.language.labels import ENTITIES, RELATIONS, TAGS

FORMAT = 1
WINDOW = 2
SHIPPED = Path(__file__).parent / "data" / "tagger.npz"

_CACHE_SIZE = 8192
_PAD = 0

Labels = tuple[NDArray[np.int8], NDArray[np.int8], NDArray[np.int8]]


class Tagger:
    """Linear scores of the words in a window, summed; the best label wins.

    Every word type has one vector of scores for each place of the window. It is made once, from
    the type's features, and kept; a token's scores are then five rows added up.
    """

    def __init__(
        self, names: Sequence[str], rows: NDArray[np.int32], table: NDArray[np.float32]
    ) -> None:
        self._features = {name: index for index, name in enumerate(names)}
        self._rows, self._table = rows, table
        self._slots: dict[str, int] = {}
        self._vectors = np.zeros((_CACHE_SIZE, rows.shape[0], table.shape[1]), np.float32)
        self._forget()

    def _forget(self) -> None:
        self._slots.clear()
        self._slots["\n"] = _PAD
        self._vectors[_PAD] = self._sum([len(self._features)])

    def _sum(self, features: list[int]) -> NDArray[np.float32]:
        summed: NDArray[np.float32] = self._table[self._rows[:, features]].sum(axis=1)
        return summed

    def _ids(self, words: Sequence[str]) -> NDArray[np.int64]:
        slots = self._slots
        ids = list(map(slots.get, words))
        if None in ids:
            ids = []
            if len(slots) + len(set(words)) > _CACHE_SIZE:
                self._forget()
            for word in words:
                slot = slots.get(word)
                if slot is None:
                    slot = self._learn(word)
                ids.append(slot)
        return np.array(ids, np.int64)

    def _learn(self, word: str) -> int:
        slots, key = self._slots, word[: shapes.LONGEST]
        slot = slots.get(key)
        if slot is None:
            known = self._features
            found = [known[name] for name in shapes.features(key) if name in known]
            slot = len(slots)
            slots[key] = slot
            self._vectors[slot] = self._sum(found)
        return slot

    def label(
        self, words: Sequence[str], firsts: NDArray[np.int64], lasts: NDArray[np.int64]
    ) -> Labels:
        """Return tags, entities and relations of ``words`` in sentences ``[first, last)``."""
        scores = self.scores(words, firsts, lasts)
        tags, entities, _ = np.cumsum([len(TAGS), len(ENTITIES), len(RELATIONS)])
        return (
            scores[:, :tags].argmax(axis=1).astype(np.int8),
            scores[:, tags:entities].argmax(axis=1).astype(np.int8),
            scores[:, entities:].argmax(axis=1).astype(np.int8),
        )

    def scores(
        self, words: Sequence[str], firsts: NDArray[np.int64], lasts: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Return the scores of all labels, a row a token."""
        total = np.zeros((len(words), self._table.shape[1]), np.float32)
        if not words:
            return total
        lengths = lasts - firsts
        place = np.arange(len(words)) + WINDOW * np.repeat(np.arange(1, len(lengths) + 1), lengths)
        padded = np.full(len(words) + WINDOW * (len(lengths) + 1), _PAD, np.int64)
        step = _CACHE_SIZE // 2
        if len(words) <= step:
            padded[place] = self._ids(words)
            for column, offset in enumerate(range(-WINDOW, WINDOW + 1)):
                total += self._vectors[padded[place + offset], column]
            return total
        for begin in range(0, len(words), step):
            low, high = max(0, begin - WINDOW), min(len(words), begin + step + WINDOW)
            padded[place[low:high]] = self._ids(words[low:high])
            here = place[begin : begin + step]
            for column, offset in enumerate(range(-WINDOW, WINDOW + 1)):
                total[begin : begin + step] += self._vectors[padded[here + offset], column]
        return total


def load(path: Path) -> Tagger:
    """Read a tagger from an ``.npz`` file of plain arrays."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            if int(arrays["format"]) != FORMAT:
                raise WeightsProblem(f"{path}: weights of another format; retrain or update")
            names = arrays["names"].tobytes().decode("utf-8").split("\n")
            table = arrays["table"].astype(np.float32) * arrays["steps"]
            return Tagger(names, arrays["rows"], table)
    except (OSError, KeyError, ValueError) as problem:
        raise WeightsProblem(f"{path}: not the weights of a tagger ({problem})") from problem


@cache
def shipped() -> Tagger:
    """Return the tagger with the weights that ship with the package."""
    return load(SHIPPED)
