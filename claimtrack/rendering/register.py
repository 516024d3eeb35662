"""A list of the sources of many articles, as a table or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tabulate import tabulate

from claimtrack.model import InputError
from claimtrack.rendering.json_text import dumps
from claimtrack.rendering.width import plain, wrap
from claimtrack.rendering.words import KINDS
from claimtrack.sources.register import Entry

_COUNTS = 20
"""Columns that the two counts and the lines of the table take."""


def table(entries: Sequence[Entry], width: int) -> str:
    """Return the list as a table of at most ``width`` columns."""
    room = max(40, width - _COUNTS)
    widths = (room * 38 // 100, room * 22 // 100, room * 40 // 100)
    rows = []
    for entry in entries:
        title = "; ".join(entry.titles) or "; ".join(entry.affiliations)
        kind = KINDS[entry.kind] + (", outlet" if entry.outlet else "")
        cells = [
            "\n".join(wrap(plain(text), size))
            for text, size in zip((entry.name, kind, title), widths, strict=True)
        ]
        rows.append([*cells, len(entry.appearances), entry.statements])
    headers = ["source", "kind", "title", "articles", "statem."]
    return tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True) + "\n"


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
