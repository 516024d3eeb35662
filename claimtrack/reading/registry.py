"""Which module reads which file, by suffix; nothing is imported before it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.filenames import suffix_of
from claimtrack.reading.options import DEFAULTS, ReadingOptions
from claimtrack.reading.unread import Unread, UnreadFile

READERS = {
    ".txt": "texts",
    ".text": "texts",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "rows",
    ".ndjson": "rows",
    ".json": "objects",
    ".csv": "tables",
    ".tsv": "tables",
    ".html": "webpages",
    ".htm": "webpages",
    ".xhtml": "webpages",
    ".eml": "mails",
    ".mht": "mails",
    ".mhtml": "mails",
    ".warc": "archives",
    ".docx": "word",
    ".pdf": "pdfs",
    ".parquet": "columns",
}
"""Suffix to module; each module has ``read_file(path, options)``. ``.gz`` may follow a suffix.

A module for files of many articles also has ``find_file(path, options)``, which takes a file apart
without reading the articles.
"""


def read_path(
    path: Path | str, *, options: ReadingOptions = DEFAULTS
) -> Iterator[Article | InputProblem]:
    """Yield the articles of a file, and an ``InputProblem`` for each that cannot be read.

    Files of unknown suffix are read as plain text. Raises ``MissingExtra`` when the format needs
    a part that is not installed, and nothing else.
    """
    path = Path(path)
    module = import_module(f"claimtrack.reading.{READERS.get(suffix_of(path), 'texts')}")
    try:
        yield from module.read_file(path, options)
    except InputProblem as problem:
        yield problem


def find_path(
    path: Path | str, *, options: ReadingOptions = DEFAULTS
) -> Iterator[Unread | InputProblem]:
    """Yield what ``read_path`` would read, unread: records, pages, or the file as a whole.

    Raises ``MissingExtra`` when taking the file apart needs a part that is not installed.
    """
    path = Path(path)
    module = import_module(f"claimtrack.reading.{READERS.get(suffix_of(path), 'texts')}")
    if not hasattr(module, "find_file"):
        yield UnreadFile(path)
        return
    try:
        yield from module.find_file(path, options)
    except InputProblem as problem:
        yield problem
