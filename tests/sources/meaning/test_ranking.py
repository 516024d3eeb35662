"""The weights that choose among the candidates of a pronoun."""

from __future__ import annotations

import json

import pytest

from claimtrack.errors import WeightsProblem
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning import ranking
from claimtrack.sources.meaning.ranking import Place, Trace


def _place(sentence: int = 4, family: int = 0) -> Place:
    return Place(90, sentence, 2, family, "f" if family == 0 else "n", 0, False, True, True)


def _trace(kind: str, **values: int) -> Trace:
    trace = Trace(Entity(3, kind))
    for name, value in values.items():
        setattr(trace, name, value)
    return trace


def test_the_shipped_weights_are_read_and_written_alike() -> None:
    values = list(ranking.weights())
    assert len(values) == ranking.SIZE
    again = ranking.parse(ranking.serialise(values))
    assert again == pytest.approx(values, abs=1e-5)


@pytest.mark.parametrize("text", ["", "{}", '{"format": 1, "weights": {}}', "[]"])
def test_damaged_weights_are_told(text: str) -> None:
    with pytest.raises(WeightsProblem):
        ranking.parse(text)


def test_another_format_is_told() -> None:
    table = json.loads(ranking.serialise([0.0] * ranking.SIZE))
    table["format"] = 99
    with pytest.raises(WeightsProblem):
        ranking.parse(json.dumps(table))


@pytest.mark.parametrize("sentence", [0, 3, 4, 50])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 8, 900])
def test_every_feature_has_a_weight(sentence: int, count: int) -> None:
    trace = _trace("person", sentence=sentence, count=count, form=2, role=2, spoke_paragraph=1)
    for recency in (0, 5, 40):
        features = ranking.features(trace, _place(), recency, 3)
        assert len(features) == len(set(features))
        assert all(0 <= feature < ranking.SIZE for feature in features)


def test_gender_and_number_veto() -> None:
    woman, man, body = Entity(0, "person"), Entity(1, "person"), Entity(2, "organization")
    woman.vote("f", 5.0)
    man.vote("m", 5.0)
    assert ranking.compatible(woman, _place())
    assert not ranking.compatible(man, _place())
    assert not ranking.compatible(body, _place())
    assert ranking.compatible(body, _place(family=1))
    assert not ranking.compatible(woman, _place(family=1))


def test_a_given_name_alone_vetoes_nothing() -> None:
    someone = Entity(0, "person")
    someone.vote("m", 1.0)
    assert ranking.compatible(someone, _place())
