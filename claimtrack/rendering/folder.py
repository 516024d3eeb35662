"""A folder of reports: one file an article, and an overview where the format has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimtrack.model import ArticleReport
from claimtrack.rendering.formats import Entry, Format, Result, Setting
from claimtrack.rendering.output import FileNames, write


def write_folder(
    results: Iterable[Result], folder: Path, chosen: Format, setting: Setting
) -> Iterator[tuple[Result, Path | None]]:
    """Write each report to a file of its own as it comes, and yield it with that file.

    Inputs that failed pass through without a file. The overview is written at the end.
    """
    names = FileNames()
    entries: list[Entry] = []
    for result in results:
        if not isinstance(result, ArticleReport):
            yield result, None
            continue
        name = names.of(result.article.id)
        path = folder / (name + chosen.suffix)
        write(path, chosen.render([result], setting))
        for suffix, pieces in chosen.render_beside([result], setting):
            write(folder / (name + suffix), pieces)
        if chosen.index is not None:
            entries.append(_entry(path.name, result))
        yield result, path
    if chosen.index is not None and entries:
        name = chosen.index_name or f"index{chosen.suffix}"
        write(folder / name, chosen.render_index(entries, setting))


def _entry(file: str, report: ArticleReport) -> Entry:
    article = report.article
    return Entry(
        file, article.id, article.headline, article.publisher, article.published, report.metrics
    )
