"""JSON Lines: one article a row, streamed; the text of a row is never touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.streams import open_stream
from claimtrack.reading.unread import Unread, UnreadRow, read_all

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the articles of a JSON Lines file, row by row."""
    yield from read_all(find_file(path, options), options)


def find_file(path: Path, options: ReadingOptions) -> Iterator[Unread | InputProblem]:
    """Yield the rows of a JSON Lines file, unread."""
    with open_stream(path, options) as stream:
        yield from find_rows(stream, str(path), options)


def read_rows(
    stream: IO[bytes], source: str, options: ReadingOptions
) -> Iterator[Article | InputProblem]:
    """Yield the article of every row, and an ``InputProblem`` for every row that has none."""
    yield from read_all(find_rows(stream, source, options), options)


def find_rows(
    stream: IO[bytes], source: str, options: ReadingOptions
) -> Iterator[Unread | InputProblem]:
    """Yield the rows of a stream, unread.

    A row longer than ``options.max_row_bytes`` is skipped and reported.
    """
    stem = Path(source).name.partition(".")[0]
    limit = options.max_row_bytes
    number = 0
    while True:
        raw = stream.readline(limit + 1)
        if not raw:
            return
        number += 1
        where = f"{source}:{number}"
        if len(raw) > limit:
            yield InputProblem(where, f"is longer than {limit} bytes", code="too-large")
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(limit)
            continue
        if number == 1 and raw.startswith(_UTF16):
            message = "is UTF-16; JSON Lines are read as UTF-8"
            raise InputProblem(source, message, code="encoding")
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if raw.strip():
            yield UnreadRow(raw, where, f"{stem}-{number}", source)
