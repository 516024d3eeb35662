"""Verbs of saying that tell of deeds: bombs that blast, batsmen dismissed, lives claimed."""

from __future__ import annotations

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks
from claimtrack.attribution.rules.catalogue import AGENT
from claimtrack.language import Document

_STRIKING = frozenset("attack attacks blast assault assaults strike strikes".split())
_FORCE = lexicon.words("armed")
_LIVES = frozenset("life lives victim victims scalp wicket wickets".split())
_WITHOUT_WORDS = ("that", "as", "for", "over")


def strikes(document: Document, reading: Reading) -> bool:
    """Tell "Israeli helicopters attacked targets in Gaza" from "she attacked the plan"."""
    if reading.cue is None or marks.any_quoted(document, reading.content):
        return False
    stems = {lexicon.stem(word) for word in document.lower[slice(*reading.cue)]}
    if _STRIKING.isdisjoint(stems):
        return False
    if document.lower[min(reading.content)[0]] in _WITHOUT_WORDS:
        return False
    verb = reading.cue[0]
    if verb and document.tag(verb) in ("NN", "NNS") and document.entity(verb - 1) == "DATE":
        return True  # "the September 11 attacks"
    first, last = min(reading.content)
    words = document.lower[first : min(first + _VERDICT, last)]
    if not {"for", "as", "calling", "saying", "over", "report"}.isdisjoint(words):
        return False
    if reading.source is not None and document.entity(reading.source[1] - 1) == "PERSON":
        return False
    stop = next((k for k in range(first, last) if document.tag(k) in ("IN", "TO", ",")), last)
    ends = [reading.cue, reading.source or (0, 0), (max(first, stop - 1), stop)]
    return any(not _FORCE.isdisjoint(document.lower[low:high]) for low, high in ends)


_VERDICT = 14


def dismissed(document: Document, reading: Reading) -> bool:
    """Tell "was dismissed for 374" from "dismissed the claim" and "was dismissed as untrue"."""
    verb = _place_of(document, reading, "dismissed")
    if verb is None or AGENT in reading.rules or not grammar.passive(document, verb):
        return False
    return {"as", "by"}.isdisjoint(document.lower[verb + 1 : verb + _NEAR])


def rules_for(document: Document, reading: Reading) -> bool:
    """Tell "ruled Indonesia for 32 years" from what a court ruled."""
    if reading.cue is None or document.lower[reading.cue[1] - 1] not in ("ruled", "rules"):
        return False
    first, last = reading.content[0]
    near = document.lower[first : min(first + _NEAR, last)]
    return first == reading.cue[1] and not _LONG.isdisjoint(near) and "for" in near


_LONG = frozenset({"years", "decades", "centuries", "months"})


def claims_lives(document: Document, reading: Reading) -> bool:
    """Tell "the violence has claimed eight lives" from what somebody claims."""
    if reading.cue is None or grammar.stem(document, reading.cue[1] - 1) != "claim":
        return False
    first, last = reading.content[0]
    if document.lower[first] == "that":
        return False
    near = document.lower[first : min(first + _OBJECT, last)]
    taken = next((first + k for k, word in enumerate(near) if word in _LIVES), None)
    return taken is not None and not grammar.finite(document, first, min(taken + 2, last))


_OBJECT = 4
_NEAR = 6


def found(document: Document, reading: Reading) -> bool:
    """Tell "the men were found aboard their boat" from what a court found."""
    cue = reading.cue
    if cue is None or document.lower[cue[1] - 1] != "found" or cue[1] >= len(document):
        return False
    place = document.tag(cue[1]) == "IN" and document.lower[cue[1]] != "that"
    return place and grammar.passive(document, cue[1] - 1)


def looks(document: Document, reading: Reading) -> bool:
    """Tell "will be looking to see whether" and "are looking for" from what somebody thinks."""
    verb = _place_of(document, reading, "looking")
    if verb is None:
        return False
    return document.lower[verb + 1 : verb + 2] in (("to",), ("for",), ("at",))


def explains(document: Document, reading: Reading) -> bool:
    """Tell "can in part be explained by pressure" from what somebody explained."""
    verb = _place_of(document, reading, "explained")
    if verb is None or document.lower[verb + 1 : verb + 2] != ("by",):
        return False
    before = document.lower[max(verb - _NEAR, 0) : verb]
    return not _CAUSES.isdisjoint(before)


_CAUSES = frozenset({"can", "could", "may", "might", "part", "partly", "largely", "mostly"})


def _place_of(document: Document, reading: Reading, word: str) -> int | None:
    """Return where a reading's cue has a word, if it does."""
    places = () if reading.cue is None else range(*reading.cue)
    return next((place for place in places if document.lower[place] == word), None)


PHYSICAL = (strikes, dismissed, rules_for, claims_lives, found, looks, explains)
