"""The table of forms that shards are written in, and the two that are lines of JSON."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from claimtrack.model import ArticleReport, Generator

Encode = Callable[[Sequence[ArticleReport], Generator], bytes]
"""Reports to bytes, in a worker: what is slow is done there."""

_GZIP_LEVEL = 6


class Writer(Protocol):
    """A shard that is being written: it takes what ``Encode`` gave, chunk by chunk."""

    def add(self, data: bytes) -> None:
        """Write a chunk."""

    def close(self) -> None:
        """Write what is left, and see it safely on disk."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of shards: its name on the command line, its suffix, and what writes it.

    ``encode`` is ``"module:function"`` and ``writer`` ``"module:class"``, imported on first use.
    """

    name: str
    suffix: str
    encode: str
    writer: str

    def encoder(self) -> Encode:
        """Return what makes bytes of reports; raises ``MissingExtra`` where a part is missing."""
        return cast(Encode, _load(self.encode))

    def open(self, path: Path) -> Writer:
        """Begin a file; raises ``MissingExtra`` where a part is missing."""
        return cast(Callable[[Path], Writer], _load(self.writer))(path)


def lines(reports: Sequence[ArticleReport], generator: Generator) -> bytes:
    """Return reports as ``report --format jsonl`` prints them."""
    from claimtrack.rendering.formats import Setting, named

    return "".join(named("jsonl").render(reports, Setting(generator))).encode()


def packed_lines(reports: Sequence[ArticleReport], generator: Generator) -> bytes:
    """Return the lines as one member of a gzip file, without a date."""
    return gzip.compress(lines(reports, generator), _GZIP_LEVEL, mtime=0)


class LinesWriter:
    """Puts bytes after one another, which is all that lines and members of gzip files need."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def add(self, data: bytes) -> None:
        """Write a chunk."""
        self._file.write(data)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


FORMS: tuple[Form, ...] = (
    Form("jsonl", ".jsonl", f"{__name__}:lines", f"{__name__}:LinesWriter"),
    Form("jsonl.gz", ".jsonl.gz", f"{__name__}:packed_lines", f"{__name__}:LinesWriter"),
    Form(
        "parquet",
        ".parquet",
        "claimtrack.corpus.parquet:encode",
        "claimtrack.corpus.parquet:ParquetShard",
    ),
)
"""Every form that a corpus run can write."""


def form(name: str) -> Form:
    """Return the form of this name; a ``KeyError`` says that there is none."""
    for item in FORMS:
        if item.name == name:
            return item
    raise KeyError(name)


def _load(target: str) -> object:
    module, name = target.split(":")
    found: object = getattr(import_module(module), name)
    return found
