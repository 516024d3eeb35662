"""The linear model: hashed features in, log-probabilities out; weights are plain arrays."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.hashing import BITS
from claimtrack.errors import WeightsProblem

FORMAT = 1
_BLOCK = 4096
_ABSENT = 0


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """A multinomial logistic regression over hashed indicator features.

    ``slot`` maps a feature's hashed index to a row of ``weights`` (row 0 is zero: a feature that
    training never saw, or found useless); ``weights`` has a column a class.
    """

    slot: NDArray[np.int32]
    weights: NDArray[np.float32]
    intercept: NDArray[np.float32]

    def scores(self, table: NDArray[np.int32]) -> NDArray[np.float32]:
        """Return log-probabilities (rows, classes) for feature indexes (templates, rows)."""
        rows = table.shape[1]
        total = np.empty((rows, len(self.intercept)), np.float32)
        for begin in range(0, rows, _BLOCK):
            block = self.slot[table[:, begin : begin + _BLOCK]]
            sums = np.tile(self.intercept, (block.shape[1], 1))
            for template in block:
                sums += self.weights[template]
            total[begin : begin + _BLOCK] = sums
        return log_softmax(total)

    def contributions(self, column: NDArray[np.int32], wanted: int) -> NDArray[np.float32]:
        """Return what each template adds to class ``wanted`` over the mean class, for one row."""
        rows = self.weights[self.slot[column]]
        shares: NDArray[np.float32] = rows[:, wanted] - rows.mean(axis=1)
        return shares


def log_softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return scores as log-probabilities, row by row."""
    if not len(scores):
        return scores
    shifted = scores - scores.max(axis=1, keepdims=True)
    normal: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return normal


def pack(coefficients: NDArray[np.float32], intercept: NDArray[np.float32]) -> LinearModel:
    """Return a model from dense weights (classes, 2**BITS), without the rows that say nothing."""
    useful = np.abs(coefficients).max(axis=0) > _TINY
    slot = np.zeros(1 << BITS, np.int32)
    slot[useful] = np.arange(1, int(useful.sum()) + 1, dtype=np.int32)
    weights = np.concatenate(
        (np.zeros((1, len(coefficients)), np.float32), coefficients[:, useful].T)
    )
    return LinearModel(slot, np.ascontiguousarray(weights, np.float32), intercept)


_TINY = 0.01
_STEPS = 127


def save(path: Path, models: dict[str, LinearModel]) -> None:
    """Write models beside ``path`` and move them there: 8-bit weights with a step a class."""
    arrays: dict[str, NDArray[np.generic]] = {"format": np.array(FORMAT)}
    for name, model in models.items():
        steps = np.maximum(np.abs(model.weights).max(axis=0), 1e-6) / _STEPS
        arrays[f"{name}.used"] = np.packbits(model.slot > 0)
        arrays[f"{name}.weights"] = np.rint(model.weights / steps).astype(np.int8)
        arrays[f"{name}.steps"] = steps.astype(np.float32)
        arrays[f"{name}.intercept"] = model.intercept.astype(np.float32)
    _write(path, arrays)


def _write(path: Path, arrays: dict[str, NDArray[np.generic]]) -> None:
    beside = path.with_suffix(".part")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in sorted(arrays.items()):
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as out:
                np.lib.format.write_array(out, np.asanyarray(array), allow_pickle=False)
    beside.replace(path)


@cache
def load(path: Path) -> dict[str, LinearModel]:
    """Read models from an ``.npz`` file of plain arrays.

    Raises ``WeightsProblem`` when the file is damaged or of another format.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            if int(arrays["format"]) != FORMAT:
                raise WeightsProblem(f"{path}: weights of another format; retrain or update")
            names = sorted(key.removesuffix(".used") for key in arrays if key.endswith(".used"))
            return {name: _model(arrays, name) for name in names}
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as problem:
        raise WeightsProblem(f"{path}: not the weights of a linear model ({problem})") from problem


def _model(arrays: np.lib.npyio.NpzFile, name: str) -> LinearModel:
    used = np.unpackbits(arrays[f"{name}.used"])[: 1 << BITS].astype(bool)
    slot = np.zeros(1 << BITS, np.int32)
    slot[used] = np.arange(1, int(used.sum()) + 1, dtype=np.int32)
    weights = arrays[f"{name}.weights"].astype(np.float32) * arrays[f"{name}.steps"]
    return LinearModel(slot, weights, arrays[f"{name}.intercept"])
