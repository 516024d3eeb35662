"""The pair classifier: how probably two statements say the same, from shipped arrays."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimtrack.claims.matching import features
from claimtrack.claims.matching.wording import Wording
from claimtrack.errors import WeightsProblem

FORMAT = 1

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PairModel:
    """Weights of the pair classifier.

    A support vector machine with a Gaussian kernel decides over the standardised figures of a
    pair and over ``words``, a linear score of which words the statements share and which they do
    not; ``slope`` and ``shift`` turn its margin into a probability.
    """

    names: tuple[str, ...]
    mean: Floats
    scale: Floats
    words: dict[str, float]
    words_bias: float
    words_scale: float
    vectors: Floats
    dual: Floats
    gamma: float
    intercept: float
    slope: float
    shift: float

    def score_words(self, keys: tuple[str, ...]) -> float:
        """Return the linear score of shared and unshared words, keys taken at unit length."""
        known = [self.words[key] for key in keys if key in self.words]
        if not known:
            return self.words_bias
        return self.words_bias + sum(known) / math.sqrt(len(known))

    def probability(self, first: Wording, second: Wording) -> float:
        """Return how probably the two statements say the same, 0-1."""
        figures = (features.vector(first, second) - self.mean) / self.scale
        words = self.score_words(features.differences(first, second)) / self.words_scale
        point = np.append(figures, words)
        distance = np.square(self.vectors - point).sum(axis=1)
        margin = float(np.exp(-self.gamma * distance) @ self.dual) + self.intercept
        return sigmoid(self.slope * margin + self.shift)

    def save(self, path: Path) -> None:
        """Write the weights as plain arrays."""
        keys = sorted(self.words)
        np.savez_compressed(
            path,
            format=np.int64(FORMAT),
            names=np.array(self.names),
            mean=self.mean,
            scale=self.scale,
            word_keys=np.frombuffer("\n".join(keys).encode(), dtype=np.uint8),
            word_weights=np.array([self.words[key] for key in keys], dtype=np.float32),
            vectors=self.vectors.astype(np.float32),
            dual=self.dual.astype(np.float32),
            scalars=np.array(
                [
                    self.words_bias,
                    self.words_scale,
                    self.gamma,
                    self.intercept,
                    self.slope,
                    self.shift,
                ]
            ),
        )


def sigmoid(value: float) -> float:
    """Return the logistic function of a value."""
    return float(1 / (1 + np.exp(-min(max(value, -40.0), 40.0))))


def read(path: Path) -> PairModel:
    """Read weights that :meth:`PairModel.save` wrote."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError) as problem:
        raise WeightsProblem(f"{path}: not readable as pair weights: {problem}") from problem
    if int(arrays.get("format", np.int64(0))) != FORMAT:
        raise WeightsProblem(f"{path}: pair weights of another format; train them again")
    bias, words_scale, gamma, intercept, slope, shift = map(float, arrays["scalars"])
    keys = arrays["word_keys"].tobytes().decode().split("\n")
    return PairModel(
        names=tuple(map(str, arrays["names"])),
        mean=arrays["mean"],
        scale=arrays["scale"],
        words=dict(zip(keys, map(float, arrays["word_weights"]), strict=True)),
        words_bias=bias,
        words_scale=words_scale,
        vectors=arrays["vectors"].astype(np.float64),
        dual=arrays["dual"].astype(np.float64),
        gamma=gamma,
        intercept=intercept,
        slope=slope,
        shift=shift,
    )


@lru_cache(maxsize=1)
def shipped() -> PairModel:
    """Return the weights that ship in the package."""
    with as_file(files("claimtrack.claims.matching").joinpath("data/pairs.npz")) as path:
        return read(path)
