"""One article's report, put together."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.language import Document
from claimtrack.model import ArticleReport, Attribution, Source
from claimtrack.provenance.metrics import measure
from claimtrack.provenance.statements import statements


def report(
    document: Document, attributions: Sequence[Attribution], sources: Sequence[Source]
) -> ArticleReport:
    """Return the report of an article: who answers for each of its statements.

    ``attributions`` carry the ids of their ``sources`` already.
    """
    found = statements(document, attributions)
    return ArticleReport(
        article=document.article,
        statements=found,
        attributions=tuple(attributions),
        sources=tuple(sources),
        metrics=measure(document, found, attributions, sources),
    )
