"""The rules by name: what each one says to a reader, and its examples."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimtrack.errors import WeightsProblem

FORMAT = 1

AGENT = "by-whom"
"""The source stands behind "by"."""

NOBODY = "nobody-named"
"""The form of the cue leaves out who says so."""

SUBJECT = "subject-of-the-cue"
"""Grammar gives the source: the subject of the cue's verb."""

SHARED = "subject-of-the-sentence"
"""The same, a subject that several verbs share."""
RULES = Path(__file__).parents[1] / "data" / "rules.toml"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data: its name, what it saw in plain words, texts that it must (not) fire on."""

    name: str
    detail: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def rules() -> dict[str, Rule]:
    """Return all rules by name."""
    content = tomllib.loads(RULES.read_text(encoding="utf-8"))
    if content.pop("format", None) != FORMAT:
        raise WeightsProblem(f"{RULES.name}: rules of another format; reinstall claimtrack")
    return {
        name: Rule(name, entry["detail"], tuple(entry["yes"]), tuple(entry["no"]))
        for name, entry in content.items()
    }
