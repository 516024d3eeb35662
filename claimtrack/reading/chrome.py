"""What pages print around an article, as data: pointers, buttons, notices, lists, comments."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

Role = Literal["drop", "list", "end"]
Scope = Literal["any", "page"]


@dataclass(frozen=True, slots=True)
class Group:
    """One family of lines: what it is, where it counts, and what it must and must not match."""

    name: str
    role: Role
    scope: Scope
    max_words: int
    pattern: re.Pattern[str]
    within: re.Pattern[str] | None
    clues: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def matches(self, lowered: str) -> bool:
        """Tell whether a whole line, in lower case, belongs to this family."""
        if self.pattern.fullmatch(lowered) is not None:
            return True
        return (
            self.within is not None
            and any(clue in lowered for clue in self.clues)
            and self.within.fullmatch(lowered) is not None
        )


MOST_WORDS = 110
"""Longer blocks are never taken for a line of a page's own."""

_FAMILIES = Path(__file__).parent / "chrome.json"
_BULLET = re.compile(r"[-*•●▪·>|#\[(\s]{0,6}")


@cache
def groups() -> tuple[Group, ...]:
    """Return the families of ``chrome.json``."""
    data = json.loads(_FAMILIES.read_text(encoding="utf-8"))
    return tuple(
        Group(
            name=entry["name"],
            role=entry["role"],
            scope=entry["scope"],
            max_words=entry["max_words"],
            pattern=re.compile(entry["pattern"], re.DOTALL),
            within=re.compile(entry["within"], re.DOTALL) if "within" in entry else None,
            clues=tuple(entry.get("clues", ())),
            examples=tuple(entry["match"]),
            counterexamples=tuple(entry["not"]),
        )
        for entry in data["groups"]
    )


@lru_cache(maxsize=1024)
def chrome_of(line: str, words: int, *, page: bool) -> Group | None:
    """Return the family that a whole line or block belongs to, if any.

    ``page`` lets in the families that are only safe in page dumps or at the edges of a text.
    """
    if words > MOST_WORDS:
        return None
    start = _BULLET.match(line)
    lowered = line[0 if start is None else start.end() :].lower()
    for group in groups():
        if words <= group.max_words and (page or group.scope == "any") and group.matches(lowered):
            return group
    return None
