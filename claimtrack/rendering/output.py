"""Where reports are written: safe file names, and files that are whole or not there at all."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

LONGEST_NAME = 100
"""The most characters of an article's id that go into a file's name."""

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "index"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)


class FileNames:
    """File names for the articles of one run, never the same one twice.

    A name is made from an article's id, but an id is no path: whatever is not a plain letter,
    digit, dot, dash or underscore is left out, and then a digest of the id keeps names apart. Ids
    that differ only by case get different names, as some file systems do not tell them apart.
    """

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def of(self, identity: str) -> str:
        """Return the name, without a suffix, for the file of the article with this id."""
        name = safe_name(identity)
        count = self._taken.get(name.lower(), 0) + 1
        self._taken[name.lower()] = count
        if count == 1:
            return name
        return self.of(f"{name}-{count}")


def safe_name(identity: str) -> str:
    """Return a file name for an id: the id itself where that is safe, else one made from it."""
    name = _UNSAFE.sub("-", identity)[:LONGEST_NAME].strip("-.")
    if name == identity and name.split(".")[0].lower() not in _RESERVED:
        return name
    from hashlib import sha256  # loads a library of its own, and most ids are safe

    digest = sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{name or 'article'}-{digest}"


def write(path: Path, pieces: Iterable[str]) -> None:
    """Write a file piece by piece beside its place and rename it: never half a file.

    Whatever is no plain file (a pipe, a device) is written to as it is.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as place:
            place.writelines(pieces)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
