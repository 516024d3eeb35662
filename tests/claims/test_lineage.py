"""A claim's way: order, parents, sources, drift."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.claims import lineage
from claimtrack.claims.matching.conflicts import Conflict
from claimtrack.claims.records import Appearance, Passage

SAID = "soldiers hold all 13 checkpoints around the city"


def step(number: int, published: str | None, *, article: str = "", **fields: Any) -> Appearance:
    values: dict[str, Any] = {
        "statement": "s1",
        "start": 0,
        "end": len(SAID),
        "said": SAID,
        "paragraph": 0,
        "section": "body",
        "status": "attributed" if fields.get("source") else "unattributed",
        "implicit": False,
        "quotation": "indirect" if fields.get("source") else None,
        "source": None,
        "kind": "named_organization" if fields.get("source") else None,
        "via": (),
        "hedges": (),
    }
    passage = Passage(**{**values, **fields})
    name = article or f"article {number}"
    return Appearance(
        number, name, f"Outlet {number}", None, None, None, published, 1, passage, SAID, "", ""
    )


def kinds(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    one, other = step(1, "2022-01-10", **before), step(2, "2022-01-11", **after)
    return [drift.kind for drift in lineage.drifts(other, lineage.Parent(one))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"source": "Khabar 24"}, {"source": "the Khabar 24 TV channel"}, []),
        ({"source": "Khabar 24"}, {}, ["source_lost"]),
        ({"source": "Khabar 24"}, {"status": "veiled"}, ["source_lost"]),
        ({}, {"source": "Khabar 24"}, ["source_gained"]),
        ({"status": "veiled"}, {}, []),
        ({"source": "Khabar 24"}, {"source": "Interfax"}, ["source_changed"]),
        (
            {"source": "Interfax", "via": ("Khabar 24",)},
            {"source": "Interfax"},
            ["chain_shortened"],
        ),
        ({"source": "Interfax"}, {"source": "Interfax", "via": ("Khabar 24",)}, []),
        ({"source": "A", "quotation": "direct"}, {"source": "A"}, ["quote_paraphrased"]),
        ({"source": "A", "quotation": "direct"}, {"source": "A", "quotation": "mixed"}, []),
        ({"hedges": ("may",)}, {}, ["hedge_dropped"]),
        ({}, {"hedges": ("may",)}, ["hedge_added"]),
        ({"hedges": ("may",)}, {"hedges": ("allegedly",)}, []),
        ({"source": "A"}, {"section": "headline"}, []),
    ],
)
def test_drift(before: dict[str, Any], after: dict[str, Any], expected: list[str]) -> None:
    assert kinds(before, after) == expected


def test_conflicts_are_drift() -> None:
    conflict = Conflict("number", "13 checkpoints", "30 checkpoints")
    source = lineage.Parent(step(1, "2022-01-10"), (conflict,))
    (drift,) = lineage.drifts(step(2, "2022-01-11"), source)
    assert (drift.kind, drift.before, drift.after) == (
        "number_changed",
        "13 checkpoints",
        "30 checkpoints",
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tokayev", "Kassym-Jomart Tokayev", True),
        ("Khabar 24", "the Khabar 24 TV channel", True),
        ("Felipe Calderon", "Felipe Calderón", True),
        ("CSTO", "Collective Security Treaty Organization", True),
        ("the ministry", "the Interior Ministry", True),
        ("the Interior Ministry", "the Foreign Ministry", False),
        ("", "", True),
        ("…", "the", False),
    ],
)
def test_names_of_one_source(one: str, other: str, same: bool) -> None:
    assert lineage.same_source(one, other) is same
    assert lineage.same_source(other, one) is same


def test_time_orders_and_the_undated_come_last() -> None:
    steps = [
        step(1, None),
        step(2, "2022-01-10T09:00+06:00"),
        step(3, "2022-01-10T04:00Z"),
        step(4, "sometime"),
        step(5, "2022-01-10"),
    ]
    assert [item.number for item in lineage.in_order(steps)] == [5, 2, 3, 1, 4]


def test_only_what_is_earlier_for_certain_is_a_parent() -> None:
    early, same, undated = step(1, "2022-01-09"), step(2, "2022-01-10"), step(3, None)
    late = step(4, "2022-01-10")
    found = lineage.parent(late, [early, same, undated])
    assert found is early
    assert lineage.parent(undated, [early]) is None
    assert lineage.parent(late, [step(5, "2022-01-09", article="article 4")]) is None


def test_one_appearance_an_article_counts() -> None:
    steps = [
        step(1, "2022-01-10", article="a", section="headline"),
        step(2, "2022-01-10", article="a"),
        step(3, "2022-01-10", article="a", source="X"),
        step(4, "2022-01-11", article="b", section="headline"),
    ]
    assert [item.number for item in lineage.main_steps(steps)] == [3, 4]
