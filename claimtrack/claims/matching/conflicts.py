"""Where two statements contradict each other: other numbers, other places, a negation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from claimtrack.claims.matching.lexicon import LEXICON
from claimtrack.claims.matching.wording import Amount, Wording, wording

ConflictKind = Literal["number", "place", "negation"]

ROUNDING = 0.03
"""Amounts this close count as one, the one rounded ("1,480", "about 1,500")."""

_REACH = 3
_ADVERBS = frozenset({"longer", "even", "only", "yet", "way", "real", "really", "actually"})


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contradiction: its kind and the words of each side."""

    kind: ConflictKind
    first: str
    second: str

    def turned(self) -> Conflict:
        """Return the conflict as seen from the other side."""
        return Conflict(self.kind, self.second, self.first)


def find(first: Wording, second: Wording) -> tuple[Conflict, ...]:
    """Return the contradictions between two statements that speak of the same thing."""
    return (*_numbers(first, second), *_places(first, second), *_negations(first, second))


def reconciled(first: Wording, second: Wording, conflicts: tuple[Conflict, ...]) -> Wording:
    """Return the second side with the first's words put in where the two contradict each other.

    What the classifier says of the first side and this tells whether they agree in all the rest.
    """
    text = second.text
    for conflict in conflicts:
        words = r"\W+".join(map(re.escape, conflict.second.split()))
        plain = conflict.first.replace("\\", "")
        text = re.sub(words, plain, text, count=1, flags=re.IGNORECASE)
    return wording(text)


def _numbers(first: Wording, second: Wording) -> tuple[Conflict, ...]:
    """Pair the amounts that only one side has by unit and by the words around them."""
    left = [item for item in first.amounts if not _has(second, item)]
    right = [item for item in second.amounts if not _has(first, item)]
    if _adds_up(left, right) or _adds_up(right, left):
        return ()
    conflicts = []
    for mine in left:
        for other in right:
            if mine.unit == other.unit and _counts_same(mine, first, other, second):
                conflicts.append(Conflict("number", _said(mine, first), _said(other, second)))
                right.remove(other)
                break
    return tuple(conflicts)


def _adds_up(parts: list[Amount], whole: list[Amount]) -> bool:
    """Tell whether one side gives the parts and the other their sum."""
    return len(whole) == 1 and len(parts) > 1 and sum(p.value for p in parts) == whole[0].value


def _has(side: Wording, amount: Amount) -> bool:
    return any(
        other.unit == amount.unit
        and abs(other.value - amount.value) <= ROUNDING * max(other.value, amount.value)
        for other in side.amounts
    )


def _counts_same(mine: Amount, first: Wording, other: Amount, second: Wording) -> bool:
    """Tell whether two amounts count the same thing: the words after them say what."""
    after, after_other = _after(mine, first), _after(other, second)
    if after & after_other:
        return True
    return bool(mine.unit) and not after and not after_other


def _after(amount: Amount, side: Wording) -> frozenset[str]:
    begin = amount.place + 1
    return frozenset(
        item
        for item in side.stems[begin : begin + _REACH]
        if item in side.content and item not in LEXICON.scales and item != "percent"
    )


def _said(amount: Amount, side: Wording) -> str:
    """Return the amount as written, with the word that follows it."""
    end = amount.place + 1
    while end < len(side.words) and (side.stems[end] in LEXICON.scales or end == amount.place + 1):
        end += 1
    return " ".join(side.words[amount.place : end])


def _places(first: Wording, second: Wording) -> tuple[Conflict, ...]:
    """Different places of one class (two cities, two countries) where nothing else is named."""
    conflicts = []
    for places in LEXICON.places.values():
        left, right = first.names & places, second.names & places
        if len(left - right) == 1 and len(right - left) == 1 and len(left) == len(right):
            one, other = min(left - right), min(right - left)
            conflicts.append(Conflict("place", one.title(), other.title()))
    return tuple(conflicts)


def _negations(first: Wording, second: Wording) -> tuple[Conflict, ...]:
    """What one side denies and the other says plainly, or a word against its opposite."""
    if not any(word in LEXICON.negative for word in second.words):
        for target, words in _denied(first).items():
            if target in second.stems:
                return (Conflict("negation", words, _word(target, second)),)
    if not any(word in LEXICON.negative for word in first.words):
        for target, words in _denied(second).items():
            if target in first.stems:
                return (Conflict("negation", _word(target, first), words),)
    if any(word in LEXICON.denials for word in (*first.words, *second.words)):
        return ()
    extra = set(second.stems) - set(first.stems)
    for place, item in enumerate(first.stems):
        against = LEXICON.opposites.get(item, frozenset()) & extra
        if against and item not in second.stems:
            return (Conflict("negation", first.words[place], _word(min(against), second)),)
    return ()


def _word(item: str, side: Wording) -> str:
    return side.words[side.stems.index(item)]


def _denied(side: Wording) -> dict[str, str]:
    """Return the stems that a negation turns round, with the words that do it."""
    denied: dict[str, str] = {}
    for place, word in enumerate(side.words):
        if word not in LEXICON.denials:
            continue
        for ahead in range(place + 1, min(place + 1 + _REACH, len(side.words))):
            word_ahead = side.words[ahead]
            if word_ahead in _ADVERBS or word_ahead[0].isdigit():
                continue
            if side.stems[ahead] in side.content:
                denied[side.stems[ahead]] = " ".join(side.words[place : ahead + 1])
                break
    return denied
