"""Which of the six kinds a source is, and whether its identity is withheld."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimtrack.model import Kind, Span
from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.text import Text

_MAX_SENTENCE = 1200
_AFTER_REASON = re.compile(
    r",\s(?:said|says|told|added|adding|confirmed|claimed|warned|who|but|described|acknowledged)\b"
)
"""Where a reason ends and the sentence goes on: ", said managers had been told"."""


@dataclass(frozen=True, slots=True)
class Anonymity:
    """That a source's identity is withheld: the rule that shows it, and the reason given."""

    rule: str
    reason: str | None = None


def kind_of(entity: Entity, anonymity: Anonymity | None) -> Kind:
    """Return the kind of a source."""
    if entity.kind == "person":
        return "named_person"
    if entity.kind == "document" or _documentary(entity):
        return "document"
    if entity.kind in ("organization", "place", "body"):
        return "named_organization"
    if anonymity is not None:
        return "anonymous_source"
    if entity.kind == "nominal" and not entity.plural:
        return "unnamed_person"
    if entity.kind == "other":
        return "named_organization"
    return "unnamed_group"


def _documentary(entity: Entity) -> bool:
    if entity.kind not in ("organization", "other"):
        return False
    words, surveys = document_words(), _surveys()
    if any(form[-1] == "Survey" and not surveys.isdisjoint(form[-2:-1]) for form in entity.forms):
        return False
    return any(form[-1] in words or form[0] in ("SB", "HB", "AB", "HR") for form in entity.forms)


@cache
def _surveys() -> frozenset[str]:
    """Return what stands before "Survey" in the names of bodies."""
    return frozenset(lexicon.read("kinds")["document"]["surveys"].split())


@cache
def document_words() -> frozenset[str]:
    """Return the words that end the name of a document."""
    return frozenset(lexicon.read("kinds")["document"]["words"].split())


def anonymity_of(document: Text, first: int, last: int) -> Anonymity | None:
    """Tell whether the source mention at tokens ``[first, last)`` has its identity withheld."""
    found = withheld(document, first, last)
    if found is not None:
        return found
    mention = _folded(document.article.text, document.span(first, last))
    for name, pattern in lexicon.familiar():
        if pattern.search(mention):
            return Anonymity(name)
    return None


_HINTS = ("anonym", "named", "identified", "authori", "identit", "name")


def withheld(document: Text, first: int, last: int) -> Anonymity | None:
    """Tell whether the sentence says that the identity of the mention ``[first, last)`` is kept.

    A clause with "who" speaks of the person right before it, and of nobody else.
    """
    sentence = document.sentence(first)
    span = Span(sentence.start, min(sentence.end, sentence.start + _MAX_SENTENCE))
    written = span.of(document.article.text)
    if not any(hint in written for hint in _HINTS) or _faceless(document, first, last):
        return None
    stretch = written.translate(_BLANKS)
    for name, pattern in lexicon.withheld():
        found = pattern.search(stretch)
        if found is None:
            continue
        place = document.tokens_in(Span(span.start + found.start(), span.start + found.end()))[0]
        if not _means(document, first, last, place):
            continue
        if not found.groupdict().get("reason"):
            return Anonymity(name)
        start, end = found.span("reason")
        given = _reason(document, Span(span.start + start, span.start + end))
        return Anonymity(name, _AFTER_REASON.split(" ".join(given.split()))[0])
    return None


def _faceless(document: Text, first: int, last: int) -> bool:
    """Tell whether a mention is a thing without a face: "intelligence"."""
    alone = last - first == 1 and document.tags[first] == "NN"
    return alone and lexicon.noun(document.words[first]) is None


def _means(document: Text, first: int, last: int, place: int) -> bool:
    """Tell whether a clause with "who" before ``place``, if there is one, is said of a mention."""
    words = document.words
    home = document.sentence(first).first
    clause = next(
        (k for k in range(place, max(home, place - _CLAUSE) - 1, -1) if words[k] in _WHO), None
    )
    if clause is None or first <= clause < last:
        return True
    if clause < first:
        return False
    for token in range(last, clause):
        noun = lexicon.noun(words[token])
        if document.tags[token] in _FINITE or (noun is not None and noun.group in lexicon.PEOPLE):
            return False
    return True


def _reason(document: Text, span: Span) -> str:
    """Return a reason up to the comma behind which the main clause goes on."""
    first, last = document.tokens_in(span)
    words = document.words
    plain = words[first] in ("to", "for", "out", "due", "given")
    for token in range(first, last - 1):
        resumes = words[token] == "," and document.tags[token + 1] in _FINITE
        if resumes or (plain and words[token + 1] in ("said", "says", "told")):
            token += words[token] != ","
            return Span(span.start, document.starts[token]).of(document.article.text).rstrip()
    return span.of(document.article.text)


_BLANKS = dict.fromkeys(map(ord, "\n\r\t\v\f\xa0"), " ")
_WHO = frozenset({"who", "whose"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSE = 8
"""How many tokens before the words that show it a clause on somebody's identity may begin."""


def _folded(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
