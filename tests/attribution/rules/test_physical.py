"""Deeds told with a verb of saying."""

from __future__ import annotations

import pytest

from tests.attribution.statuses import statuses


@pytest.mark.parametrize(
    "text",
    [
        "Rebel aircraft attacked positions along the northern road.",
        "Jets blasted security targets in Osterby.",
        "Norvik was dismissed late yesterday for 174 with Stuart Tate taking five wickets.",
        "The former president ruled the island for 32 years before he was forced from office.",
        "The flood has claimed at least eight lives and left thousands homeless.",
        "The sailors were found aboard their raft south of the islands.",
        "Norvik will be looking to see whether the pitch is dry.",
    ],
)
def test_a_deed_is_no_report(text: str) -> None:
    assert statuses(text) == ["unattributed"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister attacked the plan as a waste of money.",
        "Opposition leader Ann Lee blasted the government over its tank deal.",
        "The judge ruled that the ban had been lawful for years.",
        "Ms Lee claimed that eight lives could have been saved.",
    ],
)
def test_words_are_a_report(text: str) -> None:
    assert statuses(text) == ["attributed"]
