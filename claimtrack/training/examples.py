"""Annotated articles as the attribution room will see them: parsed, with gold on their tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack import language, reading
from claimtrack.errors import CorpusProblem, InputProblem
from claimtrack.language import ENTITIES, Document
from claimtrack.model import Article
from claimtrack.training import brat, corpus, gold
from claimtrack.training.corpus import CorpusRow, SilverToken
from claimtrack.training.gold import Marked


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One article, its language, and what the first annotator marked in it."""

    row: CorpusRow
    document: Document
    marked: tuple[Marked, ...]


def read(paths: Sequence[Path]) -> Iterator[Example]:
    """Yield the annotated articles of corpus files, read the way that ``report`` reads them.

    A path is a PolNeAR-like JSON Lines file, or a folder of brat standoff. Raises
    ``CorpusProblem`` when an article cannot be read.
    """
    for path in paths:
        yield from _brat(path) if path.is_dir() else _rows(path)


def _rows(path: Path) -> Iterator[Example]:
    rows = {row.id: row for row in corpus.read(path)}
    for article in _articles(path):
        row = rows.get(article.id)
        if row is None or row.text != article.text:
            raise CorpusProblem(f"{path}: the text of {article.id} changed while it was read")
        document = language.parse(article)
        yield Example(row, document, gold.attributions(row, document))


def _brat(folder: Path) -> Iterator[Example]:
    for item in brat.read(folder):
        article = next(_articles(item.path))
        if article.text != item.text:
            raise CorpusProblem(
                f"{item.path}: offsets need plain UTF-8 text without a byte order mark"
            )
        document = language.parse(article)
        sentences = tuple(
            tuple(_token(document, place) for place in range(sentence.first, sentence.last))
            for sentence in document.sentences
        )
        annotations = {"brat": item.attributions}
        row = CorpusRow(article.id, article.text, {}, sentences, (), annotations)
        yield Example(row, document, gold.attributions(row, document))


def _token(document: Document, place: int) -> SilverToken:
    return SilverToken(
        start=int(document.starts[place]),
        end=int(document.ends[place]),
        tag=document.tag(place),
        entity=ENTITIES[int(document.entities[place])],
        lemma=document.lower[place],
        head=None,
        relation=None,
    )


def _articles(path: Path) -> Iterator[Article]:
    for item in reading.read_path(path):
        if isinstance(item, InputProblem):
            raise CorpusProblem(f"{path}: {item}")
        yield item
