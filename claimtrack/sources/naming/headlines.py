"""Names in headlines whose every word has a capital: those of the body, and those with a label."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimtrack.language import CLASSES, ENTITIES
from claimtrack.sources import lexicon
from claimtrack.sources.text import Text

INSIDE = tuple(name.startswith("I-") for name in ENTITIES)
_MAX_TOKENS = 14
_STOPS = frozenset({".", "!", "?", "”", '"', "''", ":", ",", "…"})
_HEADLINE_CUES = frozenset(
    "says say said tells warns claims reports vows slams calls denies".split()
)


@dataclass(frozen=True, slots=True)
class Headlines:
    """Sentences in title case, and the labelled names in them."""

    sentences: frozenset[int]
    labelled: list[tuple[int, int]]


def title_case(document: Text, upper: NDArray[np.bool_]) -> frozenset[int]:
    """Return the headline sentences whose every word starts with a capital."""
    styled = set()
    for number, sentence in enumerate(document.sentences):
        if sentence.section != "headline" and (
            sentence.last - sentence.first > 14 or document.words[sentence.last - 1] in _STOPS
        ):
            continue
        long = [
            bool(upper[token])
            for token in range(sentence.first, sentence.last)
            if len(document.words[token]) > 3 and document.words[token].isalpha()
        ]
        if sentence.section == "body" and len(long) < 4:
            continue
        if long and sum(long) >= 0.8 * len(long):
            styled.add(number)
    return frozenset(styled)


def labelled_end(document: Text, start: int) -> int:
    """Return where the name that starts at ``start`` ends, going by its labels alone."""
    entities, sentence, words = document.entities, document.sentence_of, document.words
    last = start + 1
    while (
        last < len(entities)
        and last - start < _MAX_TOKENS
        and sentence[last] == sentence[start]
        and entities[start]
        and INSIDE[entities[last]]
        and CLASSES[entities[last]] == CLASSES[entities[start]]
    ):
        last += 1
    while last > start + 1 and (
        document.tags[last - 1].startswith("VB") or words[last - 1].lower() in _HEADLINE_CUES
    ):
        last -= 1
    return last


def names(document: Text, held: Headlines, known: set[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return the names in title-case headlines: those of the body, then those with a label."""
    words, lower = document.words, document.document.lower
    runs: list[tuple[int, int]] = []
    covered: set[int] = set()
    for first, last in held.labelled:
        if last - first > 1 and CLASSES[document.entities[first]] == "PERSON":
            begin = first
            surname = (words[last - 1].lower(),)
            if surname in known and words[first].lower() not in lexicon.given_names():
                begin = last - 1
            runs.append((begin, last))
            covered.update(range(first, last))
    for number in sorted(held.sentences):
        sentence = document.sentences[number]
        position = sentence.first
        while position < sentence.last:
            if position in covered or not words[position][0].isupper():
                position += 1
                continue
            for size in range(min(6, sentence.last - position), 0, -1):
                if lower[position : position + size] in known:
                    runs.append((position, position + size))
                    covered.update(range(position, position + size))
                    position += size
                    break
            else:
                position += 1
    for first, last in held.labelled:
        if not covered.intersection(range(first, last)) and (
            CLASSES[document.entities[first]] in ("PERSON", "ORGANIZATION")
        ):
            runs.append((first, last))
    return runs
