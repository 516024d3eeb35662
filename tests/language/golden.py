"""Reading of this folder's files of golden cases."""

from __future__ import annotations

import re
from pathlib import Path

from claimtrack.language import Document, parse
from claimtrack.model import Article, Paragraph, Span

HERE = Path(__file__).parent
SHARED = HERE.parents[1].parent / "shared"

_LINE = re.compile(r"\S[^\n]*")


def article(text: str) -> Article:
    """Return an article whose lines are its paragraphs."""
    lines = tuple(Paragraph(Span(*match.span())) for match in _LINE.finditer(text))
    return Article(id="case", text=text, paragraphs=lines)


def document(text: str) -> Document:
    return parse(article(text))


def cases(name: str) -> list[tuple[str, list[str]]]:
    """Return the title and the lines of each case of a file."""
    found: list[tuple[str, list[str]]] = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            found.append((line[3:], []))
        elif line.strip() and found:
            found[-1][1].append(line)
    return found
