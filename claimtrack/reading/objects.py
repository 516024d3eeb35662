"""JSON files: one object, a list of objects, or an object that holds such a list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.decoding import decode
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.streams import open_stream, read_whole
from claimtrack.reading.unread import Unread, UnreadRow, check_parts, read_all

_LISTS = ("articles", "items", "documents", "data", "rows", "results")


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the articles of a JSON file, and an ``InputProblem`` for each record without one."""
    yield from read_all(find_file(path, options), options)


def find_file(path: Path, options: ReadingOptions) -> Iterator[Unread | InputProblem]:
    """Yield the records of a JSON file, unread."""
    source = str(path)
    with open_stream(path, options) as stream:
        data = read_whole(stream, source, options)
    check_parts(data, source)
    text, _ = decode(data, source)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as failure:
        raise InputProblem(source, f"is not JSON: {failure}", code="bad-json") from None
    stem = path.name.partition(".")[0]
    if isinstance(value, Mapping):
        listed = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
        if listed is None:
            yield UnreadRow(value, source, stem, source)
            return
        value = listed
    if not isinstance(value, list):
        raise InputProblem(source, "holds no object with a text", code="no-text")
    if not value:
        raise InputProblem(source, "is an empty list", code="empty")
    for number, record in enumerate(value, 1):
        yield UnreadRow(record, f"{source}:[{number}]", f"{stem}-{number}", source)
