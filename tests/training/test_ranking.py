"""Training of the order of candidates, on few pairs."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from claimtrack.claims import ranking as shipped
from claimtrack.claims.matching import features
from claimtrack.claims.matching.wording import wording
from claimtrack.training import ranking
from tests.training.test_pairs import rows


def test_what_is_trained_fits_the_shipped_order(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(rows(), encoding="utf-8")
    raw = json.loads(ranking.train(file, tmp_path).read_text("utf-8"))
    figures = features.row(wording("a bridge fell"), wording("the bridge fell"))
    assert raw["format"] == shipped.FORMAT
    assert len(raw["weights"]) == len(figures) + 1 == len(shipped.weights())
    assert np.isfinite(raw["weights"]).all()


def test_measuring_finds_the_partners(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(rows(), encoding="utf-8")
    found = ranking.measure(file)
    assert found.asked == 48
    assert found.five >= found.first > 0.5
