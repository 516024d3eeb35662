"""Links between wordings, and the claims that follow from them, kept up as wordings come and go."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from claimtrack.claims import clustering, index
from claimtrack.claims.matching import conflicts
from claimtrack.claims.matching.comparison import THRESHOLD, Comparison, compare_wordings
from claimtrack.claims.matching.wording import Wording, wording

MATCH = 0.7
"""So probable a pair must be to link two wordings: news tells many things in like words."""

LEAST_LIKENESS = 0.58
"""Wordings less alike are not linked: out of their articles, too many of them mislead."""

CONTRARY = 0.75
"""Contradicting wordings must be so much alike in all the rest: else they tell of other things."""

LARGEST = 500
"""So many wordings are grouped anew when one comes in; in a larger crowd it follows its best match.
"""

LEAST_CANDIDATE = 0.4
"""Candidates less alike are not compared at all."""

CLOSE = 0.8
"""Wordings so much alike need only be a match at all, and may each name somebody of their own."""


def connect(connection: sqlite3.Connection, fresh: Iterable[int]) -> None:
    """Compare new wordings with all others and put every claim that this touches in order."""
    touched: set[int] = set()
    for number in fresh:
        row = connection.execute(
            "SELECT said, digest FROM wordings WHERE id = ?", (number,)
        ).fetchone()
        taken = wording(row["said"])
        for candidate in index.candidates(connection, taken, but=number):
            if candidate.score < LEAST_CANDIDATE:
                break
            if _linked(connection, number, candidate.id):
                continue
            found = judge(taken, wording(candidate.said))
            if found is not None:
                _store(connection, number, candidate.id, found)
                touched.add(number)
    regroup(connection, touched)


def judge(first: Wording, second: Wording) -> Comparison | None:
    """Return the comparison of two wordings if it links them, by a match or by a conflict.

    A conflict makes a match less probable by itself, so a contradicting pair is judged by all the
    rest of its words.
    """
    turned = second.words < first.words
    one, other = (second, first) if turned else (first, second)
    found = compare_wordings(one, other)
    if found.conflicts:
        other = conflicts.reconciled(one, other, found.conflicts)
        probability = max(found.probability, compare_wordings(one, other).probability)
        found = replace(found, probability=probability)
    alike = index.likeness(one, other)
    if alike < LEAST_LIKENESS or found.probability < (THRESHOLD if alike >= CLOSE else MATCH):
        return None
    if found.conflicts and alike < CONTRARY:
        return None
    if alike < CLOSE and one.names - {*other.words} and other.names - {*one.words}:
        return None
    if turned:
        found = replace(found, conflicts=tuple(item.turned() for item in found.conflicts))
    return found


def regroup(connection: sqlite3.Connection, touched: Iterable[int]) -> None:
    """Group anew everything that hangs together with the given wordings."""
    done: set[int] = set()
    for number in sorted(touched):
        if number in done:
            continue
        members = _together(connection, number)
        if len(members) > LARGEST:
            _follow(connection, number)
            done.add(number)
        else:
            _group(connection, members)
            done |= members


def forget_unused(connection: sqlite3.Connection) -> None:
    """Remove wordings that no passage has any more, and regroup what they held together."""
    rows = connection.execute(
        "SELECT id FROM wordings WHERE id NOT IN (SELECT wording FROM passages)"
    ).fetchall()
    gone = {row["id"] for row in rows}
    neighbours = {
        other for number in gone for other in _neighbours(connection, number) if other not in gone
    }
    for number in gone:
        connection.execute("DELETE FROM wordings WHERE id = ?", (number,))
    regroup(connection, neighbours)


def _linked(connection: sqlite3.Connection, one: int, other: int) -> bool:
    pair = (min(one, other), max(one, other))
    row = connection.execute("SELECT 1 FROM links WHERE first = ? AND second = ?", pair).fetchone()
    return row is not None


def _store(connection: sqlite3.Connection, one: int, other: int, found: Comparison) -> None:
    turned = [item.turned() if other < one else item for item in found.conflicts]
    written = json.dumps([[item.kind, item.first, item.second] for item in turned])
    connection.execute(
        "INSERT INTO links (first, second, probability, conflicts) VALUES (?, ?, ?, ?)",
        (min(one, other), max(one, other), found.probability, written),
    )


def _neighbours(connection: sqlite3.Connection, number: int) -> list[int]:
    """Return the wordings that match one; what contradicts it never shares a claim with it."""
    rows = connection.execute(
        "SELECT second AS other FROM links WHERE first = ? AND conflicts = '[]'"
        " UNION SELECT first FROM links WHERE second = ? AND conflicts = '[]'",
        (number, number),
    )
    return [row["other"] for row in rows]


def _follow(connection: sqlite3.Connection, number: int) -> None:
    """Put a wording into the claim of its best match, where there are too many to group anew."""
    connection.execute(
        "UPDATE wordings SET claim = (SELECT w.claim FROM links AS l"
        " JOIN wordings AS w ON w.id = l.first + l.second - ?1"
        " WHERE (l.first = ?1 OR l.second = ?1) AND l.conflicts = '[]'"
        " ORDER BY l.probability DESC, w.digest LIMIT 1) WHERE id = ?1",
        (number,),
    )


def _together(connection: sqlite3.Connection, number: int) -> set[int]:
    """Return every wording that matches lead to from one, or more than enough of them."""
    members, ahead = {number}, [number]
    while ahead and len(members) <= LARGEST:
        for other in _neighbours(connection, ahead.pop()):
            if other not in members:
                members.add(other)
                ahead.append(other)
    return members


def _group(connection: sqlite3.Connection, members: set[int]) -> None:
    names = {}
    links = []
    for number in members:
        row = connection.execute("SELECT digest FROM wordings WHERE id = ?", (number,)).fetchone()
        names[number] = row["digest"]
    for number in members:
        for row in connection.execute("SELECT * FROM links WHERE first = ?", (number,)):
            if row["second"] not in names:
                continue
            blocked = row["conflicts"] != "[]"
            links.append(
                clustering.Link(
                    names[row["first"]], names[row["second"]], row["probability"], blocked
                )
            )
    claims = clustering.group(sorted(names.values()), links)
    connection.executemany(
        "UPDATE wordings SET claim = ? WHERE digest = ? AND claim IS NOT ?",
        [(claim, digest, claim) for digest, claim in claims.items()],
    )
