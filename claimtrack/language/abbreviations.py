"""Abbreviations that keep their full stop, and what it says about the end of a sentence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Group = Literal[
    "prefixes",
    "between",
    "numbered",
    "months",
    "states",
    "suffixes",
    "initialisms",
    "times",
    "others",
]

SHIPPED = Path(__file__).parent / "data" / "abbreviations.toml"


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations by lower-case word, and words that tell what follows them.

    ``starters`` clearly begin a sentence; ``zones`` go on after an hour; ``asking`` are the verbs
    that go on after a quoted question and a name.
    """

    groups: dict[str, Group]
    lower: frozenset[str]
    starters: frozenset[str]
    zones: frozenset[str]
    asking: frozenset[str]

    def group(self, word: str) -> Group | None:
        """Return the group of ``word`` (without its last stop), if it is an abbreviation."""
        lower = word.lower()
        found = self.groups.get(lower)
        if found is not None and not word[0].isupper() and lower not in self.lower:
            return None
        return found

    def keeps_stop(self, word: str) -> bool:
        """Tell whether a stop right after ``word`` belongs to its token."""
        if len(word) == 1 and word.isupper():
            return word.isalpha()
        if len(word) > 12:
            return False
        if self.group(word) is not None:
            return True
        head, dash, tail = word.rpartition("-")
        if dash and tail:
            group = self.group(tail)
            party = len(head) <= 2 and (group == "states" or _initials(tail))
            return party or group in ("prefixes", "months")  # "post-Sept. 11"
        return _initials(word)


def _initials(word: str) -> bool:
    """Tell whether a word has stops after each of its letters but the last: "N.H", "F.B.I"."""
    return "." in word and all(len(part) == 1 and part.isalpha() for part in word.split("."))


@cache
def shipped() -> Abbreviations:
    """Return the abbreviations that ship with the package."""
    data = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    groups: dict[str, Group] = {}
    lower: set[str] = set()
    for name in reversed(get_args(Group)):
        words = data[name]["words"].split()
        groups.update(dict.fromkeys(words, name))
        if data[name].get("lower"):
            lower.update(words)
    return Abbreviations(
        groups,
        frozenset(lower),
        frozenset(data["starters"]["words"].split()),
        frozenset(data["times"]["before"].split()),
        frozenset(data["asking"]["words"].split()),
    )
