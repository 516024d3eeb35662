"""The journal of a run: what it was told, and every shard that is whole; so that it can go on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from claimtrack.corpus.records import Entry
from claimtrack.corpus.shards import STEM, sweep, write_whole
from claimtrack.errors import InputProblem
from claimtrack.model import InputError
from claimtrack.rendering.json_text import dumps

JOURNAL = "_unfinished.jsonl"
"""The journal's name; while it is there, the run is not finished.

Whatever reads all of a folder as one table passes over names that begin with an underscore.
"""

MANIFEST = "_manifest.json"
"""What stands there in the end."""

Plan = Mapping[str, Any]
"""What decides the bytes of a run: its inputs, its options, and who makes the reports."""


class Journal:
    """The shards of a run that are whole, in their order, on disk as soon as they are.

    A shard counts when its line is written; one without a line is written again. Shards whose
    files are gone, or of another size, do not count, nor do those after them.
    """

    def __init__(self, folder: Path, plan: Plan) -> None:
        self._path = folder / JOURNAL
        if not self._path.exists():
            write_whole(self._path, [dumps(plan) + "\n"])
        self._keep(folder, plan)

    def add(self, entry: Entry) -> None:
        """Note that a shard is whole."""
        with self._path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(dumps(asdict(entry)) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self.shards += 1

    def entries(self) -> Iterator[Entry]:
        """Yield the shards that are whole."""
        with self._path.open(encoding="utf-8") as file:
            next(file)
            for line in file:
                yield entry_of(json.loads(line))

    def _keep(self, folder: Path, plan: Plan) -> None:
        """Hold the plan against the journal's, and cut off what does not count."""
        with self._path.open("rb") as file:
            compare(json.loads(file.readline()), plan, folder)
            self.shards, end = 0, file.tell()
            for line in file:
                if not line.endswith(b"\n") or not _is_there(folder, entry_of(json.loads(line))):
                    break
                self.shards, end = self.shards + 1, end + len(line)
        os.truncate(self._path, end)


def discard(folder: Path) -> None:
    """Remove the journal of a run that is finished."""
    (folder / JOURNAL).unlink(missing_ok=True)


def finished(folder: Path) -> dict[str, Any] | None:
    """Return the manifest of a run that is finished; ``None`` where there is none."""
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as failure:
        message = f"holds a {MANIFEST} that is no JSON ({failure}); choose another folder"
        raise InputProblem(str(folder), message, code="other-run") from None
    return found


def compare(there: Plan, here: Plan, folder: Path) -> None:
    """Refuse to go on with a run that was begun otherwise; say what differs."""
    for name in (*here, *(name for name in there if name not in here)):
        one, other = there.get(name), here.get(name)
        if one == other:
            continue
        if isinstance(one, dict) and isinstance(other, dict):
            key = next(key for key in (*other, *one) if one.get(key) != other.get(key))
            name, one, other = f"{name}: {key}", one.get(key), other.get(key)
        message = (
            f"holds another run, with {name} {_short(one)} where now it is {_short(other)}; "
            "go on with what that run was given, or write to another folder"
        )
        raise InputProblem(str(folder), message, code="other-run")


def prepare(folder: Path) -> None:
    """Clear away what a run left half written; shards of nobody knows what are refused."""
    sweep(folder)
    known = (folder / JOURNAL).exists() or (folder / MANIFEST).exists()
    stranger = next(folder.glob(f"{STEM}*"), None)
    if stranger is not None and not known:
        message = f"holds {stranger.name} of a run that is not known; write to another folder"
        raise InputProblem(str(folder), message, code="other-run")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Make the folder, and keep a second run out; the lock goes with the process, always."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # where there are no such locks, users keep runs apart
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            message = "another run is writing to this folder; wait for it, or choose another"
            raise InputProblem(str(folder), message, code="busy") from None
        yield
    finally:
        os.close(handle)


def entry_of(row: dict[str, Any]) -> Entry:
    """Return an entry that was written as JSON."""
    failures = tuple(InputError(**failure) for failure in row.pop("failures"))
    return Entry(**row, failures=failures)


def _is_there(folder: Path, entry: Entry) -> bool:
    try:
        return (folder / entry.file).stat().st_size == entry.bytes
    except OSError:
        return False


def _short(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return written if len(written) <= 60 else written[:59] + "…"
