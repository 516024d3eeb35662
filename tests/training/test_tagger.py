from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from claimtrack.errors import WeightsProblem
from claimtrack.language import ENTITIES, RELATIONS, TAGS, tagger
from claimtrack.training import corpus, tagger_scores
from claimtrack.training import tagger as training
from tests.training import made


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[corpus.CorpusRow]:
    return list(corpus.read(made.write(tmp_path_factory.mktemp("made") / "made.jsonl")))


@pytest.fixture(scope="module")
def trained(rows: list[corpus.CorpusRow], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return training.train(rows, tmp_path_factory.mktemp("weights"))


def test_what_was_learned_is_told_of_new_words(trained: Path) -> None:
    words = ["Mr.", "Zhu", "said", "that", "Oslo", "slept", "."]
    tags, entities, relations = tagger.load(trained).label(words, np.array([0]), np.array([7]))

    assert [TAGS[tag] for tag in tags] == ["NNP", "NNP", "VBD", "IN", "NNP", "VBD", "."]
    assert ENTITIES[entities[1]] == "B-PERSON"
    assert ENTITIES[entities[4]] == "B-LOCATION"
    assert [RELATIONS[relation] for relation in relations][1:6] == [
        "nsubj",
        "root",
        "mark",
        "nsubj",
        "ccomp",
    ]


def test_training_again_gives_the_same_bytes(
    rows: list[corpus.CorpusRow], trained: Path, tmp_path: Path
) -> None:
    again = training.train(rows, tmp_path)

    with np.load(trained) as first, np.load(again) as second:
        assert first.files == second.files
        for name in first.files:
            assert np.array_equal(first[name], second[name]), name


def test_scores_compare_whole_entities(rows: list[corpus.CorpusRow], trained: Path) -> None:
    scores = tagger_scores.evaluate(rows, tagger.load(trained))

    assert scores.tokens == sum(len(words) for row in rows for words in row.sentences)
    assert scores.tags == scores.relations == scores.entities == 1.0
    assert set(scores.entity_classes) == {"PERSON", "LOCATION"}


def test_entities_are_read_off_their_labels() -> None:
    labels = [ENTITIES.index(name) for name in ("I-PERSON", "I-PERSON", "B-PERSON", "O", "B-DATE")]

    assert tagger_scores.entities(labels) == [(0, 2, "PERSON"), (2, 3, "PERSON"), (4, 5, "DATE")]


def test_tokens_that_the_silver_does_not_have_are_left_out(
    rows: list[corpus.CorpusRow],
) -> None:
    found = training.silver(rows[0], [0, 4, 4], [3, 9, 7])

    assert found[0].tolist() == [
        TAGS.index("NNP"),
        ENTITIES.index("O"),
        RELATIONS.index("compound"),
    ]
    assert found[2].tolist() == [-1, -1, -1]


def test_weights_of_another_format_are_refused(trained: Path, tmp_path: Path) -> None:
    with np.load(trained) as arrays:
        changed = {**arrays, "format": np.int64(99)}
    path = tmp_path / "tagger.npz"
    np.savez(path, **changed)

    with pytest.raises(WeightsProblem, match="another format"):
        tagger.load(path)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "tagger.npz"
    path.write_bytes(b"not an archive")

    with pytest.raises(WeightsProblem, match=r"tagger\.npz"):
        tagger.load(path)
