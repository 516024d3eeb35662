"""Training: annotated articles in, weights out, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack.attribution import attribute
from claimtrack.attribution.models import weights
from claimtrack.attribution.models.linear_engine import LinearEngine
from claimtrack.cli.main import main
from claimtrack.training import attribution, examples
from claimtrack.training.examples import Example
from tests.training.made import write_brat


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_brat(tmp_path_factory.mktemp("brat"))


@pytest.fixture(scope="module")
def learned(folder: Path) -> list[Example]:
    return list(examples.read([folder]))


def test_trained_weights_find_what_they_learned(learned: list[Example], tmp_path: Path) -> None:
    attribution.train(learned, tmp_path, log=lambda line: None)
    made = weights.read(tmp_path)
    document = learned[0].document
    found = attribute(document, LinearEngine(made))
    assert {item.cue.of(document.article.text) for item in found if item.cue} == {"said", "denied"}


def test_training_again_gives_the_same_bytes(learned: list[Example], tmp_path: Path) -> None:
    for name in ("one", "two"):
        attribution.train(learned, tmp_path / name, log=lambda line: None)
    for file in (weights.MODELS, weights.SETTINGS):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_cue_words_are_graded_by_how_often_they_are_cues(learned: list[Example]) -> None:
    graded = attribution.grade(learned)
    assert graded["say"] == 3
    assert "bridge" not in graded


def test_evaluate_prints_the_figures(folder: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", str(folder), "--samples", "20"])
    assert result.exit_code == 0
    assert "sentence_attributed" in result.output
    assert "calibration error" in result.output
