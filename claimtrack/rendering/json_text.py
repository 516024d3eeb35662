"""Values as JSON text that can always be written as UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from claimtrack.model import ArticleReport

_AT_ONCE = 500
"""Items of a list that are written together."""


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Return ``value`` as JSON: readable characters as they are, lone surrogates as escapes."""
    written = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        written.encode()
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, allow_nan=False, indent=indent)
    return written


def article(report: ArticleReport, *, indent: int | None = None, depth: int = 0) -> Iterator[str]:
    """Give an article's object piece by piece, as it stands ``depth`` levels deep.

    The pieces together are its ``to_dict()`` as JSON; a long article is never there as a whole.
    """
    line, step = ("", "") if indent is None else ("\n" + " " * indent * depth, " " * indent)
    between = ", " if indent is None else ","
    opening = "{"
    for name, value in report.members():
        yield f'{opening}{line}{step}"{name}": '
        if isinstance(value, Iterator):
            yield from _items(value, indent, line + step, between)
        else:
            yield nest(value, indent, line + step)
        opening = between
    yield line + "}"


def nest(value: Any, indent: int | None, line: str) -> str:
    """Write a value with ``line`` for its line breaks; strings of JSON hold none."""
    written = dumps(value, indent=indent)
    return written if indent is None else written.replace("\n", line)


def _items(items: Iterator[Any], indent: int | None, line: str, between: str) -> Iterator[str]:
    opening = "["
    while several := list(islice(items, _AT_ONCE)):
        yield opening + nest(several, indent, line)[1 : -1 - len(line)]
        opening = between
    yield "[]" if opening == "[" else line + "]"
