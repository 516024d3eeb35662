"""Characters that must not reach a page or a file as they are, and what stands in for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

REPLACEMENT = "\ufffd"

_HARMFUL = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, tab and line breaks left alone
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of the writing direction
    "\u2028\u2029"  # line and paragraph separators, which end a line of a script
    "\ud800-\udfff"  # halves of surrogate pairs, which no encoding can write
    "\ufdd0-\ufdef\ufffe\uffff"  # code points that are no characters
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: either harmless, or one character that is shown by its number."""

    text: str
    hidden: bool = False


def clean(text: str) -> str:
    """Return ``text`` with each harmful character replaced by U+FFFD, one for one."""
    return _HARMFUL.sub(REPLACEMENT, text)


def line(text: str) -> str:
    """Return ``text`` cleaned, on one line, with white space folded."""
    return " ".join(clean(text).split())


def pieces(text: str) -> Iterator[Piece]:
    """Split ``text`` so that every harmful character is a piece of its own, named by its number.

    A reader should see that a text holds an override of the writing direction, not suffer it.
    """
    at = 0
    for match in _HARMFUL.finditer(text):
        if match.start() > at:
            yield Piece(text[at : match.start()])
        yield Piece(f"U+{ord(match.group()):04X}", hidden=True)
        at = match.end()
    if at < len(text):
        yield Piece(text[at:])


def shorten(text: str, limit: int) -> str:
    """Return ``text`` on one line, cut to ``limit`` characters with an ellipsis."""
    folded = line(text[: 4 * limit])
    return folded if len(folded) <= limit and len(text) <= 4 * limit else folded[: limit - 1] + "…"
