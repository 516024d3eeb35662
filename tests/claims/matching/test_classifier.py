"""The weights: what ships can be read, and damaged files are told from good ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from claimtrack.claims.matching import classifier, features
from claimtrack.claims.matching.wording import wording
from claimtrack.errors import WeightsProblem


def test_shipped_weights_fit_the_features() -> None:
    figures = features.row(wording("a bridge fell"), wording("the bridge fell"))
    assert classifier.shipped().names == tuple(figures)
    assert len(classifier.shipped().mean) == len(figures)


def test_weights_come_back_as_they_were_saved(tmp_path: Path) -> None:
    model = classifier.shipped()
    path = tmp_path / "pairs.npz"
    model.save(path)
    again = classifier.read(path)
    one, other = wording("Shares rose 3 percent on Monday"), wording("On Monday shares rose 3%")
    assert again.probability(one, other) == model.probability(one, other)


@pytest.mark.parametrize("content", [b"", b"no zip at all"])
def test_damaged_weights_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pairs.npz"
    path.write_bytes(content)
    with pytest.raises(WeightsProblem):
        classifier.read(path)


def test_weights_of_another_format_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.npz"
    np.savez(path, format=np.int64(classifier.FORMAT + 1))
    with pytest.raises(WeightsProblem, match="another format"):
        classifier.read(path)
