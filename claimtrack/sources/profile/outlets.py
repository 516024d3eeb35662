"""Which organisations are news outlets."""

from __future__ import annotations

from functools import cache

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity

_ENDS = frozenset({"TV", "Television", "Channel"})


def is_outlet(entity: Entity) -> bool:
    """Tell whether an organisation is a news outlet, by its names."""
    if entity.kind != "organization":
        return False
    known, tails = lexicon.outlets(), lexicon.outlet_words()
    for form in entity.forms:
        text = " ".join(form).lower().removeprefix("the ")
        if text in known or (len(form) > 1 and form[-1] in tails) or form[0] == "Radio":
            return True
        if len(form) > 1 and (form[-1] in _ENDS or form[0] in lexicon.broadcasters()):
            return True
    return bool(set(entity.roles) & _media())


@cache
def _media() -> frozenset[str]:
    return frozenset(lexicon.read("nouns")["medium"]["words"].split())
