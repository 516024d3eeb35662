"""CSV: one row an appearance of a claim, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from claimtrack.claims.lineage import step_words
from claimtrack.claims.records import Timeline
from claimtrack.rendering.csv import cell

COLUMNS = (
    "claim_id",
    "claim",
    "article",
    "outlet",
    "published",
    "url",
    "version",
    "statement",
    "start",
    "end",
    "section",
    "status",
    "source",
    "source_kind",
    "via",
    "quotation",
    "text",
    "drifts",
)
"""The head of the table; lists within a cell are separated by "; "."""


def render(timelines: Iterable[Timeline]) -> Iterator[str]:
    """Give the head, and the appearances of every claim in the order of time."""
    yield _row(COLUMNS)
    for item in timelines:
        for step in item.steps:
            passage = step.passage
            drifts = [drift.kind for drift in item.drifts if drift.later == step.number]
            yield _row(
                (
                    item.claim.id,
                    item.claim.said,
                    step.article,
                    step.outlet,
                    step.published,
                    step.url,
                    step.version,
                    passage.statement,
                    passage.start,
                    passage.end,
                    passage.section,
                    passage.status,
                    passage.source,
                    passage.kind,
                    "; ".join(passage.via),
                    passage.quotation,
                    step_words(step),
                    "; ".join(dict.fromkeys(drifts)),
                )
            )


def _row(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([cell(value) for value in values])
    return out.getvalue()
