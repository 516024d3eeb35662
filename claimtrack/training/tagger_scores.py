"""How well the tagger's labels agree with the silver ones of a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from claimtrack.language import document
from claimtrack.language.labels import ENTITIES
from claimtrack.language.tagger import Tagger, shipped
from claimtrack.training.corpus import CorpusRow
from claimtrack.training.tagger import silver


@dataclass(frozen=True, slots=True)
class TaggerScores:
    """Agreement over the tokens that the silver cuts as we do.

    ``tags`` and ``relations`` are accuracies, ``entities`` is the F1 of whole entities;
    ``entity_classes`` gives it by class.
    """

    tokens: int
    tags: float
    relations: float
    entities: float
    entity_classes: dict[str, float]


def evaluate(rows: Iterable[CorpusRow], tagger: Tagger | None = None) -> TaggerScores:
    """Label the texts of ``rows`` and compare."""
    tagger = tagger or shipped()
    tokens = tags = relations = 0
    found: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows:
        cut = document.divide(row.article())
        truth = silver(row, cut.starts, cut.ends)
        known = truth[:, 0] >= 0
        ours = tagger.label(cut.words, *cut.edges())
        tokens += int(known.sum())
        tags += int((ours[0] == truth[:, 0])[known].sum())
        relations += int((ours[2] == truth[:, 2])[known].sum())
        mine = set(entities(np.where(known, ours[1], 0).tolist()))
        theirs = set(entities(np.where(known, truth[:, 1], 0).tolist()))
        found.update(name for _, _, name in mine)
        expected.update(name for _, _, name in theirs)
        right.update(name for _, _, name in mine & theirs)
    return TaggerScores(
        tokens=tokens,
        tags=tags / max(tokens, 1),
        relations=relations / max(tokens, 1),
        entities=_f1(right.total(), found.total(), expected.total()),
        entity_classes={
            name: _f1(right[name], found[name], expected[name]) for name in sorted(expected)
        },
    )


def entities(labels: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return the entities of BIO labels: first token, the one after the last, and class."""
    spans: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        edge, _, name = ENTITIES[label].partition("-")
        if edge == "I" and spans and spans[-1][1] == index and spans[-1][2] == name:
            spans[-1] = (spans[-1][0], index + 1, name)
        elif edge != "O":
            spans.append((index, index + 1, name))
    return spans


def _f1(right: int, found: int, expected: int) -> float:
    return 2 * right / (found + expected) if found + expected else 0.0
