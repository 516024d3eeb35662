"""The word lists of this room, read once: nouns, titles, outlets, names, anonymity."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

NounClass = Literal[
    "spokesperson",
    "official",
    "role",
    "kin",
    "person",
    "body",
    "medium",
    "document",
    "crowd",
]
"""What a noun that stands for a source names; the groups of ``lexicon/nouns.toml``."""

PEOPLE: frozenset[str] = frozenset({"spokesperson", "official", "role", "kin", "person"})
"""The classes that name human beings."""

_LISTS = Path(__file__).parent / "lexicon"

PARTIES: dict[str, str] = {
    "republican": "r",
    "gop": "r",
    "r": "r",
    "democratic": "d",
    "democrat": "d",
    "d": "d",
    "libertarian": "l",
    "labour": "lab",
    "tory": "con",
    "conservative": "con",
}
"""Words that name a party, each with its party."""


TRADING: frozenset[str] = frozenset(
    "ag inc inc. corp corp. ltd ltd. plc gmbh llc co co. sa nv se holdings".split()
)
"""What only a company has in its name, in small letters."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the lexicon: its class, its singular form, and how it stands in the text."""

    group: NounClass
    singular: str
    plural: bool


@cache
def read(name: str) -> dict[str, Any]:
    """Return the word list ``name`` as it stands in the package."""
    return tomllib.loads((_LISTS / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _nouns() -> tuple[dict[str, NounClass], dict[str, str]]:
    table = read("nouns")
    classes: dict[str, NounClass] = {}
    for group in (
        "crowd",
        "document",
        "medium",
        "person",
        "kin",
        "body",
        "role",
        "official",
        "spokesperson",
    ):
        for word in table[group]["words"].split():
            classes[word] = group
    plurals: dict[str, str] = table["plurals"]
    return classes, plurals


_GUARDED = frozenset({"coast", "border", "national", "home", "civil", "frontier", "revolutionary"})


def phrase(words: Sequence[str], head: int, first: int) -> Noun | None:
    """Return what the head of a phrase from ``first`` on names: a coast guard is no guard."""
    lower = words[head].lower()
    if lower == "guard" and head > first and words[head - 1].lower() in _GUARDED:
        return Noun("body", lower, False)
    return noun(words[head])


@lru_cache(maxsize=20_000)
def noun(word: str) -> Noun | None:
    """Return what ``word`` names as the head of a phrase, or ``None`` if the lexicon lacks it."""
    classes, plurals = _nouns()
    lower = word.lower()
    for form in (lower, lower.rsplit("-", 1)[-1]):
        if form in plurals:
            singular = plurals[form]
            group = classes.get(singular)
            if form in ("data", "papers", "minutes", "information"):
                return Noun("document", form, True)
            if form == "media":
                return Noun("crowd", "media", True)
            if form == "police":
                return Noun("body", "police", True)
            if group is not None:
                return Noun(group, singular, form not in ("someone", "nobody"))
        if form in classes:
            return Noun(classes[form], form, False)
        for singular in _singulars(form):
            if singular in classes:
                return Noun(classes[singular], singular, True)
    endings = _endings()
    if len(lower) > 6:
        if lower.endswith(endings):
            return Noun("role", lower, False)
        for singular in _singulars(lower):
            if singular.endswith(endings):
                return Noun("role", singular, True)
    return None


@cache
def _endings() -> tuple[str, ...]:
    return tuple(read("nouns")["endings"]["role"])


def _singulars(form: str) -> tuple[str, ...]:
    if len(form) < 4 or not form.endswith("s") or form.endswith("ss"):
        return ()
    if form.endswith("ies"):
        return (form[:-3] + "y", form[:-1])
    if form.endswith(("ches", "shes", "sses", "xes", "zes")):
        return (form[:-2], form[:-1])
    return (form[:-1],)


@cache
def noun_gender() -> dict[str, str]:
    """Return "m" or "f" for the nouns that tell a gender."""
    table = read("nouns")["gender"]
    genders = dict.fromkeys(table["male"].split(), "m")
    genders.update(dict.fromkeys(table["female"].split(), "f"))
    return genders


@dataclass(frozen=True, slots=True)
class Titles:
    """Words around a name that belong to a title."""

    honorifics: dict[str, str | None]
    expand: dict[str, str]
    modifiers: frozenset[str]
    suffixes: frozenset[str]


@cache
def titles() -> Titles:
    """Return the title words."""
    table = read("titles")
    honorifics: dict[str, str | None] = dict.fromkeys(table["honorific"]["neutral"])
    honorifics.update(dict.fromkeys(table["honorific"]["male"], "m"))
    honorifics.update(dict.fromkeys(table["honorific"]["female"], "f"))
    return Titles(
        honorifics,
        table["expand"],
        frozenset(table["modifier"]["words"].split()),
        frozenset(table["suffix"]["words"]),
    )


@cache
def party_tag() -> re.Pattern[str]:
    """Return the pattern of a party-and-state tag such as "D-N.Y."."""
    letters = "|".join(sorted(read("titles")["party"]["letters"], key=len, reverse=True))
    return re.compile(rf"(?:{letters})[-–][A-Z][A-Za-z.]*")


@cache
def given_names() -> dict[str, str]:
    """Return "m", "f" or "u" for the given names of the list, in lower case."""
    table = read("given")
    genders = dict.fromkeys(table["male"].lower().split(), "m")
    for name in table["female"].lower().split():
        genders[name] = "u" if name in genders else "f"
    genders.update(dict.fromkeys(table["neutral"].lower().split(), "u"))
    return genders


@cache
def surnames() -> frozenset[str]:
    """Return family names that news uses alone and never introduces ("Putin")."""
    return frozenset(read("given")["surnames"].split())


@cache
def nicknames() -> dict[str, str]:
    """Return the full given name that a short one stands for, in lower case."""
    table: dict[str, str] = read("given")["nicknames"]
    return table


@cache
def outlets() -> frozenset[str]:
    """Return the known news organisations, without "the", in lower case."""
    names = read("outlets")["known"]["names"].replace("\n", "").split("|")
    return frozenset(name.strip().lower().removeprefix("the ") for name in names)


@cache
def outlet_words() -> frozenset[str]:
    """Return the words that end an outlet's name."""
    return frozenset(read("outlets")["words"]["last"].split())


@cache
def broadcasters() -> frozenset[str]:
    """Return the words that open the names of a broadcaster's channels: "BBC Radio Solent"."""
    return frozenset(read("outlets")["broadcasters"]["first"].split())


@cache
def organization_heads() -> frozenset[str]:
    """Return the words that make a capitalised name an organisation's."""
    return frozenset(read("organizations")["heads"]["words"].split())


@cache
def known_organizations() -> frozenset[str]:
    """Return well-known organisations whose name is one word."""
    return frozenset(read("organizations")["known"]["words"].split())


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives of countries and regions: "Kazakh", "Italian"."""
    return frozenset(read("organizations")["demonyms"]["words"].split())


@cache
def geography() -> frozenset[str]:
    """Return the words that end the name of a place: "Capitol Hill", "Mill Lane"."""
    return frozenset(read("organizations")["geography"]["words"].split())


@cache
def organization_joints() -> frozenset[str]:
    """Return the organisation words that take an "of …" or "for …" into the name."""
    return frozenset(read("organizations")["joints"]["words"].split())


@cache
def places() -> frozenset[str]:
    """Return names of countries and big cities."""
    return frozenset(read("organizations")["places"]["words"].split())


@cache
def withheld() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns that say a source's identity is withheld, by name."""
    return tuple(
        (entry["name"], re.compile(entry["pattern"], re.IGNORECASE))
        for entry in read("anonymity")["withheld"]
    )


@cache
def familiar() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of mentions that show that identity is withheld, by name."""
    return tuple(
        (entry["name"], re.compile(entry["pattern"], re.IGNORECASE))
        for entry in read("anonymity")["familiar"]
    )
