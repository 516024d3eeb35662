"""The linear model: hashed features in, log-probabilities out; weights are plain arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimtrack import arrays
from claimtrack.attribution.models.hashing import BITS, Codes, finish, mix
from claimtrack.errors import WeightsProblem

FORMAT = 1
_ROWS = 1 << BITS
_BLOCK = 1024
_LARGEST = 127
_COLUMNS = 128
_CELLS = 1 << 19
_WORDS: dict[int, type[np.unsignedinteger]] = {2: np.uint16, 4: np.uint32, 8: np.uint64}


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """A multinomial logistic regression over hashed indicator features, in 8-bit weights.

    ``weights`` has a row a hashed feature and 2, 4 or 8 columns, the first of them the classes;
    a weight is worth ``steps`` of its class. A row is read as one machine word, so that a
    feature costs one look-up for all classes.
    """

    weights: NDArray[np.int8]
    steps: NDArray[np.float32]
    intercept: NDArray[np.float32]

    def scores(self, table: NDArray[np.int32]) -> NDArray[np.float32]:
        """Return log-probabilities (rows, classes) for feature indexes (templates, rows)."""
        width, classes = self.weights.shape[1], len(self.intercept)
        words = self.weights.view(_WORDS[width]).ravel()
        sums = _summed(words, table, width)[:, :classes]
        return log_softmax((sums * self.steps + self.intercept).astype(np.float32))

    def sums(self, rows: int) -> Sums:
        """Return a sink that scores feature columns as they come, without keeping them."""
        return Sums(self, rows)

    def contributions(self, table: NDArray[np.int32], wanted: int) -> NDArray[np.float32]:
        """Return what each template adds to class ``wanted`` over the mean class.

        One row a template, one column a row of the data, like ``table``.
        """
        rows = self.weights.take(table, axis=0)[..., : len(self.intercept)] * self.steps
        shares: NDArray[np.float32] = rows[..., wanted] - rows.mean(axis=-1)
        return shares


class Sums:
    """Adds up what each feature column says of each row; ``scores()`` gives the outcome.

    Columns are looked up a bundle at a time, so that neither a short article pays for many small
    steps nor a long one for a table of all its features.
    """

    def __init__(self, model: LinearModel, rows: int) -> None:
        self._model = model
        self._words = model.weights.view(_WORDS[model.weights.shape[1]]).ravel()
        self._total = np.zeros((rows, model.weights.shape[1]), np.int16)
        self._bundle = np.empty((max(1, min(_COLUMNS, _CELLS // max(rows, 1))), rows), np.uint64)
        self._count = self._waiting = 0

    def add(self, *codes: Codes) -> None:
        """Take one column: the combination of these codes, told apart by the column's number."""
        if self._waiting == len(self._bundle):
            self._look_up()
        mix(self._bundle[self._waiting], self._count, codes)
        self._count += 1
        self._waiting += 1

    def scores(self) -> NDArray[np.float32]:
        """Return log-probabilities (rows, classes)."""
        self._look_up()
        model = self._model
        sums = self._total[:, : len(model.intercept)] * model.steps + model.intercept
        return log_softmax(sums.astype(np.float32))

    def _look_up(self) -> None:
        indexes = finish(self._bundle[: self._waiting])
        self._total += _summed(self._words, indexes, self._total.shape[1])
        self._waiting = 0


def _summed(
    words: NDArray[Any], indexes: NDArray[np.integer[Any]], width: int
) -> NDArray[np.int16]:
    """Return the sums of the rows that ``indexes`` (templates, rows) name: (rows, ``width``).

    ``words`` holds each row's 8-bit weights as one number. They are added within it, the even and
    the odd bytes apart, in lanes of 16 bits: each weight made positive first, so that no lane
    borrows from another; at most 256 templates at once.
    """
    kind = words.dtype.type
    low = kind(int.from_bytes(bytes([0xFF, 0] * (width // 2)), "little"))
    sign = kind(int.from_bytes(bytes([0x80] * width), "little"))
    total = np.empty((indexes.shape[1], width // 2, 2), np.int16)
    for begin in range(0, indexes.shape[1], _BLOCK):
        block = words.take(indexes[:, begin : begin + _BLOCK], mode="clip")
        block ^= sign
        even = np.add.reduce(block & low, axis=0, dtype=kind)
        block >>= kind(8)
        block &= low
        odd = np.add.reduce(block, axis=0, dtype=kind)
        for lane, sums in enumerate((even, odd)):
            total[begin : begin + _BLOCK, :, lane] = sums.view(np.uint16).reshape(-1, width // 2)
    return total.reshape(-1, width) - np.int16(128 * len(indexes))


def log_softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return scores as log-probabilities, row by row."""
    if not len(scores):
        return scores
    shifted = scores - scores.max(axis=1, keepdims=True)
    normal: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return normal


def pack(coefficients: NDArray[np.float32], intercept: NDArray[np.float32]) -> LinearModel:
    """Return a model from dense weights (classes, 2**BITS), each rounded to a step of its class."""
    steps = (np.maximum(np.abs(coefficients).max(axis=1), 1e-6) / _LARGEST).astype(np.float32)
    rounded = np.rint(coefficients.T / steps).astype(np.int8)
    return _model(rounded, steps, intercept.astype(np.float32))


def save(path: Path, models: dict[str, LinearModel]) -> None:
    """Write models beside ``path`` and move them there; rows of zeros are left out."""
    stored: dict[str, NDArray[Any] | np.generic] = {"format": np.int64(FORMAT)}
    for name, model in models.items():
        rows = model.weights[:, : len(model.intercept)]
        used = rows.any(axis=1)
        stored[f"{name}.used"] = np.packbits(used)
        stored[f"{name}.weights"] = rows[used]
        stored[f"{name}.steps"] = model.steps
        stored[f"{name}.intercept"] = model.intercept
    arrays.write(path, stored)


@cache
def load(path: Path) -> dict[str, LinearModel]:
    """Read models from an ``.npz`` file of plain arrays.

    Raises ``WeightsProblem`` when the file is damaged or of another format.
    """
    try:
        stored = arrays.read(path)
        if int(stored["format"]) != FORMAT:
            raise WeightsProblem(f"{path}: weights of another format; retrain or update")
        names = sorted(key.removesuffix(".used") for key in stored if key.endswith(".used"))
        return {name: _read(stored, name) for name in names}
    except (OSError, KeyError, ValueError) as problem:
        raise WeightsProblem(f"{path}: not the weights of a linear model ({problem})") from problem


def _read(stored: dict[str, NDArray[Any]], name: str) -> LinearModel:
    used = np.unpackbits(stored[f"{name}.used"])[:_ROWS].astype(bool)
    packed = stored[f"{name}.weights"]
    rows = np.zeros((_ROWS, packed.shape[1]), np.int8)
    rows[used] = packed
    return _model(rows, stored[f"{name}.steps"], stored[f"{name}.intercept"])


def _model(
    rows: NDArray[np.int8], steps: NDArray[np.float32], intercept: NDArray[np.float32]
) -> LinearModel:
    width = next(size for size in sorted(_WORDS) if size >= rows.shape[1])
    weights = np.zeros((_ROWS, width), np.int8)
    weights[:, : rows.shape[1]] = rows
    return LinearModel(weights, steps, intercept)
