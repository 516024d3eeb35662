"""Which sentences claim nothing: headings, captions, the writer's questions, lines of service."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimtrack.language import TAGS, Document, Sentence

LONGEST_LINE = 300
"""Longer sentences are never lines of service; the patterns are not tried on them."""

LONGEST_HEADING = 14
"""The most words that a heading inside an article has."""

LONGEST_CROSSHEAD = 8
"""The most words of a heading that quotes: 'It's my livelihood'."""

_CROSSHEAD = re.compile(r"[\"“‘'][^\"“”.!?…]{2,80}[\"”’']")

FINITE = frozenset(TAGS.index(name) for name in ("VBD", "VBP", "VBZ", "MD"))
TELLING = frozenset(TAGS.index(name) for name in ("VBD", "MD"))
VERBAL = FINITE | {code for code, name in enumerate(TAGS) if name.startswith("VB")}

_FAMILIES = Path(__file__).parent / "data" / "nonclaims.json"
_CLOSING = "\"'”’»)]* \t"
_SMALL = frozenset(
    "a an the and or but nor of in on at to for by from with as is are was be it its vs over into "
    "s t".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """A family of such lines, with what it must and must not match."""

    name: str
    meaning: str
    pattern: re.Pattern[str]
    match: tuple[str, ...]
    no_match: tuple[str, ...]

    def matches(self, line: str) -> bool:
        """Tell whether a line (white space folded) is of this family."""
        return len(line) <= LONGEST_LINE and self.pattern.match(line) is not None


@cache
def groups() -> tuple[Group, ...]:
    """Return the families of lines of service, as the data file lists them."""
    data = json.loads(_FAMILIES.read_text(encoding="utf-8"))
    if data["format"] != 1:
        raise ValueError(f"nonclaims.json has format {data['format']}, not 1")
    return tuple(
        Group(
            name=row["name"],
            meaning=row["meaning"],
            pattern=re.compile(
                f"(?:{'|'.join(row['patterns'])})" + (r"\W*$" if row["whole"] else ""),
                re.IGNORECASE,
            ),
            match=tuple(row["match"]),
            no_match=tuple(row["no_match"]),
        )
        for row in data["groups"]
    )


def reason(document: Document, sentence: Sentence, *, alone: bool) -> str | None:
    """Say why a sentence claims nothing, or ``None`` where it may claim something.

    ``alone`` tells that the sentence is all of its paragraph.
    """
    line = " ".join(document.article.text[sentence.start : sentence.end].split())
    words = document.words[sentence.first : sentence.last]
    # Nearly all sentences have a word of nothing but letters: one look finds it.
    if not (any(map(str.isalpha, words)) or any(map(str.isalpha, "".join(words)))):
        return "no words"
    for group in groups():
        if (alone or group.name not in {"byline", "entry"}) and group.matches(line):
            return group.name
    tags = document.tag_codes[sentence.first : sentence.last]
    if sentence.section == "caption" and _shows(words, tags):
        return "caption"
    if line.rstrip(_CLOSING).endswith("?") and not _quoted(document, sentence):
        return "question"
    if sentence.section == "body" and alone and _heading(line, words, tags):
        return "heading"
    return None


def _quoted(document: Document, sentence: Sentence) -> bool:
    """Tell whether the sentence's last word stands inside a quotation."""
    place = max(sentence.first, sentence.last - 2)
    return document.quoted(place, place + 1)


def _shows(words: tuple[str, ...], tags: bytes) -> bool:
    """Tell whether a caption only says what is to be seen: in the present, or with no verb."""
    told = any(word.lower() in {"has", "have"} for word in words)
    return TELLING.isdisjoint(tags) and not told


def _heading(line: str, words: tuple[str, ...], tags: bytes) -> bool:
    """Tell whether a paragraph of one sentence is a heading: short, without a stop, no sentence."""
    stops = line.rstrip(_CLOSING)[-1:] in {".", "!", "…", ";"}
    crosshead = _CROSSHEAD.fullmatch(line) is not None
    if stops and not crosshead:
        return False
    spoken = [word for word in words if any(map(str.isalnum, word))]
    if crosshead and len(spoken) <= LONGEST_CROSSHEAD:
        return True
    if stops or len(spoken) > LONGEST_HEADING:
        return False
    if FINITE.isdisjoint(tags) or (line.endswith(":") and VERBAL.isdisjoint(tags)):
        return True
    weighty = [word for word in spoken if word.lower() not in _SMALL and word[0].isalpha()]
    if all(word.isupper() for word in weighty):
        return True
    if weighty and spoken[0].lower() in {"what", "how", "why", "where", "when", "who", "which"}:
        return True
    return len(weighty) > 2 and all(word[0].isupper() for word in weighty)
