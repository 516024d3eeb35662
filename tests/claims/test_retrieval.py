"""Candidates: the partner of a paraphrase is found among everything else in the store."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from claimtrack.claims import database, index
from claimtrack.claims.matching.wording import wording
from claimtrack.training.pairs import read_pairs

PAIRS = Path(__file__).parents[2].parent / "shared" / "data" / "msrp" / "train.tsv.gz"
SAMPLE = 120


@pytest.mark.skipif(
    not PAIRS.is_file(), reason="the paraphrase pairs beside the checkout are missing"
)
def test_the_partner_is_among_the_first_candidates() -> None:
    connection = database.connect(":memory:")
    pairs = [pair for pair in read_pairs(PAIRS) if pair.paraphrase]
    rows: dict[str, int] = {}
    with database.transaction(connection):
        for pair in pairs:
            for text in (pair.first, pair.second):
                rows[text], _ = index.add(connection, wording(text), text)
    first = five = asked = 0
    for pair in random.Random(3).sample(pairs, SAMPLE):
        mine, partner = rows[pair.first], rows[pair.second]
        if mine == partner:
            continue
        found = index.candidates(connection, wording(pair.first), but=mine)[:5]
        numbers = [candidate.id for candidate in found]
        asked += 1
        first += numbers[:1] == [partner]
        five += partner in numbers
    assert first >= 0.88 * asked
    assert five >= 0.97 * asked


def test_candidates_do_not_hang_on_what_else_is_there() -> None:
    pair = ("the council will close the old bridge", "the council closes the bridge in spring")
    small, large = database.connect(":memory:"), database.connect(":memory:")
    for number in range(40):
        text = f"the old mill number {number} was sold to the council"
        index.add(large, wording(text), text)
    scores = []
    for connection in (small, large):
        index.add(connection, wording(pair[1]), pair[1])
        found = index.candidates(connection, wording(pair[0]))
        scores.append({item.said: item.score for item in found}[pair[1]])
    assert scores[0] == scores[1]
