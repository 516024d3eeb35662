"""Implicit continuation: a report goes on in the tense of reported speech, with no new cue.

"X said that the harvest had been poor. Maize had fallen by 31 percent." The second sentence
still is what X said: its verb is shifted back ("had fallen", "would go", "were to").
"""

from __future__ import annotations

from claimtrack.attribution import description, lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks
from claimtrack.attribution.rules.quotes import owners
from claimtrack.language import TAGS, Document, Sentence

_LOSS = 0.75
"""A carried-on sentence is this much less certain than the one before it."""

_FAR = 3
"""A report is carried on over at most this many sentences."""

_REPORTING = ("speech", "claim", "telling")
_SHIFTED = frozenset({"had", "'d", "’d", "would", "might", "could", "should"})
_BREAKS = frozenset(
    {"meanwhile", "however", "earlier", "separately", "later", "but", "yet", "neither", "both"}
)


def carry_on(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with implicit ones for sentences that carry a report on."""
    found = list(readings)
    said = [item for item in readings if _says(document, item)]
    held = (owners(said, len(document)) >= 0).tobytes()
    ended = _last_reports(document, readings)
    cued = {int(document.sentence_of[item.cue[0]]) for item in said if item.cue is not None}
    current: tuple[int, int] | None = None
    for index, sentence in enumerate(document.sentences):
        previous = document.sentences[index - 1] if index else None
        if previous is None or previous.paragraph != sentence.paragraph:
            current = None
        report = ended.get(index)
        if report is not None:
            current = (report, 0)
            continue
        if current is None:
            continue
        if index in cued or held.find(1, sentence.first, sentence.last) >= 0:
            current = None
            continue
        number, steps = current
        if steps >= _FAR or sentence.section != "body" or not _shifted(document, sentence):
            current = None
            continue
        root = found[number]
        end = sentence.last
        while end > sentence.first and not any(map(str.isalnum, document.words[end - 1])):
            end -= 1
        found.append(
            Reading(
                source=root.source,
                cue=None,
                content=((sentence.first, end),),
                probability=root.probability * _LOSS ** (steps + 1),
                rules=("carried-on",),
                implicit=True,
                continues=number,
            )
        )
        current = (number, steps + 1)
    return found


def _says(document: Document, reading: Reading) -> bool:
    """Tell a reading that gives somebody's words from one that tells what somebody does."""
    if reading.cue is None or reading.draft is None:
        return True
    if marks.any_quoted(document, reading.content):
        return True
    groups = grammar.groups_of(document, reading.cue) & ~lexicon.mask(("eventuality",))
    return bool(groups) and description.clausal(document, reading)


def _last_reports(document: Document, readings: list[Reading]) -> dict[int, int]:
    """Return for each sentence the report in the past tense that ends it, if any."""
    ended: dict[int, int] = {}
    for number, reading in enumerate(readings):
        if reading.source is None or reading.within is not None or reading.implicit:
            continue
        if reading.cue is None or not _reports(document, reading.cue):
            continue
        if any(document.quoted_share(first, last) > 0.5 for first, last in reading.content):
            continue
        if not description.clausal(document, reading):
            continue
        index = int(document.sentence_of[reading.cue[0]])
        ended[index] = number
    return ended


def _reports(document: Document, cue: Range) -> bool:
    words = document.lower[cue[0] : cue[1]]
    if words[:2] == ("according", "to"):
        return True
    reporting = lexicon.mask(_REPORTING)
    return any(
        lexicon.bits_of(word) & reporting and document.tag(place) in ("VBD", "VBN", "VBG", "NN")
        for place, word in enumerate(words, cue[0])
    )


def _reports_itself(document: Document, place: int, last: int) -> bool:
    """Tell "Analysts had expected a loss" and "Reuters could not verify it" from what is told."""
    stop = min(place + _BETWEEN, last)
    while place < stop and document.tag(place) in ("RB", "IN", "JJ", "NN", "VB"):
        if lexicon.stem(document.lower[place]) in _OWN:
            return True
        place += 1
    return place < last and lexicon.stem(document.lower[place]) in _OWN


_BETWEEN = 3


_OWN = frozenset(
    "say tell announce warn expect forecast predict estimate verify verifi confirm corroborate"
    " elaborate reach reached comment".split()
)


def _relative(document: Document, first: int, last: int) -> range:
    """Return the tokens of the first relative clause between commas: ", who had been warned,"."""
    for place in range(first + 1, last - 1):
        if document.words[place] == "," and document.lower[place + 1] in ("who", "which", "whose"):
            ends = (k for k in range(place + 2, last) if document.words[k] == ",")
            return range(place, next(ends, last))
    return range(0)


def _shifted(document: Document, sentence: Sentence) -> bool:
    """Tell whether the sentence's main verb is shifted back: "had gone", "would go", "was to"."""
    first, last = sentence.first, sentence.last
    if document.quoted(first, last) or document.words[last - 1] == "?":
        return False
    if document.lower[first] in _BREAKS:
        return False
    clause = _relative(document, first, last)
    for place in range(first, last):
        tag = document.tag(place)
        if tag not in ("VBD", "VBZ", "VBP", "MD") or place in clause:
            continue
        word = document.lower[place]
        if document.tag(first) != "PRP" and _reports_itself(document, place + 1, last):
            return False
        if word in ("had", "'d", "’d"):
            following = [TAGS[item] for item in document.tags[place + 1 : place + 4]]
            return (
                "VBN" in following
                or "VBD" in following
                or "VB" in following
                or (place + 1 < last and document.words[place + 1] == ".")
            )
        if word in _SHIFTED:
            return True
        if word in ("was", "were"):
            following = [document.lower[item] for item in range(place + 1, min(place + 2, last))]
            return following == ["to"]
        return False
    return False
