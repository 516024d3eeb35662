"""A list of the sources of many articles, as a table or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimtrack.model import InputError
from claimtrack.rendering.grid import grid
from claimtrack.rendering.json_text import dumps
from claimtrack.rendering.width import plain
from claimtrack.rendering.words import KINDS
from claimtrack.sources.register import Entry

_COUNT = 10
"""Columns that a count takes at most."""

_COUNTS = 20
"""Columns that the two counts and the lines of the table take."""


def table(entries: Sequence[Entry], width: int) -> str:
    """Return the list as a table of at most ``width`` columns."""
    room = max(40, width - _COUNTS)
    widths = (room * 38 // 100, room * 22 // 100, room * 40 // 100, _COUNT, _COUNT)
    rows = []
    for entry in entries:
        title = "; ".join(entry.titles) or "; ".join(entry.affiliations)
        kind = KINDS[entry.kind] + (", outlet" if entry.outlet else "")
        counts = (str(len(entry.appearances)), str(entry.statements))
        rows.append((*map(plain, (entry.name, kind, title)), *counts))
    return grid(("source", "kind", "title", "articles", "statem."), rows, widths)


def document(entries: Sequence[Entry], failures: Sequence[InputError], version: str) -> str:
    """Return the list as a JSON document."""
    return (
        dumps(
            {
                "generator": {"name": "claimtrack", "version": version},
                "sources": [_entry(entry) for entry in entries],
                "errors": [
                    {"input": item.input, "code": item.code, "message": item.message}
                    for item in failures
                ],
            },
            indent=2,
        )
        + "\n"
    )


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "kind": entry.kind,
        "outlet": entry.outlet,
        "titles": entry.titles,
        "affiliations": entry.affiliations,
        "statement_count": entry.statements,
        "articles": [
            {
                "id": item.article_id,
                "source_id": item.source_id,
                "statement_count": item.statements,
            }
            for item in entry.appearances
        ],
    }
