"""Training of the pair classifier, on few pairs."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from claimtrack.claims.matching import classifier
from claimtrack.claims.matching.wording import wording
from claimtrack.errors import CorpusProblem
from claimtrack.training import pairs

HEAD = "\ufeffQuality\t#1 ID\t#2 ID\t#1 String\t#2 String\r\n"
PLACES = "bridge harbour railway school stadium hospital market theatre".split()


def rows() -> str:
    found = HEAD
    for number, place in enumerate(PLACES * 3):
        text = f"The council will close the old {place} in {2000 + number}"
        found += f"1\t1\t2\t{text} .\tThe old {place} will be closed in {2000 + number} .\r\n"
        found += f"0\t1\t2\t{text} .\tFans sang in front of the {place} all night long .\r\n"
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv.gz"
    path.write_bytes(gzip.compress(rows().encode()))
    return path


def test_pairs_are_read(file: Path) -> None:
    found = pairs.read_pairs(file)
    assert len(found) == 48
    assert found[0].paraphrase and not found[1].paraphrase
    assert found[0].first == "The council will close the old bridge in 2000 ."


@pytest.mark.parametrize("text", ["", HEAD, HEAD + "2\t1\t2\ta\tb\n", HEAD + "1\ta\tb\n"])
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusProblem):
        pairs.read_pairs(path)


def test_what_is_trained_can_be_read_and_tells_pairs_apart(file: Path, tmp_path: Path) -> None:
    model = classifier.read(pairs.train(file, tmp_path))
    text = wording("The council will close the old tower in 2030")
    same = model.probability(text, wording("The old tower will be closed in 2030"))
    other = model.probability(text, wording("Fans sang in front of the tower all night long"))
    assert same > 0.5 > other


def test_training_again_gives_the_same_weights(file: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
    first, second = (classifier.read(pairs.train(file, folder)) for folder in (one, two))
    assert (first.vectors == second.vectors).all() and first.words == second.words


def test_cross_validation_scores(file: Path) -> None:
    scores = pairs.cross_validate(file)
    assert scores.pairs == 48
    assert scores.accuracy == 1.0
    assert scores.brier < 0.1
