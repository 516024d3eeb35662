"""Which reader reads which file, by suffix; and the folders they are found in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.decoding import decode
from claimtrack.reading.options import DEFAULTS, ReadingOptions
from claimtrack.reading.pages import read_text
from claimtrack.reading.rows import open_stream, read_rows

_TEXT = frozenset({".txt", ".text", ".md", ""})
_ROWS = frozenset({".jsonl", ".ndjson"})


def read_path(
    path: Path | str, *, options: ReadingOptions = DEFAULTS
) -> Iterator[Article | InputProblem]:
    """Yield the articles of a file, and an ``InputProblem`` for each that cannot be read."""
    path = Path(path)
    suffix = _suffix(path)
    try:
        with open_stream(path) as stream:
            if suffix in _ROWS:
                yield from read_rows(stream, str(path), options)
            else:
                yield read_bytes(stream.read(options.max_bytes), str(path))
    except InputProblem as problem:
        yield problem
    except (OSError, EOFError) as failure:
        code = "not-found" if isinstance(failure, FileNotFoundError) else "unreadable"
        reason = getattr(failure, "strerror", None) or str(failure)
        yield InputProblem(str(path), reason, code=code)


def read_bytes(data: bytes, source: str, *, id: str | None = None) -> Article:
    """Decode and read one plain text; ``source`` names it in messages and in the article."""
    text, notices = decode(data, source)
    name = id if id is not None else Path(source.removesuffix(".gz")).stem
    article = read_text(text, id=name, source_file=source)
    return replace(article, notices=notices + article.notices) if notices else article


def discover(paths: Iterable[Path | str]) -> Iterator[Path | InputProblem]:
    """Yield the files behind ``paths``; folders are walked in a stable order."""
    for given in paths:
        path = Path(given)
        if not path.is_dir():
            yield path
            continue
        found = [
            file
            for file in sorted(path.rglob("*"))
            if file.is_file() and _suffix(file) in _TEXT | _ROWS and not file.name.startswith(".")
        ]
        if not found:
            yield InputProblem(str(path), "holds no articles", code="no-articles")
        yield from found


def _suffix(path: Path) -> str:
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix
