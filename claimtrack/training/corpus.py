"""PolNeAR as typed rows: text, silver tokens and heads, and the human annotations."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrack.errors import CorpusProblem
from claimtrack.model import Article, Paragraph, Span

_LINE = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class SilverToken:
    """A token as CoreNLP saw it; ``head`` is an index in its sentence, -1 for the root."""

    start: int
    end: int
    tag: str
    entity: str
    lemma: str
    head: int | None
    relation: str | None


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """An attribution as a human marked it; each part may be several spans, or none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CorpusRow:
    """One article of the corpus."""

    id: str
    text: str
    meta: dict[str, str]
    sentences: tuple[tuple[SilverToken, ...], ...]
    coreference: tuple[tuple[tuple[int, int, int, bool], ...], ...]
    annotations: dict[str, tuple[GoldAttribution, ...]]

    def article(self) -> Article:
        """Return the row as an article: each line is a paragraph."""
        lines = tuple(Paragraph(Span(*match.span())) for match in _LINE.finditer(self.text))
        return Article(id=self.id, text=self.text, paragraphs=lines)


def read(path: Path) -> Iterator[CorpusRow]:
    """Yield the rows of a ``.jsonl`` or ``.jsonl.gz`` file one by one."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, f"{path}:{number}")
    except OSError as problem:
        raise CorpusProblem(f"{path}: cannot be read ({problem})") from problem


def _row(line: str, place: str) -> CorpusRow:
    try:
        row: dict[str, Any] = json.loads(line)
        return CorpusRow(
            id=row["id"],
            text=row["text"],
            meta=row.get("meta") or {},
            sentences=tuple(_sentence(item) for item in row["sentences"]),
            coreference=tuple(
                tuple((int(a), int(b), int(c), bool(d)) for a, b, c, d in chain)
                for chain in row.get("coref") or ()
            ),
            annotations={
                name: tuple(_attribution(item) for item in items)
                for name, items in (row.get("annotations") or {}).items()
            },
        )
    except (ValueError, KeyError, TypeError) as problem:
        raise CorpusProblem(f"{place}: not a PolNeAR row ({problem!r})") from problem


def _sentence(sentence: dict[str, Any]) -> tuple[SilverToken, ...]:
    tokens = []
    for (start, end, tag, entity, lemma), head in zip(
        sentence["tokens"], sentence["heads"], strict=True
    ):
        index, relation = head if head is not None else (None, None)
        tokens.append(SilverToken(start, end, tag, entity, lemma, index, relation))
    return tuple(tokens)


def _attribution(item: dict[str, Any]) -> GoldAttribution:
    def spans(name: str) -> tuple[Span, ...]:
        return tuple(Span(start, end) for start, end in item.get(name) or ())

    return GoldAttribution(spans("source"), spans("cue"), spans("content"))
