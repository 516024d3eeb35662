"""What kind of attribution it is: how the content is given, and what the cue says of it."""

from __future__ import annotations

from claimtrack.attribution import lexicon, stance
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks, unsaid, vetoes
from claimtrack.language import Document
from claimtrack.model import Attitude, Quotation

_WITH_CLAUSE = ("speech", "show", "ask", "belief", "knowledge")
"""Cues that make a statement only with a clause or a quotation: not "reports to the gate"."""

_DIRECT = 0.9


def quotation(document: Document, reading: Reading) -> Quotation:
    """Return whether the content's words are all quoted, none of them, or some."""
    if reading.rules and reading.rules[0] == "transcript":
        return "direct"
    quoted = total = 0
    for first, last in reading.content:
        total += document.spoken_count(first, last)
        quoted += document.quoted_count(first, last)
    if total and quoted >= _DIRECT * total:
        return "direct"
    return "mixed" if quoted else "indirect"


def attitude(document: Document, reading: Reading) -> Attitude:
    """Return what the cue says the source does with the content (Pareti 2012).

    The groups of the lexicon decide; between several, a verb's likeliest use here: "agreed to go"
    is an eventuality, "agreed that" a belief. An unknown word asserts only what is quoted or
    stands in a clause of its own; else it tells what the source does.
    """
    if vetoes.SILENCE in reading.rules or unsaid.is_supposed(document, reading):
        return "eventuality"
    if reading.draft is None or reading.cue is None:
        return "assertion"
    if document.words[reading.cue[0]].lower() == "according":
        return "assertion"
    if stance.ascribes(document, reading):
        return "assertion"
    infinitive = _infinitive(document, reading)
    for place in (reading.draft.head, *range(*reading.cue)):
        word = document.lower[place]
        bits = lexicon.bits_of(word)
        if not bits:
            continue
        attitudes = lexicon.attitudes(bits)
        noun = document.tag(place).startswith("NN")
        if infinitive and (noun or not {"eventuality", "knowledge"}.isdisjoint(attitudes)):
            return "eventuality"
        if set(attitudes) == {"eventuality"}:
            return "eventuality"
        stands = clausal(document, reading) or stance.judges(document, place, reading)
        if _needs_clause(word, bits) and reading.source and not stands:
            return "eventuality"
        if bits & lexicon.mask(("seeming",)) and reading.source and not _seems(document, reading):
            return "eventuality"
        return next(item for item in (*attitudes, "assertion") if item != "eventuality")
    said = _says(document, reading) or stance.points_out(document, reading)
    return "assertion" if said else "eventuality"


def _seems(document: Document, reading: Reading) -> bool:
    """Tell "it looks as if" from "they are looking for a van"."""
    return document.lower[_opening(reading)] in ("to", "that", "like", "as")


def _opening(reading: Reading) -> int:
    """Return the first token of a reading's content."""
    return min(reading.content)[0]


def sees_only(document: Document, reading: Reading) -> bool:
    """Tell "they are looking for a van" from "it looks as if a van was there"."""
    if reading.cue is None or reading.source is None:
        return False
    groups = grammar.groups_of(document, reading.cue)
    if not groups & lexicon.mask(("seeming",)) or groups & lexicon.mask(_BESIDE_SEEMING):
        return False
    return not _seems(document, reading)


_BESIDE_SEEMING = (*grammar.REPORTING, "knowledge", "telling", "holding")


def _needs_clause(word: str, bits: int) -> bool:
    """Tell cues that also do other things ("report to the gate") from "say"."""
    stem = lexicon.stem(word)
    return stem not in _SAYS_ONLY and (
        stem in _ALSO_DOES or bool(bits & lexicon.mask(_WITH_CLAUSE))
    )


_ALSO_DOES = frozenset({"claim", "charge", "credit", "tip", "argue", "challenge"})
_SAYS_ONLY = frozenset({"say", "insist", "contend", "maintain"})


def clausal(document: Document, reading: Reading) -> bool:
    """Tell whether the content is quoted, or a clause of its own and not only a thing."""
    if document.lower[_opening(reading)] in _OPENERS:
        return not _relates(document, reading)
    if _argues(document, _opening(reading)):
        return True
    behind = reading.cue[1] if reading.cue is not None else -1
    for start, end in reading.content:
        if document.quoted(start, end):
            return True
        if _has_clause(document, start, _first_clause(document, start, end, behind)):
            return True
    return False


def _argues(document: Document, opening: int) -> bool:
    """Tell "made the argument that" and "found evidence that" from a thing made or found."""
    place, last = opening, len(document)
    while place < min(opening + 3, last - 1) and document.tag(place) in ("DT", "JJ", "PRP$", "RB"):
        place += 1
    if place + 2 >= last:
        return False
    held = document.lower[place] in _HELD or grammar.in_groups(document, place, ("holding",))
    if document.lower[place + 1] != "that":
        return held and _clause_begins(document, place + 1)
    noun = document.lower[place] in _REASONS or grammar.in_groups(document, place, ("telling",))
    return (noun or held) and document.tag_codes[place + 2] not in grammar.FINITE


def _clause_begins(document: Document, place: int) -> bool:
    """Tell "concern | the disease could spread" from "concern about the disease"."""
    stop = min(place + _SUBJECT, document.sentence(place).last)
    if document.tag(place) not in ("PRP", "DT", "NNP", "PRP$", "EX"):
        return False
    return grammar.finite(document, place + 1, stop)


_SUBJECT = 6
_HELD = frozenset({"certainty", "confidence", "assurances", "assurance", "alarm", "dismay"})
_REASONS = frozenset({"evidence", "proof", "point", "case", "signs", "indications", "news"})


def _relates(document: Document, reading: Reading) -> bool:
    """Tell "has reached a deal that will allow it" from "made the claim that it was allowed"."""
    opening = _opening(reading)
    if reading.cue is None or document.lower[opening] != "that" or opening != reading.cue[1]:
        return False
    if opening + 1 >= len(document):
        return False
    noun = document.tag(opening - 1) in ("NN", "NNS") and not grammar.in_groups(
        document, opening - 1, ("telling", "holding", "intending")
    )
    return noun and document.tag_codes[opening + 1] in grammar.FINITE


def _first_clause(document: Document, first: int, last: int, behind: int) -> int:
    """Return where what stands right behind a cue ends: "found the keys, and they left" at "and".

    What is coordinated after a comma is a clause of its own, and no sign that the first part is.
    """
    if first > behind + 1 or behind < 0 or "," not in document.words[first + 1 : last - 1]:
        return last
    for place in range(first + 1, last - 1):
        if document.words[place] != "," or document.lower[place + 1] not in _COORDINATING:
            continue
        if not _goes_on(document, place + 1, last):
            return place
    return last


def _goes_on(document: Document, first: int, last: int) -> bool:
    """Tell whether a clause goes on behind an aside: "the boat, which was white, was spotted"."""
    comma = next((k for k in range(first, last - 1) if document.words[k] == ","), None)
    if comma is None or document.lower[first] in ("and", "but", "or", "so"):
        return False
    return grammar.finite(document, comma + 1, min(comma + 3, last))


_COORDINATING = frozenset("and but or while so where when which who whose after before".split())


_OPENERS = frozenset({"that", "whether", "how", "why", "what", "where", "if"})


def _has_clause(document: Document, first: int, last: int) -> bool:
    """Tell whether the tokens hold more finite verbs than relative clauses: one of their own."""
    verbs = sum(map(document.tag_codes[first:last].count, grammar.FINITE))
    if not verbs:
        return False
    words = document.lower[first + 1 : last]
    return verbs > sum(map(words.count, _RELATIVES))


_RELATIVES = ("who", "which", "whose")


def _says(document: Document, reading: Reading) -> bool:
    """Tell whether the content is quoted, or a clause after "that" or a colon."""
    if reading.cue is not None and not any(
        map(str.isalpha, "".join(document.words[slice(*reading.cue)]))
    ):
        return True
    if marks.any_quoted(document, reading.content):
        return True
    opening = _opening(reading)
    return document.lower[opening] in ("that", "whether", "how", "why") or _argues(
        document, opening
    )


def _infinitive(document: Document, reading: Reading) -> bool:
    return document.tag(_opening(reading)) == "TO"
