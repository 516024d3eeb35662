"""The inputs of a cluster run, dealt out: which files one worker takes, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimtrack.corpus.inputs import files, find, sampled
from claimtrack.corpus.options import Options
from claimtrack.corpus.places import fetched, is_address, listed
from claimtrack.corpus.records import Found
from claimtrack.errors import InputProblem
from claimtrack.reading import discover
from claimtrack.reading.unread import UnreadFile, UnreadRow

TASK_BYTES = 32 * 2**20
TASK_FILES = 1_000
"""Files of the input go to one worker together until there are so many, or so many bytes."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What one worker does at once: files of the input, and the number of the first."""

    number: int
    first: int
    files: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {**asdict(self), "files": list(self.files)}


def assignments(paths: Iterable[str], output: Path) -> tuple[list[Assignment], dict[str, Any]]:
    """Deal out the inputs; return the assignments, and what a manifest says of the inputs.

    Nothing is read for it: the digest is of names and sizes.
    """
    dealt: list[Assignment] = []
    digest = sha256()
    held: list[str] = []
    given = list(paths)
    count = size = total = 0
    for path, length in _files(given, output):
        digest.update(f"{len(path)}:{path}:{length}:".encode("utf-8", "surrogatepass"))
        held.append(path)
        count, size, total = count + 1, size + length, total + length
        if size >= TASK_BYTES or len(held) == TASK_FILES:
            dealt.append(Assignment(len(dealt), count - len(held), tuple(held)))
            held, size = [], 0
    if held:
        dealt.append(Assignment(len(dealt), count - len(held), tuple(held)))
    inputs = {"given": given, "files": count, "bytes": total, "sha256": digest.hexdigest()}
    return dealt, inputs


def items(assignment: Assignment, options: Options) -> Iterator[Found]:
    """Yield the articles of an assignment, as a local run finds them."""
    for number, file in enumerate(assignment.files, assignment.first):
        yield from sampled(_found(file, options), number, options)


def _files(paths: Iterable[str], output: Path) -> Iterator[tuple[str, int]]:
    """Yield the files behind paths and addresses; what is none of these stays as it was given."""
    for path in paths:
        if is_address(path):
            yield from listed(path)
            continue
        for found in files([path], output):
            place = Path(found.source if isinstance(found, InputProblem) else found)
            yield str(place), _size(place)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except (OSError, ValueError):
        return 0


def _found(file: str, options: Options) -> Iterator[Found]:
    if not is_address(file):
        for path in discover([file]):
            yield from find(path, options)
        return
    with ExitStack() as stack:
        try:
            copy = stack.enter_context(fetched(file))
        except OSError as failure:
            yield InputProblem(file, f"cannot be read: {failure}", code="unreadable")
            return
        for item in find(copy, options):
            yield _renamed(item, str(copy), file)


def _renamed(item: Found, copy: str, file: str) -> Found:
    """Call an article of a copy by the address that it was copied from."""
    if isinstance(item, InputProblem):
        return InputProblem(item.source.replace(copy, file, 1), item.message, code=item.code)
    if isinstance(item, UnreadFile):
        message = "is one article; from an address only files of many are read (JSONL, Parquet …)"
        return InputProblem(file, message, code="one-article")
    where = item.where.replace(copy, file, 1)
    if isinstance(item, UnreadRow):
        return replace(item, where=where, source=file)
    return replace(item, where=where)
