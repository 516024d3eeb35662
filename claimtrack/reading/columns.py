"""Parquet files: one article a row, streamed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from claimtrack.errors import InputProblem, MissingExtra
from claimtrack.model import Article
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.records import check_columns
from claimtrack.reading.streams import unreadable
from claimtrack.reading.unread import Unread, UnreadRow, read_all

_AT_ONCE = 64
"""Rows that are unpacked together: few, for a row may hold a whole book."""


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the article of every row, and an ``InputProblem`` for every row without one."""
    yield from read_all(find_file(path, options), options)


def find_file(path: Path, options: ReadingOptions) -> Iterator[Unread | InputProblem]:
    """Yield the rows of a Parquet file, unread."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingExtra("reading Parquet files", "parquet") from None
    source, stem = str(path), path.name.partition(".")[0]
    number = 0
    try:
        with ParquetFile(path) as file:
            check_columns(file.schema_arrow.names, source, options)
            for batch in file.iter_batches(batch_size=_AT_ONCE, use_threads=False):
                for record in batch.to_pylist():
                    number += 1
                    yield UnreadRow(
                        _plain(record), f"{source}:{number}", f"{stem}-{number}", source
                    )
    except ArrowException as failure:
        message = f"damaged Parquet file: {failure}"[:500]
        raise InputProblem(source, message, code="damaged") from None
    except OSError as failure:
        raise unreadable(source, failure) from None


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record as JSON would have it: dates as they are written."""
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in record.items()
    }
