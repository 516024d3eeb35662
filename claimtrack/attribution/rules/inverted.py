"""The source behind its verb, at the end of what it says: "The road is unsafe, says a report"."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.attribution.rules.catalogue import SUBJECT
from claimtrack.language import Document

_SAYING = frozenset(
    "say says said add adds added explain explains insist insists argue argues".split()
) | {*"write writes wrote notes warns posit posits concludes".split()}
_OPENS = ("DT", "NNP", "NNPS", "NNS", "JJ", "CD", "PRP$")
_NAMED = ("NN", "CD")


def read(document: Document, reading: Reading) -> Reading:
    """Return the reading with the source behind the verb, if only that can have spoken."""
    found = None if reading.cue is None else _behind(document, reading.cue)
    if found is None or reading.cue is None:
        return reading
    source, verb = found
    if reading.source is not None and reading.source[0] > verb:
        return reading
    first = document.sentence(verb).first
    taken = reading.source is None or (
        reading.source[1] in (verb - 1, verb) or bool(document.quote_depth[reading.source[0]])
    )
    taken = taken and document.quoted_share(first, verb - 1) < _QUOTED
    if document.quoted(first, verb) and not taken:
        return reading
    rules = (*reading.rules, SUBJECT)
    return replace(
        reading, source=source, cue=(verb, verb + 1), content=((first, verb - 1),), rules=rules
    )


_QUOTED = 0.9


def _behind(document: Document, cue: Range) -> tuple[Range, int] | None:
    """Return who stands behind a verb of saying that a comma parts from a whole clause."""
    verb = next((k for k in range(*cue) if document.lower[k] in _SAYING), None)
    if verb is None or verb + 1 >= len(document) or document.words[verb - 1] != ",":
        return None
    sentence = document.sentence(verb)
    named = document.words[verb + 1][0].isupper()
    if verb - sentence.first < 3 or not (named or document.tag(verb + 1) in (*_OPENS, "NN")):
        return None
    source = grammar.phrase_after(document, verb + 1, ceiling=sentence.last, names=named)
    if source is not None and document.tag(verb + 1) == "NN":
        source = source if _names_somebody(document, source) else None
    if source is None or not document.tag(source[1] - 1).startswith(_NAMED):
        return None
    told_of = document.words[source[1] : source[1] + 1] == (",",) and document.lower[
        source[1] + 1 : source[1] + 2
    ] in (("who",), ("which",), ("whose",))
    if not told_of and grammar.finite(document, source[1], sentence.last):
        return None
    return (source, verb) if _is_clause(document, sentence.first, verb - 1) else None


def _names_somebody(document: Document, source: Range) -> bool:
    """Tell "manager Ned Shankman" from a thing."""
    return document.entity(source[1] - 1) == "PERSON"


def _is_clause(document: Document, first: int, last: int) -> bool:
    """Tell a whole clause from a subject with an aside: "The firm, which sits in Leeds, says"."""
    relatives = sum(map(document.lower[first:last].count, ("who", "which", "whose", "where")))
    finite = sum(map(document.tag_codes[first:last].count, grammar.FINITE))
    return finite > relatives
