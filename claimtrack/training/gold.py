"""Human annotations laid over a document's tokens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.labels import CONTENT, CUE, OF_CONTENT, OF_CUE, OF_SOURCE, SOURCE
from claimtrack.attribution.models.candidates import Candidates
from claimtrack.language import Document
from claimtrack.model import Span
from claimtrack.training.corpus import CorpusRow, GoldAttribution


@dataclass(frozen=True, slots=True)
class Marked:
    """One annotated attribution as token indexes, each sorted."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


def attributions(row: CorpusRow, document: Document) -> tuple[Marked, ...]:
    """Return the first annotator's attributions (by name) that have content."""
    chosen: tuple[GoldAttribution, ...] = ()
    if row.annotations:
        chosen = row.annotations[min(row.annotations)]
    found = (
        Marked(
            _tokens(document, item.source),
            _tokens(document, item.cue),
            _tokens(document, item.content),
        )
        for item in chosen
    )
    return tuple(item for item in found if item.content)


def labels(document: Document, marked: Iterable[Marked]) -> NDArray[np.int8]:
    """Return the label of each token, an index into ``LABELS``."""
    given = np.zeros(len(document), np.int8)
    for item in marked:
        for part, tokens in ((CONTENT, item.content), (SOURCE, item.source), (CUE, item.cue)):
            previous = -2
            for token in tokens:
                given[token] = part if token != previous + 1 else part + 1
                previous = token
    return given


def owners(candidates: Candidates, marked: tuple[Marked, ...], size: int) -> NDArray[np.int64]:
    """Return for each candidate cue the annotated attribution whose cue it shares, or -1."""
    owner = np.full(size, -1, np.int64)
    for number, item in enumerate(marked):
        owner[list(item.cue)] = number
    chosen = np.full(len(candidates), -1, np.int64)
    for number, (first, last) in enumerate(
        zip(candidates.first.tolist(), candidates.last.tolist(), strict=True)
    ):
        inside = owner[first:last]
        inside = inside[inside >= 0]
        if len(inside):
            chosen[number] = np.bincount(inside).argmax()
    return chosen


def parts(
    chosen: NDArray[np.int64],
    marked: tuple[Marked, ...],
    pair_candidate: NDArray[np.int64],
    pair_token: NDArray[np.int64],
    size: int,
) -> NDArray[np.int8]:
    """Return what each pair's token is to its candidate's attribution, an index into ``PARTS``."""
    given = np.zeros(len(pair_token), np.int8)
    bounds = np.searchsorted(pair_candidate, np.arange(len(chosen) + 1))
    for number, owner in enumerate(chosen.tolist()):
        if owner < 0:
            continue
        item = marked[owner]
        table = np.zeros(size, np.int8)
        table[list(item.content)] = OF_CONTENT
        table[list(item.source)] = OF_SOURCE
        table[list(item.cue)] = OF_CUE
        low, high = bounds[number], bounds[number + 1]
        given[low:high] = table[pair_token[low:high]]
    return given


def _tokens(document: Document, spans: Iterable[Span]) -> tuple[int, ...]:
    found: set[int] = set()
    for span in spans:
        if span.start < span.end:
            found.update(range(*document.tokens_in(span)))
    return tuple(sorted(found))
