"""Cue words as data: which lemma belongs to which group, and what that says of the content."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

from claimtrack.errors import WeightsProblem
from claimtrack.model import Attitude

FORMAT = 1
CUES = Path(__file__).parent / "data" / "cues.toml"
WORDS = Path(__file__).parent / "data" / "words.toml"


@dataclass(frozen=True, slots=True)
class CueGroup:
    """Cue words of one kind, with examples (the cue in brackets) that do and do not match."""

    name: str
    attitude: Attitude
    part: str
    lemmas: frozenset[str]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def groups() -> tuple[CueGroup, ...]:
    """Return the groups of cue words in the order of the file; codes count from 1."""
    return tuple(
        CueGroup(
            name=entry["name"],
            attitude=cast(Attitude, entry["attitude"]),
            part=entry["part"],
            lemmas=frozenset(entry["lemmas"].split()),
            yes=tuple(entry["yes"]),
            no=tuple(entry["no"]),
        )
        for entry in _read(CUES)["group"]
    )


@cache
def words(name: str) -> frozenset[str]:
    """Return the list of words of this name."""
    lists = _read(WORDS)
    return frozenset(lists[name]["words"].split())


def group_of(stem: str, word: str) -> int:
    """Return a code for the groups of a word's lemma: 0 for none, one bit a group otherwise."""
    return _bits().get(stem, 0) | _bits().get(word, 0)


def group_named(name: str) -> int:
    """Return the bit of the group of this name."""
    for number, group in enumerate(groups()):
        if group.name == name:
            return 1 << number
    raise KeyError(name)


@cache
def mask(names: tuple[str, ...]) -> int:
    """Return the bits of several groups together."""
    return sum({group_named(name) for name in names})


@lru_cache(maxsize=50_000)
def bits_of(word: str) -> int:
    """Return the bits of all groups that a lower-case word, or its lemma, belongs to."""
    return group_of(stem(word), word)


@lru_cache(maxsize=1_000)
def attitudes(bits: int) -> tuple[Attitude, ...]:
    """Return the attitudes of the groups whose bits these are, in the order of the groups."""
    return tuple(group.attitude for number, group in enumerate(groups()) if bits >> number & 1)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the lemma of a form of a cue word, else the lower-case word without its ending.

    The result is a key for comparing forms; it need not be a word.
    """
    known = _forms().get(word)
    if known is not None:
        return known
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)]
            if base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            return base.removesuffix("e")
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


@cache
def _read(path: Path) -> dict[str, Any]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    if content.get("format") != FORMAT:
        raise WeightsProblem(f"{path.name}: lexicon of another format; reinstall claimtrack")
    return content


@cache
def _bits() -> dict[str, int]:
    bits: dict[str, int] = {}
    for number, group in enumerate(groups()):
        for lemma in group.lemmas:
            bits[lemma] = bits.get(lemma, 0) | 1 << number
    return bits


@cache
def _forms() -> dict[str, str]:
    irregular = _read(CUES)["irregular"]
    forms: dict[str, str] = {}
    for group in groups():
        for lemma in sorted(group.lemmas):
            for form in _inflect(lemma) if group.part in ("verb", "noun") else (lemma,):
                forms.setdefault(form, lemma)
    for lemma, listed in irregular.items():
        for form in listed.split():
            forms[form] = lemma
        forms[lemma] = lemma
    return forms


def _inflect(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    forms = [lemma, plural, lemma + "ed", lemma + "ing"]
    if lemma[-1] in "bdglmnprt" and lemma[-2:-1] in "aeiou" and lemma[-3:-2] not in "aeiou":
        forms += [lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"]
    return tuple(forms)
