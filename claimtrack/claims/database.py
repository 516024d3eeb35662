"""The SQLite file: opened safely, and brought to the newest layout by numbered migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from claimtrack.errors import InputProblem

WAIT_SECONDS = 60.0
"""How long a writer waits for another one before it gives up."""

APPLICATION = 0x434C544B
"""Marks the file as a claim store ("CLTK"), so that no other database is taken for one."""


def connect(path: str | Path) -> sqlite3.Connection:
    """Open a claim store, and make it if there is none; other databases are refused."""
    place = str(path)
    try:
        connection = sqlite3.connect(
            place, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as failure:
        raise InputProblem(place, f"cannot be opened: {failure}", code="store") from failure
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        _check(connection, place)
        if place != ":memory:":
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        _migrate(connection)
    except sqlite3.Error as failure:
        connection.close()
        raise InputProblem(place, f"is not a claim store: {failure}", code="store") from failure
    except InputProblem:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do what follows wholly or not at all; a second writer waits at the door."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def migrations() -> list[tuple[int, str]]:
    """Return the migrations in their order: number and SQL."""
    folder = files("claimtrack.claims").joinpath("migrations")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    return [(int(name[:4]), folder.joinpath(name).read_text(encoding="utf-8")) for name in names]


def _check(connection: sqlite3.Connection, place: str) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if mark != APPLICATION and tables:
        raise InputProblem(place, "is a database, but not a claim store", code="store")
    newest = migrations()[-1][0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > newest:
        message = f"was written by a newer claimtrack (layout {version}, this one knows {newest})"
        raise InputProblem(place, message, code="store")


def _migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, each migration in one transaction of its own."""
    for number, statements in migrations():
        if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
            continue
        with transaction(connection):
            if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
                continue  # a second writer was faster
            for statement in _split(statements):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number:d}")
            connection.execute(f"PRAGMA application_id = {APPLICATION:d}")


def _split(script: str) -> Iterator[str]:
    """Yield the statements of a script; a trigger's inner semicolons do not end it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
