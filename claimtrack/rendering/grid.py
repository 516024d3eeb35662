"""A table for a terminal: wrapped cells side by side, a rule under the heads, two spaces between.

It looks as tabulate's ``simple`` does, whose import alone takes as long as a short article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from claimtrack.rendering.width import shown, wrap

Paint = Callable[[int | None, int, str], str]
"""Colours a line of the cell in a row (``None``: the heads) and column, once its place is known."""

_GAP = "  "
_ROOM = 2
"""A column is at least so much wider than its head."""


def grid(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    paint: Paint | None = None,
) -> str:
    """Return a table whose cells are wrapped to ``widths``; columns with less in them shrink."""
    cells = [[wrap(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    sizes = [
        max([shown(head) + _ROOM, *(shown(line) for row in cells for line in row[column])])
        for column, head in enumerate(heads)
    ]
    lines = list(_lines(None, [[head] for head in heads], sizes, paint))
    lines.append(_GAP.join("-" * size for size in sizes))
    for number, row in enumerate(cells):
        lines += _lines(number, row, sizes, paint)
    return "\n".join(lines) + "\n"


def _lines(
    row: int | None, cells: Sequence[Sequence[str]], sizes: Sequence[int], paint: Paint | None
) -> Iterator[str]:
    """Give the lines of a row: as many as its fullest cell has."""
    for parts in list(zip_longest(*cells, fillvalue="")) or [("",) * len(cells)]:
        line = ""
        waiting = 0
        for column, (part, size) in enumerate(zip(parts, sizes, strict=True)):
            if part:
                line += " " * waiting + (paint(row, column, part) if paint else part)
                waiting = 0
            waiting += size - shown(part) + len(_GAP)
        yield line
