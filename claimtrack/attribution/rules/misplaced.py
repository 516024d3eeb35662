"""Sources that stand elsewhere than the model looks for them: behind the cue, or in its aside."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.attribution.rules.catalogue import SUBJECT
from claimtrack.language import Document


def move(document: Document, reading: Reading) -> Reading:
    """Return the reading with the source that the order of its words shows."""
    found = _pronoun(document, _at_article(document, _according(document, reading)))
    found = _past_aside(document, _not_behind(document, found))
    found = _behind_content(document, _past_opening(document, found))
    found = _behind(document, _medium(document, _after_to(document, found)))
    return _role_before(document, found)


def _according(document: Document, reading: Reading) -> Reading:
    """Read "A warning remains in place, according to Met Office": never who stands before it."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] > cue[0]:
        return reading
    if document.lower[cue[1] - 2 : cue[1]] != ("according", "to"):
        return reading
    behind = grammar.phrase_after(document, cue[1], names=True)
    if behind is None:
        return reading
    content = cut(reading.content, behind)
    if content is None:
        return reading
    content = tuple((source[0] if first == source[1] else first, last) for first, last in content)
    return replace(reading, source=behind, content=content, rules=(*reading.rules, SUBJECT))


def _at_article(document: Document, reading: Reading) -> Reading:
    """Read "according to Smith the house is small": of the source is nothing past its name."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[0] < cue[1] or document.lower[cue[0]] != "according":
        return reading
    place = next(
        (k for k in range(source[0] + 1, source[1]) if grammar.another_begins(document, k)), None
    )
    if place is None:
        return reading
    content = tuple(
        (place if first == source[1] else first, last) for first, last in reading.content
    )
    return replace(reading, source=(source[0], place), content=content)


def _role_before(document: Document, reading: Reading) -> Reading:
    """Read "However the head of security, Jabril Rajoub says": the head is no content."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] != cue[0] or len(reading.content) < 2:
        return reading
    ends = (source[0] - 1, source[0]) if document.words[source[0] - 1] == "," else ()
    before = next((piece for piece in reading.content if piece[1] in ends), None)
    if before is None or grammar.finite(document, *before) or document.quoted(*before):
        return reading
    sentence = document.sentence(source[0])
    role = grammar.phrase_before(document, source[0] - 1)
    opens = role is not None and before[0] <= role[0] <= before[0] + 1
    if role is None or not opens or before[0] > sentence.first + 1:
        return reading
    if document.entity(source[1] - 1) != "PERSON" or document.tag(role[0]) != "DT":
        return reading
    content = tuple(piece for piece in reading.content if piece != before)
    return replace(reading, content=content)


def _pronoun(document: Document, reading: Reading) -> Reading:
    """Read "the daughter of a miner, she left because, as she told Life, …": "she" told.

    So it is with "a man they say did it": they say so, and not the man.
    """
    source, cue = reading.source, reading.cue
    if source is None or cue is None:
        return reading
    verb = next((k for k in range(*cue) if document.tag(k) in ("VBD", "VBZ", "VBP")), None)
    if verb is None or grammar.passive(document, verb):
        return reading
    start = grammar.group_start(document, verb)
    if start == document.sentence(verb).first or document.lower[start - 1] not in _NOMINATIVE:
        return reading
    ends = (
        source[1] == start
        and source[0] < start - 1
        and (document.lower[source[0]] in _LEADING or document.tag(start - 2).startswith("NN"))
    )
    if (source[0] < start <= source[1] and not ends) or source[0] >= start:
        return reading
    content = cut(reading.content, (start - 1, start))
    if content is None:
        return reading
    return replace(
        reading, source=(start - 1, start), content=content, rules=(*reading.rules, SUBJECT)
    )


_LEADING = frozenset({"for", "in", "on", "at", "after", "during", "by", "from", "until", "since"})
_NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})


_NAMING = frozenset({"call", "label", "term", "dub", "brand"})
"""Verbs with an object before what is said of it: "called the decision a mistake"."""


def _past_opening(document: Document, reading: Reading) -> Reading:
    """Read "Led by Ann Lee, the workers vowed" and "In a letter to Mr Cole, the head wrote".

    What opens the sentence tells where, or with whom, and not who speaks.
    """
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] > cue[0]:
        return reading
    sentence = document.sentence(source[0])
    opening = document.tag(sentence.first)
    inside = [k for k in range(*source) if document.words[k] == ","]
    if opening not in ("VBN", "VBG", "IN") or source[0] - sentence.first > _ASIDE:
        return reading
    subject = _named_before(document, cue)
    if not inside or subject is None or subject[0] <= inside[0] or source[1] < subject[1]:
        return reading
    verbs = (k for k in range(sentence.first, subject[0]) if grammar.finite(document, k, k + 1))
    if any(document.lower[k] not in _DATED for k in verbs):
        return reading
    return replace(reading, source=(subject[0], source[1]))


_DATED = frozenset({"dated", "addressed", "sent", "signed", "seen", "obtained"})
"""Participles that are taken for verbs: "a letter to Mr Cole dated July 2"."""


def _behind_content(document: Document, reading: Reading) -> Reading:
    """Read "It hid two deaths, a nurse has alleged in a complaint to the court, which …".

    What the nurse alleges stands before her, not in the complaint.
    """
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] != cue[0] or reading.content[0][0] < cue[1]:
        return reading
    first = document.sentence(source[0]).first
    if source[0] - first < 4 or document.words[source[0] - 1] != ",":
        return reading
    verb = next((k for k in range(*cue) if document.tag(k) in ("VBD", "VBZ", "VBP", "VBN")), cue[0])
    behind = next((k for k in range(verb + 1, cue[1] + 1) if document.tag(k) == "IN"), None)
    if behind is None:
        return reading
    if document.quoted(first, cue[1]) or not grammar.finite(document, first, source[0] - 1):
        return reading
    if document.lower[behind] not in _MEDIUM_AT or not grammar.closes(document, behind):
        return reading
    return replace(reading, cue=(cue[0], behind), content=((first, source[0] - 1),))


_MEDIUM_AT = frozenset({"in", "on", "at", "during"})


def _past_aside(document: Document, reading: Reading) -> Reading:
    """Read "A guard, speaking on condition of anonymity, said …": the guard, not the anonymity."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or not 0 <= cue[0] - source[1] <= 1:
        return reading
    if document.words[cue[0] - 1] != ",":
        return reading
    first = document.sentence(source[0]).first
    low = max(first, source[0] - _ASIDE)
    comma = next((k for k in range(source[0] - 1, low, -1) if document.words[k] == ","), None)
    if comma is None or document.tag(comma + 1) not in ("VBG", "VBN") or comma + 1 == source[0]:
        return reading
    subject = grammar.phrase_before(document, comma)
    return reading if subject is None else replace(reading, source=subject)


def _not_behind(document: Document, reading: Reading) -> Reading:
    """Read "One man, who gave no name, claimed residents had rung": residents claimed nothing."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[0] != cue[1] or source[1] >= len(document):
        return reading
    names = grammar.stem(document, cue[1] - 1) in _NAMING
    if document.tag(source[1]) not in ("VBD", "VBZ", "VBP", "MD") and not names:
        return reading
    if document.tag(cue[1] - 1) not in ("VBD", "VBZ", "VBP"):
        return reading
    if names and _named_before(document, cue) is None:
        return reading
    content = tuple(
        (source[0] if first == source[1] else first, last) for first, last in reading.content
    )
    if content == reading.content:
        return reading
    return replace(reading, source=None, content=content)


def _after_to(document: Document, reading: Reading) -> Reading:
    """Read "according to research published in Nature": the research is the source."""
    source, cue = reading.source, reading.cue
    if cue is None or (source is not None and source[0] < cue[1]):
        return reading
    place, content = cue[0], reading.content
    if source is None:
        begins = [piece for piece in content if 0 <= piece[0] - cue[1] <= 1]
        content = tuple(piece for piece in content if piece not in begins)
        source = (cue[0] + 2, begins[0][1] if begins else cue[1])
        if not content:
            return reading
    if document.tag(place) == "VBN":
        low = max(document.sentence(place).first, place - _ASIDE)
        while place > low and document.tag(place - 1).startswith(("NN", "DT", "JJ", "CD")):
            place -= 1
        place -= 2
    if place < 0 or document.lower[place : place + 2] != ("according", "to"):
        return reading
    if (source[0] <= place + 2 and reading.source is not None) or cue[1] <= place + 2:
        return reading
    source = (place + 2, source[1])
    return replace(reading, source=source, cue=(place, place + 2), content=content)


def _named_before(document: Document, cue: Range) -> Range | None:
    """Return the noun phrase right before a cue's verb, over an apposition between commas."""
    start = grammar.group_start(document, cue[0])
    found = grammar.phrase_before(document, start)
    if found is not None or start < 2 or document.words[start - 1] != ",":
        return found
    first = document.sentence(start - 1).first
    low = max(first, start - _ASIDE)
    comma = next((k for k in range(start - 2, low, -1) if document.words[k] == ","), None)
    return None if comma is None else grammar.phrase_before(document, comma)


_ASIDE = 12


def _medium(document: Document, reading: Reading) -> Reading:
    """Read "In a letter to parents, the head wrote": the letter is where the head said it."""
    source = reading.source
    if source is None or reading.cue is None or source[0] == 0:
        return reading
    opening = document.sentence(source[0]).first
    if document.lower[opening] == "in" and document.tag(source[0]) == "IN":
        comma = next((k for k in range(*source) if document.words[k] == ","), source[1])
        if comma + 1 < source[1] <= reading.cue[0] and source[0] - opening < _ASIDE:
            return replace(reading, source=(comma + 1, source[1]))
    before = source[0] - 1 - (document.tag(source[0] - 1) == "DT")
    if before != opening or document.lower[opening] != "in":
        return reading
    subject = _named_before(document, reading.cue)
    if subject is None or subject[0] < source[1]:
        return reading
    content = cut(reading.content, subject)
    return reading if content is None else replace(reading, source=subject, content=content)


def _behind(document: Document, reading: Reading) -> Reading:
    """Read "Too many people, argues the charity Shelter, are in debt": Shelter argues."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or not 0 <= cue[0] - source[1] <= 1 or cue[1] - cue[0] != 1:
        return reading
    sentence = document.sentence(cue[0])
    end = cue[0] - 1
    if document.words[end] != "," or "," in document.words[sentence.first : end]:
        return reading
    if not grammar.in_groups(document, cue[0], ("speech", "claim")):
        return reading
    behind = grammar.phrase_after(document, cue[1])
    if behind is None or behind[1] + 1 >= sentence.last or document.words[behind[1]] != ",":
        return reading
    if not grammar.finite(document, behind[1] + 1, behind[1] + 2):
        return reading
    around = ((sentence.first, end), (behind[1] + 1, sentence.last))
    return replace(reading, source=behind, content=around, rules=(*reading.rules, SUBJECT))


def cut(content: tuple[Range, ...], source: Range) -> tuple[Range, ...] | None:
    """Take a source out of the content; ``None`` when nothing is left."""
    left: list[Range] = []
    for first, last in content:
        pieces = ((first, min(last, source[0])), (max(first, source[1]), last))
        if last <= source[0] or source[1] <= first:
            left.append((first, last))
        else:
            left.extend(piece for piece in pieces if piece[1] - piece[0] > 1)
    return tuple(left) or None
