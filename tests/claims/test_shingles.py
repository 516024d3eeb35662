"""Copied paragraphs."""

from __future__ import annotations

from claimtrack.claims.shingles import copied, keys, shingles

WIRE = (
    "The unrest began in the oil town of Zhanaozen on the second day of January, when drivers"
    " blocked a road to protest against a doubling of the price of liquefied gas."
)


def test_a_lightly_edited_copy_is_a_copy() -> None:
    edited = WIRE.replace("second day of January", "2nd of January").replace("drivers", "motorists")
    one, other = shingles(WIRE), shingles(edited)
    assert set(keys(one)) & set(keys(other))
    assert copied(one, other)


def test_a_rewrite_is_none() -> None:
    other = (
        "Drivers in Zhanaozen, an oil town, started the protests when they blocked roads on January"
        " 2 because liquefied gas had become twice as dear."
    )
    assert not copied(shingles(WIRE), shingles(other))


def test_short_paragraphs_are_alike_by_chance() -> None:
    assert keys(shingles("Police had no comment on Monday.")) == []
    assert keys(shingles("")) == []
