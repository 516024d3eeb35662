from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from claimtrack.attribution.accurate import NOWHERE, SOURCE, AccurateEngine, load
from claimtrack.attribution.accurate.engine import WEIGHTS
from claimtrack.attribution.accurate.wordpieces import Vocabulary
from claimtrack.attribution.models.weights import shipped as shipped_weights
from claimtrack.errors import MissingExtra, WeightsProblem
from claimtrack.language import parse
from claimtrack.model import Article
from claimtrack.reading import read_text

PIECES = ("[PAD]", "[unused1]", "[UNK]", "[CLS]", "[SEP]", *(f"w{number}" for number in range(50)))


class EchoSession:
    """Instead of a network: a word's label is its id, and it points to the first ``w7``."""

    def run(
        self, names: list[str], inputs: dict[str, NDArray[Any]]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        ids = inputs["ids"]
        assert (inputs["mask"] == (ids != 0)).all()
        labels = np.zeros((*ids.shape, 7), dtype=np.float32)
        np.put_along_axis(labels, (ids % 7)[..., None], 20, axis=2)
        pointers = np.zeros((*ids.shape, 2, 2, 4), dtype=np.float32)
        pointers[:, :, 0, :, 0] = 30
        pointers[..., 1, :, 0] = np.where(ids == PIECES.index("w7"), 30, 0)[..., None]
        return labels, pointers.reshape(*ids.shape, -1)


@pytest.fixture
def echo() -> AccurateEngine:
    return AccurateEngine(
        EchoSession(),
        Vocabulary(PIECES),
        limit=30,
        overlap=8,
        version="test",
        weights=shipped_weights(),
    )


def _article(text: str) -> Article:
    return read_text(text, id="test")


def test_every_word_gets_its_own_scores_from_whichever_window(echo: AccurateEngine) -> None:
    chance = np.random.default_rng(5)
    numbers = chance.integers(0, 50, 400).tolist()
    words = [f"w{number}" for number in numbers]
    sentences = [(at, at + 8) for at in range(0, 400, 8)]
    pieces = Vocabulary(PIECES).encode(words, sentences, [at // 5 for at in range(50)])
    reading = echo.read_pieces(pieces)
    assert reading.scores.dtype == np.float32
    assert reading.scores.argmax(1).tolist() == [(number + 5) % 7 for number in numbers]
    assert np.exp(reading.scores).sum(1) == pytest.approx(np.ones(400), abs=1e-4)


def test_links_point_into_the_article_not_into_the_window(echo: AccurateEngine) -> None:
    words = ["w1"] * 100
    words[77] = "w7"
    sentences = [(at, at + 5) for at in range(0, 100, 5)]
    reading = echo.read_pieces(Vocabulary(PIECES).encode(words, sentences, [0] * 20))
    assert reading.links.share(SOURCE, (74, 79), (77, 78)) == pytest.approx(1.0, abs=1e-3)
    assert reading.links.targets.max() < 100
    assert reading.links.targets.min() >= NOWHERE


def test_a_document_is_read_once(echo: AccurateEngine) -> None:
    document = parse(_article("w1 w2 w3. w7 w8."))
    assert echo.scores((document,)).shape == (len(document.words), 7)
    assert echo.read((document,)) is echo.read((document,))


def test_an_article_without_words_has_no_scores(echo: AccurateEngine) -> None:
    assert echo.read_pieces(Vocabulary(PIECES).encode([], [], [])).scores.shape == (0, 7)


def test_without_the_extra_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtra, match=r"claimtrack\[accurate\]"):
        load(tmp_path)


def test_missing_and_foreign_weights_are_named(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="needs the extra: accurate")
    with pytest.raises(WeightsProblem, match="no trained weights"):
        load(tmp_path / "none")
    settings: dict[str, Any] = {"format": 99, "parts": [], "sha256": ""}
    (tmp_path / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    (tmp_path / "vocabulary.txt").write_text("\n".join(PIECES), encoding="utf-8")
    with pytest.raises(WeightsProblem, match="format 99"):
        load(tmp_path)
    (tmp_path / "settings.json").write_text(json.dumps({**settings, "format": 1}), encoding="utf-8")
    with pytest.raises(WeightsProblem, match="damaged"):
        load(tmp_path)


@pytest.fixture(scope="module")
def shipped() -> AccurateEngine:
    pytest.importorskip("onnxruntime", reason="needs the extra: accurate")
    if not (WEIGHTS / "settings.json").exists():
        pytest.skip("the weights are not in this checkout")
    return load()


def _parts(engine: AccurateEngine, text: str) -> dict[str, str]:
    document = parse(_article(text))
    found = engine.scores((document,)).argmax(1)
    return {
        name: " ".join(
            word for word, label in zip(document.words, found, strict=True) if label in labels
        )
        for name, labels in (("source", (1, 2)), ("cue", (3, 4)), ("content", (5, 6)))
    }


def test_the_shipped_weights_know_a_plain_attribution(shipped: AccurateEngine) -> None:
    parts = _parts(
        shipped, "The bridge is unsafe, the city council said on Monday. It was built in 1931."
    )
    assert "council" in parts["source"]
    assert parts["cue"].startswith("said")
    assert parts["content"].startswith("The bridge is unsafe")
    assert "built" not in parts["content"]


def test_the_shipped_weights_link_a_content_to_its_source(shipped: AccurateEngine) -> None:
    document = parse(
        _article("Ann Reed said the mill will close. Tom Hale said it will stay open.")
    )
    words = document.words
    links = shipped.links((document,))
    reed, hale = words.index("Reed"), words.index("Hale")
    mill, stay = words.index("mill"), words.index("stay")
    assert links.share(SOURCE, (mill, mill + 1), (reed - 1, reed + 1)) > 0.5
    assert links.share(SOURCE, (stay, stay + 1), (hale - 1, hale + 1)) > 0.5


def test_two_readings_are_the_same(shipped: AccurateEngine) -> None:
    text = "Officials believe the dam will hold, according to two people briefed on it. " * 30
    first, second = (shipped.read((parse(_article(text)),)) for _ in range(2))
    assert np.array_equal(first.scores, second.scores)
    assert np.array_equal(first.links.targets, second.links.targets)
