"""Where wordings are looked up: the rare stems of each, and candidates for a match.

Which pairs are candidates depends on the two wordings alone, not on what else is in the store: so
claims come out the same in whatever order articles are added. Only where a stem is the key of
thousands of wordings, pairs that share nothing rarer are given up, to stay fast.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from hashlib import sha256
from zlib import crc32

from claimtrack.claims.matching import overlap
from claimtrack.claims.matching.frequency import weight
from claimtrack.claims.matching.wording import Wording, wording

KEYS = 12
"""A wording is found by so many of its rarest stems."""

LEAST_SHARE = 0.3
"""A candidate shares at least this part of the keys' weight, of the side that has less."""

MOST = 200
"""More candidates than this are cut off, the weakest first."""

MOST_COMMON = 5000
"""A stem that more wordings than this have as a key is not looked up, but taken for shared."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording in the store that may say the same as a given one."""

    id: int
    digest: str
    said: str
    score: float


def digest(taken: Wording) -> str:
    """Return the name of a wording: the same for texts that differ only in marks and case."""
    return sha256(" ".join(taken.words).encode(errors="replace")).hexdigest()[:20]


def keys(taken: Wording) -> dict[int, float]:
    """Return the keys of a wording with their weights: its rarest content stems."""
    stems = sorted(set(taken.content), key=lambda item: (-weight(item), item))[:KEYS]
    return {crc32(item.encode()): round(weight(item), 4) for item in stems}


def add(connection: sqlite3.Connection, taken: Wording, said: str) -> tuple[int, bool]:
    """Return the row of a wording and whether it is new."""
    name = digest(taken)
    row = connection.execute("SELECT id FROM wordings WHERE digest = ?", (name,)).fetchone()
    if row is not None:
        return int(row["id"]), False
    found = keys(taken)
    number = connection.execute(
        "INSERT INTO wordings (digest, said, weight, claim) VALUES (?, ?, ?, ?)",
        (name, said, sum(sorted(found.values())), name),
    ).lastrowid
    assert number is not None
    connection.executemany(
        "INSERT INTO wording_keys (key, wording, weight) VALUES (?, ?, ?)",
        [(key, number, value) for key, value in found.items()],
    )
    return number, True


def candidates(
    connection: sqlite3.Connection, taken: Wording, *, but: int | None = None
) -> list[Candidate]:
    """Return the wordings that share enough rare stems with one, the most alike first."""
    found = keys(taken)
    if not found:
        return []
    rare = [key for key in found if not _common(connection, key)]
    asked = rare or list(found)[:1]
    taken_for_shared = sum(sorted(value for key, value in found.items() if key not in asked))
    rows = connection.execute(
        f"""
        SELECT w.id, w.digest, w.said, sum(k.weight) + ? AS shared, min(w.weight, ?) AS least
        FROM (
            SELECT wording, weight FROM wording_keys
            WHERE key IN ({",".join("?" * len(asked))}) LIMIT ?
        ) AS k JOIN wordings AS w ON w.id = k.wording
        WHERE w.id IS NOT ?
        GROUP BY w.id HAVING shared >= ? * least
        ORDER BY shared / least DESC, w.digest LIMIT ?
        """,
        (
            taken_for_shared,
            sum(sorted(found.values())),
            *asked,
            MOST_COMMON * KEYS,
            but,
            LEAST_SHARE,
            MOST,
        ),
    ).fetchall()
    ranked = [
        Candidate(row["id"], row["digest"], row["said"], likeness(taken, wording(row["said"])))
        for row in rows
    ]
    return sorted(ranked, key=lambda item: (-item.score, item.digest))


def _common(connection: sqlite3.Connection, key: int) -> bool:
    rows = connection.execute(
        "SELECT 1 FROM wording_keys WHERE key = ? LIMIT 1 OFFSET ?", (key, MOST_COMMON)
    )
    return rows.fetchone() is not None


def likeness(first: Wording, second: Wording) -> float:
    """Return a quick measure, 0-1, of how alike two wordings are, for ranking candidates."""
    stems = overlap.weighed_shares(first.stems, second.stems, weight)
    pairs = overlap.shares(overlap.grams(first.stems, 2), overlap.grams(second.stems, 2))
    return (_mean(*stems) * 2 + _mean(*pairs)) / 3


def _mean(low: float, high: float) -> float:
    return 2 * low * high / (low + high) if low + high else 0.0
