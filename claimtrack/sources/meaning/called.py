"""What a body can be called: the words of a description against those of its names."""

from __future__ import annotations

import re

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning.mentions import Mention
from claimtrack.sources.text import Text

TRADE = frozenset(
    "company firm startup start-up utility manufacturer maker retailer carrier airline automaker"
    " carmaker bank supplier provider conglomerate corporation business lender insurer brand"
    " chain".split()
)
"""What a firm is called, whatever its name says."""
AGENCIES = frozenset("agency department bureau regulator office administration authority".split())
"""What only an agency, or an organisation known by its letters, is called."""
_UNIONS = frozenset("unison unite solidarity solidarnosc teamsters verdi cgt".split())
"""Unions of one word; others have "workers" or the like in their names, or are letters."""


def modifiers(document: Text, mention: Mention) -> set[str]:
    """Return what a description says before its head: "appeals" in "the appeals court"."""
    words = document.words[mention.first + 1 : mention.head]
    return {word.lower() for word in words if word.lower() not in ("'s", "’s", "own", "same")}


def nouns(said: set[str]) -> set[str]:
    """Return the nouns among a description's words: "harbour" of "the busy harbour office".

    By their form, since the tagger knows few of them.
    """
    return {word for word in said if word.isalpha() and _ADJECTIVE.search(word) is None}


_ADJECTIVE = re.compile(
    r"(?:al|ic|ish|an|ese|ive|ful|ous|ary|ent|ing|ed|y|less|ble)$|"
    r"^(?:new|same|old|big|small|top|own|its|his|their|our|other|two|three)$"
)
"""How words end that only describe: "the federal agency"."""


def is_another(document: Text, entity: Entity, noun: str, kept: set[str]) -> bool:
    """Tell the Weather Bureau from "the harbour office", and the Weather Agency from "the tax
    agency"; but "the space agency" may be anyone who is known by letters.

    ``kept`` are the nouns that a description says of it.
    """
    if bears(document, entity, kept):
        return False
    if entity.nominal is not None and noun in entity.roles:
        return entity.nominal[1] - entity.nominal[0] > 2  # "the office" may be a tax office
    spelt = [form for form in entity.forms if len(form) > 1]
    headed = any(is_headed(form, noun) for form in spelt)
    known = headed or (noun in AGENCIES and noun != "agency")
    return bool(spelt) and noun not in entity.roles and known


def is_word(entity: Entity) -> bool:
    """Tell a name of one plain word, "Nortek", from those that unions bear."""
    return all(
        len(form) == 1 and not form[0].isupper() and form[0].lower() not in _UNIONS
        for form in entity.forms
    )


def bears(document: Text, entity: Entity, said: set[str]) -> bool:
    """Tell whether all that a description says stands in one of the entity's names."""
    if not said:
        return True
    own = {word.lower() for form in entity.forms for word in form} | set(entity.roles)
    if entity.nominal is not None:
        own |= {word.lower() for word in document.words[slice(*entity.nominal)]}
    return said <= own


def is_office(form: tuple[str, ...]) -> bool:
    """Tell "Secretary for Health", which is a post, from a body's name."""
    noun = lexicon.noun(form[0].lower())
    return noun is not None and noun.group == "role" and not noun.plural and "for" in form[1:2]


def is_headed(form: tuple[str, ...], noun: str) -> bool:
    """Tell whether a name's head is the noun: "Foreign Ministry", "Ministry of Finance"."""
    if form[-1].lower() == noun:
        return True
    lower = [word.lower() for word in form]
    place = lower.index(noun) + 1 if noun in lower else len(lower)
    return place < len(lower) and lower[place] in ("of", "for", "on")
