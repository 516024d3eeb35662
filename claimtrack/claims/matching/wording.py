"""The wording of one statement, taken apart once so that many comparisons can use it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from claimtrack.claims.matching.lexicon import LEXICON
from claimtrack.claims.matching.stems import stem

MAX_CHARACTERS = 2000
"""Longer statements are compared by their first 2,000 characters."""

_TOKEN = re.compile(
    r"[$€£]?(?:\d+(?:[.,:/]\d+)*|\.\d+)(?:st|nd|rd|th|s)?%?"
    r"|(?:[A-Za-z]\.){2,}"
    r"|n't\b|'(?:s|re|ve|ll|d|m)\b"
    r"|[^\W\d_]+?(?=n't\b)"
    r"|[^\W\d_][^\W_]*(?:[-&][^\W_]+)*"
    r"|[\"“”]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[$€£]?(\d[\d,]*(?:\.\d+)?|\.\d+)")
_COUNTRY = {"US": "u.s.", "UK": "u.k.", "UN": "u.n.", "EU": "e.u."}
_CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "m", "be"})
_FOLD = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a statement: value, unit ("$", "€", "£", "%" or none), and which word it is."""

    value: float
    unit: str
    place: int

    @property
    def key(self) -> str:
        """What two equal amounts share, however they are written."""
        return f"{self.unit}{self.value:.10g}"


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement's words in the forms that comparing needs.

    ``words`` are in lower case, ``stems`` go with them one by one. ``names`` are capitalised words
    that do not merely begin the sentence, ``amounts`` numbers with their value, ``numbers`` the
    same as a set of keys ("%3", "$1500000"), ``dates`` weekdays, months and years.
    """

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    content: tuple[str, ...]
    names: frozenset[str]
    amounts: tuple[Amount, ...]
    numbers: frozenset[str]
    dates: frozenset[str]
    quoted: bool
    negations: int
    hedges: tuple[str, ...]


@lru_cache(maxsize=8192)
def wording(text: str) -> Wording:
    """Take a statement apart; any text will do."""
    folded = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS]).translate(_FOLD)
    found = [match.group() for match in _TOKEN.finditer(folded)]
    quoted = any(token in '"“”' for token in found)
    raw = [token for token in found if token not in '"“”']
    words = tuple(_COUNTRY.get(token, token.lower()) for token in raw)
    stems = tuple(stem(word) for word in words)
    content = tuple(
        stemmed
        for word, stemmed in zip(words, stems, strict=True)
        if word not in LEXICON.function_words and stemmed not in LEXICON.function_words
    )
    amounts = _amounts(words, stems)
    months = _mays(raw)
    return Wording(
        text=text,
        words=words,
        stems=stems,
        content=content,
        names=_names(raw),
        amounts=amounts,
        numbers=frozenset(amount.key for amount in amounts),
        dates=frozenset(
            word
            for place, word in enumerate(words)
            if word in LEXICON.dates or _is_year(word) or place in months
        ),
        quoted=quoted,
        negations=sum(word in LEXICON.negations for word in words),
        hedges=tuple(
            word
            for place, word in enumerate(words)
            if word in LEXICON.hedges and place not in months
        ),
    )


def _names(raw: list[str]) -> frozenset[str]:
    """Return the capitalised words, the first only where its shape shows that it is a name."""
    return frozenset(
        _COUNTRY.get(token, token.lower())
        for place, token in enumerate(raw)
        if token[0].isupper()
        and token.lower() not in LEXICON.function_words
        and token.lower() not in LEXICON.dates
        and (place > 0 or not token[1:].islower())
    )


def _mays(raw: list[str]) -> frozenset[int]:
    """Return where "May" is the month: written with a capital, though not the first word."""
    return frozenset(place for place, token in enumerate(raw) if token == "May" and place > 0)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _amounts(words: tuple[str, ...], stems: tuple[str, ...]) -> tuple[Amount, ...]:
    """Return the numbers; "two", "2" and "2.0" are one, "1.5 million" is 1,500,000."""
    amounts = []
    for place, word in enumerate(words):
        value = LEXICON.number_words.get(word)
        if value is None:
            match = _NUMBER.match(word)
            if match is None or _is_year(word) or "/" in word or ":" in word:
                continue
            value = float(match.group(1).replace(",", ""))
            if not word.rstrip("%")[-1].isdigit():
                continue
        follower = stems[place + 1] if place + 1 < len(words) else ""
        unit = ""
        if word[0] in "$€£":
            unit = word[0]
        elif word.endswith("%") or follower == "percent":
            unit = "%"
        if follower in _CLOCK:
            continue
        amounts.append(Amount(value * LEXICON.scales.get(follower, 1), unit, place))
    return tuple(amounts)
