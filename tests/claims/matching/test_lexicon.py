"""The word lists: every group says what it is for, and its examples hold."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from claimtrack.claims.matching.lexicon import LEXICON
from claimtrack.claims.matching.wording import wording

RAW = json.loads(
    files("claimtrack.claims.matching").joinpath("data/comparison.json").read_text("utf-8")
)
GROUPS = {name: group for name, group in RAW.items() if name != "format"}


@pytest.mark.parametrize("name", GROUPS)
def test_every_group_says_what_it_is(name: str) -> None:
    assert GROUPS[name]["what"].endswith(".")


@pytest.mark.parametrize("name", ["negations", "hedges", "denials", "negative"])
def test_examples(name: str) -> None:
    words = getattr(LEXICON, name)
    for example in GROUPS[name]["match"]:
        assert words & set(wording(example).words), example
    for example in GROUPS[name]["avoid"]:
        taken = wording(example)
        found = taken.hedges if name == "hedges" else words & set(taken.words)
        assert not found, example


def test_classes_of_places_do_not_overlap_much() -> None:
    classes = list(LEXICON.places.values())
    shared = set.intersection(*map(set, classes[:2])) | (set(classes[0]) & set(classes[2]))
    assert shared <= {"georgia", "singapore"}
