"""Plain text files: one article each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.filenames import name_of
from claimtrack.reading.mending import decoded
from claimtrack.reading.options import DEFAULTS, ReadingOptions
from claimtrack.reading.pages import read_text, too_long
from claimtrack.reading.streams import open_stream, read_whole
from claimtrack.reading.webpages import read_html

_HEAD = 1_024
_MOST_BYTES_EACH = 4
"""Bytes of a character, in any encoding that is read."""

_RICH_TEXT = b"{\\rtf"
_PAGE = (b"<!doctype html", b"<html")


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the article of a text file."""
    with open_stream(path, options) as stream:
        data = read_whole(stream, str(path), options)
    yield read_bytes(data, str(path), options=options)


def read_bytes(
    data: bytes, source: str, *, id: str | None = None, options: ReadingOptions = DEFAULTS
) -> Article:
    """Decode and read one plain text; ``source`` names it in messages and in the article.

    A web page, whatever its name, is read as one. Raises ``InputProblem`` for what is empty,
    binary or too large, and ``MissingExtra`` for a web page without what reads it.
    """
    name = id if id is not None else name_of(Path(source))
    if data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE):
        return read_html(data, source=source, id=name)
    if data.startswith(_RICH_TEXT):
        message = "is rich text (RTF), which is not read: save it as plain text or .docx"
        raise InputProblem(source, message, code="binary")
    longest = options.max_article_chars
    if len(data) > _MOST_BYTES_EACH * longest:  # no need to decode it to know
        raise too_long(source, longest)
    text, notices = decoded(data, source)
    article = read_text(text, id=name, source_file=source, longest=longest)
    return replace(article, notices=notices + article.notices) if notices else article
