"""Selection: likelier drafts keep the words that two of them claim, and nothing overlaps."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.attribution.models.decoding import Draft
from claimtrack.attribution.models.selection import Thresholds, extend, free, length, select

SIZE = 30
ONE = np.zeros(SIZE, np.int64)
BOTH = Thresholds(0.4, 0.4)


def _draft(first: int, last: int) -> Draft:
    return Draft(0, first, (first, first + 1), None, ((first, last),), 0.5, 0.0)


drafts = st.lists(
    st.tuples(st.integers(0, SIZE - 2), st.integers(1, 10), st.floats(0, 1, width=32)), max_size=12
)


@given(drafts)
def test_selected_readings_share_no_content(given_drafts: list[tuple[int, int, float]]) -> None:
    made = [_draft(first, min(SIZE, first + size)) for first, size, _ in given_drafts]
    chances = np.array([chance for *_, chance in given_drafts], np.float32)
    found = select(made, chances, ONE, BOTH)
    places = [
        place
        for reading in found
        for first, last in reading.content
        for place in range(first, last)
    ]
    assert len(places) == len(set(places))
    assert all(reading.probability >= 0.4 for reading in found)


def test_the_likelier_of_two_drafts_keeps_the_shared_words() -> None:
    found = select([_draft(0, 10), _draft(5, 20)], np.array([0.6, 0.9], np.float32), ONE, BOTH)
    assert [reading.content for reading in found] == [((0, 5),), ((5, 20),)]


def test_a_draft_that_loses_most_of_its_words_falls() -> None:
    found = select([_draft(5, 10), _draft(0, 20)], np.array([0.6, 0.9], np.float32), ONE, BOTH)
    assert [reading.content for reading in found] == [((0, 20),)]


def test_free_leaves_out_what_is_taken() -> None:
    taken = bytearray(SIZE)
    taken[3:5] = b"\1\1"
    assert free(((0, 8),), taken) == ((0, 3), (5, 8))
    assert length(free(((3, 5),), taken)) == 0


def test_extending_joins_neighbours_and_names_the_rule_once() -> None:
    reading = select([_draft(0, 5)], np.array([0.9], np.float32), ONE, BOTH)[0]
    longer = extend(extend(reading, [(5, 8)], "same-quotation"), [(10, 12)], "same-quotation")
    assert longer.content == ((0, 8), (10, 12))
    assert longer.rules == ("same-quotation",)


def test_a_draft_alone_in_its_sentence_needs_less() -> None:
    sentences = np.repeat([0, 1], SIZE // 2)
    drafts_here = [_draft(0, 5), _draft(6, 10), _draft(16, 20)]
    chances = np.array([0.9, 0.3, 0.3], np.float32)
    found = select(drafts_here, chances, sentences, Thresholds(beside=0.4, alone=0.2))
    assert [reading.content for reading in found] == [((0, 5),), ((16, 20),)]
