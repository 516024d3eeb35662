"""Candidates: the partner of a paraphrase is found among everything else in the store."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from claimtrack.claims import database, index
from claimtrack.claims.matching.wording import wording
from claimtrack.training import ranking

PAIRS = Path(__file__).parents[2].parent / "shared" / "data" / "msrp" / "train.tsv.gz"


@pytest.mark.skipif(not PAIRS.is_file(), reason="the pairs beside the checkout are missing")
def test_the_partner_is_among_the_first_candidates(tmp_path: Path) -> None:
    lines = gzip.decompress(PAIRS.read_bytes()).decode("utf-8-sig").split("\n")
    few = tmp_path / "few.tsv"
    few.write_text("\n".join([lines[0], *lines[1:-1:16]]), encoding="utf-8")
    found = ranking.measure(few)
    assert found.asked > 200
    assert found.first >= 0.9
    assert found.five >= 0.98
    assert found.held_out >= 0.85


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
