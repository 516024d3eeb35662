"""HTML: one self-contained page, an article's text with every statement marked by who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from claimtrack.model import ArticleReport
from claimtrack.rendering.formats import Result, Setting
from claimtrack.rendering.pages import page
from claimtrack.rendering.view import View, build, title
from claimtrack.rendering.voices import COLOURS, PATTERNS


def render(
    results: Iterable[Result], setting: Setting, *, home: str | None = None
) -> Iterator[str]:
    """Give one page with the reports of all articles; inputs that failed have no part in it.

    ``home`` is an address that the page's head leads to, where there is one.
    """
    reports = (item for item in results if isinstance(item, ArticleReport))
    head = list(islice(reports, 2))
    many = len(head) > 1
    looks = None if many else {(n % COLOURS, n % PATTERNS) for n in _voices(head)}
    values = {
        "articles": _numbered(chain(head, reports), many),
        "many": many,
        **({} if looks is None else {"looks": looks}),
    }
    name = title(head[0]) if len(head) == 1 else "Provenance reports"
    yield from page("report.html", "report.js", setting.generator, values, name, home=home)


def _voices(reports: list[ArticleReport]) -> range:
    return range(min(COLOURS * PATTERNS, sum(len(report.sources) for report in reports)))


def _numbered(reports: Iterable[ArticleReport], many: bool) -> Iterator[tuple[str, View]]:
    for number, report in enumerate(reports, 1):
        yield (f"n{number}-" if many else ""), build(report)
