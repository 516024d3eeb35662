"""Whether two statements say the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.claims import compare

SAME = [
    ("The bridge was closed on Monday.", "On Monday the bridge was closed."),
    (
        "Amrozi accused his brother, whom he called “the witness”, of distorting his evidence.",
        'Referring to him as only "the witness", Amrozi accused him of distorting evidence.',
    ),
    (
        "The company reported a profit of $1.5 million for the third quarter.",
        "The company reported a profit of $1,500,000 for the third quarter.",
    ),
]
OTHER = [
    ("Cats eat fish in the harbour at night.", "The parliament voted on the new budget on Monday."),
    ("", ""),
    ("", "The bridge was closed on Monday."),
]
CONFLICTING = [
    (
        "Troops were stationed at all 13 checkpoints around the city.",
        "Troops were stationed at all 30 checkpoints around the city.",
        ("number", "13 checkpoints", "30 checkpoints"),
    ),
    (
        "Peacekeepers took control of the airport in Almaty.",
        "Peacekeepers took control of the airport in Aktau.",
        ("place", "Almaty", "Aktau"),
    ),
    (
        "The curfew has been lifted in the city.",
        "The curfew has not been lifted in the city.",
        ("negation", "lifted", "not been lifted"),
    ),
    (
        "The minister approved the plan for the new railway.",
        "The minister rejected the plan for the new railway.",
        ("negation", "approved", "rejected"),
    ),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_what_says_the_same_matches(first: str, second: str) -> None:
    found = compare(first, second)
    assert found.match
    assert found.probability > 0.5
    assert not found.conflicts


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_what_says_something_else_does_not(first: str, second: str) -> None:
    found = compare(first, second)
    assert not found.match
    assert found.probability < 0.5


@pytest.mark.parametrize(("first", "second", "conflict"), CONFLICTING)
def test_a_conflict_blocks_a_match(first: str, second: str, conflict: tuple[str, str, str]) -> None:
    found = compare(first, second)
    assert not found.match
    assert [(item.kind, item.first, item.second) for item in found.conflicts] == [conflict]


def test_the_same_words_match_for_certain() -> None:
    assert compare("The bridge is closed!", "the bridge is “closed”").probability == 1.0


texts = st.text(alphabet="abcde not 13 30 “”.,%$½٣é\n\x00", max_size=60)


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_any_pair_has_one_answer_from_both_sides(first: str, second: str) -> None:
    found, turned = compare(first, second), compare(second, first)
    assert 0 <= found.probability <= 1
    assert (found.match, found.probability) == (turned.match, turned.probability)
    assert tuple(item.turned() for item in turned.conflicts) == found.conflicts
