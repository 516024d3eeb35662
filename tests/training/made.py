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


MAYORS = ("Ann Lee", "Bob Roy", "Eva Kim", "Tom Fox", "Ida Sun", "Max Ray")
SAYING = ("said", "claimed", "denied", "wrote")


def write_brat(folder: Path) -> Path:
    """Write made articles with brat marks: each two attributions and two plain sentences."""
    for number in range(24):
        text, lines = "", []
        for turn in range(2):
            who = f"Mayor {MAYORS[(number + turn) % 6]}"
            verb = SAYING[(number + 2 * turn) % 4]
            content = f"that the bridge over the river {number} was closed"
            start = len(text)
            cue = start + len(who) + 1
            rest = cue + len(verb) + 1
            text += f"{who} {verb} {content}. The road was built in 19{60 + number}. "
            end = rest + len(content)
            lines += [
                f"T{3 * turn + 1}\tContent {rest} {end}\tx",
                f"T{3 * turn + 2}\tSource {start} {cue - 1}\tx",
                f"T{3 * turn + 3}\tCue {cue} {rest - 1}\tx",
                f"R{2 * turn + 1}\tSays Arg1:T{3 * turn + 2} Arg2:T{3 * turn + 1}",
                f"R{2 * turn + 2}\tSignals Arg1:T{3 * turn + 3} Arg2:T{3 * turn + 1}",
            ]
        (folder / f"a{number:02}.txt").write_text(text, encoding="utf-8")
        (folder / f"a{number:02}.ann").write_text("\n".join(lines), encoding="utf-8")
    return folder
