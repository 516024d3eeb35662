"""The nets are learned from articles on which the two sides are heard."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from claimtrack.attribution.accurate.engine import Reading
from claimtrack.attribution.accurate.links import KEPT, Links
from claimtrack.attribution.labels import LABELS
from claimtrack.attribution.models.linear import log_softmax
from claimtrack.attribution.models.weights import shipped
from claimtrack.language import Document
from claimtrack.training import examples, gold
from claimtrack.training.accurate import blend
from claimtrack.training.examples import Example
from tests.training.made import write_brat


class _Oracle:
    """An engine that knows what the annotators marked, and links it rightly."""

    def __init__(self, known: list[Example]) -> None:
        self._known = {id(item.document): item for item in known}

    def read(self, documents: tuple[Document, ...]) -> Reading:
        item = self._known[id(documents[0])]
        labels = gold.labels(item.document, item.marked)
        scores = log_softmax(np.eye(len(LABELS), dtype=np.float32)[labels] * 6)
        targets = np.full((len(labels), 2, KEPT), -1, np.int32)
        for mark in item.marked:
            for words, column, aims in (
                ((*mark.content, *mark.cue), 0, mark.source),
                (mark.content, 1, mark.cue),
            ):
                if aims:
                    targets[list(words), column, 0] = aims[0]
        chances = np.zeros(targets.shape, np.float32)
        chances[..., 0] = 1
        return Reading(scores, Links(targets, chances))


def test_nets_learn_to_believe_who_is_right(tmp_path: Path) -> None:
    made = list(examples.read([write_brat(tmp_path)]))
    engine = _Oracle(made)
    first, second = (blend.fit(made, engine, shipped(), log=lambda line: None) for _ in range(2))
    assert np.array_equal(first.pairs.hidden, second.pairs.hidden)
    case = blend._case(made[0], engine, shipped())
    said = first.pairs.scores(case.given)
    assert (said.argmax(axis=1) == case.parts).mean() > 0.9
