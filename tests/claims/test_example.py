"""The example in ``seeds/claims``: every planted claim and drift is found, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claimtrack
from claimtrack.claims import Claim, Filter, Store, Timeline, track_articles
from claimtrack.claims.lineage import same_source

FOLDER = Path(__file__).parents[2] / "seeds" / "claims"
EXPECTED: dict[str, Any] = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def timelines() -> Iterator[list[Timeline]]:
    with Store(":memory:") as store:
        articles = claimtrack.read(*sorted(FOLDER.glob("*.txt")))
        for item in track_articles(store, articles, claimtrack.analyze_article):
            assert getattr(item, "outcome", None) == "added", item
        yield store.timelines(Filter(least_articles=1))


def articles_of(item: Timeline) -> list[str]:
    return sorted({step.article for step in item.steps})


def test_every_article_says_that_it_was_written_for_the_example() -> None:
    files = sorted(FOLDER.glob("*.txt"))
    assert len(files) == 6
    assert all("(invented)" in file.read_text("utf-8").split("\n\n")[0] for file in files)


@pytest.mark.parametrize("expected", EXPECTED["claims"], ids=lambda item: item["said"][:40])
def test_every_planted_claim_is_found(timelines: list[Timeline], expected: dict[str, Any]) -> None:
    found = [item for item in timelines if item.claim.said.startswith(expected["said"])]
    found = [item for item in found if articles_of(item) == expected["articles"]]
    assert len(found) == 1, [item.claim.said for item in timelines]
    (item,) = found
    names = [origin.name for origin in item.origins]
    assert len(names) == len(expected["origins"])
    for name in expected["origins"]:
        assert any(same_source(name, other) for other in names), names
    single = expected.get("single_origin")
    assert (item.claim.single_origin is None) == (single is None)
    if single is not None:
        assert same_source(single, item.claim.single_origin or "")
    if expected.get("copied"):
        assert [step.copy_of is None for step in item.steps].count(True) == 1


def test_no_other_claim_is_found(timelines: list[Timeline]) -> None:
    shared = [item.claim for item in timelines if item.claim.articles > 1]
    assert len(shared) == len(EXPECTED["claims"]), [claim.said for claim in shared]


def test_every_planted_drift_is_found_and_no_other(timelines: list[Timeline]) -> None:
    steps = {step.number: step for item in timelines for step in (*item.steps, *item.others)}
    found = {
        (drift.kind, drift.earlier, drift.later) for item in timelines for drift in item.drifts
    }
    told = sorted(
        (kind, steps[earlier].article, steps[later].article, steps[later].passage.said)
        for kind, earlier, later in found
    )
    planted = sorted((d["kind"], d["from"], d["to"], d["said"]) for d in EXPECTED["drifts"])
    assert [item[:3] for item in told] == [item[:3] for item in planted]
    for (*_, said), (*_, part) in zip(told, planted, strict=True):
        assert part in said


def test_claims_that_contradict_each_other_name_each_other(timelines: list[Timeline]) -> None:
    ids: dict[str, Claim] = {item.claim.id: item.claim for item in timelines}
    found = {
        (other.conflict.kind, other.conflict.first, other.conflict.second)
        for item in timelines
        for other in item.contradictions
        if other.claim in ids
    }
    assert ("number", "13 checkpoints", "30 checkpoints") in found
    assert ("number", "30 checkpoints", "13 checkpoints") in found
    assert {kind for kind, _, _ in found} == {"number", "place", "negation"}
