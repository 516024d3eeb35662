"""The SQLite file: opened safely, and brought to the newest layout by numbered migrations."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Literal

from claimtrack.errors import InputProblem

WAIT_SECONDS = 60.0
"""How long a writer waits for another one before it gives up."""

AGAIN_SECONDS = 0.01
"""The pause before the journal's mode is asked for again."""

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
            _log_ahead(connection)
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
def transaction(
    connection: sqlite3.Connection, kind: Literal["IMMEDIATE", "DEFERRED"] = "IMMEDIATE"
) -> Iterator[None]:
    """Do what follows wholly or not at all; a second writer waits at the door.

    What only reads is ``DEFERRED``: it sees one state of the file and waits for nobody.
    """
    connection.execute(f"BEGIN {kind}")
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


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Have the file keep a write-ahead log: readers and a writer do not wait for each other then.

    SQLite does not wait for this one lock: while another process opens the same new file, the
    change fails at once, and is asked for again.
    """
    end = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as failure:
            # The lower byte of a result code is its kind, the rest says more.
            busy = failure.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > end:
                raise
        time.sleep(AGAIN_SECONDS)


def _check(connection: sqlite3.Connection, place: str) -> None:
    """Refuse other databases and newer layouts.

    All is read in one transaction: between two reads, another process may make the store.
    """
    with transaction(connection, "DEFERRED"):
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    if mark != APPLICATION and tables:
        raise InputProblem(place, "is a database, but not a claim store", code="store")
    newest = migrations()[-1][0]
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
