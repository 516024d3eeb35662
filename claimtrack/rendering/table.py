"""The report on a terminal: head, statements, sources, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from tabulate import tabulate

from claimtrack.model import ArticleReport, Source, Statement, Status
from claimtrack.provenance import Tally
from claimtrack.rendering.formats import Result, Setting
from claimtrack.rendering.width import cut, plain, wrap
from claimtrack.rendering.words import KINDS, figures, percent, plural

LONGEST_CELL = 400
"""The most columns of text that one cell shows; the JSON report has all of it."""

FIGURE_WIDTH = 6
"""Columns of a figure's value."""

NOTE = "Signals for your own judgement, never a verdict."

NARROWEST = 60
"""A terminal narrower than this gets a table of this width."""

_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_STATUS_COLOURS: dict[Status, str] = {
    "attributed": "\x1b[36m",
    "veiled": "\x1b[33m",
    "unattributed": "\x1b[35m",
    "not_a_claim": _DIM,
}
_STATUS_WORDS: dict[Status, str] = {
    "attributed": "attributed",
    "veiled": "veiled",
    "unattributed": "unattributed",
    "not_a_claim": "no claim",
}


def render(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    """Give one block of tables an article, and a line on all; inputs that failed have none."""
    width = max(NARROWEST, setting.width)
    tally = Tally()
    count = 0
    for result in results:
        if isinstance(result, ArticleReport):
            if count:
                yield "\n" + "─" * width + "\n\n"
            count += 1
            tally.add(result)
            yield from _article(result, width, setting.colour)
    if count > 1:
        yield "\n" + "─" * width + "\n\n"
        yield "\n".join(wrap(_summary(tally), width)) + "\n"
    if count:
        yield "\n" + _paint(NOTE, _DIM, setting.colour) + "\n"


def _article(report: ArticleReport, width: int, colour: bool) -> Iterator[str]:
    yield from _head(report, width, colour)
    yield "\n"
    yield from _statements(report, width, colour)
    if report.sources:
        yield "\n"
        yield from _sources(report, width, colour)
    yield "\n"
    yield from _figures(report, width, colour)


def _head(report: ArticleReport, width: int, colour: bool) -> Iterator[str]:
    article = report.article
    for line in wrap(cut(plain(article.headline or article.id), LONGEST_CELL), width):
        yield _paint(line, _BOLD, colour) + "\n"
    facts = (article.publisher, article.published, article.dateline, ", ".join(article.authors))
    known = " · ".join(cut(plain(fact), LONGEST_CELL) for fact in facts if fact)
    for text in (known, article.url, article.source_file):
        if text:
            for line in wrap(cut(plain(text), LONGEST_CELL), width):
                yield _paint(line, _DIM, colour) + "\n"
    for notice in article.notices:
        for line in wrap(cut(plain(f"Warning: {notice.message}"), LONGEST_CELL), width):
            yield _paint(line, _STATUS_COLOURS["veiled"], colour) + "\n"


def _statements(report: ArticleReport, width: int, colour: bool) -> Iterator[str]:
    names = {source.id: cut(plain(source.name), LONGEST_CELL) for source in report.sources}
    via = {item.id: item.via for item in report.attributions}
    rows = []
    for statement in report.statements:
        passed = dict.fromkeys(
            names[source] for item in statement.attribution_ids for source in via[item]
        )
        who = "; ".join(names[source] for source in statement.source_ids)
        if statement.status == "veiled":
            who = "nobody named"
        if passed:
            who += f" (via {', '.join(passed)})"
        rows.append(
            (
                statement.id,
                cut(plain(statement.span.of(report.article.text)), LONGEST_CELL),
                _status(statement),
                cut(who, LONGEST_CELL),
            )
        )
    colours = [_STATUS_COLOURS[statement.status] for statement in report.statements]
    id_width = max([2, *(len(statement.id) for statement in report.statements)])
    status_width = 14
    source_width = (width - id_width - status_width - 6) // 3
    text_width = width - id_width - status_width - source_width - 6
    widths = (id_width, text_width, status_width, source_width)
    yield from _grid(("", "Statement", "Status", "Source"), rows, widths, (2, colours), colour)


def _status(statement: Statement) -> str:
    word = _STATUS_WORDS[statement.status]
    if statement.section == "headline":
        word += " (headline)"
    return word + " (carried over)" if statement.implicit else word


def _sources(report: ArticleReport, width: int, colour: bool) -> Iterator[str]:
    counts = {source.id: 0 for source in report.sources}
    for statement in report.statements:
        for source_id in statement.source_ids:
            counts[source_id] += 1
    rows = [
        (
            cut(plain(source.name), LONGEST_CELL),
            KINDS[source.kind],
            cut(_known(source), LONGEST_CELL),
            str(counts[source.id]) if counts[source.id] else "–",
        )
        for source in report.sources
    ]
    kind_width, count_width = 18, 10
    name_width = (width - kind_width - count_width - 6) // 2
    widths = (name_width, kind_width, width - name_width - kind_width - count_width - 6, 10)
    yield from _grid(("Source", "Kind", "What is known", "Statements"), rows, widths, None, colour)


def _known(source: Source) -> str:
    parts = [source.title]
    if source.affiliation and source.affiliation not in (source.title or ""):
        parts.append(source.affiliation)
    parts.append("other news outlet" if source.outlet else None)
    parts.append(f"unnamed: “{source.anonymity_reason}”" if source.anonymity_reason else None)
    return "; ".join(plain(part) for part in parts if part)


def _figures(report: ArticleReport, width: int, colour: bool) -> Iterator[str]:
    """Give the figures that apply, side by side in two columns."""
    known = [(item.term.name, item.value) for item in figures(report.metrics) if item.applies]
    half = (len(known) + 1) // 2
    rows = [
        (*left, *right)
        for left, right in zip_longest(known[:half], known[half:], fillvalue=("", ""))
    ]
    name_width = (width - 6 - 2 * FIGURE_WIDTH) // 2
    widths = (name_width, FIGURE_WIDTH, name_width, FIGURE_WIDTH)
    yield from _grid(("Figure", "", "Figure", ""), rows, widths, None, colour)


def _summary(tally: Tally) -> str:
    """Say in a line what many articles come to."""
    run = tally.summary()
    shares = ", ".join(
        f"{percent(run[f'{status}_share'])} {status}"
        for status in ("attributed", "veiled", "unattributed")
    )
    claims = plural(run["statement_count"], "claim")
    return f"{run['article_count']:,} articles: {claims}, {shares}."


def _grid(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    painted: tuple[int, Sequence[str]] | None,
    colour: bool,
) -> Iterator[str]:
    """Give a table whose cells are wrapped to ``widths``; ``painted`` colours one column."""
    cells = [
        ["\n".join(wrap(cell, size)) for cell, size in zip(row, widths, strict=True)]
        for row in rows
    ]
    if painted is not None and colour:
        column, colours = painted
        for row, code in zip(cells, colours, strict=True):
            row[column] = "\n".join(_paint(line, code, True) for line in row[column].split("\n"))
    titles = [_paint(head, _BOLD, colour) for head in heads]
    yield tabulate(cells, headers=titles, tablefmt="simple", disable_numparse=True) + "\n"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"{code}{text}{_RESET}" if colour and text else text
