"""The elements around a page's headline, where it says who wrote the article, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.reading.headlines import fold

_HEADINGS = ("h1", "h2", "h3")
_BEFORE = 80
_AFTER = 250
_SILENT = frozenset({"script", "style", "noscript", "template", "svg"})
_LONGEST = 640


def around(tree: Any, headline: str | None) -> list[Any]:
    """Return a page's elements near the one that shows the headline; none if nothing does.

    Those below it come first, then those above, the nearest last.
    """
    elements = [item for item in tree.iter() if isinstance(item.tag, str)]
    place = _headline_at(elements, headline)
    if place is None:
        return []
    return elements[place : place + _AFTER] + elements[max(0, place - _BEFORE) : place]


def wording(element: Any) -> str:
    """Return what an element shows, on one line, as far as a line may go."""
    pieces: list[str] = []
    size = 0
    for piece in _shown(element):
        pieces.append(piece)
        size += len(piece)
        if size > 2 * _LONGEST:
            break
    return " ".join(" ".join(pieces).split())[:_LONGEST]


def _shown(element: Any) -> Iterator[str]:
    """Yield the pieces of an element's text in order, but for scripts and the like."""
    waiting: list[tuple[Any, bool]] = [(element, False)]
    while waiting:
        item, after = waiting.pop()
        if after:
            if item.tail:
                yield item.tail
            continue
        if item is not element:
            waiting.append((item, True))
        if not isinstance(item.tag, str) or item.tag in _SILENT:
            continue
        if item.text:
            yield item.text
        waiting.extend((child, False) for child in reversed(list(item)))


def _headline_at(elements: list[Any], headline: str | None) -> int | None:
    """Return which element shows the headline: the first heading of its words, else an ``h1``."""
    wanted = fold(headline or "")
    first = None
    for number, item in enumerate(elements):
        if item.tag in _HEADINGS:
            if wanted and fold(wording(item)) == wanted:
                return number
            if first is None and item.tag == "h1":
                first = number
    return first
