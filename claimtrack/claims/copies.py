"""Families of copied paragraphs in the store, kept up as articles come and go."""

from __future__ import annotations

import sqlite3

import numpy as np

from claimtrack.claims import shingles
from claimtrack.claims.shingles import Shingles

MOST = 200
"""A new paragraph is held against so many others at most: those of one family are all alike."""


def add(connection: sqlite3.Connection, version: int, number: int, text: str) -> None:
    """Store a paragraph, and join it with the paragraphs that it is a copy of."""
    found = shingles.shingles(text)
    keys = shingles.keys(found)
    if not keys:
        return
    row = connection.execute(
        "INSERT INTO paragraphs (version, ordinal, shingles, origin) VALUES (?, ?, ?, -1)",
        (version, number, found.tobytes()),
    ).lastrowid
    assert row is not None
    connection.executemany(
        "INSERT INTO paragraph_keys (key, paragraph) VALUES (?, ?)", [(key, row) for key in keys]
    )
    _join(connection, row, found)


def forget(connection: sqlite3.Connection, version: int) -> None:
    """Remove a version's paragraphs, and form anew the families that they held together."""
    left = connection.execute(
        "SELECT id, shingles FROM paragraphs WHERE version <> ? AND origin IN"
        " (SELECT origin FROM paragraphs WHERE version = ?)",
        (version, version),
    ).fetchall()
    connection.execute("DELETE FROM paragraphs WHERE version = ?", (version,))
    numbers = [(row["id"],) for row in left]
    connection.executemany("UPDATE paragraphs SET origin = -1 WHERE id = ?", numbers)
    for row in left:
        _join(connection, row["id"], np.frombuffer(row["shingles"], dtype=np.uint32))


def _join(connection: sqlite3.Connection, paragraph: int, found: Shingles) -> None:
    """Put a paragraph into the family of its copies; it may join families with each other."""
    keys = shingles.keys(found)
    rows = connection.execute(
        "SELECT DISTINCT p.id, p.origin, p.shingles FROM paragraph_keys AS k"
        " JOIN paragraphs AS p ON p.id = k.paragraph"
        f" WHERE p.origin <> -1 AND k.key IN ({','.join('?' * len(keys))}) LIMIT {MOST:d}",
        keys,
    ).fetchall()
    origins = sorted(
        {
            row["origin"]
            for row in rows
            if shingles.copied(found, np.frombuffer(row["shingles"], dtype=np.uint32))
        }
    )
    home = origins[0] if origins else paragraph
    for origin in origins[1:]:
        connection.execute("UPDATE paragraphs SET origin = ? WHERE origin = ?", (home, origin))
    connection.execute("UPDATE paragraphs SET origin = ? WHERE id = ?", (home, paragraph))
