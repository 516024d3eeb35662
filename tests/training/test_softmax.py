from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from claimtrack.training import softmax


def test_what_can_be_told_apart_is_told_apart() -> None:
    features = sparse.csr_matrix(np.tile(np.eye(3, dtype=np.float32), (50, 1)))
    labels = np.tile([2, 0, 1], 50)

    weights = softmax.fit(features, labels, 3, epochs=5, batch=10)

    assert weights.argmax(axis=1).tolist() == [2, 0, 1]


def test_rows_without_a_label_teach_nothing() -> None:
    features = sparse.csr_matrix(np.eye(2, dtype=np.float32))

    weights = softmax.fit(features, np.array([0, -1]), 2, epochs=2)

    assert not weights[1].any()
    assert weights[0, 0] > weights[0, 1]


def test_probabilities_add_up() -> None:
    found = softmax.probabilities(np.array([[1000.0, 0.0], [3.0, 3.0]], np.float32))

    assert np.allclose(found, [[1, 0], [0.5, 0.5]])
