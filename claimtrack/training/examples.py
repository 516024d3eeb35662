"""Annotated articles as the attribution room will see them: parsed, with gold on their tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack import language, reading
from claimtrack.errors import CorpusProblem, InputProblem
from claimtrack.language import Document
from claimtrack.model import Article
from claimtrack.training import corpus, gold
from claimtrack.training.corpus import CorpusRow
from claimtrack.training.gold import Marked


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One article, its language, and what the first annotator marked in it."""

    row: CorpusRow
    document: Document
    marked: tuple[Marked, ...]


def read(paths: Sequence[Path]) -> Iterator[Example]:
    """Yield the annotated articles of corpus files, read the way that ``report`` reads them.

    Raises ``CorpusProblem`` when a row cannot become an article.
    """
    for path in paths:
        rows = {row.id: row for row in corpus.read(path)}
        for article in _articles(path):
            row = rows.get(article.id)
            if row is None or row.text != article.text:
                raise CorpusProblem(f"{path}: the text of {article.id} changed while it was read")
            document = language.parse(article)
            yield Example(row, document, gold.attributions(row, document))


def _articles(path: Path) -> Iterator[Article]:
    for item in reading.read_path(path):
        if isinstance(item, InputProblem):
            raise CorpusProblem(f"{path}: {item}")
        yield item
