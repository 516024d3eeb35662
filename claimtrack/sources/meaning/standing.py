"""Where a mention stands, and what that lets a later pronoun mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from claimtrack.language import RELATIONS, TAGS
from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning.ranking import Place, Role, Trace
from claimtrack.sources.text import Text

_NEAR = 3
SUBJECT = frozenset(RELATIONS.index(name) for name in ("nsubj", "nsubjpass"))
_RELATIVES = np.array([name in ("WP", "WDT") for name in TAGS])
_RELATIVE = 12
"""How many tokens back a relative clause's pronoun is looked for."""


def has_somebody(document: Text, token: int) -> bool:
    """Tell the "her" of "Her lawyer, Ann Lee, said": the next "she" is the lawyer."""
    if document.tags[token] != "PRP$":
        return False
    for place in range(token + 1, min(token + 4, len(document.words))):
        noun = lexicon.noun(document.words[place])
        if document.tags[place] == "NN" and noun is not None and noun.group in lexicon.PEOPLE:
            return document.tags[place + 1 : place + 2] != ["POS"]
        if document.tags[place] not in ("NN", "JJ", "VBN"):
            return False
    return False


def relatives(document: Text) -> list[int]:
    """Return where "who" and "which" stand behind a comma, in order."""
    words = document.words
    places = np.flatnonzero(_RELATIVES[document.document.tags]).tolist()
    return [place for place in places if place and words[place - 1] == ","]


def embedded(document: Text, relatives: Sequence[int], token: int) -> bool:
    """Tell whether a mention stands in a relative clause: "Cook, who sat beside Blair, left"."""
    number = bisect_left(relatives, token) - 1
    if number < 0 or token - relatives[number] > _RELATIVE:
        return False
    place = relatives[number]
    if document.sentence_of[place] != document.sentence_of[token]:
        return False
    return "," not in document.words[place:token]


def unembedded(candidates: list[Trace]) -> list[Trace]:
    """Return the candidates without those of a relative clause whose sentence has a subject."""
    subjects = {trace.sentence for trace in candidates if trace.role == 0 and not trace.embedded}
    return [trace for trace in candidates if not trace.embedded or trace.sentence not in subjects]


def of_sex(candidates: list[Trace], place: Place) -> list[Trace]:
    """Return the candidates without those of the other sex, if one of the same is near."""
    sexes = [trace.entity.sex() for trace in candidates]
    if not any(sex not in (None, place.gender) for sex in sexes):
        return candidates
    near = any(
        sex == place.gender and place.sentence - trace.sentence <= _NEAR
        for sex, trace in zip(sexes, candidates, strict=True)
    )
    if not near:
        return candidates
    pairs = zip(sexes, candidates, strict=True)
    return [trace for sex, trace in pairs if sex in (None, place.gender)]


def without_subject(
    document: Text, token: int, sentence: int, candidates: list[Trace]
) -> list[Trace]:
    """Return the candidates without the subject of "Ann Lee thanked her", who is somebody else."""
    verbal = token and document.tags[token - 1].startswith("VB")
    if document.tags[token] != "PRP" or not verbal or document.words[token].lower() not in _OBJECTS:
        return candidates
    subjects = [trace for trace in candidates if trace.sentence == sentence and trace.role == 0]
    if not subjects:
        return candidates
    nearest = max(subjects, key=lambda trace: trace.token)
    between = range(nearest.token + 1, token)
    if any(document.tags[place] in ("WP", "WDT", "TO", "VBG") for place in between):
        return candidates
    return [trace for trace in candidates if trace is not nearest]


_OBJECTS = frozenset({"him", "her"})


def only_described(trace: Trace) -> bool:
    """Tell who is only brought in by a noun: "my sister" in what somebody says of her."""
    return trace.entity.kind == "nominal" and not trace.outside


def several(entity: Entity) -> bool:
    """Tell whether "they" may mean an entity beside the one who speaks."""
    return entity.plural or entity.kind not in ("person", "nominal")


def role_at(document: Text, token: int) -> Role:
    """Return where the mention that ends with ``token`` stands in its clause."""
    following = token + 1
    if following < len(document.words) and document.tags[following] == "POS":
        return 2
    if document.tags[token] == "PRP$":
        return 2
    return 0 if document.relations[token] in SUBJECT else 1
