"""PolNeAR rows as examples for the transformer: pieces, labels, and links between words."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.accurate.windows import bounds
from claimtrack.attribution.accurate.wordpieces import Pieces, Vocabulary

SOURCE, CUE, CONTENT = 1, 3, 5
"""Labels of the first word of a span (``B-``); the words after it are one higher (``I-``)."""

NOT_LINKED, UNKNOWN = -1, -2
"""A word whose attribution names no source (or cue); a word that belongs to no attribution."""


@dataclass(frozen=True, slots=True)
class Example:
    """One article as the network reads it, with what the annotators marked."""

    id: str
    pieces: Pieces
    labels: NDArray[np.int64]
    """A label a word."""
    spans: tuple[tuple[int, int], ...]
    """Sources and cues of all attributions, as half-open ranges of words."""
    links: NDArray[np.int64]
    """(words, 2): the span of the word's source, and of its cue; or one of the codes above."""
    cuts: tuple[int, ...]
    """Where windows may begin."""


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read the rows of a JSONL file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def example(row: dict[str, Any], vocabulary: Vocabulary, *, limit: int) -> Example:
    """Turn a row into an example; the first annotator (by name) is believed."""
    text: str = row["text"]
    sentences = [sentence for sentence in row["sentences"] if sentence["tokens"]]
    tokens = [(token[0], token[1]) for sentence in sentences for token in sentence["tokens"]]
    ranges: list[tuple[int, int]] = []
    paragraphs: list[int] = []
    paragraph = first = before = 0
    for sentence in sentences:
        start, end = sentence["tokens"][0][0], sentence["tokens"][-1][1]
        if "\n" in text[before:start]:
            paragraph += 1
        last = first + len(sentence["tokens"])
        ranges.append((first, last))
        paragraphs.append(paragraph)
        first, before = last, end
    pieces = vocabulary.encode([text[a:b] for a, b in tokens], ranges, paragraphs)
    annotators = row.get("annotations") or {}
    annotations = annotators[min(annotators)] if annotators else []
    labels, spans, links = _mark(annotations, tokens)
    return Example(
        row["id"], pieces, labels, tuple(spans), links, tuple(bounds(pieces.sentence_at, limit))
    )


def _mark(
    annotations: Sequence[dict[str, Any]], tokens: Sequence[tuple[int, int]]
) -> tuple[NDArray[np.int64], list[tuple[int, int]], NDArray[np.int64]]:
    starts = np.array([start for start, _ in tokens], dtype=np.int64)
    ends = np.array([end for _, end in tokens], dtype=np.int64)

    def words(span: Sequence[int]) -> tuple[int, int]:
        first = int(np.searchsorted(ends, span[0], side="right"))
        last = int(np.searchsorted(starts, span[1], side="left"))
        return first, max(first, last)

    labels = np.zeros(len(tokens), dtype=np.int64)
    links = np.full((len(tokens), 2), UNKNOWN, dtype=np.int64)
    spans: list[tuple[int, int]] = []
    for role, label in (("content", CONTENT), ("source", SOURCE), ("cue", CUE)):
        for attribution in annotations:
            for span in attribution[role]:
                first, last = words(span)
                if last > first:
                    labels[first:last] = label + 1
                    labels[first] = label
    for attribution in annotations:
        ends_at = [NOT_LINKED, NOT_LINKED]
        for column, role in enumerate(("source", "cue")):
            found = [words(span) for span in attribution[role]]
            found = [span for span in found if span[1] > span[0]]
            if found:
                ends_at[column] = len(spans)
                spans.append(max(found, key=lambda span: span[1] - span[0]))
        for span in attribution["content"]:
            first, last = words(span)
            links[first:last] = ends_at
        if ends_at[1] >= 0:
            first, last = spans[ends_at[1]]
            links[first:last, 0] = ends_at[0]
    return labels, spans, links
