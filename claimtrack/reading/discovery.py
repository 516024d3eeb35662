"""Files behind the paths that a user gives: files, folders, patterns."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimtrack.errors import InputProblem
from claimtrack.reading.filenames import suffix_of
from claimtrack.reading.registry import READERS

_PATTERN_SIGNS = frozenset("*?[")


def discover(paths: Iterable[Path | str]) -> Iterator[Path | InputProblem]:
    """Yield the files behind ``paths``, in their order; folders are walked in a stable order.

    In folders only files of a known format count, hidden ones do not, and links to folders are
    not followed. A path that is no file but a pattern ("news/*.txt", "**" for all folders below)
    gives what it matches. A folder without articles, one that cannot be read, and a pattern
    without matches come as an ``InputProblem`` in their place.
    """
    for given in paths:
        if str(given).startswith(("http://", "https://")):
            message = "is a web address; save the page, or open it with `claimtrack serve`"
            yield InputProblem(str(given), message, code="web-address")
            continue
        path = Path(given)
        if _is_folder(path):
            yield from _walk(path)
        elif not _exists(path) and not _PATTERN_SIGNS.isdisjoint(str(given)):
            yield from _matches(str(given))
        else:
            yield path


def _walk(folder: Path) -> Iterator[Path | InputProblem]:
    problems: list[OSError] = []
    found = 0
    for where, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(where) / name
            if not name.startswith(".") and suffix_of(file) in READERS and file.is_file():
                found += 1
                yield file
        while problems:
            yield _unreadable(problems.pop(0), folder)
    while problems:
        found += 1
        yield _unreadable(problems.pop(0), folder)
    if not found:
        kinds = " ".join(sorted(READERS))
        message = f"no articles in this folder (files it could hold: {kinds})"
        yield InputProblem(str(folder), message, code="no-articles")


def _matches(pattern: str) -> Iterator[Path | InputProblem]:
    found = _glob(pattern)
    if not found:
        yield InputProblem(pattern, "matches no file", code="not-found")
    for path in found:
        if not path.is_dir():
            yield path
        elif "**" not in pattern:
            yield from _walk(path)


def _glob(pattern: str) -> list[Path]:
    path = Path(pattern)
    anchor = Path(path.anchor)
    try:
        found = sorted(anchor.glob(str(path.relative_to(anchor))))
    except (OSError, ValueError, NotImplementedError):
        return []
    return [match for match in found if path.name[:1] == "." or match.name[:1] != "."]


def _unreadable(failure: OSError, folder: Path) -> InputProblem:
    where = failure.filename if isinstance(failure.filename, str) else str(folder)
    return InputProblem(where, f"cannot be read: {failure.strerror}", code="unreadable")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
