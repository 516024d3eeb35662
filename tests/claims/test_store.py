"""The store: what goes in comes out, in any order, once."""

from __future__ import annotations

import itertools
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from claimtrack.claims import Addition, Change, Filter, Store, index, linking
from claimtrack.claims.database import connect
from claimtrack.errors import InputProblem
from tests.claims.made import Line, report

CHECKPOINTS = "military forces had been stationed at all 13 checkpoints around the city"
FIRST = report("one", "Northern Post", "2022-01-10T08:00", Line(CHECKPOINTS, "Kazakh media"))
SECOND = report(
    "two",
    "River Herald",
    "2022-01-10T10:00",
    Line("Military forces were stationed at all 13 checkpoints around the city", "Kazakh media"),
    "The council of the harbour town will repair its old wooden bridge in spring",
)
THIRD = report(
    "three",
    "Eastern Wire",
    "2022-01-11T09:00",
    "Military forces had been stationed at all 30 checkpoints around the city",
)


def fill(store: Store, *reports: dict[str, Any]) -> list[Addition]:
    return [store.add_dict(item) for item in reports]


def view(store: Store) -> list[Any]:
    """Everything that the store tells, without row numbers."""
    found = []
    for item in store.timelines(Filter(least_articles=1)):
        names = {s.number: (s.article, s.passage.start) for s in (*item.steps, *item.others)}
        found.append(
            (
                item.claim,
                [names[step.number] for step in item.steps],
                [names.get(parent or -1) for parent in item.parents],
                item.origins,
                [
                    (d.kind, names[d.earlier], names[d.later], d.before, d.after)
                    for d in item.drifts
                ],
                sorted(item.contradictions, key=str),
            )
        )
    return found


def test_a_claim_is_followed() -> None:
    with Store(":memory:") as store:
        fill(store, FIRST, SECOND, THIRD)
        claim, contradicting = store.claims()
        assert contradicting.said.startswith("Military forces had been stationed at all 30")
        assert (claim.articles, claim.outlets) == (2, ("Northern Post", "River Herald"))
        assert claim.first_seen == "2022-01-10T08:00"
        assert claim.single_origin == "Kazakh media"
        item = store.timeline(claim.id)
    assert [step.article for step in item.steps] == ["one", "two"]
    assert item.steps[0].exact == CHECKPOINTS
    (other,) = item.contradictions
    assert (other.conflict.kind, other.conflict.first) == ("number", "13 checkpoints")
    assert [(drift.kind, drift.before, drift.after) for drift in item.drifts] == [
        ("number_changed", "13 checkpoints", "30 checkpoints"),
        ("source_lost", "Kazakh media", "own voice"),
    ]


def test_the_same_article_again_changes_nothing() -> None:
    with Store(":memory:") as store:
        fill(store, FIRST, SECOND)
        before = view(store)
        assert [item.outcome for item in fill(store, FIRST, SECOND)] == ["unchanged", "unchanged"]
        assert view(store) == before
        assert store.articles() == 2


def test_an_edited_article_becomes_a_version_and_keeps_the_difference() -> None:
    edited = report("one", "Northern Post", "2022-01-10T08:00", CHECKPOINTS)
    with Store(":memory:") as store:
        fill(store, FIRST, SECOND)
        (addition,) = fill(store, edited)
        assert (addition.outcome, addition.version) == ("edited", 2)
        (change,) = addition.changes
        assert change.kind == "changed"
        assert "[attributed; Kazakh media]" in (change.before or "")
        assert "[unattributed]" in (change.after or "")
        assert store.versions("one") == [(1, ()), (2, (change,))]
        (claim,) = store.claims()
        assert claim.statuses == {"unattributed": 1, "attributed": 1}
        assert store.articles() == 2


def test_differences_name_what_came_and_went() -> None:
    longer = report(
        "one", "Northern Post", "2022-01-10T08:00", Line(CHECKPOINTS, "Kazakh media"), "More"
    )
    with Store(":memory:") as store:
        assert fill(store, FIRST, longer)[1].changes == (
            Change("added", None, "More [unattributed]"),
        )
        assert fill(store, FIRST)[0].changes == (Change("removed", "More [unattributed]", None),)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[1::4])
def test_claims_do_not_hang_on_the_order_of_articles(order: tuple[int, ...]) -> None:
    copies = report(
        "four",
        "Lake Courier",
        "2022-01-12",
        "Soldiers have been stationed at all 13 checkpoints around the city",
        "The council of the harbour town will repair its old bridge of wood in spring",
    )
    articles = [FIRST, SECOND, THIRD, copies]
    with Store(":memory:") as straight, Store(":memory:") as mixed:
        fill(straight, *articles)
        fill(mixed, *(articles[at] for at in order))
        assert view(mixed) == view(straight)


def test_rebuilding_gives_the_same_claims() -> None:
    with Store(":memory:") as store:
        fill(store, THIRD, SECOND, FIRST)
        before = view(store)
        assert store.rebuild() == 3
        assert view(store) == before


def test_taking_an_article_back_leaves_no_trace_in_the_claims() -> None:
    empty = report("two", "River Herald", "2022-01-10T10:00", "Nothing")
    with Store(":memory:") as store, Store(":memory:") as never:
        fill(store, FIRST, SECOND, THIRD, empty)
        fill(never, FIRST, THIRD)
        assert view(store) == view(never)


def test_filters() -> None:
    with Store(":memory:") as store:
        fill(store, FIRST, SECOND, THIRD)
        for wanted, count in (
            (Filter(), 2),
            (Filter(least_articles=3), 0),
            (Filter(least_articles=1), 3),
            (Filter(least_articles=1, since="2022-01-11"), 1),
            (Filter(source="kazakh"), 1),
            (Filter(source="moon"), 0),
            (Filter(drift="number_changed"), 2),
            (Filter(drift="hedge_added"), 0),
            (Filter(least_articles=1, search="harbour bridges"), 1),
            (Filter(least_articles=1, search='" OR * ('), 0),
            (Filter(least_articles=1, limit=2), 2),
        ):
            assert len(store.claims(wanted)) == count, wanted


def test_ids_of_wordings_lead_to_their_claim() -> None:
    with Store(":memory:") as store:
        fill(store, SECOND)
        (old,) = [c for c in store.claims(Filter(least_articles=1)) if "checkpoints" in c.said]
        fill(store, FIRST)
        assert store.timeline(old.id).claim.articles == 2
        for wrong in ("", "c", "c0000000000", "zzzzzzz"):
            with pytest.raises(InputProblem, match="no such claim"):
                store.timeline(wrong)


def test_candidates_are_ranked() -> None:
    with Store(":memory:") as store:
        fill(store, FIRST, SECOND, THIRD)
        found = store.candidates("The old wooden bridge of the harbour town is repaired in spring")
        assert found[0].said.startswith("The council of the harbour town")


def test_other_files_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (a)")
    connection.close()
    text = tmp_path / "text.db"
    text.write_text("no database at all, " * 100)
    for path in (other, text, tmp_path / "no" / "folder.db"):
        with pytest.raises(InputProblem):
            Store(path)
    connection = sqlite3.connect(other)
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("mine",)]
    connection.close()


def test_a_newer_layout_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    connection = connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(InputProblem, match="newer claimtrack"):
        Store(path)


def test_copied_paragraphs_have_one_origin() -> None:
    wire = "The unrest began in the oil town when drivers blocked a road over the price of gas"
    with Store(":memory:") as store:
        fill(
            store,
            report("a", "Wire", "2022-01-10T08:00", Line(wire, paragraph=0)),
            report("b", "Post", "2022-01-10T09:00", Line(wire + " on Sunday", paragraph=0)),
            report("c", "Herald", "2022-01-10T10:00", Line(wire, paragraph=0)),
        )
        (item,) = store.timelines()
        first = item.steps[0].number
        assert [step.copy_of for step in item.steps] == [None, first, first]
        assert [origin.name for origin in item.origins] == ["Wire"]
        fill(store, report("a", "Wire", "2022-01-10T08:00", "Nothing happened"))
        (item,) = store.timelines()
        assert [step.article for step in item.steps] == ["b", "c"]
        assert [step.copy_of for step in item.steps] == [None, item.steps[0].number]


def test_a_crowd_of_wordings_takes_no_endless_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "LARGEST", 4)
    monkeypatch.setattr(index, "MOST_COMMON", 6)
    said = "The council of the harbour town will repair its old wooden bridge in spring"
    with Store(":memory:") as store:
        for number in range(12):
            text = f"{said} {'very ' * number}soon"
            store.add_dict(report(f"a{number}", f"Outlet {number}", "2022-01-10", text))
        found = store.claims()
        assert sum(claim.articles for claim in found) >= 6
        rebuilt = store.rebuild()
        assert rebuilt == 12
