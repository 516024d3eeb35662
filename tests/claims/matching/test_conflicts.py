"""What contradicts, and what only looks so."""

from __future__ import annotations

import pytest

from claimtrack.claims.matching import conflicts
from claimtrack.claims.matching.wording import wording


def kinds(first: str, second: str) -> list[str]:
    return [item.kind for item in conflicts.find(wording(first), wording(second))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("killed 20 people", "killed 21 people", ["number"]),
        ("twenty-two people died", "23 people died", ["number"]),
        ("22 people died", "twenty-two people died", []),
        ("a loss of $2 million", "a loss of $2,000,000", []),
        ("about 1,500 people came", "1,480 people came", []),
        ("two officers and five civilians died", "seven people died", []),
        ("3 men and 4 dogs", "4 dogs and 3 men", []),
        ("20 people came", "people came at 9 a.m.", []),
        ("in 2002 the fund grew", "in 2003 the fund grew", []),
        ("rose 3 percent", "rose 5 percent", ["number"]),
        ("rose 3%", "rose 3 percent", []),
        ("the talks in Geneva", "the talks in Vienna", ["place"]),
        ("the talks in Geneva", "the talks in Switzerland", []),
        ("the talks in Geneva and Vienna", "the talks in Geneva", []),
        ("he signed the treaty", "he never signed the treaty", ["negation"]),
        ("he signed the treaty", "he did not sign the treaty", ["negation"]),
        ("he will not sign", "he refused to sign", []),
        ("the curfew is in place", "the curfew is no longer in place", ["negation"]),
        ("the team won the match", "the team lost the match", ["negation"]),
        ("the team won the match", "the team did not lose the match", []),
    ],
)
def test_conflicts(first: str, second: str, expected: list[str]) -> None:
    assert kinds(first, second) == expected
    assert kinds(second, first) == expected


def test_reconciled_puts_the_first_sides_words_in() -> None:
    one, other = (
        wording("at all 13 checkpoints in Almaty"),
        wording("at all 30 checkpoints in Aktau"),
    )
    found = conflicts.find(one, other)
    assert conflicts.reconciled(one, other, found).words == one.words
