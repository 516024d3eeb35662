"""The source by grammar, where the model found a cue but not who it belongs to.

"…, the Khabar 24 TV channel reports": a reporting verb in the active voice has its subject right
before it, or right after it when the content stands in front; a passive one has it after "by".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import (
    distant,
    grammar,
    infinitives,
    inverted,
    lookalikes,
    marks,
    misplaced,
    passives,
    restrictive,
    sharing,
    whole,
)
from claimtrack.attribution.rules.catalogue import AGENT, NOBODY, SUBJECT
from claimtrack.language import Document

_CLOSING = frozenset({",", "”", '"', "''", "’", "—", "–", "?", "!", "’’", "»"})
_HELPERS = ("VBD", "VBZ", "VBP", "MD")


def complete(document: Document, readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings with the source that grammar gives to their cue.

    Passives take their agent; an "it" that stands for nothing is no source; a participle
    ("adding that") has the source of the sentence's other cue, or its subject.
    """
    found: list[Reading] = []
    for reading in restrictive.told(document, readings):
        named = inverted.read(document, _with_whom(document, reading))
        if named.source is not None and _nobody(document, named.source):
            named = replace(named, source=None)
        changed = passives.read(document, named)
        changed = infinitives.move(document, misplaced.move(document, changed))
        if changed.source is not None and grammar.expletive(document, changed.source):
            changed = passives.without_it(document, changed)
        changed = distant.by_relative(document, changed)
        wrong = _before_and(document, changed) or _in_clause(document, changed)
        if wrong or _in_object(document, changed):
            changed = replace(changed, source=None)
        if changed.source is None and not {AGENT, NOBODY} & {*changed.rules}:
            changed = _active(document, changed)
        found.append(whole.subject(document, changed))
    return [sharing.participle(document, found, number) for number in range(len(found))]


def _nobody(document: Document, source: Range) -> bool:
    """Tell marks and dates from who could say something."""
    return not document.spoken_count(*source) or lookalikes.is_date(document, source)


def _with_whom(document: Document, reading: Reading) -> Reading:
    """Read "…, with its leader, Ann Lee, describing it as theft": the leader describes it."""
    source, cue = reading.source, reading.cue
    if cue is None or document.tag(cue[0]) != "VBG" or document.quote_depth[cue[0]]:
        return reading
    low = max(document.sentence(cue[0]).first, cue[0] - _ASIDE)
    place = next((k for k in range(cue[0] - 2, low, -1) if document.lower[k] == "with"), None)
    if place is None or document.words[place - 1] != "," or (source and source[0] > place):
        return reading
    inside = (place + 1, cue[0])
    if grammar.finite(document, *inside) or document.tag(cue[0] - 1) == "IN":
        return reading
    subject = marks.trim(document, inside)
    if subject is None or not document.tag(subject[1] - 1).startswith(("NN", "PRP")):
        return reading
    content = misplaced.cut(reading.content, (place, cue[0]))
    if content is None:
        return reading
    return replace(reading, source=subject, content=content, rules=(*reading.rules, SUBJECT))


def find(document: Document, reading: Reading) -> Range | None:
    """Return the noun phrase that grammar makes the source of the cue, if there is one."""
    if reading.cue is None:
        return None
    first, last = reading.cue
    last += document.lower[last - 1 : last + 1] == ("as", "saying")
    if document.lower[first] == "according":
        return grammar.phrase_after(document, last, names=True)
    end = last - (document.lower[last - 1] == "by")
    if document.lower[end - 2 : end] in (("heard", "saying"), ("seen", "saying")):
        return _heard(document, end - 2)
    if document.lower[end - 3 : end] in (("quoted", "as", "saying"), ("cited", "as", "saying")):
        return _heard(document, end - 3)
    verb = _verb(document, reading.cue)
    if verb is None or grammar.passive(document, verb):
        return None
    before = grammar.group_start(document, verb)
    if before and document.lower[before - 1] == "it" and _says(document, verb):
        return (before - 1, before)
    left = grammar.phrase_before(document, before)
    left = left or _inverted(document, before, verb)
    left = (
        left or distant.before_clauses(document, before) or distant.before_asides(document, before)
    )
    if left is not None:
        return distant.past_adverbial(document, left)
    if before and document.tag(before - 1) in ("WDT", "WP") and document.words[before - 2] == ",":
        return (before - 1, before)
    edge = document.words[before - 1] if before else ""
    return grammar.phrase_after(document, verb + 1) if edge in _CLOSING else None


def _inverted(document: Document, before: int, verb: int) -> Range | None:
    """Return who stands behind the verb: "It has sold the site (a quarry), said two directors"."""
    sentence = document.sentence(verb)
    if document.words[before - 1] != "," or grammar.stem(document, verb) not in ("say", "add"):
        return None
    source = grammar.phrase_after(document, verb + 1, ceiling=sentence.last)
    if source is None or document.tag(source[0]) not in ("DT", "CD", "NNP", "NNS"):
        return None
    clause = grammar.finite(document, sentence.first, before)
    rest = grammar.finite(document, source[1], sentence.last)
    return source if clause and not rest else None


def _says(document: Document, verb: int) -> bool:
    """Tell verbs whose "it" is somebody, "it said", from those of "it seems"."""
    return document.tag(verb) in _HELPERS and grammar.stem(document, verb) in _ITS_VERBS


_ITS_VERBS = frozenset("say add warn note claim argue insist state conclude deny".split())


def _heard(document: Document, verb: int) -> Range | None:
    """Return who "can be heard saying" something."""
    first = document.sentence(verb).first
    while verb > first and document.tag(verb - 1) in ("VB", "VBN", *_HELPERS, "RB"):
        verb -= 1
    return grammar.phrase_before(document, verb)


def _in_clause(document: Document, reading: Reading) -> bool:
    """Tell who is only named in a clause behind the subject: "filed by a nurse who …, accuses"."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] > cue[0]:
        return False
    verb = _verb(document, cue)
    if verb is None:
        return False
    start = grammar.group_start(document, verb)
    subject = distant.before_clauses(document, start)
    beside = source[1] == start - 1 and document.lower[source[0] - 1] != "by"
    return subject is not None and subject[1] < source[0] and not beside


def _in_object(document: Document, reading: Reading) -> bool:
    """Tell whom the main verb is about: "The court rebuked the city of Pune, observing that"."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or document.tag(cue[0]) != "VBG":
        return False
    first = document.sentence(cue[0]).first
    if document.words[cue[0] - 1] != "," or not first + 2 < source[0] < source[1] < cue[0]:
        return False
    if grammar.finite(document, source[1], cue[0]) or document.quoted(*source):
        return False
    governed = document.tag(source[0] - 1).startswith("VB") or document.tag(source[0] - 1) == "RP"
    return governed and grammar.finite(document, first, source[0])


_ASIDE = 15


def _verb(document: Document, cue: Range) -> int | None:
    for place in range(*cue):
        verbal = document.tag(place) in ("VBD", "VBZ", "VBP", "VBN", "NNS")
        known = grammar.in_groups(document, place) or document.lower[place] in _EXPRESSED
        if (verbal or document.lower[place] == "read") and known:
            return place
    return None


_EXPRESSED = frozenset({"expressed", "expresses", "express"})


def _active(document: Document, reading: Reading) -> Reading:
    source = find(document, reading)
    if source is None or reading.cue is None:
        return reading
    if document.quote_depth[source[0]] and not document.quote_depth[reading.cue[0]]:
        return reading  # who is only named in the words does not say them
    verb = _verb(document, reading.cue)
    cue = (
        reading.cue if verb is None else (max(reading.cue[0], min(verb, source[1])), reading.cue[1])
    )
    if cue[0] < source[1] and source[0] < cue[1]:
        cue = (source[1], cue[1]) if cue[1] > source[1] else reading.cue
    content = misplaced.cut(_with_subject(document, reading, source), source)
    if content is None:
        return reading
    content = misplaced.cut(content, cue) or content
    return replace(
        reading, source=source, cue=cue, content=content, rules=(*reading.rules, SUBJECT)
    )


def _with_subject(document: Document, reading: Reading, new: Range) -> tuple[Range, ...]:
    """Return content with its own subject: "according to X, Y said that" is about what Y said."""
    if reading.cue is None or document.lower[reading.cue[0]] != "according":
        return reading.content
    found = []
    for first, last in reading.content:
        headless = first > new[1] and grammar.finite(document, first, first + 1)
        subject = grammar.phrase_before(document, first) if headless else None
        found.append((first if subject is None else max(subject[0], new[1]), last))
    return tuple(found)


def _before_and(document: Document, reading: Reading) -> bool:
    """Tell a source that only stands before "and": "… the unrest in Kazakhstan and emphasized"."""
    if reading.source is None or reading.cue is None:
        return False
    for place in range(*reading.cue):
        if document.tag(place) in ("VBD", "VBZ", "VBP"):
            start = grammar.group_start(document, place)
            first = document.sentence(place).first
            linked = start > first and document.lower[start - 1] in ("and", "but", "or")
            return linked and reading.source[1] in (start - 1, start)
    return False
