"""Text for a terminal: cleaned of control sequences, and wrapped by the width that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wcwidth import wcwidth

from claimtrack.rendering import characters

_SEQUENCE = re.compile(
    r"\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]"  # colours, cursor moves
    r"|\x1b\][^\x07\x1b]{0,2048}(?:\x07|\x1b\\)"  # titles, links
    r"|\x1b[PX^_][^\x1b]{0,2048}\x1b\\"  # device strings
    r"|\x1b[ -/]{0,8}[0-~]"
)


def plain(text: str) -> str:
    """Return ``text`` on one line, with nothing in it that a terminal would obey."""
    return characters.line(_SEQUENCE.sub("", text))


def shown(text: str) -> int:
    """Return how many columns ``text`` takes on a terminal."""
    return len(text) if text.isascii() else sum(max(0, wcwidth(letter)) for letter in text)


def cut(text: str, limit: int) -> str:
    """Return ``text``, shortened to ``limit`` columns with an ellipsis if it is wider."""
    if shown(text) <= limit:
        return text
    piece = next(_pieces(text, limit - 1))
    return piece + "…" if shown(piece) < limit else "…"


def wrap(text: str, width: int) -> list[str]:
    """Break ``text`` at spaces into lines of at most ``width`` columns; too long words are cut."""
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        size = shown(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, width) if size > width else (word,)
        lines += whole
        used = shown(line)
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """Cut ``word`` into pieces of at most ``width`` columns; marks stay with their letter."""
    first = used = 0
    for index, letter in enumerate(word):
        size = max(0, wcwidth(letter))
        if used + size > width and index > first:
            yield word[first:index]
            first, used = index, 0
        used += size
    yield word[first:]
