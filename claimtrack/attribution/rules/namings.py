"""Names given to things, which say nothing of them: "a tool called Marble", "was named mayor"."""

from __future__ import annotations

from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.language import Document

_NAMING = frozenset("called named dubbed titled entitled nicknamed christened termed".split())
_APPOINTING = frozenset({"named", "nicknamed", "christened"})
_QUOTES = frozenset("\"“‘'``")
_THINGS = frozenset({"it", "him", "her", "them"})


def gives_name(document: Document, reading: Reading) -> bool:
    """Tell "an app called Marble", "she was named mayor" and "he called it PageRank" from reports.

    "Called the plan a disaster" and "was called a liar" say what somebody thinks.
    """
    if reading.cue is None or not reading.content:
        return False
    verb = reading.cue[1] - 1 - (document.lower[reading.cue[1] - 1] == "as")
    if document.lower[verb] not in _NAMING or verb + 2 >= len(document):
        return False
    passive = grammar.passive(document, verb)
    if passive and document.lower[verb] in _APPOINTING:
        return True
    after = verb + 1
    if document.lower[after] in _THINGS and not passive:
        return document.words[after + 1][0].isupper() and not document.quote_depth[after + 1]
    if passive:
        quoted = document.words[after] in _QUOTES
        return document.words[after + quoted][0].isupper()
    apart = document.words[verb - 1] == ","
    before = verb - 1 - apart
    noun = apart and document.tag(before).startswith("NN")
    if noun and document.tag(verb) in ("VBN", "VBD") and _named_apart(document, after):
        return True
    return document.tag(before).startswith(("NN", "CD")) and _name_alone(document, after)


def _named_apart(document: Document, place: int) -> bool:
    """Tell ", called a loya jirga," and ", called the Security Force (SF),": a name in an aside."""
    last = min(place + _ASIDE, document.sentence(place).last)
    comma = next((k for k in range(place + 1, last) if document.words[k] == ","), None)
    if comma is None or "by" in document.lower[place:comma]:
        return False
    return not grammar.finite(document, place, comma)


_ASIDE = 10


def _name_alone(document: Document, place: int) -> bool:
    """Tell "called Marble allowed them" and "called Marble," from "called Oz a quack"."""
    last = document.sentence(place).last
    quoted = document.words[place] in _QUOTES
    end = place + quoted
    while end < last and (
        document.words[end][0].isupper() or (quoted and document.quote_depth[end])
    ):
        if document.entity(end) == "DATE":
            return False
        end += 1
    if end == place + quoted or not document.words[place + quoted][0].isupper():
        return False
    ends = end >= last or document.words[end] in (",", ".", ";", ")", "—")
    return ends or document.tag_codes[end] in grammar.FINITE
