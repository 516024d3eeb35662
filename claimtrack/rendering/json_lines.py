"""JSON lines: one object of ``articles`` a line, written as the articles come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.model import ArticleReport
from claimtrack.rendering.formats import Result, Setting
from claimtrack.rendering.json_text import article


def render(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    """Give one line an article; inputs that failed have no line."""
    for result in results:
        if isinstance(result, ArticleReport):
            yield from article(result)
            yield "\n"
