"""Our Punkt decides as NLTK's does with the same parameters."""

from __future__ import annotations

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from claimtrack.errors import WeightsProblem
from claimtrack.language import punkt
from tests.language.golden import HERE, SHARED

POLNEAR = SHARED / "data" / "polnear" / "dev.jsonl.gz"
SCU = SHARED / "data" / "scu" / "dev.jsonl"


@pytest.fixture(scope="module")
def reference() -> PunktSentenceTokenizer:
    ours = punkt.shipped()
    parameters = PunktParameters()
    parameters.abbrev_types = set(ours.abbreviations)
    parameters.collocations = set(ours.collocations)
    parameters.sent_starters = set(ours.starters)
    parameters.ortho_context.update(ours.orthography)
    return PunktSentenceTokenizer(parameters)


def breaks(reference: PunktSentenceTokenizer, text: str) -> list[int]:
    return [piece.stop for piece in reference._slices_from_text(text)][:-1]


@pytest.mark.parametrize("name", ["sentences.txt", "quotations.txt", "test_punkt.py"])
def test_as_nltk_on_the_files_of_this_folder(reference: PunktSentenceTokenizer, name: str) -> None:
    text = (HERE / name).read_text(encoding="utf-8")

    assert punkt.shipped().breaks(text) == breaks(reference, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "...",
        "Very bad acting!!! I promise.",
        "a.b. C. (d.) [e.] 'f.' g.h.i. J",
        "J. S. Bach. 5. 6. 7.8. -9. The",
        "He said so...\n\nThen? he. Left,etc. And. So",
        "Mr. Trump. mr. trump. U.S. Senate U.S. The",
        "x" * 5000 + ". Y",
        "wait. . . what? No. . . Yes",
    ],
)
def test_as_nltk_on_hard_text(reference: PunktSentenceTokenizer, text: str) -> None:
    assert punkt.shipped().breaks(text) == breaks(reference, text)


@pytest.mark.skipif(not POLNEAR.exists(), reason="needs ../shared/data/polnear")
def test_as_nltk_on_news(reference: PunktSentenceTokenizer) -> None:
    with gzip.open(POLNEAR, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 12):
            text = json.loads(line)["text"]
            assert punkt.shipped().breaks(text) == breaks(reference, text)


@pytest.mark.skipif(not SCU.exists(), reason="needs ../shared/data/scu")
def test_as_nltk_on_other_news(reference: PunktSentenceTokenizer) -> None:
    for line in SCU.read_text(encoding="utf-8").splitlines()[:4]:
        text = json.loads(line)["text"]
        assert punkt.shipped().breaks(text) == breaks(reference, text)


def test_a_stretch_is_decided_as_if_it_stood_alone() -> None:
    text = "He left. She stayed. They met. Then it ended."
    part = text[9:30]

    assert punkt.shipped().breaks(text, 9, 30) == [9 + at for at in punkt.shipped().breaks(part)]


@pytest.mark.parametrize("content", ["", "[]", '{"format": 99}', '{"format": 1}'])
def test_damaged_parameters_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "punkt.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(WeightsProblem, match=r"punkt\.json"):
        punkt.load(path)
