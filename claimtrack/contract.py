"""The JSON contract: the published schemas, and whether a document keeps to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.errors import InputProblem

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

_SUFFIX = ".schema.json"


def folder() -> Path:
    """Return where the schemas are: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent
    shipped = package / "schemas"
    return shipped if shipped.is_dir() else package.parent / "schemas"


def names() -> tuple[str, ...]:
    """Return the names of the schemas, such as ``report``."""
    return tuple(sorted(path.name.removesuffix(_SUFFIX) for path in folder().glob(f"*{_SUFFIX}")))


def schema_text(name: str = "report") -> str:
    """Return a schema as it is published."""
    return (folder() / f"{name}{_SUFFIX}").read_text(encoding="utf-8")


def problems(document: Any, *, part: str | None = None, name: str = "report") -> Iterator[str]:
    """Yield what is wrong with a document, one line a problem; nothing if it keeps to the schema.

    ``part`` names a definition to hold the document against, such as ``article`` for one line of
    JSONL.
    """
    for error in _validator(name, part).iter_errors(document):
        yield f"{error.json_path}: {_shorten(error.message)}"


def check(file: str, data: bytes | None = None, *, name: str = "report") -> Iterator[str]:
    """Yield what is wrong with a report file; ``data`` is its content if it is no file on disk.

    A report is one JSON document; JSONL (by its suffix, or when there are more lines than one
    document) has an article a line. What is no JSON at all raises ``InputProblem``.
    """
    if name not in names():
        raise InputProblem(name, f"no such schema; there are: {', '.join(names())}", code="schema")
    try:
        text = (Path(file).read_bytes() if data is None else data).decode("utf-8-sig")
    except OSError as failure:
        raise InputProblem(file, failure.strerror or str(failure), code="unreadable") from None
    except UnicodeDecodeError:
        raise InputProblem(file, "is no UTF-8 text", code="not-json") from None
    lines = text.split("\n")
    if file.endswith(".jsonl") or _is_article(lines[0]):
        for number, line in enumerate(lines, 1):
            if line.strip():
                for problem in problems(_parse(file, line, number), part="article", name=name):
                    yield f"line {number}: {problem}"
    else:
        yield from problems(_parse(file, text, 1), name=name)


def _is_article(line: str) -> bool:
    """Tell whether a file's first line is a whole article, as in JSONL."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "articles" not in row and "statements" in row


def _parse(file: str, text: str, line: int) -> Any:
    try:
        return json.loads(text)
    except ValueError as failure:
        at = line + getattr(failure, "lineno", 1) - 1
        raise InputProblem(file, f"is no JSON, line {at}: {failure}", code="not-json") from None
    except RecursionError:
        raise InputProblem(file, "is nested too deeply", code="not-json") from None


@cache
def _validator(name: str, part: str | None) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    schema = json.loads(schema_text(name))
    if part is not None:
        schema = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": f"#/$defs/{part}"}
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _shorten(message: str, limit: int = 200) -> str:
    return message if len(message) <= limit else message[: limit - 1] + "…"
