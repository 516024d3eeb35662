"""The word lists that comparing uses, read once from ``data/``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Closed classes of words that decide whether two statements can mean the same."""

    function_words: frozenset[str]
    negations: frozenset[str]
    hedges: frozenset[str]
    dates: frozenset[str]
    number_words: dict[str, float]
    scales: dict[str, float]
    directions: dict[str, str]
    opposites: dict[str, frozenset[str]]
    reporting: frozenset[str]
    denials: frozenset[str]
    negative: frozenset[str]
    places: dict[str, frozenset[str]]
    stock: tuple[str, ...]
    finite: frozenset[str]


def _load() -> Lexicon:
    folder = files("claimtrack.claims.matching").joinpath("data")
    raw = json.loads(folder.joinpath("comparison.json").read_text(encoding="utf-8"))
    finite = json.loads(folder.joinpath("finite.json").read_text(encoding="utf-8"))
    opposites: dict[str, set[str]] = {}
    for one, other in raw["opposites"]["pairs"]:
        opposites.setdefault(one, set()).add(other)
        opposites.setdefault(other, set()).add(one)
    return Lexicon(
        function_words=frozenset(raw["function_words"]["words"].split()),
        negations=frozenset(raw["negations"]["words"].split()),
        hedges=frozenset(raw["hedges"]["words"].split()),
        dates=frozenset(raw["dates"]["words"].split()),
        number_words={word: float(value) for word, value in raw["number_words"]["values"].items()},
        scales={word: float(value) for word, value in raw["scales"]["values"].items()},
        directions={
            word: way for way, words in raw["directions"]["ways"].items() for word in words.split()
        },
        opposites={word: frozenset(others) for word, others in opposites.items()},
        reporting=frozenset(raw["reporting"]["words"].split()),
        negative=frozenset(raw["negative"]["words"].split()),
        denials=frozenset(raw["denials"]["words"].split()),
        places={name: frozenset(words.split()) for name, words in raw["places"]["classes"].items()},
        stock=tuple(raw["stock"]["phrases"]),
        finite=frozenset(finite["words"].split()),
    )


LEXICON = _load()
