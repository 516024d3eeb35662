"""A proper name in an article: where it stands, what it names, and the title before it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

NameKind = Literal["person", "organization", "place", "group", "other"]


def fold(word: str) -> str:
    """Return a word in lower case, with one kind of apostrophe."""
    return word.lower().replace("’", "'")


LEGAL_FORMS = frozenset(
    "Inc. Inc Ltd. Ltd LLC L.L.C. Corp. Corp Co. PLC plc AG S.A. N.V. AB GmbH LLP Pvt. Limited"
    " Incorporated".split()
)
"""What a firm's name may end with, behind a comma or not."""

_FORMS = frozenset(word.lower() for word in LEGAL_FORMS) | {","}


def without_form(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return a folded name without the legal form that it ends with: "veltrona diagnostics"."""
    end = len(parts)
    while end > 1 and parts[end - 1] in _FORMS:
        end -= 1
    return parts[:end]


@lru_cache(maxsize=20_000)
def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name, each folded."""
    return tuple(map(fold, words))


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name: tokens ``[first, last)``, without the title before it.

    ``title`` is the first token of the capitalised title ("Kazakh President") or ``first`` when
    there is none. ``words`` are the name's words; ``gender`` is what an honorific ("f" for "Mrs.")
    tells, ``honorific`` whether there is one. ``nickname`` is a name given in quotes inside it.
    """

    first: int
    last: int
    title: int
    words: tuple[str, ...]
    kind: NameKind
    gender: str | None = None
    honorific: bool = False
    nickname: str | None = None

    @property
    def text(self) -> str:
        """The words of the name, folded."""
        return " ".join(self.words)
