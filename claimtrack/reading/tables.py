"""CSV and TSV files: one article a row, streamed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.records import check_columns
from claimtrack.reading.streams import open_stream
from claimtrack.reading.unread import Unread, UnreadRow, read_all

_SAMPLE = 65_536
_FIELD_LIMIT = 256 * 2**20


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the article of every row, and an ``InputProblem`` for every row without one."""
    yield from read_all(find_file(path, options), options)


def find_file(path: Path, options: ReadingOptions) -> Iterator[Unread | InputProblem]:
    """Yield the rows of a table, unread."""
    source = str(path)
    csv.field_size_limit(max(csv.field_size_limit(), _FIELD_LIMIT))
    with open_stream(path, options) as stream:
        lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
        try:
            yield from _rows(lines, path, options)
        except csv.Error as failure:
            raise InputProblem(source, f"is no table: {failure}", code="bad-table") from None


def _rows(
    lines: io.TextIOWrapper, path: Path, options: ReadingOptions
) -> Iterator[Unread | InputProblem]:
    source, stem = str(path), path.name.partition(".")[0]
    separator = "\t" if ".tsv" in path.name.lower() else _separator(lines)
    table = csv.DictReader(lines, delimiter=separator)
    names = table.fieldnames
    if not names:
        raise InputProblem(source, "is empty", code="empty")
    check_columns(names, source, options)
    for number, row in enumerate(table, 1):
        record = {key: value for key, value in row.items() if isinstance(key, str)}
        where = f"{source}:{table.line_num}"
        yield UnreadRow(record, where, f"{stem}-{number}", source)


def _separator(lines: io.TextIOWrapper) -> str:
    """Look at the first line: the separator is the sign that stands there most."""
    first = lines.readline(_SAMPLE)
    lines.seek(0)
    return max(",;\t|", key=first.count)
