"""Labels for tokens: part of speech, entity and dependency relation, by a linear model.

The first pass scores tags from the words in a window; the second scores all labels from the
same words and from the first pass's tags. Weights are small integers: sums are exact, and the
largest sum wins. A word type's sum over its features is made once for each place of the window
and kept, so that a token costs a few rows of an array and no loop over features.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from claimtrack import arrays
from claimtrack.errors import WeightsProblem
from claimtrack.language import contexts, shapes
from claimtrack.language.labels import ENTITIES, RELATIONS, TAGS

FORMAT = 2
WINDOW = 2
SHIPPED = Path(__file__).parent / "data" / "tagger.npz"

FIRST = len(TAGS)
"""Columns of the first pass; those of the second follow."""
ENTITY_COLUMN = len(TAGS)
RELATION_COLUMN = ENTITY_COLUMN + len(ENTITIES)
SECOND = RELATION_COLUMN + len(RELATIONS)

_CACHE_SIZE = 24_000
_PAD = 0
_ROOT = RELATIONS.index("root")
_STEP = 4096

Labels = tuple[NDArray[np.int8], NDArray[np.int8], NDArray[np.int8]]
Scores = NDArray[np.int16]


class Tagger:
    """Scores and labels the tokens of an article.

    ``names`` are the features of words; ``rows[place, feature]`` is the row of ``table`` with a
    feature's weights at a place of the window (0: none), the last feature standing for the edge
    of a sentence. ``context_words`` are the words that contexts know. For every template,
    ``near_keys`` and ``far_keys`` hold the keys that have weights, row by row in the tables.
    """

    def __init__(
        self,
        names: Sequence[str],
        rows: NDArray[np.int32],
        table: NDArray[np.int8],
        context_words: Sequence[str],
        context_keys: Sequence[NDArray[np.int32]],
        near: NDArray[np.int8],
        far: NDArray[np.int8],
    ) -> None:
        self._features = {name: index for index, name in enumerate(names)}
        self._rows = rows
        self._table = table
        self._context_words = {word: index for index, word in enumerate(context_words, 1)}
        self._word_count = len(context_words) + 1
        self._near = near
        self._far = far
        self._maps = []
        row = 1
        for index, (radix, known) in enumerate(
            zip(contexts.radixes(self._word_count), context_keys, strict=True)
        ):
            if index == len(contexts.NEAR):
                row = 1
            numbers = np.zeros(radix, np.int32)
            numbers[known] = np.arange(row, row + len(known))
            row += len(known)
            self._maps.append(numbers)
        self._lock = Lock()
        self._slots: dict[str, int] = {}
        self._vectors = np.zeros((rows.shape[0], _CACHE_SIZE, table.shape[1]), np.int16)
        self._words = np.zeros(_CACHE_SIZE, np.int64)
        self._forget()

    def _forget(self) -> None:
        self._slots.clear()
        self._slots["\n"] = _PAD
        edge = self._table[self._rows[:, len(self._features)]]
        self._vectors[:, _PAD] = edge

    def _ids(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Return the cache's slot of each word; words not yet seen get one."""
        slots = self._slots
        ids = list(map(slots.get, words))
        if None in ids:
            longest = shapes.LONGEST
            keys = [word[:longest] for word in words]
            new = dict.fromkeys(key for key in keys if key not in slots)
            if len(slots) + len(new) > _CACHE_SIZE:
                self._forget()
                new = dict.fromkeys(keys)
            self._learn(list(new))
            ids = [slots[key] for key in keys]
        return np.array(ids, np.int64)

    def _learn(self, words: list[str]) -> None:
        """Make the vectors of words that are new to the cache."""
        if not words:
            return
        known, first = self._features, len(self._slots)
        unknown = len(known) + 1
        features = np.full((shapes.MOST, len(words)), unknown, np.int64)
        for index, word in enumerate(words):
            self._slots[word] = first + index
            names = shapes.features(word)
            self._words[first + index] = self._context_words.get(names[0][1:], 0)
            for number, name in enumerate(names):
                features[number, index] = known.get(name, unknown)
        gathered = np.empty((len(words), self._table.shape[1]), np.int8)
        for place, rows in enumerate(self._rows):
            vectors = self._vectors[place, first : first + len(words)]
            vectors[:] = 0
            for numbers in features:
                np.take(self._table, rows[numbers], axis=0, out=gathered, mode="clip")
                vectors += gathered

    def label(
        self, words: Sequence[str], firsts: NDArray[np.int64], lasts: NDArray[np.int64]
    ) -> Labels:
        """Return tags, entities and relations of ``words`` in sentences ``[first, last)``."""
        count = len(words)
        tags = np.zeros(count, np.int8)
        entities = np.zeros(count, np.int8)
        relations = np.zeros(count, np.int8)
        begin = 0
        while begin < len(firsts):
            end = int(np.searchsorted(firsts, firsts[begin] + _STEP, side="left"))
            low, high = int(firsts[begin]), int(lasts[end - 1])
            scores = self.scores(words[low:high], firsts[begin:end] - low, lasts[begin:end] - low)
            tags[low:high] = scores[:, :ENTITY_COLUMN].argmax(axis=1)
            entities[low:high] = scores[:, ENTITY_COLUMN:RELATION_COLUMN].argmax(axis=1)
            relations[low:high] = _related(scores[:, RELATION_COLUMN:], firsts[begin:end] - low)
            begin = end
        return tags, entities, relations

    def scores(
        self, words: Sequence[str], firsts: NDArray[np.int64], lasts: NDArray[np.int64]
    ) -> Scores:
        """Return the second pass's scores of all labels, a row a token."""
        spread = contexts.layout(firsts, lasts)
        total = np.zeros((len(words), FIRST + SECOND), np.int16)
        known = np.zeros(len(words), np.int64)
        for begin in range(0, len(words), _STEP):
            self._add_words(words, spread, begin, total, known)
        first = total[:, :FIRST].argmax(axis=1)
        second = total[:, FIRST:]
        around = contexts.Surroundings(spread, first, known, self._word_count)
        keys = contexts.keys(around)
        split = len(contexts.NEAR)
        summed = _summed(self._near, self._maps[:split], keys[:split])
        summed += second
        summed[:, RELATION_COLUMN:] += _summed(self._far, self._maps[split:], keys[split:])
        return summed

    def _add_words(
        self,
        words: Sequence[str],
        spread: contexts.Layout,
        begin: int,
        total: Scores,
        known: NDArray[np.int64],
    ) -> None:
        """Add the words' own scores for the tokens from ``begin`` on, one step of them."""
        end = min(len(words), begin + _STEP)
        low, high = max(0, begin - WINDOW), min(len(words), end + WINDOW)
        padded = np.full(spread.place[high - 1] + WINDOW + 1, _PAD, np.int64)
        here = spread.place[begin:end]
        part = total[begin:end]
        gathered = np.empty_like(part)
        # Slots hold only until the cache is next emptied, which another thread might do.
        with self._lock:
            ids = self._ids(words[low:high])
            padded[spread.place[low:high]] = ids
            known[low:high] = self._words[ids]
            for vectors, offset in zip(self._vectors, range(-WINDOW, WINDOW + 1), strict=True):
                np.take(vectors, padded[here + offset], axis=0, out=gathered, mode="clip")
                part += gathered


def _summed(
    table: NDArray[np.int8], maps: Sequence[NDArray[np.int32]], keys: Sequence[NDArray[np.int64]]
) -> Scores:
    """Return the sum of the rows of ``table`` that each token's keys stand for."""
    summed = np.zeros((len(keys[0]), table.shape[1]), np.int16)
    gathered = np.empty(summed.shape, table.dtype)
    for numbers, key in zip(maps, keys, strict=True):
        # mode="clip" spares the copy that the checking mode makes; no key is out of bounds.
        np.take(table, numbers[key], axis=0, out=gathered, mode="clip")
        summed += gathered
    return summed


def _related(scores: Scores, firsts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the best relation of each token, so that each sentence has exactly one root."""
    others = scores.copy()
    others[:, _ROOT] = np.iinfo(np.int16).min
    relations: NDArray[np.int64] = others.argmax(axis=1)
    tokens = np.arange(len(scores))
    margin = scores[:, _ROOT].astype(np.int64) - others[tokens, relations]
    # Of equal margins the first wins: its rank among the sentence's tokens is the highest.
    rank = margin * len(scores) - tokens
    best = np.maximum.reduceat(rank, firsts)
    roots = np.isin(rank, best, assume_unique=True)
    relations[roots] = _ROOT
    return relations


def load(path: Path) -> Tagger:
    """Read a tagger from an ``.npz`` file of plain arrays."""
    try:
        stored = arrays.read(path)
        if int(stored["format"]) != FORMAT:
            raise WeightsProblem(f"{path}: weights of another format; retrain or update")
        sizes = stored["context_sizes"]
        return Tagger(
            _strings(stored["names"]),
            stored["rows"],
            stored["table"],
            _strings(stored["context_words"]),
            np.split(stored["context_keys"], np.cumsum(sizes)[:-1]),
            stored["near"],
            stored["far"],
        )
    except (OSError, KeyError, ValueError) as problem:
        raise WeightsProblem(f"{path}: not the weights of a tagger ({problem})") from problem


def _strings(array: NDArray[np.uint8]) -> list[str]:
    return array.tobytes().decode("utf-8", "surrogatepass").split("\n")


@cache
def shipped() -> Tagger:
    """Return the tagger with the weights that ship with the package."""
    return load(SHIPPED)
