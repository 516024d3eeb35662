"""Which entity a pronoun means: features of candidate and pronoun, and their learned weights."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from claimtrack.errors import WeightsProblem
from claimtrack.sources.entities import Entity

FORMAT = 1
WINDOW = 12
"""How many candidates are ranked for a pronoun."""
Role = Literal[0, 1, 2]
"""Where a mention stands in its clause: 0 subject, 1 elsewhere, 2 possessive."""

_SHIPPED = Path(__file__).parents[1] / "weights" / "coreference.json"
_GROUPS: tuple[tuple[str, int], ...] = (
    ("distance", 21),
    ("role", 9),
    ("recency", 18),
    ("form", 18),
    ("count", 5),
    ("gender", 3),
    ("speaker", 8),
    ("quote", 8),
    ("opening", 4),
    ("paragraph", 2),
    ("kind", 18),
    ("share", 4),
    ("parallel", 9),
    ("clause", 4),
)
OFFSETS: dict[str, int] = {}
SIZE = 0
for _name, _size in _GROUPS:
    OFFSETS[_name] = SIZE
    SIZE += _size
(
    _DISTANCE,
    _ROLE,
    _RECENCY,
    _FORM,
    _COUNT,
    _GENDER,
    _SPEAKER,
    _QUOTE,
    _OPENING,
    _PARAGRAPH,
    _KIND,
    _SHARE,
    _PARALLEL,
    _CLAUSE,
) = OFFSETS.values()
_KINDS = {"person": 0, "organization": 1, "place": 2, "group": 3, "nominal": 4, "other": 5}


@dataclass(slots=True, eq=False)
class Trace:
    """What the text has said of one entity so far: its last mention, and how often it came up."""

    entity: Entity
    token: int = 0
    sentence: int = 0
    paragraph: int = 0
    role: Role = 1
    form: int = 0
    count: int = 0
    quoted: bool = False
    opening: bool = False
    embedded: bool = False
    outside: bool = False
    """Whether it was ever spoken of outside quotation marks."""
    spoke: int = -1
    spoke_paragraph: int = -9


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands. ``family`` is 0 for he and she, 1 for it, 2 for they."""

    token: int
    sentence: int
    paragraph: int
    family: int
    gender: str
    role: Role
    quoted: bool
    source: bool
    opening: bool


def features(trace: Trace, place: Place, recency: int, spoken: int) -> tuple[int, ...]:
    """Return the features of a candidate that are on; ``spoken`` is the last speaker's order."""
    distance = place.sentence - trace.sentence
    if distance < 0:
        distance = 0
    elif distance > 6:
        distance = 6
    near = distance if distance < 2 else 2
    entity = trace.entity
    sex = entity.sex()
    family, source, count = place.family, place.source, trace.count
    speaker = 4 if source else 0
    if entity.order == spoken:
        gap = place.paragraph - trace.spoke_paragraph
        speaker += 1 if gap == 0 else (2 if gap <= 2 else 3)
    return (
        _DISTANCE + family * 7 + distance,
        _ROLE + near * 3 + trace.role,
        _RECENCY + family * 6 + (recency if recency < 5 else 5),
        _FORM + (9 if source else 0) + 3 * near + (trace.form if near < 2 else 0),
        _COUNT + (0 if count < 2 else (count.bit_length() if count < 8 else 4)),
        _GENDER + (2 if sex is None else (0 if sex == place.gender else 1)),
        _SPEAKER + speaker,
        _QUOTE + (2 if place.quoted else 0) + trace.quoted + (4 if source else 0),
        _OPENING + (2 if place.opening else 0) + trace.opening,
        _PARAGRAPH + (place.paragraph == trace.paragraph),
        _KIND + family * 6 + _KINDS.get(entity.kind, 5),
        _SHARE + (2 if entity.plural else 0) + (family == 2),
        _PARALLEL + 3 * place.role + trace.role,
        _CLAUSE + (2 if near == 0 else 0) + (place.role == 0),
    )


@cache
def weights() -> tuple[float, ...]:
    """Return the shipped weights, one a feature."""
    return parse(_SHIPPED.read_text(encoding="utf-8"))


def parse(text: str) -> tuple[float, ...]:
    """Return the weights of a weights file; raise ``WeightsProblem`` if it does not fit."""
    try:
        table = json.loads(text)
        values = tuple(float(value) for name, _ in _GROUPS for value in table["weights"][name])
    except (ValueError, KeyError, TypeError) as error:
        raise WeightsProblem(f"coreference weights cannot be read: {error}") from error
    if table.get("format") != FORMAT or len(values) != SIZE:
        raise WeightsProblem("coreference weights are of another format")
    return values


def serialise(values: list[float]) -> str:
    """Return the text of a weights file."""
    table = {
        name: [round(value, 5) for value in values[OFFSETS[name] : OFFSETS[name] + size]]
        for name, size in _GROUPS
    }
    return json.dumps({"format": FORMAT, "weights": table}, indent=1) + "\n"


def compatible(entity: Entity, place: Place) -> bool:
    """Tell whether number and gender let a pronoun mean the entity: the rules' veto."""
    if place.family == 0:
        if entity.plural or entity.kind not in ("person", "nominal"):
            return False
        male, female = entity.gender.get("m", 0.0), entity.gender.get("f", 0.0)
        if place.gender == "m":
            return female <= male + 1.0 and entity.gender.get("n", 0.0) < 1.0
        return male <= female + 1.0 and entity.gender.get("n", 0.0) < 1.0
    if place.family == 1:
        return not entity.plural and entity.kind not in ("person", "nominal", "group")
    return entity.kind != "place"
