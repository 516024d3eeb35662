"""Training: annotated articles in, weights out, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack.attribution import attribute, weights
from claimtrack.attribution.linear_engine import LinearEngine
from claimtrack.cli.main import main
from claimtrack.training import attribution, examples
from claimtrack.training.examples import Example

SPEAKERS = ("Ann Lee", "Bob Roy", "Eva Kim", "Tom Fox", "Ida Sun", "Max Ray")
VERBS = ("said", "claimed", "denied", "wrote")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a brat folder of made articles, each with two attributions and a plain sentence."""
    made = tmp_path_factory.mktemp("brat")
    for number in range(24):
        text, lines = "", []
        for turn in range(2):
            who = f"Mayor {SPEAKERS[(number + turn) % 6]}"
            verb = VERBS[(number + 2 * turn) % 4]
            content = f"that the bridge over the river {number} was closed"
            start = len(text)
            cue = start + len(who) + 1
            rest = cue + len(verb) + 1
            text += f"{who} {verb} {content}. The road was built in 19{60 + number}. "
            end = rest + len(content)
            lines += [
                f"T{3 * turn + 1}\tContent {rest} {end}\tx",
                f"T{3 * turn + 2}\tSource {start} {cue - 1}\tx",
                f"T{3 * turn + 3}\tCue {cue} {rest - 1}\tx",
                f"R{2 * turn + 1}\tSays Arg1:T{3 * turn + 2} Arg2:T{3 * turn + 1}",
                f"R{2 * turn + 2}\tSignals Arg1:T{3 * turn + 3} Arg2:T{3 * turn + 1}",
            ]
        (made / f"a{number:02}.txt").write_text(text, encoding="utf-8")
        (made / f"a{number:02}.ann").write_text("\n".join(lines), encoding="utf-8")
    return made


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
