"""Learning who a pronoun means."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from claimtrack.errors import CorpusProblem
from claimtrack.sources.meaning import ranking
from claimtrack.training import coreference
from claimtrack.training.coreference import Example, accuracy, fit

SHARED = Path(__file__).parents[3] / "shared" / "data" / "polnear" / "dev.jsonl.gz"


def _examples() -> list[Example]:
    """Return choices in which the candidate with feature 1 is always right."""
    return [
        Example(0, number % 2 == 0, [(0, 5), (1, 5)] if number % 3 else [(1, 5), (0, 5)],
                1 if number % 3 else 0)
        for number in range(60)
    ]  # fmt: skip


def test_the_right_candidate_is_learned() -> None:
    weights = fit(_examples())
    assert len(weights) == ranking.SIZE
    assert weights[1] > weights[0]
    assert accuracy(_examples(), weights) == {"he": 1.0, "other": 1.0, "source": 1.0}


def test_learning_is_repeatable() -> None:
    assert fit(_examples()) == fit(_examples())


def test_a_file_that_is_no_corpus_is_told(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a"}\n'))
    with pytest.raises(CorpusProblem):
        list(coreference.examples(path))


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not here")
def test_the_shipped_weights_choose_well() -> None:
    found = list(coreference.examples(SHARED, limit=6))
    assert found
    right = accuracy(found, ranking.weights())
    assert right["he"] > 0.7


def test_silver_clusters_are_found_by_the_end_of_a_mention() -> None:
    row = json.loads(
        '{"sentences": [{"tokens": [[0, 3, "NNP"], [4, 7, "NNP"], [8, 12, "VBD"]]}],'
        ' "coref": [[[0, 0, 2, true]]]}'
    )
    assert coreference._clusters(row) == {7: 0}
