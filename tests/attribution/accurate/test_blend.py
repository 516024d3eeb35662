"""The nets that weigh two opinions: probabilities in, probabilities out, the same in company."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from claimtrack.attribution.accurate import blend
from claimtrack.attribution.accurate.blend import Net, Nets, Opinion
from claimtrack.attribution.accurate.links import KEPT, Links
from claimtrack.attribution.models.anchor_templates import Pairs
from claimtrack.attribution.models.candidates import Candidates
from claimtrack.attribution.models.decoding import Draft
from claimtrack.attribution.models.linear import log_softmax

PAIR_COLUMNS, DRAFT_COLUMNS = 18, 16


def _net(inputs: int, classes: int, seed: int) -> Net:
    chance = np.random.default_rng(seed)
    shapes = ((inputs,), (inputs,), (inputs, 5), (5,), (5, classes), (classes,))
    parts = [chance.normal(size=shape).astype(np.float32) for shape in shapes]
    parts[1] = np.abs(parts[1]) + 1
    return Net(*parts)


NETS = Nets(_net(PAIR_COLUMNS, 4, 1), _net(DRAFT_COLUMNS, 2, 2), _net(DRAFT_COLUMNS, 2, 3))


def _opinion(size: int) -> Opinion:
    chance = np.random.default_rng(size)
    scores = log_softmax(chance.normal(size=(size, 7)).astype(np.float32))
    targets = chance.integers(-1, size, (size, 2, KEPT)).astype(np.int32)
    shares = chance.random((size, 2, KEPT)).astype(np.float32)
    return Opinion(scores, Links(targets, shares / shares.sum(axis=2, keepdims=True)), NETS)


def _candidates(*places: int) -> Candidates:
    first = np.array(places, np.int64)
    return Candidates(first, first + 1, first, np.full(len(places), 0.7, np.float32))


def _pairs(size: int, count: int) -> Pairs:
    bounds = np.arange(count + 1) * size
    return Pairs(np.repeat(np.arange(count), size), np.tile(np.arange(size), count), bounds)


def test_pairs_get_log_probabilities() -> None:
    pairs = _pairs(12, 2)
    said = log_softmax(np.zeros((24, 4), np.float32))
    found = _opinion(12).pairs(_candidates(3, 8), pairs, said)
    assert found.shape == (24, 4)
    assert np.allclose(np.exp(found).sum(axis=1), 1, atol=1e-5)


def test_drafts_get_probabilities_with_or_without_a_source() -> None:
    cues = _candidates(3, 8)
    drafts = [
        Draft(0, 3, (3, 4), (1, 2), ((4, 7),), 0.8, 0.6),
        Draft(1, 8, (8, 9), None, ((9, 12), (0, 1)), 0.4, 0.0),
    ]
    given = np.array([0.9, 0.2], np.float32)
    for found in _opinion(12).judge(cues, drafts, given, given):
        assert found.shape == (2,)
        assert ((found > 0) & (found < 1)).all()


def test_without_pairs_or_drafts_nothing_is_asked() -> None:
    opinion, none = _opinion(4), np.zeros(0, np.float32)
    said = np.zeros((0, 4), np.float32)
    assert opinion.pairs(_candidates(), _pairs(4, 0), said) is said
    assert opinion.judge(_candidates(), [], none, none) == (none, none)


def test_parts_of_an_opinion_make_it_whole_again() -> None:
    opinion = _opinion(20)
    inside = (opinion.links.targets < 8) == (np.arange(20) < 8)[:, None, None]
    links = Links(np.where(inside, opinion.links.targets, -1), opinion.links.probabilities)
    opinion = Opinion(opinion.scores, links, NETS)
    parts = [opinion.of(0, 8), opinion.of(8, 20)]
    whole = parts[0].joined(parts)
    assert np.array_equal(whole.scores, opinion.scores)
    assert np.array_equal(whole.links.targets, opinion.links.targets)


def test_nets_are_read_as_they_were_written(tmp_path: Path) -> None:
    blend.save(tmp_path / "nets.npz", NETS)
    found = blend.load(tmp_path / "nets.npz")
    given = np.random.default_rng(4).normal(size=(3, PAIR_COLUMNS)).astype(np.float32)
    assert np.array_equal(found.pairs.scores(given), NETS.pairs.scores(given))
    assert [path.name for path in tmp_path.iterdir()] == ["nets.npz"]
