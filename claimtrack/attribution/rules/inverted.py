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
    if document.quoted(first, verb):
        return reading
    rules = (*reading.rules, SUBJECT)
    return replace(
        reading, source=source, cue=(verb, verb + 1), content=((first, verb - 1),), rules=rules
    )


def _behind(document: Document, cue: Range) -> tuple[Range, int] | None:
    """Return who stands behind a verb of saying that a comma parts from a whole clause."""
    verb = next((k for k in range(*cue) if document.lower[k] in _SAYING), None)
    if verb is None or verb + 1 >= len(document) or document.words[verb - 1] != ",":
        return None
    sentence = document.sentence(verb)
    if verb - sentence.first < 3 or document.tag(verb + 1) not in _OPENS:
        return None
    source = grammar.phrase_after(document, verb + 1, ceiling=sentence.last)
    if source is None or not document.tag(source[1] - 1).startswith(_NAMED):
        return None
    told_of = document.words[source[1] : source[1] + 1] == (",",) and document.lower[
        source[1] + 1 : source[1] + 2
    ] in (("who",), ("which",), ("whose",))
    if not told_of and grammar.finite(document, source[1], sentence.last):
        return None
    return (source, verb) if _is_clause(document, sentence.first, verb - 1) else None


def _is_clause(document: Document, first: int, last: int) -> bool:
    """Tell a whole clause from a subject with an aside: "The firm, which sits in Leeds, says"."""
    relative = {"who", "which", "whose", "where"} & {*document.lower[first:last]}
    return not relative and grammar.finite(document, first, last)
