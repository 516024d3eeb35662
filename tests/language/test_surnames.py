from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from claimtrack import reading
from claimtrack.language import ENTITIES, TAGS, parse
from claimtrack.language.surnames import restore

FULL = "Thomas Hoenig runs the bank in Kansas City. "


def _tag(text: str, word: str) -> list[str]:
    document = parse(reading.read_text(text))
    return [document.tag(place) for place, item in enumerate(document.words) if item == word]


@pytest.mark.parametrize(
    "sentence",
    [
        "It could create another bubble, Hoenig warns.",
        "Savings dropped to less than 2 percent, Hoenig notes.",
        "“These are the guys,” Hoenig explains as we walk past.",
    ],
)
def test_a_surname_is_known_by_its_bearer(sentence: str) -> None:
    assert set(_tag(FULL + sentence, "Hoenig")) == {"NNP"}


def test_what_closes_a_sentence_behind_a_surname_is_a_verb() -> None:
    assert _tag(FULL + "It could create another bubble, Hoenig warns.", "warns") == ["VBZ"]


def test_a_common_word_that_opens_a_sentence_stays_one() -> None:
    words = "Ann Young left . Young people left . They saw Young people .".split()
    tags = _codes(TAGS, "NNP NNP VBD . JJ NNS VBD . PRP VBD JJ NNS .")
    entities = _codes(ENTITIES, "B-PERSON I-PERSON" + " O" * 11)
    restore(words, np.array([0, 4, 8]), tags, entities)
    assert [TAGS[tags[place]] for place in (1, 4, 10)] == ["NNP", "JJ", "NNP"]


def _codes(names: Sequence[str], labels: str) -> NDArray[np.int8]:
    return np.array([names.index(label) for label in labels.split()], np.int8)
