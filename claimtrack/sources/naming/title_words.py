"""Words that stand before a name and are its title, not part of it."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.sources import lexicon

NOT_AFTER = frozenset(
    {
        "of",
        "for",
        "on",
        "and",
        "&",
        "'s",
        "’s",
        "'",
        "’",
        "at",
        "in",
        "with",
        "without",
        "against",
        "to",
    }
)
"""What follows no title that a name stands behind."""

_OFFICES = frozenset({"Leader", "Executive", "Administrator", "Aide", "Official"})
_NAMES_TOO = frozenset({"Major", "Model", "Fellow", "Officer", "Head", "King", "Prince"})
"""What may be somebody's name as well as an office."""

_LAST = frozenset({"Officer", "Head", "Fellow"})
"""Those of them that end an office of several words: "Chief Executive Officer"."""


@lru_cache(maxsize=20_000)
def is_title_word(word: str) -> bool:
    """Tell whether a capitalised word names an office wherever it stands."""
    noun = lexicon.noun(word)
    return (
        noun is not None
        and (noun.group in ("role", "spokesperson") or word in _OFFICES)
        and not noun.plural
        and word not in _NAMES_TOO
    )


def ends_office(words: tuple[str, ...], first: int, place: int) -> bool:
    """Tell whether the word at ``place`` ends an office that opens at ``first``."""
    return place > first and words[place] in _LAST


@lru_cache(maxsize=20_000)
def is_joint_title(word: str) -> bool:
    """Tell whether a plural before names says what they are: "Ministers", "Twins"."""
    noun = lexicon.noun(word)
    return noun is not None and noun.plural and noun.group in ("role", "kin")


def is_party(word: str) -> bool:
    """Tell whether a word before a name says where somebody belongs ("Republican Ann Lee")."""
    noun = lexicon.noun(word)
    known = noun is not None and noun.group in ("person", "role")
    return known or word in ("Crooked", "Former")
