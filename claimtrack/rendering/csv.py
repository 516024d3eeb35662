"""CSV: one row a statement, for spreadsheets, which must not take a text for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from claimtrack.model import ArticleReport, Attribution, Source, Statement
from claimtrack.rendering.characters import line
from claimtrack.rendering.formats import Result, Setting

COLUMNS = (
    "article_id",
    "source_file",
    "url",
    "headline",
    "publisher",
    "published",
    "statement_id",
    "start",
    "end",
    "section",
    "status",
    "implicit",
    "sources",
    "kinds",
    "titles",
    "cues",
    "quotations",
    "attitudes",
    "via",
    "confidence",
    "text",
)
"""The head of the table; lists within a cell are separated by "; "."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "|")


def render(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    """Give the head and then one row a statement of every article."""
    yield _row(COLUMNS)
    for result in results:
        if isinstance(result, ArticleReport):
            yield from _rows(result)


def cell(value: object) -> str:
    """Return ``value`` as a cell: on one line, and with an apostrophe before a formula's sign."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = line(str(value))
    return "'" + text if text.lstrip("'\"\ufeff\u200b").startswith(_FORMULA) else text


def _rows(report: ArticleReport) -> Iterator[str]:
    attributions = {item.id: item for item in report.attributions}
    sources = {item.id: item for item in report.sources}
    article = report.article
    head = (
        article.id,
        article.source_file,
        article.url,
        article.headline,
        article.publisher,
        article.published,
    )
    for statement in report.statements:
        said = [attributions[key] for key in statement.attribution_ids if key in attributions]
        named = [sources[key] for key in statement.source_ids if key in sources]
        yield _row((*head, *_statement(statement, said, named, sources, article.text)))


def _statement(
    statement: Statement,
    said: list[Attribution],
    named: list[Source],
    sources: dict[str, Source],
    text: str,
) -> tuple[object, ...]:
    return (
        statement.id,
        statement.span.start,
        statement.span.end,
        statement.section,
        statement.status,
        statement.implicit,
        _list(source.name for source in named),
        _list(source.kind for source in named),
        _list(source.title or "" for source in named),
        _list(item.cue.of(text) for item in said if item.cue is not None),
        _list(dict.fromkeys(item.quotation for item in said)),
        _list(dict.fromkeys(item.attitude for item in said)),
        _list(dict.fromkeys(sources[key].name for item in said for key in item.via)),
        statement.confidence,
        statement.span.of(text),
    )


def _list(values: Iterable[str]) -> str:
    return "; ".join(line(value) for value in values)


def _row(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([cell(value) for value in values])
    return out.getvalue()
