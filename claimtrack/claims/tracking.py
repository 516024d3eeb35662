"""The way of articles into a store: each is looked up, analysed if it is new, and added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimtrack.claims.records import Addition
from claimtrack.claims.store import Store
from claimtrack.errors import InputProblem
from claimtrack.model import Article, ArticleReport, InputError

Analyze = Callable[[Article], ArticleReport]


def track_articles(
    store: Store, items: Iterable[Article | InputProblem], analyze: Analyze
) -> Iterator[Addition | InputError]:
    """Add articles one by one, and yield what happened to each; one bad article stops nothing.

    An article that the store has already is not analysed again, so a run that was broken off goes
    on where it stopped.
    """
    for item in items:
        if isinstance(item, InputProblem):
            yield InputError(item.source, item.code, item.message)
        elif (version := store.version_of(item)) is not None:
            yield Addition(item.id, "unchanged", version, 0)
        else:
            try:
                report = analyze(item)
            except Exception as failure:  # any article may show a fault of ours: the rest goes on
                name = item.source_file or item.id
                message = f"unexpected {type(failure).__name__}: {failure}"
                yield InputError(name, "internal", message)
            else:
                yield store.add(report)
