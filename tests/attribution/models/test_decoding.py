"""Decoding: the best reading of a candidate is the best path, whatever stands beside it."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.attribution.models.anchor_templates import Pairs
from claimtrack.attribution.models.decoding import Transitions, parts

STATES = 4


def _transitions(seed: int) -> Transitions:
    generator = np.random.default_rng(seed)
    scores = generator.normal(size=(STATES + 1, STATES + 1)).astype(np.float32)
    bias = generator.normal(size=STATES).astype(np.float32)
    return Transitions(scores, bias, bias)


def _pairs(lengths: list[int]) -> Pairs:
    bounds = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    candidate = np.repeat(np.arange(len(lengths)), lengths)
    return Pairs(candidate, np.arange(bounds[-1]), bounds)


def _by_trying(scores: np.ndarray, transitions: Transitions) -> tuple[int, ...]:
    def total(path: tuple[int, ...]) -> float:
        edge = STATES
        steps = sum(transitions.scores[a, b] for a, b in pairwise(path))
        ends = transitions.scores[edge, path[0]] + transitions.scores[path[-1], edge]
        own = sum(scores[k, state] + transitions.bias[state] for k, state in enumerate(path))
        return float(steps + ends + own)

    return max(product(range(STATES), repeat=len(scores)), key=total)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 1000))
@settings(max_examples=40, deadline=None)
def test_the_search_finds_what_trying_all_paths_finds(lengths: list[int], seed: int) -> None:
    pairs, transitions = _pairs(lengths), _transitions(seed)
    scores = np.random.default_rng(seed + 1).normal(size=(sum(lengths), STATES)).astype(np.float32)
    chosen = parts(scores, pairs, transitions)
    for number in range(len(lengths)):
        low, high = pairs.bounds[number], pairs.bounds[number + 1]
        assert tuple(chosen[low:high].tolist()) == _by_trying(scores[low:high], transitions)
