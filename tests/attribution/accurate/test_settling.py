"""Edges of readings move to where the labels have them, and never past their sentence."""

from __future__ import annotations

import numpy as np

from claimtrack.attribution.accurate.settling import settle
from claimtrack.attribution.labels import CONTENT, CUE, SOURCE
from claimtrack.attribution.models.decoding import Draft, Range
from claimtrack.attribution.models.linear import log_softmax
from claimtrack.attribution.models.selection import Reading

BOUNDS = (10, 20)


def _scores(**parts: Range) -> np.ndarray:
    scores = np.zeros((20, 7), np.float32)
    scores[:, 0] = 4
    for name, (first, last) in parts.items():
        label = {"source": SOURCE, "cue": CUE, "content": CONTENT}[name]
        scores[first:last, label + 1] = 12
    return log_softmax(scores)


def _reading(source: Range | None, cue: Range, content: Range) -> Reading:
    draft = Draft(0, cue[0], cue, source, (content,), 0.5, 0.5)
    return Reading(source, cue, (content,), 0.6, draft)


def test_parts_take_the_edges_of_their_labels() -> None:
    scores = _scores(source=(0, 2), cue=(2, 4), content=(5, 9))
    found = settle([_reading((1, 2), (3, 4), (4, 10))], scores, BOUNDS)[0]
    assert (found.source, found.cue, found.content) == ((0, 2), (2, 4), ((5, 9),))


def test_content_grows_to_the_end_of_its_sentence_at_most() -> None:
    found = settle([_reading(None, (3, 4), (6, 8))], _scores(content=(5, 15)), BOUNDS)[0]
    assert found.content == ((5, 10),)


def test_content_does_not_grow_into_what_others_hold() -> None:
    scores = _scores(content=(4, 10))
    found = settle(
        [_reading(None, (3, 4), (4, 6)), _reading(None, (8, 9), (9, 10))], scores, BOUNDS
    )
    assert [item.content for item in found] == [((4, 8),), ((9, 10),)]


def test_what_the_labels_do_not_see_stays_as_it_was() -> None:
    reading = _reading((0, 2), (3, 4), (5, 9))
    assert settle([reading], _scores(), BOUNDS) == [reading]


def test_readings_that_rules_made_stay_as_they_are() -> None:
    made = Reading((0, 1), (3, 4), ((4, 10),), 0.8, rules=("certain-form",))
    assert settle([made], _scores(content=(5, 9)), BOUNDS) == [made]
