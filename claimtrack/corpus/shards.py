"""Shards on disk: each is written beside its place, and renamed when it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path

from claimtrack.corpus.outputs import Form
from claimtrack.corpus.records import Entry, Outcome
from claimtrack.model import InputError

STEM = "articles-"
"""What the name of every shard begins with."""

_PART = ".part"


class Shard:
    """One shard that is being written.

    Until ``commit`` nothing stands under its name; afterwards the file is there, whole and on the
    disk, whatever happens to the process or the machine.
    """

    def __init__(self, folder: Path, name: str, form: Form) -> None:
        self._place = folder / f"{STEM}{name}{form.suffix}"
        self._beside = self._place.with_name(f".{self._place.name}{_PART}")
        self._writer = form.open(self._beside)
        self._articles = self._words = 0
        self._failures: list[InputError] = []

    def add(self, outcome: Outcome) -> None:
        """Write the outcome of the next chunk."""
        self._writer.add(outcome.data)
        self._articles += outcome.articles
        self._words += outcome.words
        self._failures += outcome.failures

    def commit(self) -> Entry:
        """Put the shard in its place, and say what is in it."""
        self._writer.close()
        with self._beside.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
            size = os.fstat(file.fileno()).st_size
            os.fsync(file.fileno())
        self._beside.replace(self._place)
        settle(self._place.parent)
        return Entry(
            self._place.name, self._articles, self._words, size, digest, tuple(self._failures)
        )


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write a file so that it is there whole, and on the disk, or not at all."""
    beside = path.with_name(f".{path.name}{_PART}")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    settle(path.parent)


def sweep(folder: Path) -> None:
    """Remove the shard that a run which was broken off left half written."""
    for path in folder.glob(f".{STEM}*{_PART}"):
        path.unlink()


def settle(folder: Path) -> None:
    """See the names in a folder safely on disk, where the system lets folders be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
