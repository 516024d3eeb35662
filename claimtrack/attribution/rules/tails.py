"""Where content ends: before what only tells who its source is, and before the main verb.

"…, warns the bank's economist, Kenji Abe" does not warn of Kenji Abe; in "the claim that the tape
was lost surprised her" nobody claims that she was surprised.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks, misplaced
from claimtrack.attribution.rules.catalogue import AGENT
from claimtrack.language import Document

RULE = "before-the-main-verb"

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NOMINAL = ("DT", "NN", "JJ", "CD", "PRP$")
_RELATIVE = frozenset({"who", "which", "whose", "whom", "where", "that"})
_OPENERS = _RELATIVE | frozenset(
    "when if because while as after before since although though unless until how what why".split()
)
_NAME = 6
"""The most words of a name between commas: "her brother, Milan, …"."""


def cut(document: Document, readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings with content that ends where the words of the source do."""
    return [
        _ended_early(document, _without_main_verb(document, item))
        for item in (
            _without_apposition(document, _whole(document, reading)) for reading in readings
        )
    ]


def _ended_early(document: Document, reading: Reading) -> Reading:
    """Return a reading that ends before what follows its clause."""
    return _before_as(document, _before_while(document, _within_relative(document, reading)))


def _whole(document: Document, reading: Reading) -> Reading:
    """Give the source what the name says of itself: "…, operator CalMac has confirmed"."""
    reading = _with_other(document, _with_office(document, reading))
    source = reading.source
    if source is None or not document.tag(source[0]).startswith("NNP"):
        return reading
    number = next((k for k, piece in enumerate(reading.content) if piece[1] == source[0]), None)
    if number is None:
        return reading
    first = reading.content[number][0]
    start = source[0]
    while start > first and source[0] - start < _NAME and document.tag(start - 1) in _BESIDE:
        start -= 1
    if start == source[0] or start - 1 <= first or document.words[start - 1] != ",":
        return reading
    content = list(reading.content)
    content[number] = (first, start - 1)
    return replace(reading, source=(start, source[1]), content=tuple(content))


def _with_other(document: Document, reading: Reading) -> Reading:
    """Give a source the one before its "and": "…, residents and a local official said"."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[0] < 3 or source[1] > cue[0]:
        return reading
    if document.lower[source[0] - 1] != "and":
        return reading
    other = grammar.phrase_before(document, source[0] - 1)
    if other is None or other[0] < 2 or document.words[other[0] - 1] not in _CLOSES:
        return reading
    content = misplaced.cut(reading.content, (other[0], source[0]))
    if content is None or content == reading.content:
        return reading
    return replace(reading, source=(other[0], source[1]), content=content)


_CLOSES = frozenset({",", "”", '"', "’", "''"})


def _with_office(document: Document, reading: Reading) -> Reading:
    """Give the name the words before it: "…, the state-controlled operator, EDF, has warned"."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or document.words[source[0] - 1 : source[0]] != (",",):
        return reading
    if not source[1] < cue[0] <= source[1] + 2 or document.words[source[1]] != ",":
        return reading
    office = grammar.phrase_before(document, source[0] - 1)
    if office is None or document.tag(office[0]) != "DT" or office[0] < 3:
        return reading
    if document.words[office[0] - 1] != "," or grammar.finite(document, *office):
        return reading
    content = misplaced.cut(reading.content, (office[0] - 1, source[0]))
    if content is None:
        return reading
    return replace(reading, source=(office[0], source[1]), content=content)


_BESIDE = ("NN", "JJ", "DT", "POS", "NNP")


def _without_apposition(document: Document, reading: Reading) -> Reading:
    """Take from the content what only tells who a source after its cue is."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[0] < cue[1]:
        return reading
    number = next(
        (k for k, piece in enumerate(reading.content) if 0 <= piece[0] - source[1] <= 1), None
    )
    if number is None or document.quote_depth[reading.content[number][0]] > 0:
        return reading
    piece = reading.content[number]
    if not any(last <= cue[0] for _, last in reading.content):
        return _past_name(document, reading, source, number)
    if document.lower[piece[0]] == "that" and _is_passive(document, cue):
        told = tuple(item for item in reading.content if item[0] >= cue[1])
        return replace(reading, content=told)
    opening = _opening(document, piece)
    if opening is not None:
        rest = (*reading.content[:number], (opening, piece[1]), *reading.content[number + 1 :])
        return replace(reading, source=(source[0], opening - 1), content=_told(reading, rest))
    tag = document.tag(piece[0])
    relative = document.lower[piece[0]] in _RELATIVE
    comma = document.words[piece[0] - 1] == ","
    beside = relative or (comma and tag.startswith(_NOMINAL))
    described = tag == "VBN" and piece[0] == source[1]  # "two officials briefed on the case"
    if not (beside or described) or _clause(document, piece):
        return reading
    rest = (*reading.content[:number], *reading.content[number + 1 :])
    return replace(reading, source=(source[0], piece[1]), content=rest)


def _is_passive(document: Document, cue: Range) -> bool:
    return any(
        document.tag(place) in ("VBN", "VBD") and grammar.passive(document, place)
        for place in range(*cue)
    )


def _opening(document: Document, piece: Range) -> int | None:
    """Return where "that …" opens behind a name: "by the engineer, Ann Lee, that it had failed"."""
    for place in range(piece[0] + 2, min(piece[0] + _NAME + 1, piece[1] - 2)):
        if document.lower[place] == "that" and document.words[place - 1] == ",":
            return place
    return None


def _told(reading: Reading, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Leave out whom something was told, the subject of a passive cue."""
    if AGENT not in reading.rules or reading.cue is None:
        return content
    return tuple(piece for piece in content if piece[0] >= reading.cue[1])


def _clause(document: Document, piece: Range) -> bool:
    """Tell whether the tokens hold a verb of their own, outside of relative clauses."""
    verbs = relatives = 0
    for place in range(*piece):
        relatives += document.lower[place] in _RELATIVE
        verbs += document.tag(place) in _FINITE
    return verbs > relatives


def _past_name(document: Document, reading: Reading, source: Range, number: int) -> Reading:
    """Move a name between commas from the content to the source: "her brother, Milan, …"."""
    first, last = reading.content[number]
    if not document.tag(source[1] - 1).startswith("NN"):
        return reading
    if document.words[first - 1] != "," or document.words[source[1] - 1][0].isupper():
        return reading
    comma = next(
        (k for k in range(first, min(first + _NAME, last)) if document.words[k] == ","), None
    )
    if comma is None or comma + 1 >= last:
        return reading
    if not all(document.tag(place).startswith("NNP") for place in range(first, comma)):
        return reading
    content = (*reading.content[:number], (comma + 1, last), *reading.content[number + 1 :])
    return replace(reading, source=(source[0], comma), content=content)


def _without_main_verb(document: Document, reading: Reading) -> Reading:
    """End what a noun introduces before the verb whose subject the noun is."""
    cue = reading.cue
    if cue is None or len(reading.content) != 1:
        return reading
    first, last = reading.content[0]
    if first < cue[1] or document.lower[first] != "that":
        return reading
    if not document.tag(cue[1] - 1).startswith("NN"):
        return reading
    end = clause_end(document, cue[0], first)
    if end >= last:
        return reading
    content = marks.trim(document, (first, end))
    if content is None or content[1] - content[0] < 3:
        return reading
    return replace(reading, content=(content,), rules=(*reading.rules, RULE))


def _within_relative(document: Document, reading: Reading) -> Reading:
    """End what "who warned that …" says at the comma before the main verb: "…, will speak"."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or not reading.content:
        return reading
    if "who" not in document.lower[source[0] : cue[0]] or reading.content[-1][0] < cue[1]:
        return reading
    first, last = reading.content[-1]
    for place in range(first + 3, last - 1):
        if document.words[place] == "," and document.tag(place + 1) in _FINITE:
            if document.quote_depth[place]:
                continue
            found = _ended(document, reading, place)
            if found is not None:
                return found
    return reading


def _before_while(document: Document, reading: Reading) -> Reading:
    """End content before what others do meanwhile: "it was studying it, while Ann Lee claimed …".

    Only where a name is the subject of the next clause: other clauses may be part of what is said.
    """
    cue = reading.cue
    if cue is None or not reading.content or reading.content[-1][0] < cue[1]:
        return reading
    first, last = reading.content[-1]
    if "while" not in document.lower[first:last]:
        return reading
    for place in range(first + 3, last - 3):
        if document.lower[place] != "while" or document.words[place - 1] != ",":
            continue
        if document.quote_depth[place]:
            continue
        if _names_another(document, place + 1, last):
            found = _ended(document, reading, place - 1)
            if found is not None:
                return found
    return reading


def _before_as(document: Document, reading: Reading) -> Reading:
    """End what a headline reports before its news: "Minister denies fraud as scandal widens"."""
    cue = reading.cue
    if cue is None or not reading.content or reading.content[-1][0] < cue[1]:
        return reading
    first, last = reading.content[-1]
    if document.sentence(first).section != "headline" or document.quoted(first, last):
        return reading
    for place in range(first + 1, last - 2):
        if document.lower[place] == "as" and grammar.finite(document, place + 2, last):
            return _ended(document, reading, place) or reading
    return reading


def _ended(document: Document, reading: Reading, end: int) -> Reading | None:
    """Return the reading with its last piece of content ended at ``end``, if words are left."""
    last = marks.trim(document, (reading.content[-1][0], end))
    return None if last is None else replace(reading, content=(*reading.content[:-1], last))


def _names_another(document: Document, place: int, last: int) -> bool:
    """Tell whether a clause begins with a person or body who takes the word."""
    verb = next((k for k in range(place, min(place + 12, last)) if _is_finite(document, k)), None)
    if verb is None or not document.tag(verb - 1).startswith("NNP"):
        return False
    return any(
        grammar.in_groups(document, k, ("speech", "claim"))
        for k in range(verb, min(verb + _NAME, last))
    )


def _is_finite(document: Document, place: int) -> bool:
    return document.tag(place) in _FINITE


def clause_end(document: Document, noun: int, first: int) -> int:
    """Return where the clause that opens at ``first`` ends, if its noun opens the sentence.

    It ends before the verb whose subject the noun is, or at the comma that closes "Despite the
    claim that …,". A noun behind the main verb takes all the rest of the sentence.
    """
    sentence = document.sentence(noun)
    if grammar.finite(document, sentence.first, noun):
        return sentence.last
    clauses, verbs = 1, 0
    for place in range(first + 1, sentence.last):
        tag = document.tag(place)
        clauses += tag == "CC" or document.lower[place] in _OPENERS
        if tag not in _FINITE:
            continue
        verbs += 1
        if verbs > clauses:
            return _before(document, sentence.first, first, place)
        clauses += grammar.in_groups(document, place)
    return sentence.last


def _before(document: Document, opening: int, first: int, verb: int) -> int:
    """Return where the words before the main verb and its subject end."""
    start = grammar.group_start(document, verb)
    if document.tag(opening) in ("IN", "VBG", "TO"):
        for place in range(start - 1, first, -1):
            if document.words[place] == ",":
                return place
    return start
