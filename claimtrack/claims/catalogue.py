"""Questions to the store: the list of claims, and one claim in full."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from claimtrack.claims import lineage
from claimtrack.claims.groups import Clash, Group, clashes_of, groups_of
from claimtrack.claims.lineage import Parent
from claimtrack.claims.records import (
    Appearance,
    Claim,
    Contradiction,
    Drift,
    DriftKind,
    Timeline,
)
from claimtrack.errors import InputProblem

NEAR = timedelta(days=7)
"""A claim that begins so soon after a contradicting one is taken to stem from it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims to list.

    A claim in fewer articles than ``least_articles`` is listed all the same where it stems from a
    contradicting one, or one from it. ``since`` is a date: claims that appeared on it or later.
    """

    least_articles: int = 2
    since: str | None = None
    source: str | None = None
    drift: DriftKind | None = None
    search: str | None = None
    limit: int | None = None


def claims(connection: sqlite3.Connection, wanted: Filter) -> list[Claim]:
    """List claims, those in most articles first, then by date."""
    return [item.claim for item in timelines(connection, wanted)]


def timelines(connection: sqlite3.Connection, wanted: Filter) -> list[Timeline]:
    """Return claims in full, those in most articles first, then by date."""
    found = _timelines(connection, _names(connection, wanted))
    found = [item for item in found if _counts(item, wanted) and _fits(item, wanted)]
    found.sort(key=_order)
    return found[: wanted.limit]


def _order(item: Timeline) -> tuple[int, str, str]:
    return (-item.claim.articles, item.claim.first_seen or "9999", item.claim.id)


def timeline(connection: sqlite3.Connection, claim: str) -> Timeline:
    """Return a claim in full, by its id or by the id of any of its wordings, as far as unique."""
    prefix = claim.strip().lower().removeprefix("c")
    names: set[str] = set()
    if len(prefix) >= 4 and set(prefix) <= set("0123456789abcdef"):
        rows = connection.execute(
            "SELECT DISTINCT claim FROM wordings WHERE digest >= ? AND digest < ?",
            (prefix, prefix + "g"),
        )
        names = {row["claim"] for row in rows}
    if not names:
        raise InputProblem(claim, "no such claim; `claimtrack claims` lists them", code="claim")
    if len(names) > 1:
        raise InputProblem(claim, "more than one claim begins so; give more of it", code="claim")
    return _timelines(connection, names)[0]


def _names(connection: sqlite3.Connection, wanted: Filter) -> list[str]:
    """Return the names of the claims to look at: in enough articles, or contradicted by another.

    A claim and the one that contradicts it are one story in at least two articles.
    """
    rows = connection.execute(
        "SELECT w.claim FROM passages AS p JOIN wordings AS w ON w.id = p.wording"
        " JOIN versions AS v ON v.id = p.version GROUP BY w.claim"
        " HAVING count(DISTINCT v.article) >= ?",
        (wanted.least_articles,),
    )
    names = {row["claim"] for row in rows}
    if wanted.least_articles == 2:
        rows = connection.execute(
            "SELECT a.claim AS one, b.claim AS other FROM links AS l"
            " JOIN wordings AS a ON a.id = l.first JOIN wordings AS b ON b.id = l.second"
            " WHERE l.conflicts <> '[]'"
        )
        names |= {name for row in rows for name in (row["one"], row["other"])}
    if wanted.search is not None:
        words = [word.replace('"', "") for word in wanted.search.split()]
        query = " ".join(f'"{word}"' for word in words if word)
        if not query:
            return []
        rows = connection.execute(
            "SELECT DISTINCT claim FROM wordings WHERE id IN"
            " (SELECT rowid FROM search WHERE search MATCH ?)",
            (query,),
        )
        names &= {row["claim"] for row in rows}
    return sorted(names)


def _counts(item: Timeline, wanted: Filter) -> bool:
    return item.claim.articles >= wanted.least_articles or bool(item.others)


def _fits(item: Timeline, wanted: Filter) -> bool:
    claim = item.claim
    if wanted.since is not None and (claim.last_seen is None or claim.last_seen < wanted.since):
        return False
    if wanted.source is not None:
        name = wanted.source.casefold()
        if not any(name in source.casefold() for source in claim.sources):
            return False
    return wanted.drift is None or wanted.drift in claim.drifts


def _timelines(connection: sqlite3.Connection, names: Iterable[str]) -> list[Timeline]:
    """Return claims in full, with what their neighbours in conflict have to do with them."""
    wanted = sorted(names)
    groups = groups_of(connection, wanted)
    clashes = clashes_of(connection, wanted)
    around = {clash.other for found in clashes.values() for clash in found} - set(groups)
    groups |= groups_of(connection, sorted(around))
    known = lineage.in_order([step for item in groups.values() for step in item.steps])
    places = {step.number: place for place, step in enumerate(known)}
    return [_timeline(groups[name], groups, clashes.get(name, []), places) for name in wanted]


def _timeline(
    group: Group,
    groups: dict[str, Group],
    clashes: list[Clash],
    places: dict[int, int],
) -> Timeline:
    parents: dict[int, Parent] = {}
    for place, step in enumerate(group.main):
        source = lineage.parent(step, group.main[:place])
        if source is not None:
            parents[step.number] = Parent(source)
    drifts: list[Drift] = []
    others: dict[int, Appearance] = {}
    for clash in clashes:
        other = groups[clash.other]
        crossing = _crossing(group, other, clash)
        if crossing is None:
            continue
        later, parent = crossing
        if later in group.main:
            if later.number not in parents:
                parents[later.number] = parent
                others[parent.step.number] = parent.step
        else:
            drifts += lineage.drifts(later, parent)
            others[later.number] = later
    for step in group.main:
        if step.number in parents:
            drifts += lineage.drifts(step, parents[step.number])
    drifts.sort(key=lambda item: (places[item.later], places[item.earlier], item.kind))
    origins = lineage.origins(group.main, parents)
    outlets = tuple(sorted({lineage.outlet_of(step) for step in group.steps}))
    dated = [step.published for step in group.steps if step.published is not None]
    claim = Claim(
        id=group.id,
        said=group.main[0].passage.said,
        first_seen=dated[0] if dated else None,
        last_seen=dated[-1] if dated else None,
        articles=len(group.main),
        outlets=outlets,
        sources=tuple(
            dict.fromkeys(s.passage.source for s in group.steps if s.passage.source is not None)
        ),
        statuses=dict(Counter(step.passage.status for step in group.main)),
        drifts=dict(Counter(item.kind for item in drifts)),
        single_origin=origins[0].name if len(origins) == 1 and len(outlets) > 1 else None,
    )
    return Timeline(
        claim=claim,
        steps=group.steps,
        parents=tuple(
            parents[step.number].step.number if step.number in parents else None
            for step in group.steps
        ),
        origins=origins,
        drifts=tuple(drifts),
        contradictions=tuple(
            Contradiction(groups[clash.other].id, _said(groups[clash.other]), clash.conflict)
            for clash in clashes
        ),
        others=tuple(lineage.in_order(list(others.values()))),
    )


def _crossing(group: Group, other: Group, clash: Clash) -> tuple[Appearance, Parent] | None:
    """Return the way between two contradicting claims: the later one's beginning, and its parent.

    A claim that contradicts another one and begins soon after it is taken to stem from it.
    """
    start, begin = group.main[0], other.main[0]
    one, two = lineage.moment(start.published), lineage.moment(begin.published)
    if one is None or two is None or one == two or start.article == begin.article:
        return None
    later, earlier = (start, other.main) if two < one else (begin, group.main)
    source = lineage.parent(later, earlier)
    if source is None or not _soon(source, later):
        return None
    conflict = clash.conflict
    if later is begin:
        return later, Parent(source, (conflict,))
    return later, Parent(source, (conflict.turned(),))


def _soon(earlier: Appearance, later: Appearance) -> bool:
    one, two = lineage.moment(earlier.published), lineage.moment(later.published)
    return one is not None and two is not None and two - one <= NEAR


def _said(group: Group) -> str:
    return group.main[0].passage.said
