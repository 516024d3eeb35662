"""Fits multinomial logistic regression to hashed features and keeps it as plain arrays.

The estimator is scikit-learn's ``MLPClassifier`` without a hidden layer: softmax regression,
trained by Adam. Its steps adapt to each feature, so that rare words are learned in two or three
passes; the full-batch solver of ``LogisticRegression`` needs hundreds for the same marks.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from claimtrack.attribution.models.hashing import BITS
from claimtrack.attribution.models.linear import LinearModel, pack

RATES = (2e-3, 1e-3, 5e-4)
"""Learning rates: one pass over the data for each."""


def fit(
    table: NDArray[np.int32],
    labels: NDArray[np.int8],
    *,
    classes: int,
    rates: Sequence[float] = RATES,
    penalty: float = 1e-3,
    batch: int = 1024,
    rarest: int = 3,
) -> LinearModel:
    """Return a model fitted to feature indexes (templates, rows) and a label a row.

    Features seen fewer than ``rarest`` times are left out; ``penalty`` is the L2 term. Small data
    gets smaller batches than ``batch``, so that it is learned from in as many steps.
    """
    counts = np.zeros(1 << BITS, np.int64)
    for template in table:
        counts += np.bincount(template, minlength=1 << BITS)
    kept = counts >= rarest
    column = np.full(1 << BITS, -1, np.int32)
    column[kept] = np.arange(int(kept.sum()), dtype=np.int32)
    matrix = _matrix(column[table], int(kept.sum()))
    estimator = MLPClassifier(
        hidden_layer_sizes=(),
        alpha=penalty,
        batch_size=min(len(labels), max(16, min(batch, len(labels) // 80))),
        max_iter=1,
        warm_start=True,
        random_state=0,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        for rate in rates:
            estimator.set_params(learning_rate_init=rate)
            estimator.fit(matrix, labels)
    found = np.asarray(estimator.coefs_[0], np.float32).T
    bias = np.asarray(estimator.intercepts_[0], np.float32)
    seen = np.asarray(estimator.classes_, np.int64)
    if len(seen) == 2:
        half = np.float32(0.5)
        found, bias = np.concatenate((-found, found)) * half, np.concatenate((-bias, bias)) * half
    coefficients = np.zeros((classes, 1 << BITS), np.float32)
    intercept = np.full(classes, -30.0, np.float32)
    coefficients[np.ix_(seen, np.flatnonzero(kept))] = found
    intercept[seen] = bias
    return pack(coefficients, intercept)


def _matrix(columns: NDArray[np.int32], width: int) -> csr_matrix:
    by_row = np.ascontiguousarray(columns.T)
    present = by_row >= 0
    lengths = np.concatenate(([0], np.cumsum(present.sum(axis=1))))
    indices = by_row[present]
    ones = np.ones(len(indices), np.float32)
    return csr_matrix((ones, indices, lengths.astype(np.int32)), shape=(len(by_row), width))
