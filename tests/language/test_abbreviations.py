"""The examples in the data file of abbreviations, all of them."""

from __future__ import annotations

import tomllib

import pytest

from claimtrack.language import abbreviations
from tests.language.golden import document

DATA = tomllib.loads(abbreviations.SHIPPED.read_text(encoding="utf-8"))
EXAMPLES = [
    pytest.param(example, id=f"{name}-{number}")
    for name, group in DATA.items()
    for number, example in enumerate(group["examples"], 1)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_end_where_the_bars_are(example: str) -> None:
    text = example.replace("|", " ")
    found = [text[item.start : item.end] for item in document(text).sentences]

    assert found == example.split("|")


def test_every_group_has_examples_and_says_what_it_is_about() -> None:
    assert all(group["examples"] and group["about"] for group in DATA.values())


def test_an_abbreviation_needs_its_capital_unless_the_group_says_otherwise() -> None:
    known = abbreviations.shipped()

    assert known.group("Sen") == "prefixes"
    assert known.group("sen") is None
    assert known.group("p.m") == "times"
