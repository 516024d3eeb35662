"""Reports within reports: "X said Y had told him that …" has an outer and an inner source."""

from __future__ import annotations

from claimtrack.attribution import lexicon
from claimtrack.attribution.decoding import Range
from claimtrack.attribution.selection import Reading
from claimtrack.language import RELATIONS, TAGS, Document

_PROBABILITY = 0.7
_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who"})
_ROUND_SUBJECT = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "IN"})
_SUBJECT_HEADS = ("NN", "PRP", "WP")
_NO_SUBJECTS = frozenset({"nmod", "nmod:poss", "nmod:tmod", "dobj", "case", "amod"})
_LONGEST_SUBJECT = 8
_GROUPS = ("speech", "claim", "show", "belief")


def nest(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with those that stand within the content of another.

    Only what is certain from its form is taken: a subject, a verb of speech right after it, and
    a clause that the verb opens, all outside of the outer cue.
    """
    found = list(readings)
    heads = {reading.cue[0] for reading in readings if reading.cue is not None}
    for number, outer in enumerate(readings):
        if outer.source is None or outer.implicit:
            continue
        for piece in outer.content:
            inner = _inner(document, piece, heads)
            if inner is not None:
                source, cue, content = inner
                found.append(
                    Reading(
                        source,
                        cue,
                        (content,),
                        outer.probability * _PROBABILITY,
                        rules=("reported-within",),
                        within=number,
                    )
                )
    return found


def _inner(document: Document, piece: Range, heads: set[int]) -> tuple[Range, Range, Range] | None:
    first, last = piece
    for place in range(first + 1, min(last - 2, first + 40)):
        if place in heads or not _reports(document, place):
            continue
        subject = _subject(document, first, place)
        if subject is None:
            continue
        opening = _opening(document, place + 1, last)
        if opening is None:
            continue
        sentence = document.sentence(place)
        end = min(last, sentence.last)
        while end > opening and not any(map(str.isalnum, document.words[end - 1])):
            end -= 1
        if end - opening < 3:
            continue
        cue_first = place
        while document.tag(cue_first - 1) in ("VBD", "VBZ", "VBP", "MD", "RB") and (
            cue_first - 1 >= subject[1]
        ):
            cue_first -= 1
        return subject, (cue_first, place + 1), (opening, end)
    return None


def _reports(document: Document, place: int) -> bool:
    if document.tag_codes[place] not in _VERBS:
        return False
    return bool(lexicon.bits_of(document.lower[place]) & lexicon.mask(_GROUPS))


_VERBS = frozenset(TAGS.index(name) for name in ("VBD", "VBG", "VBN", "VBP", "VBZ"))


def _subject(document: Document, first: int, verb: int) -> Range | None:
    """Return the subject that ends right before the verb and its helpers."""
    end = verb
    while end > first and document.tag(end - 1) in ("VBD", "VBZ", "VBP", "MD", "RB"):
        end -= 1
    if end > first + 3 and document.words[end - 1] == ",":
        comma = next(
            (k for k in range(end - 2, max(first, end - 9), -1) if document.words[k] == ","), None
        )
        end = comma if comma is not None else end
    if end == first or not document.tag(end - 1).startswith(_SUBJECT_HEADS):
        return None
    if document.tag(end - 1) == "PRP":
        low = end - 1
        return None if document.lower[low] in ("it", "them", "him", "me", "us") else (low, end)
    low = end
    while (
        low > first
        and end - low < _LONGEST_SUBJECT
        and document.tag(low - 1) in _ROUND_SUBJECT
        and document.lower[low - 1] not in _OPENERS
    ):
        low -= 1
    while low < end and document.tag(low) in ("IN", "POS"):
        low += 1
    if low == end or RELATIONS[int(document.relations[end - 1])] in _NO_SUBJECTS:
        return None
    return (low, end)


def _opening(document: Document, place: int, last: int) -> int | None:
    """Return where the reported clause begins: at "that", or at a clause right after the verb."""
    told = lexicon.stem(document.lower[place - 1]) in ("tell", "inform", "warn", "remind")
    stop = min(place + 4, last) if told else min(place + 1, last)
    for here in range(place, stop):
        if document.lower[here] in _OPENERS:
            return here
    if told:
        if place < last and document.tag(place) == "PRP":
            place += 1
        else:
            while place < last and document.tag(place).startswith(("NN", "DT", "JJ", "PRP$")):
                place += 1
        if place < last and document.tag(place) == "TO":
            return place
        if place < last and document.tag(place) not in ("PRP", "DT"):
            return None
        told = False
    if place < last and document.tag(place) in ("PRP", "DT", "EX", "NNP", "NNS"):
        clause = [TAGS[tag] for tag in document.tags[place : min(place + 7, last)]]
        if any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in clause[1:]) and not told:
            return place
    return None
