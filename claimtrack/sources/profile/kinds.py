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
    words = document_words()
    return any(form[-1] in words or form[0] in ("SB", "HB", "AB", "HR") for form in entity.forms)


@cache
def document_words() -> frozenset[str]:
    """Return the words that end the name of a document."""
    return frozenset(lexicon.read("kinds")["document"]["words"].split())


def anonymity_of(document: Text, first: int, last: int) -> Anonymity | None:
    """Tell whether the source mention at tokens ``[first, last)`` has its identity withheld."""
    sentence = document.sentence(first)
    text = document.article.text
    mention = _folded(text, document.span(first, last))
    stretch = _folded(text, Span(sentence.start, min(sentence.end, sentence.start + _MAX_SENTENCE)))
    if any(hint in stretch for hint in _HINTS):
        for name, pattern in lexicon.withheld():
            found = pattern.search(stretch)
            if found is not None:
                reason = found.groupdict().get("reason")
                return Anonymity(name, _AFTER_REASON.split(reason)[0] if reason else None)
    for name, pattern in lexicon.familiar():
        if pattern.search(mention):
            return Anonymity(name)
    return None


_HINTS = ("anonym", "named", "identified", "authori", "identit", "name")


def _folded(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
