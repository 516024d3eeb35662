"""For whom somebody speaks who is called "a spokesman" or "a company spokesman" and no more."""

from __future__ import annotations

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning import earlier
from claimtrack.sources.meaning.bodies import Bodies
from claimtrack.sources.meaning.mentions import Mention, analyse

_CLOSE = 3
"""Within how many sentences "a spokesman" speaks for who spoke before."""


def speaks_for(bodies: Bodies, mention: Mention) -> Entity | None:
    """Return whom "a spokesman" or "a company spokesman" speaks for: one spoken of before."""
    document, discourse = bodies.document, bodies.discourse
    if mention.within or mention.plural or mention.chunk != mention.head + 1:
        return None
    before = document.words[mention.first : mention.head]
    noun = lexicon.noun(before[-1]) if before and before[-1].islower() else None
    if noun is not None and noun.group == "body" and not noun.plural and len(before) == 2:
        inner = analyse(document, bodies.index, mention.head - 1, mention.head)
        found = earlier.body(document, bodies.index, discourse, noun.singular, inner)
        return found if found is not None and _is_called(found, noun.singular) else None
    spokesperson = mention.noun is not None and mention.noun.group == "spokesperson"
    if not spokesperson or len(before) > 1 or mention.extent > mention.chunk:
        return None
    last = discourse.speakers_first()[:1]
    sentence = document.sentence_of[mention.head]
    if (
        last
        and last[0].entity.order == discourse.speaker
        and (
            last[0].entity.kind in ("organization", "body")
            and sentence - last[0].sentence <= _CLOSE
        )
    ):
        return last[0].entity
    return None


def _is_called(entity: Entity, noun: str) -> bool:
    """Tell whether a body has the noun in its name, or is a firm: "a bank official" is of any."""
    if noun in ("company", "firm"):
        return True
    return any(noun in map(str.lower, form) for form in entity.forms)
