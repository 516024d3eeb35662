from __future__ import annotations

from pathlib import Path

from claimtrack.language import punkt
from claimtrack.training import punkt as training

TEXT = (
    "Mr. Kim met Dr. Lee. The doctor left. The U.S. Senate met approx. five times. "
    "Then Mr. Lee spoke. The senate listened. Mr. Ali left. then he came back. "
)


def test_trained_parameters_can_be_loaded_and_know_the_abbreviations(tmp_path: Path) -> None:
    path = training.train([TEXT * 10, TEXT * 5], tmp_path)
    found = punkt.load(path)

    assert "mr" in found.abbreviations
    assert "senate" not in found.abbreviations
    text = "He met Mr. Kim. The end."
    assert [text[:at] for at in found.breaks(text)] == ["He met Mr. Kim."]


def test_training_again_gives_the_same_bytes(tmp_path: Path) -> None:
    first = training.train([TEXT * 5], tmp_path / "first")
    second = training.train([TEXT * 5], tmp_path / "second")

    assert first.read_bytes() == second.read_bytes()
