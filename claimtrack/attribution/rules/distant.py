"""Subjects that stand far from their verb: before asides, relative clauses and adverbials."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.attribution.rules.catalogue import SUBJECT
from claimtrack.language import Document


def past_adverbial(document: Document, subject: Range) -> Range | None:
    """Return the subject before "had on average expected", and before "polled by the firm"."""
    first = document.sentence(subject[0]).first
    start = subject[0]
    if start - 2 <= first:
        return subject
    if document.tag(start - 1) == "IN" and document.tag(start - 2) in _HELPERS:
        found = grammar.phrase_before(document, grammar.group_start(document, start - 1))
        return None if found is None else past_adverbial(document, found)
    if document.tag(start - 1) == "IN" and document.tag(start - 2) == "VBN":
        found = grammar.phrase_before(document, start - 2)
        return subject if found is None else (found[0], subject[1])
    return subject


def relative(document: Document, verb: int) -> int | None:
    """Return the "who" or "that" behind a noun whose active verb this is, if there is one."""
    pronoun = grammar.group_start(document, verb) - 1
    if pronoun < 1 or document.lower[pronoun] not in ("who", "that"):
        return None
    noun = document.tag(pronoun - 1) in ("NN", "NNS")
    return pronoun if noun and not grammar.passive(document, verb) else None


def by_relative(document: Document, reading: Reading) -> Reading:
    """Read "It visited firms that | have said they pay": the firms say so, not the visitor."""
    source, cue = reading.source, reading.cue
    if cue is None:
        return reading
    verbs = (k for k in range(*cue) if document.tag(k) in ("VBD", "VBZ", "VBP", "VBN"))
    verb = next((k for k in verbs if grammar.in_groups(document, k, ("speech",))), None)
    if verb is None:
        return reading
    pronoun = relative(document, verb)
    if pronoun is None or document.entity(pronoun - 1) == "DATE":
        return reading
    subject = grammar.phrase_before(document, pronoun)
    if subject is None or subject[0] == document.sentence(verb).first:
        return reading
    if source is not None and not document.sentence(verb).first <= source[0] < subject[0]:
        return reading
    named = subject if document.lower[pronoun] == "that" else (pronoun, pronoun + 1)
    return replace(reading, source=named, rules=(*reading.rules, SUBJECT))


def before_clauses(document: Document, place: int) -> Range | None:
    """Return the subject before long clauses: "The complaint, filed by a nurse who …, accuses"."""
    first = document.sentence(max(place - 1, 0)).first
    if place - first < 3 or document.words[place - 1] != ",":
        return None
    for comma in range(first + 1, place - 2):
        if document.tag_codes[comma] in grammar.FINITE:
            return None
        opens = document.lower[comma + 1] in _RELATIVE or document.tag(comma + 1) == "VBN"
        if document.words[comma] == "," and opens:
            return grammar.phrase_before(document, comma)
    return None


def before_asides(document: Document, place: int) -> Range | None:
    """Return the subject before brackets or an apposition: "McGuire, a Seal, (once) said"."""
    first = document.sentence(max(place - 1, 0)).first
    start = place
    for mark, opener in (_BRACKETS, (_DASHES, _DASHES), (_COMMAS, _COMMAS), _BRACKETS):
        if place <= first or document.words[place - 1] not in mark:
            continue
        low = max(first, place - 1 - _ASIDE)
        found = next((k for k in range(place - 2, low, -1) if document.words[k] in opener), None)
        if found is None:
            return None
        relative = document.lower[found + 1] in _RELATIVE
        if not relative and grammar.finite(document, found, _clause(document, found, place - 1)):
            return None
        place = found
    subject = None if place == start else grammar.phrase_before(document, place)
    if subject is None or subject[0] == first:
        return subject
    before = document.lower[subject[0] - 1]
    joins = before in ("after", "before") and subject[0] - 1 > first  # "days after Lee, …, said"
    return None if before in _LEADING and not joins else subject


def _clause(document: Document, first: int, last: int) -> int:
    """Return where the relative clause of "a firm that is its client" begins, or ``last``."""
    if document.lower[first + 1] not in ("a", "an", "the"):
        return last
    joints = (k for k in range(first + 2, last) if document.lower[k] in (*_RELATIVE, "that"))
    return next(joints, last)


_BRACKETS = ((")", "-RRB-"), ("(", "-LRB-"))
_DASHES = ("—", "–", "--")
_COMMAS = (",",)
_RELATIVE = frozenset({"who", "whose", "which"})

_LEADING = frozenset(
    "in on at to during after before for with from by amid under over within through".split()
)
"""Prepositions: what they lead in before a comma is no subject."""


_ASIDE = 15
_HELPERS = ("VBD", "VBZ", "VBP", "MD")
