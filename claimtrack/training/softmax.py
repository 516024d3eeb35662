"""Multinomial logistic regression on sparse features, in minibatches, the same bits every time."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray

Weights = NDArray[np.float32]


def fit(
    features: sparse.csr_matrix,
    labels: NDArray[np.int64],
    label_count: int,
    *,
    epochs: int,
    rate: float = 0.1,
    batch: int = 4096,
    seed: int = 0,
) -> Weights:
    """Return weights (features x labels); rows labelled -1 are left out.

    Steps shrink with what a feature has seen (AdaGrad, one sum for all labels of a feature), so
    that rare features learn as quickly as frequent ones. The weights are the mean over all steps
    after the first epoch, if there is more than one.
    """
    weights = np.zeros((features.shape[1], label_count), np.float32)
    seen = np.full((features.shape[1], 1), 1e-3, np.float32)
    known = np.flatnonzero(labels >= 0)
    generator = np.random.default_rng(seed)
    summed = np.zeros_like(weights)
    steps = 0
    for epoch in range(epochs):
        order = generator.permutation(known)
        for begin in range(0, len(order), batch):
            chosen = order[begin : begin + batch]
            part = features[chosen]
            used, columns = np.unique(part.indices, return_inverse=True)
            part = sparse.csr_matrix(
                (part.data, columns, part.indptr), shape=(len(chosen), len(used))
            )
            errors = probabilities(part @ weights[used])
            errors[np.arange(len(chosen)), labels[chosen]] -= 1
            slope = part.T @ errors
            seen[used] += (slope * slope).mean(axis=1, keepdims=True)
            weights[used] -= rate * slope / np.sqrt(seen[used])
            if epoch or epochs == 1:
                summed += weights
                steps += 1
    mean: Weights = (summed / max(steps, 1)).astype(np.float32)
    return mean


def probabilities(scores: Weights) -> Weights:
    """Return the softmax of each row."""
    scaled: Weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    scaled /= scaled.sum(axis=1, keepdims=True)
    return scaled
