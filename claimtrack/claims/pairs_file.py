"""Files of statement pairs: tab-separated in, tab-separated verdicts out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimtrack.claims.matching.comparison import Comparison, compare
from claimtrack.rendering.csv import cell
from claimtrack.rendering.json_text import dumps

HEAD = "match\tprobability\tconflicts\tfirst\tsecond"

_NAMES = (
    ("first", "second"),
    ("#1 string", "#2 string"),
    ("sentence1", "sentence2"),
    ("text1", "text2"),
)
"""Names of the two columns by which a head line is known."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of the file: the pair and its comparison, or ``None`` where there is no pair."""

    line: int
    first: str
    second: str
    comparison: Comparison | None


def verdicts(lines: Iterable[str]) -> Iterator[Verdict]:
    """Compare the pairs of a file: the two named columns, or without a head the last two."""
    columns: tuple[int, int] | None = None
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if number == 1:
            cells[0] = cells[0].lstrip("\ufeff")
            columns = _columns(cells)
            if columns is not None:
                continue
        if cells == [""]:
            continue
        one, other = columns or (len(cells) - 2, len(cells) - 1)
        if one < 0 or other >= len(cells):
            yield Verdict(number, line.strip(), "", None)
            continue
        first, second = cells[one], cells[other]
        yield Verdict(number, first, second, compare(first, second))


def row(verdict: Verdict) -> str:
    """Return a verdict as a line: 1 or 0, the probability, the conflicts as JSON, the pair."""
    found = verdict.comparison
    if found is None:
        head = ["", "", ""]
    else:
        conflicts = [
            {"kind": item.kind, "first": item.first, "second": item.second}
            for item in found.conflicts
        ]
        head = [str(int(found.match)), f"{found.probability:.6f}", dumps(conflicts)]
    return "\t".join([*head, cell(verdict.first), cell(verdict.second)])


def _columns(cells: list[str]) -> tuple[int, int] | None:
    names = [cell.strip().casefold() for cell in cells]
    for one, other in _NAMES:
        if one in names and other in names:
            return names.index(one), names.index(other)
    return None
