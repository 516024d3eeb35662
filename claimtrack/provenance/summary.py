"""What a run over many articles comes to, counted as the reports pass by."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

from claimtrack.model import ArticleReport, InputError, Status

STATUSES: tuple[Status, ...] = get_args(Status)


class Tally:
    """Counts over a run; a report is looked at once and not kept."""

    def __init__(self) -> None:
        self._articles = 0
        self._errors = 0
        self._sources = 0
        self._single_source = 0
        self._statuses: Counter[Status] = Counter()

    def add(self, result: ArticleReport | InputError) -> None:
        """Count one input's report, or its failure."""
        if isinstance(result, InputError):
            self._errors += 1
            return
        self._articles += 1
        self._sources += result.metrics.source_count
        self._single_source += result.metrics.single_source is True
        self._statuses.update(statement.status for statement in result.statements)

    def summary(self) -> dict[str, Any]:
        """Return the ``summary`` object of the JSON contract."""
        claims = sum(self._statuses[status] for status in STATUSES if status != "not_a_claim")
        return {
            "article_count": self._articles,
            "error_count": self._errors,
            "statement_count": claims,
            "statuses": {status: self._statuses[status] for status in STATUSES},
            "attributed_share": share(self._statuses["attributed"], claims),
            "veiled_share": share(self._statuses["veiled"], claims),
            "unattributed_share": share(self._statuses["unattributed"], claims),
            "source_count": self._sources,
            "single_source_articles": self._single_source,
        }


def share(part: float, whole: float) -> float | None:
    """Return ``part / whole`` to four places, or ``None`` where there is nothing to divide."""
    return round(part / whole, 4) if whole else None
