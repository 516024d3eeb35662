"""Markdown files (.md): the words without the marks that set them in bold, italics and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.filenames import name_of
from claimtrack.reading.mending import decoded
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.pages import read_text
from claimtrack.reading.streams import open_stream, read_whole

_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,80}\])")
_FOOTNOTE = re.compile(r"(?m)^\[\^[\w-]{1,20}\]:.*$|\[\^[\w-]{1,20}\]")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])")
_QUOTED_VALUE = re.compile(r"(?m)^([A-Za-z_-]{2,20}:[ \t]*)([\"'])(.*)\2[ \t]*$")
_FRONT = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST_FRONT = 10_000


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the article of a Markdown file; offsets index the text without its marks."""
    source = str(path)
    with open_stream(path, options) as stream:
        data = read_whole(stream, source, options)
    text, notices = decoded(data, source)
    article = read_text(
        unmarked(text),
        id=name_of(path),
        source_file=source,
        longest=options.max_article_chars,
    )
    yield replace(article, notices=notices + article.notices)


def unmarked(text: str) -> str:
    """Return the text without Markdown's marks within its lines; lines stay where they are."""
    front = _FRONT.match(text, 0, _LONGEST_FRONT)
    head = "" if front is None else _QUOTED_VALUE.sub(r"\1\3", front[0])
    body = text if front is None else text[front.end() :]
    body = _FOOTNOTE.sub("", _IMAGE.sub("", body))
    body = _LINK.sub(r"\1", body)
    return head + _STRONG.sub(r"\2", _STRONG.sub(r"\2", body))
