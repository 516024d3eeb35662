"""What holds within one name: "and", commas, possessives and numbers between capitalised words."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.language import CLASSES, punkt
from claimtrack.sources import lexicon
from claimtrack.sources.naming.headlines import INSIDE

_FIRST_PART = 3000
"""How far into an article it is checked whether an owner's name stands there for the first time."""

NOT_NAMES = frozenset(
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June"
    " July August September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec. GMT EST"
    " PM AM The A An But And Or In On At He She They We It You If As When While After Before What"
    " Who Why How This That These Those There Here Not No Yes So".split()
)

_POSSESSED = frozenset(
    "Sheriff Women Men Children Attorney-General General Governor People".split()
)

_MOST_BEFORE = 2
_WEAK_HEADS = frozenset(
    "House Senate Congress Party Campaign Center School Church Bank Company Group Media Project"
    " City County Town State Hospital Street Foundation University Conference".split()
)


def names_medium(word: str) -> bool:
    """Tell whether a word says that the next ones name a paper or channel ("the daily O Golo")."""
    noun = lexicon.noun(word) if word.islower() else None
    return noun is not None and noun.group == "medium"


def lists(words: tuple[str, ...], marks: list[bool], start: int, position: int, stop: int) -> bool:
    """Tell whether a comma lists what a body is for: "Department for Culture, Media and Sport"."""
    if not any(word in ("of", "for") for word in words[start + 1 : position]):
        return False
    for ahead in range(position + 1, min(stop - 1, position + 7)):
        if words[ahead] == "and":
            return marks[ahead + 1]
        if not marks[ahead] and words[ahead] != ",":
            return False
    return False


def lists_trades(
    words: tuple[str, ...], marks: list[bool], start: int, position: int, stop: int
) -> bool:
    """Tell whether commas join what a body is of: "the Rail, Maritime and Transport Union"."""
    if not start or words[start - 1] not in ("the", "The"):
        return False
    ahead = position
    while ahead < stop and (marks[ahead] or words[ahead] in (",", "and", "&")):
        ahead += 1
    listed = words[start:ahead]
    return "," in listed and "and" in listed and words[ahead - 1] in lexicon.organization_heads()


_PAIRS = frozenset(
    {
        ("Fire", "Rescue"),
        ("Food", "Drug"),
        ("Health", "Human"),
        ("Health", "Safety"),
        ("Health", "Social"),
        ("Research", "Innovation"),
        ("Revenue", "Customs"),
        ("Search", "Rescue"),
        ("Securities", "Exchange"),
        ("Trade", "Industry"),
        ("University", "College"),
    }
)
"""What is one in the names of bodies: "Fire and Rescue Service"."""

_FIELDS = frozenset(
    "Insurance Energy Oil Gas Electric Health Commerce Finance Mining Media Research Rail Coal"
    " Security Intelligence Justice Fire Sheriff Travel Tourism Food Farming Fisheries Culture"
    " Sport Education Science Technology Transport Housing Planning Environment".split()
)
"""What bodies are for, though a name may end with it too."""


def one_body(
    words: tuple[str, ...],
    marks: list[bool],
    entities: Sequence[int],
    start: int,
    position: int,
    stop: int,
) -> bool:
    """Tell whether "and" stands inside one name: "Citizenship and Immigration Services".

    So it does too between two common nouns: "the Securities and Exchange Commission".
    """
    heads = lexicon.organization_heads()
    if (words[position - 1], words[position + 1]) in _PAIRS:
        return position + 2 < stop and marks[position + 2]
    end = position + 1
    while end < stop and marks[end]:
        end += 1
    if end - position < 3 or (words[position - 1] in heads and words[position - 1] not in _FIELDS):
        return False
    if words[end - 1] not in heads or words[end - 1] in _WEAK_HEADS:
        return False
    if position - start > 1 and (
        CLASSES[entities[position - 1]] == CLASSES[entities[position + 1]] == "ORGANIZATION"
    ):
        return True
    before = start if "." in words[start] and position - start > 1 else start - 1
    first = words[before + 1 : position]
    return (
        (before > start - 1 or words[before] in ("the", "The"))
        and 0 < len(first) <= _MOST_BEFORE
        and len(first[-1]) > 3
        and (
            first[-1] in _FIELDS
            or all(punkt.shipped().knows_lower(word) for word in (first[-1], words[position + 1]))
        )
    )


def possesses(
    words: tuple[str, ...],
    marks: list[bool],
    entities: Sequence[int],
    start: int,
    position: int,
    stop: int,
) -> bool:
    """Tell whether a possessive is part of a body's name: "Lebanon's Health Ministry"."""
    owner = words[position - 1]
    if owner in _POSSESSED or (start and names_medium(words[start - 1])):
        return True
    end = position + 1
    while end < stop and marks[end] and end - position < 6:
        end += 1
    heads = lexicon.organization_heads()
    if words[end - 1] not in heads or words[end - 1] in _WEAK_HEADS:
        return False
    if words[position] in ("'", "’"):
        return owner.endswith("s")
    if owner in lexicon.places():
        return True
    once = words[:position].count(owner) == 1 if position < _FIRST_PART else False
    return end - position > 2 and (CLASSES[entities[position - 1]] != "PERSON" or once)


def takes_number(words: tuple[str, ...], position: int, entities: Sequence[int]) -> bool:
    """Tell whether the number at ``position`` belongs to the name before it ("Khabar 24")."""
    before = words[position - 1]
    if before in NOT_NAMES or before.endswith(".") or before in lexicon.places():
        return False
    if position + 1 < len(words) and words[position + 1] in ("%", "percent", "years", "other", "-"):
        return False
    return INSIDE[entities[position]] or CLASSES[entities[position]] in ("", "NUMBER")


def opens_list(words: tuple[str, ...], start: int, position: int) -> bool:
    """Tell whether "and" at ``position`` goes on with "Department of A …"."""
    joints = lexicon.organization_joints()
    for back in range(position - 1, max(start, position - 8), -1):
        if words[back] in ("of", "for", "on") and words[back - 1] in joints:
            return "and" not in words[back:position]
    return False
