"""A corpus of a few made sentences, in PolNeAR's form."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

# A word, its tag, its entity, its head in the sentence (-1: root) and its relation.
Word = tuple[str, str, str, int, str]

SPEAKERS = ["Smith", "Jones", "Kim", "Lee", "Brown", "Ali"]
VERBS = ["said", "claimed", "denied", "wrote"]
PLACES = ["Paris", "London", "Kyiv", "Oslo"]


def sentence(speaker: str, verb: str, place: str) -> list[Word]:
    return [
        ("Mr.", "NNP", "O", 1, "compound"),
        (speaker, "NNP", "PERSON", 2, "nsubj"),
        (verb, "VBD", "O", -1, "root"),
        ("that", "IN", "O", 5, "mark"),
        (place, "NNP", "LOCATION", 5, "nsubj"),
        ("slept", "VBD", "O", 2, "ccomp"),
        (".", ".", "O", 2, "punct"),
    ]


def row(number: int, sentences: list[list[Word]]) -> str:
    text = ""
    silver = []
    for words in sentences:
        tokens: list[list[object]] = []
        for word, tag, entity, _, _ in words:
            if text and word != ".":
                text += " "
            tokens.append([len(text), len(text) + len(word), tag, entity, word.lower()])
            text += word
        silver.append({"tokens": tokens, "heads": [[head, label] for *_, head, label in words]})
    content = {
        "id": f"made-{number}",
        "text": text,
        "meta": {"publisher": "made"},
        "sentences": silver,
        "coref": [[[0, 0, 2, True]]],
        "annotations": {"a": [{"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 30]]}]},
    }
    return json.dumps(content)


def write(path: Path) -> Path:
    made = [sentence(*words) for words in product(SPEAKERS, VERBS, PLACES)]
    rows = [row(number, made[number::12]) for number in range(12)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path
