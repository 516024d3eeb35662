from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.attribution.accurate.windows import bounds, windows


def _sentence_at(lengths: list[int]) -> np.ndarray:
    return np.cumsum([0, *lengths]).astype(np.int32)


def test_windows_hold_whole_sentences() -> None:
    cuts = bounds(_sentence_at([10, 10, 10, 10, 10]), limit=25)
    found = windows(cuts, limit=25, overlap=10)
    assert [(w.start, w.end) for w in found] == [(0, 20), (10, 30), (20, 40), (30, 50)]


def test_each_piece_is_judged_where_it_lies_further_from_the_edge() -> None:
    cuts = bounds(_sentence_at([10] * 8), limit=40)
    found = windows(cuts, limit=40, overlap=20)
    assert [(w.start, w.end, w.core_start, w.core_end) for w in found] == [
        (0, 40, 0, 30),
        (20, 60, 30, 50),
        (40, 80, 50, 80),
    ]


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    cuts = bounds(_sentence_at([100]), limit=20)
    assert cuts == list(range(0, 101, 10))


@pytest.mark.parametrize("lengths", [[], [0], [0, 0]])
def test_nothing_gives_no_windows(lengths: list[int]) -> None:
    assert windows(bounds(_sentence_at(lengths), 20), limit=20, overlap=4) == []


@given(st.lists(st.integers(0, 60), max_size=60), st.integers(16, 80), st.integers(0, 19))
def test_windows_cover_every_piece_once(lengths: list[int], limit: int, overlap: int) -> None:
    cuts = bounds(_sentence_at(lengths), limit)
    found = windows(cuts, limit=limit, overlap=min(overlap, limit // 5))
    at = 0
    for window in found:
        assert window.core_start == at
        assert window.start <= window.core_start < window.core_end <= window.end
        assert window.end - window.start <= limit
        at = window.core_end
    assert at == sum(lengths)
