"""JSON Lines: one article a row, streamed; the text of a row is never touched."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, cast

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.pages import read_text

_TEXT_FIELDS = ("text", "body", "content", "article")
_ID_FIELDS = ("id", "uid", "_id")


def read_rows(
    stream: IO[bytes], source: str, options: ReadingOptions
) -> Iterator[Article | InputProblem]:
    """Yield the article of every row, and an ``InputProblem`` for every row that has none."""
    for number, raw in enumerate(stream, 1):
        if not raw.strip():
            continue
        where = f"{source}:{number}"
        try:
            row = json.loads(raw)
        except (ValueError, RecursionError) as failure:
            yield InputProblem(where, f"is not JSON: {failure}", code="bad-row")
            continue
        try:
            yield article_of(row, where, f"{Path(source).stem}-{number}", source, options)
        except InputProblem as problem:
            yield problem


def article_of(row: Any, where: str, name: str, source: str, options: ReadingOptions) -> Article:
    """Make an article of one JSON object; raises ``InputProblem`` when it holds no text."""
    if not isinstance(row, Mapping):
        raise InputProblem(where, "is not an object with a text", code="bad-row")
    fields = (options.text_field,) if options.text_field else _TEXT_FIELDS
    text = next((row[field] for field in fields if isinstance(row.get(field), str)), None)
    if text is None:
        raise InputProblem(where, f"has no text in {' or '.join(fields)}", code="no-text")
    ids = (options.id_field,) if options.id_field else _ID_FIELDS
    given = next((row[field] for field in ids if row.get(field) is not None), name)
    try:
        article = read_text(text, id=str(given), source_file=source)
    except InputProblem as problem:
        raise InputProblem(where, problem.message, code=problem.code) from None
    return replace(article)


def open_stream(path: Path) -> IO[bytes]:
    """Open a file for reading, unpacked when its name ends in ``.gz``."""
    if path.suffix.lower() == ".gz":
        return cast(IO[bytes], gzip.open(path, "rb"))
    return path.open("rb")
