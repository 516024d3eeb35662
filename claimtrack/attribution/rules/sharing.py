"""Subjects that several verbs share: "The board met, insisting that it …"."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import distant, grammar, misplaced
from claimtrack.attribution.rules.catalogue import NOBODY, SHARED
from claimtrack.language import Document


def participle(document: Document, readings: list[Reading], number: int) -> Reading:
    """Give a participle or a coordinated verb the subject that it shares."""
    reading = readings[number]
    if reading.source is not None or reading.cue is None or NOBODY in reading.rules:
        return reading
    place = _sharing(document, reading.cue)
    if place is None:
        return reading
    sentence = document.sentence(place)
    for step in (-1, 1):
        other = readings[number + step] if 0 <= number + step < len(readings) else None
        if (
            other is not None
            and other.source is not None
            and sentence.first <= other.source[0] < sentence.last
        ):
            return replace(reading, source=other.source, rules=(*reading.rules, SHARED))
    subject = _main_subject(document, sentence.first, sentence.last, place)
    if subject is None:
        return reading
    content = misplaced.cut(reading.content, subject)
    if content is None:
        return reading
    return replace(reading, source=subject, content=content, rules=(*reading.rules, SHARED))


def _sharing(document: Document, cue: Range) -> int | None:
    """Return the participle of a cue, or its verb when it is coordinated with another."""
    for place in range(*cue):
        tag = document.tag(place)
        first = document.sentence(place).first
        before = document.lower[place - 1] if place > first else ""
        if document.lower[place] == "according":
            return None
        if tag == "NN" and before == "," and _rules_that(document, place):
            tag = "VBG"
        if tag == "VBG" and (before in ("", ",", "and", "by", "—", "while") or place == cue[0]):
            return None if grammar.passive(document, place) else place
        suffers = place + 1 < cue[1] and document.lower[place] in grammar.BE
        if suffers and document.tag(place + 1) == "VBN" and grammar.in_groups(document, place + 1):
            return None
        if tag in ("VBD", "VBZ", "VBP") and not grammar.passive(document, place):
            start = grammar.group_start(document, place)
            linked = start > first and document.lower[start - 1] in (
                "and",
                "but",
                "or",
                ",",
            )
            return place if linked else None
    return None


def _rules_that(document: Document, place: int) -> bool:
    """Tell the participle of ", ruling that …" from a noun."""
    return document.lower[place].endswith("ing") and (
        document.lower[place + 1 : place + 2] == ("that",)
    )


def _main_subject(document: Document, first: int, last: int, participle: int) -> Range | None:
    """Return the noun phrase before the sentence's first finite verb outside the participle."""
    start = first
    if participle <= first + 1:
        comma = next((k for k in range(participle, last) if document.words[k] == ","), None)
        if comma is None:
            return None
        start = comma + 1
    for place in range(participle - 1, start, -1):
        verbal = document.tag(place).startswith("VB")
        if verbal and grammar.in_groups(document, place, ("speech", "claim")):
            subject = grammar.phrase_before(document, grammar.group_start(document, place))
            governed = subject is not None and document.tag(subject[0] - 1).startswith("VB")
            if subject is not None and not (governed and subject[0] > start):
                return subject
    for place in range(start, last):
        if document.tag(place) in ("VBD", "VBZ", "VBP", "MD"):
            subject = grammar.phrase_before(document, place, floor=start)
            own = place >= grammar.group_start(document, participle)
            return subject or (None if own else distant.before_asides(document, place))
    return None
