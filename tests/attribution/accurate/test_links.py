from __future__ import annotations

import numpy as np
import pytest

from claimtrack.attribution.accurate import CUE, NOWHERE, SOURCE
from claimtrack.attribution.accurate.links import KEPT, Links, nearest


def _aimed(aims: list[tuple[int, int]], candidates: int) -> Links:
    """Words that ask for (source, cue): the answerer at these places, 0 for nothing in sight."""
    answers = np.zeros((candidates, 2, 16), dtype=np.float32)
    answers[np.arange(candidates), :, np.arange(candidates)] = 40
    asks = np.zeros((len(aims), 2, 16), dtype=np.float32)
    for index, pair in enumerate(aims):
        for column, place in enumerate(pair):
            asks[index, column, place] = 40
    return Links(*nearest(asks, answers, first=100))


def test_links_point_to_words_of_the_article() -> None:
    links = _aimed([(3, 1), (0, 2)], candidates=10)
    assert links.targets[:, :, 0].tolist() == [[102, 100], [NOWHERE, 101]]
    assert links.probabilities.shape == (2, 2, KEPT)


def test_share_is_the_part_that_points_into_a_span() -> None:
    links = _aimed([(3, 1), (3, 1), (5, 1), (0, 1)], candidates=10)
    assert links.share(SOURCE, (0, 4), (102, 103)) == pytest.approx(0.5, abs=1e-3)
    assert links.share(CUE, (0, 4), (100, 101)) == pytest.approx(1.0, abs=1e-3)
    assert links.nowhere(SOURCE, (0, 4)) == pytest.approx(0.25, abs=1e-3)
    assert links.share(CUE, (2, 2), (0, 200)) == 0.0


def test_a_window_of_few_words_leaves_the_rest_empty() -> None:
    links = _aimed([(1, 0)], candidates=2)
    assert links.probabilities[0, :, 2:].sum() == 0
    assert (links.targets[0, :, 2:] == NOWHERE).all()
