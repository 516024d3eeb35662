"""Sources with a relative clause and no comma: "A man who asked not to be named said that …".

What stands between the subject and its verb tells who the source is, or why it has no name; it
is no report of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, misplaced
from claimtrack.attribution.rules.catalogue import SUBJECT
from claimtrack.language import Document

_MAIN = ("VBD", "VBZ", "VBP")
_WITHHELD = frozenset(
    "named identified quoted anonymous anonymously anonymity unnamed name names identify".split()
)
_OPENS_AFTER = frozenset({",", "and", "but", "that", "—", "–", "--", ":", ";", "“", '"', "``"})
_JOINING = frozenset({"and", "or", "but", "then", "also", "who", "that", "to", "never", "not"})
_NOMINATIVE = frozenset({"he", "she", "they", "we", "i", "it", "you"})
_SENSES = frozenset("saw see sees seen heard hear hears felt feel watched found find".split())
_LONGEST = 30


def subject(document: Document, verb: int) -> Range | None:
    """Return the whole subject of a main verb, if it holds a "who" and no comma before that."""
    first, start = document.sentence(verb).first, grammar.group_start(document, verb)
    if document.tag(verb) not in _MAIN or not grammar.BE.isdisjoint(document.lower[start:verb]):
        return None
    who = _who(document, first, start)
    if who is None:
        return None
    head = grammar.phrase_before(document, who, floor=first)
    if head is None or not _opens(document, first, head[0]):
        return None
    last = start - 1
    if document.lower[last] in _JOINING or document.lower[last] in _NOMINATIVE:
        return None
    if document.words[last] == "," and document.words[who:last].count(",") != 1:
        return None
    if not grammar.finite(document, who + 1, start) or _reports(document, who + 1, start):
        return None
    return (head[0], start - (document.words[last] == ","))


def told(document: Document, readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings with such sources whole, and without what their clauses tell."""
    found = list(readings)
    mains = {_main(document, item.cue) for item in found if item.cue is not None}
    spans: dict[int, list[Range]] = {}
    for number, reading in enumerate(found):
        later = _told_later(document, reading)
        if later is not None and _main(document, later.cue or (0, 0)) not in mains:
            reading = found[number] = later
        verb = None if reading.cue is None else _main(document, reading.cue)
        whole = None if verb is None else subject(document, verb)
        if whole is None or reading.cue is None or verb is None:
            continue
        if reading.source is not None and reading.source[0] < whole[0] < reading.source[1]:
            whole = (reading.source[0], whole[1])
        content = misplaced.cut(reading.content, (whole[0], verb + 1))
        if content is None:
            continue
        spans.setdefault(int(document.sentence_of[verb]), []).append(whole)
        cue = (max(reading.cue[0], whole[1]), reading.cue[1])
        if reading.source != whole or cue != reading.cue:
            rules = (*reading.rules, SUBJECT)
            found[number] = replace(reading, source=whole, cue=cue, content=content, rules=rules)
    return [item for item in found if not _told_within(document, item, spans)]


def _told_within(document: Document, reading: Reading, spans: dict[int, list[Range]]) -> bool:
    """Tell a reading whose cue stands within a subject."""
    if not spans or reading.cue is None:
        return False
    first, last = reading.cue
    return any(
        span[0] <= first and last <= span[1]
        for span in spans.get(int(document.sentence_of[first]), ())
    )


def _told_later(document: Document, reading: Reading) -> Reading | None:
    """Read "a man who asked not to be named said that …" where only the asking was seen."""
    if reading.cue is None:
        return None
    low = max(0, reading.cue[0] - _BEFORE)
    if "who" not in document.lower[low : reading.cue[0] + 1]:
        return None
    last = document.sentence(reading.cue[0]).last
    stop = last - (document.words[last - 1] in ".!?")
    for verb in range(reading.cue[1], min(reading.cue[1] + _FAR, stop - 2)):
        if document.tag(verb) not in _MAIN or not grammar.in_groups(document, verb, _SPEECH):
            continue
        whole = subject(document, verb)
        if whole is None or not whole[0] <= reading.cue[0] < whole[1]:
            continue
        if not withholds(document, whole) or not grammar.finite(document, verb + 1, last):
            return None
        opening = verb + 1 + (document.lower[verb + 1] == "that")
        content = ((opening, stop),)
        return replace(reading, source=whole, cue=(verb, verb + 1), content=content, draft=None)
    return None


_SPEECH = ("speech", "claim")
_FAR = 14
_BEFORE = 4


def withholds(document: Document, tokens: Range) -> bool:
    """Tell whether a source's own words say that its name is not told."""
    return not _WITHHELD.isdisjoint(document.lower[tokens[0] : tokens[1]])


def _who(document: Document, first: int, start: int) -> int | None:
    """Return the first "who" of a sentence if it follows a noun and stands near the verb."""
    for place in range(first + 1, start - 1):
        if document.lower[place] == "who":
            near = start - place <= _LONGEST and document.tag(place - 1).startswith(("NN", "CD"))
            return place if near and not document.quote_depth[place] else None
    return None


def _opens(document: Document, first: int, place: int) -> bool:
    """Tell whether a clause may begin here: no verb stands before it in its sentence."""
    if place == first:
        return True
    return document.lower[place - 1] in _OPENS_AFTER and not grammar.finite(document, first, place)


def _reports(document: Document, first: int, last: int) -> bool:
    """Tell a clause with a report of its own, in which a later verb may still belong to it.

    "Asked not to be named" and "declined to give a name" are none.
    """
    if withholds(document, (first, last)):
        return False
    for place in range(first, last):
        verbal = document.tag(place).startswith("VB")
        if verbal and grammar.in_groups(document, place) and document.lower[place] not in _SENSES:
            following = document.lower[place + 1 : place + 3]
            if "to" not in following:
                return True
    return False


def _main(document: Document, cue: Range) -> int | None:
    """Return the last finite reporting verb of a cue: "named told" is about who told."""
    for place in range(cue[1] - 1, cue[0] - 1, -1):
        if document.tag(place) in _MAIN and grammar.in_groups(document, place):
            return place
    return None
