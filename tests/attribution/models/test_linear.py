"""The linear model: what scikit-learn fitted is what plain arrays give back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from claimtrack.attribution.models import linear
from claimtrack.attribution.models.hashing import BITS, Columns
from claimtrack.errors import WeightsProblem
from claimtrack.training import logistic


def _table(rows: int, templates: int = 5) -> np.ndarray:
    generator = np.random.default_rng(0)
    columns = Columns(rows, templates)
    for _ in range(templates):
        columns.add(generator.integers(1, 20, rows).astype(np.uint64))
    return columns.table()


def test_a_fitted_model_learns_what_its_features_say() -> None:
    table = _table(600)
    labels = (table[0] % 3).astype(np.int8)
    model = logistic.fit(table, labels, classes=3, rates=(0.05, 0.02), batch=32)
    assert (model.scores(table).argmax(axis=1) == labels).mean() > 0.95


def test_scores_are_log_probabilities() -> None:
    table = _table(50)
    model = logistic.fit(table, (table[0] % 2).astype(np.int8), classes=2, batch=16, rarest=1)
    assert np.allclose(np.exp(model.scores(table)).sum(axis=1), 1, atol=1e-5)


def test_weights_survive_writing_and_reading(tmp_path: Path) -> None:
    table = _table(300)
    model = logistic.fit(table, (table[1] % 3).astype(np.int8), classes=3, batch=32)
    path = tmp_path / "model.npz"
    linear.save(path, {"one": model})
    again = linear.load(path)["one"]
    assert np.allclose(again.scores(table), model.scores(table), atol=0.05)
    first = path.read_bytes()
    linear.save(path, {"one": model})
    assert path.read_bytes() == first


def test_a_damaged_file_is_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(b"no weights")
    with pytest.raises(WeightsProblem, match=r"model\.npz"):
        linear.load(path)


def test_a_class_that_training_never_saw_is_never_likely() -> None:
    table = _table(100)
    model = logistic.fit(table, np.zeros(100, np.int8) + 1, classes=3, batch=16, rarest=1)
    assert (model.scores(table).argmax(axis=1) == 1).all()


def test_columns_stay_within_the_table() -> None:
    table = _table(100)
    assert table.min() >= 0
    assert table.max() < 1 << BITS


def test_columns_must_be_as_many_as_announced() -> None:
    columns = Columns(3, 2)
    columns.add(np.ones(3, np.uint64))
    with pytest.raises(ValueError, match="1 templates, 2 announced"):
        columns.table()
