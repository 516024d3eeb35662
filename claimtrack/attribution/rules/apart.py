"""Subjects apart from their verb: "The papers, filed in a lawsuit in Ohio, allege the deal …"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import distant, grammar, marks
from claimtrack.attribution.rules.opinions import made
from claimtrack.language import Document, Sentence

NOUNS = frozenset("allege claim say warn argue report estimate insist suggest note show".split())
"""Verbs in the plural that the tagger may take for nouns behind an aside."""

_FINITE = ("VBD", "VBZ", "VBP")
_OPENS = ("RB", "DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "EX", "CD")
_NEAR = 12
_SAYING = ("speech", "claim")


def read(document: Document, sentence: Sentence, verbs: Sequence[int]) -> Reading | None:
    """Return what somebody says, of whom an aside between commas tells more.

    ``verbs`` are where a verb of saying may be. What it reports is a clause right behind it.
    """
    framed = _as_framed(document, sentence, verbs) or _last_words(document, sentence)
    if framed is not None:
        return framed
    for verb in verbs:
        start = grammar.group_start(document, verb)
        if not sentence.first < start or grammar.passive(document, verb):
            continue
        if not grammar.in_groups(document, verb, _SAYING) or not _clause(document, sentence, verb):
            continue
        if document.tag(verb) not in _FINITE and document.lower[verb] not in NOUNS:
            continue
        source = _subject(document, start)
        if source is None or not _opens(document, sentence, source[0]):
            continue
        plural = any(document.tag(place) == "NNS" for place in range(*source))
        if document.tag(verb) in _FINITE or plural:
            return made(document, source, (start, verb + 1), (verb + 1, sentence.last))
    return None


def told_of(document: Document, sentence: Sentence, verbs: Sequence[int]) -> Reading | None:
    """Read "It named three firms | that | said | they had been paid": the firms say so."""
    for verb in verbs:
        if document.lower[verb] not in _TELLING or document.quote_depth[verb]:
            continue
        pronoun = distant.relative(document, verb)
        if pronoun is None or pronoun <= sentence.first + 1:
            continue
        if document.lower[pronoun] == "that" and document.tag(pronoun - 1) != "NNS":
            continue
        start, behind = pronoun + 1, _past_where(document, verb, sentence.last)
        if _clause(document, sentence, behind) and "not" not in document.lower[start:verb]:
            cue, content = (start, verb + 1), (behind + 1, sentence.last)
            return made(document, (pronoun, start), cue, content)
    return None


_TELLING = frozenset(
    "said say says claimed claim argued argue warned warn insisted insist alleged allege".split()
)


def _past_where(document: Document, verb: int, last: int) -> int:
    """Return the last word before what is said, behind "said in marketing materials"."""
    if verb + 2 >= last or document.tag(verb + 1) != "IN" or document.lower[verb + 1] == "that":
        return verb
    stop = min(verb + _NEAR, last - 2)
    return next((k - 1 for k in range(verb + 2, stop) if document.lower[k] == "that"), verb)


def _as_framed(document: Document, sentence: Sentence, verbs: Sequence[int]) -> Reading | None:
    """Read "As the BBC reports, the two armies are close": the BBC says all of it."""
    first = sentence.first
    if document.lower[first] != "as":
        return None
    for verb in verbs:
        if not first + 1 < verb < min(first + _NEAR, sentence.last - 4):
            continue
        if document.tag(verb) not in (*_FINITE, "NNS") or document.words[verb + 1] != ",":
            continue
        source = grammar.phrase_before(document, grammar.group_start(document, verb))
        if source is not None and source[0] == first + 1:
            return made(document, source, (verb, verb + 1), (verb + 2, sentence.last))
    return None


def _last_words(document: Document, sentence: Sentence) -> Reading | None:
    """Read "There should be no more than 200 in the force he says." without a comma."""
    verb = sentence.last - 2
    if verb - sentence.first < _NEAR or document.lower[verb] not in ("says", "said", "say"):
        return None
    pronoun = document.lower[verb - 1] in ("he", "she", "they")
    before = document.tag(verb - 2)
    if not pronoun or not before.startswith(("NN", "RB", "CD")) or document.quote_depth[verb]:
        return None
    if document.lower[verb - 2] in _SAID_THINGS:
        return None
    return made(document, (verb - 1, verb), (verb, verb + 1), (sentence.first, verb - 1))


_SAID_THINGS = frozenset("things thing words word lies prayers nothing everything much".split())


def _subject(document: Document, start: int) -> Range | None:
    """Return the subject of a verb group, right before it or before an aside."""
    if document.words[start - 1] != ",":
        return grammar.phrase_before(document, start)
    found = distant.before_clauses(document, start) or distant.before_asides(document, start)
    return None if found is None else marks.trim(document, found)


def _opens(document: Document, sentence: Sentence, place: int) -> bool:
    """Tell whether a clause begins here: with its sentence, or at "but" and "and"."""
    if place == sentence.first:
        return True
    joined = document.tag(place - 1) == "CC"
    return joined and (place - 1 == sentence.first or document.words[place - 2] == ",")


def _past_time(document: Document, place: int, last: int) -> int:
    """Return where what is said begins behind "in 2003," and "on Monday,"."""
    if place >= last or document.tag(place) != "IN":
        return place
    stop = min(place + _TIME, last)
    comma = next((k for k in range(place + 1, stop) if document.words[k] == ","), None)
    dated = comma is not None and document.entity(comma - 1) in ("DATE", "NUMBER", "TIME")
    return comma + 1 if comma is not None and dated else place


_TIME = 5


def _clause(document: Document, sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause with a subject of its own follows the verb."""
    opening = _past_time(document, verb + 1, sentence.last)
    if opening + 2 >= sentence.last:
        return False
    if document.lower[opening] in ("that", "there"):
        return True
    stop = min(opening + _NEAR, sentence.last)
    joints = (k for k in range(opening, stop) if document.tag(k) in ("CC", ",", ":"))
    stop = next(joints, stop)
    return document.tag(opening) in _OPENS and grammar.finite(document, opening + 1, stop)
