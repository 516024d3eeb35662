"""A statement taken apart."""

from __future__ import annotations

import time

import pytest

from claimtrack.claims.matching.stems import stem
from claimtrack.claims.matching.wording import MAX_CHARACTERS, wording


def test_words_names_numbers_and_dates() -> None:
    taken = wording(
        "The U.S. didn’t send 1,500 troops — or $2.5 million — to Kabul on Monday, 2003."
    )
    assert taken.words[:6] == ("the", "u.s.", "did", "n't", "send", "1,500")
    assert taken.numbers == {"1500", "$2500000"}
    assert taken.dates == {"monday", "2003"}
    assert taken.names == {"u.s.", "kabul"}
    assert taken.negations == 1
    assert not taken.quoted


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("at 9 a.m. and 14:30", set()),
        ("twenty-two men", {"22"}),
        ("4.4% of 3 percent", {"%4.4", "%3"}),
        (".85 cent", {"0.85"}),
        ("half a dozen", {"12"}),
        ("the 13th floor", set()),
    ],
)
def test_numbers(text: str, numbers: set[str]) -> None:
    assert wording(text).numbers == numbers


@pytest.mark.parametrize(
    "forms",
    [
        "report reported reporting reports",
        "say said says saying",
        "stop stopped stopping stops",
        "city cities",
        "close closed closing closes",
        "carry carried carries carrying",
        "organize organized organising",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["red reed", "bus business", "new news", "sing string"])
def test_other_words_do_not_meet(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "text", ["a" * 10**6, "1," * 500_000, "a.b." * 250_000, '"' * 10**6, "-" * 10**6]
)
def test_endless_text_takes_no_endless_time(text: str) -> None:
    begun = time.process_time()
    assert sum(map(len, wording(text).words)) <= MAX_CHARACTERS
    assert time.process_time() - begun < 1
