"""Surnames that the tagger takes for other words, where the article names their bearer in full.

"…, Hoenig warns." has an adjective and a plural noun for a tagger that never saw the name; that
"Thomas Hoenig" stands elsewhere tells better.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimtrack.language import punkt
from claimtrack.language.labels import ENTITIES, TAGS

_PROPER = np.array([name in ("NNP", "NNPS") for name in TAGS])
_PERSON = np.array([name.endswith("PERSON") for name in ENTITIES])
_NNP, _NNS, _VBZ = (TAGS.index(name) for name in ("NNP", "NNS", "VBZ"))
_FIRST, _NEXT = ENTITIES.index("B-PERSON"), ENTITIES.index("I-PERSON")
_BEFORE = frozenset({",", '"', "”", "''", "’", "—", "–", "--"})
_AFTER = frozenset({".", ",", ";", ":"})
_SHORTEST = 3


def restore(
    words: Sequence[str],
    firsts: NDArray[np.int64],
    tags: NDArray[np.int8],
    entities: NDArray[np.int8],
) -> None:
    """Set the labels of surnames right, in place; ``firsts`` are the sentences' first tokens.

    At the start of a sentence, or before another capital, a word that is also a common one stays
    what it was taken for.
    """
    person = _PERSON[entities] & _PROPER[tags]
    inner = (np.flatnonzero(person[1:] & person[:-1]) + 1).tolist()
    known = {words[place] for place in inner}
    known = {word for word in known if len(word) >= _SHORTEST and not word.isupper()}
    if not known:
        return
    opening = frozenset(firsts.tolist())
    for place in np.flatnonzero(~_PROPER[tags]).tolist():
        word = words[place]
        if word not in known:
            continue
        styled = place + 1 < len(words) and words[place + 1][0].isupper()  # a headline, perhaps
        if (styled or place in opening) and punkt.shipped().knows_lower(word):
            continue
        tags[place] = _NNP
        if not _PERSON[entities[place]]:
            inside = place > 0 and place not in opening and bool(_PERSON[entities[place - 1]])
            entities[place] = _NEXT if inside else _FIRST
        _verb_after(words, tags, place)


def _verb_after(words: Sequence[str], tags: NDArray[np.int8], place: int) -> None:
    """Make a verb of what closes a sentence behind a surname: "…, Hoenig notes."."""
    if place == 0 or place + 2 >= len(words) or words[place - 1] not in _BEFORE:
        return
    verb = words[place + 1]
    if tags[place + 1] == _NNS and verb.islower() and words[place + 2] in _AFTER:
        tags[place + 1] = _VBZ
