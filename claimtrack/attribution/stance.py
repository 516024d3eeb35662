"""What a cue says without a clause: "called it a joke", "expects prices to fall"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.selection import Reading
from claimtrack.language import Document

CALLING = frozenset({"call", "term", "dub", "label", "brand", "declare", "pronounce", "deem"})
"""Verbs with an object and, right behind it, what it is to the one who speaks."""

_AS = frozenset(
    "describe characterize characterise portray depict regard denounce dismiss condemn praise hail"
    " defend"
    " label brand view".split()
)
_EXPECTING = frozenset({"expect", "predict", "forecast", "project", "estimate", "anticipate"})
_TELLING = frozenset({"recall", "remember", "describe", "recount"})
"""Verbs by which a witness tells what was done: "recalled running"."""

_ASCRIBING = frozenset({"attribut", "attribute", "ascrib", "ascribe"})
_FINDING_REASONS = frozenset({"cite"})
_COUNTS = frozenset({"no", "more", "fewer", "several", "dozens", "hundreds"})
_SEERS = frozenset("analysts forecasters economists experts traders strategists observers".split())
"""Who sees what is to come: "analysts see prices falling"."""
_SHOWING = frozenset({"show"})
_FIGURES = ("CD", "$")
_NOUNS = ("NN", "PRP", "CD")
_OPENERS = ("DT", "JJ", "VBN", "``", "RB")
_FAR = 14


def judges(document: Document, verb: int, reading: Reading) -> bool:
    """Tell whether a cue's verb says what its object is, will do or amounts to.

    "Called an ambulance" does not; "called the plan a disaster", "described it as unfair",
    "expects inflation to ease", "estimates sales of $6bn", "shows a man leaping", "recalled
    running" and "claims to have seen it" do.
    """
    stem = lexicon.stem(document.lower[verb])
    first, last = reading.content[0]
    if first < verb:
        return False
    if stem in CALLING and (_what(document, reading) or _complement(document, first, last)):
        return True
    if stem in _AS and "as" in document.lower[first + 1 : min(first + _FAR, last)]:
        return True
    if stem in _FINDING_REASONS:
        return True
    if stem == "report":
        return document.tag(first) == "CD" or document.lower[first] in _COUNTS
    if stem == "see" and reading.source is not None:
        last_word = document.lower[reading.source[1] - 1]
        return last_word in _SEERS
    if stem in _EXPECTING:
        return document.tag(verb) != "VBG" and _foretells(document, first, last)
    if stem in _TELLING:
        return document.tag(first) == "VBG" or _scene(document, first, last, ("VBG",))
    if stem in _DIRECTING:
        return not _narrates(document, verb, reading) and _directs(document, first, last)
    if stem in _FINDING and reading.source and _is_count(document, reading.source):
        return True
    if stem == "claim":
        return "to" in document.lower[first : first + 2]
    return stem in _SHOWING and _scene(document, first, last)


_DIRECTING = frozenset("ask urge call order instruct tell advise warn appeal".split())
_FINDING = frozenset({"show", "find", "reveal", "indicate"})
_FIGURES_SAY = frozenset("figures statistics data survey poll census research".split())


def _narrates(document: Document, verb: int, reading: Reading) -> bool:
    """Tell the writer's own "I asked him to leave" from what somebody is quoted with."""
    if reading.source is None or document.quote_depth[verb]:
        return False
    return document.lower[reading.source[1] - 1] in ("i", "we")


def _is_count(document: Document, source: tuple[int, int]) -> bool:
    """Tell "the statistics, covering three decades," from who shows something."""
    first, last = source
    stop = next((k for k in range(first, last) if document.tag(k) in ("IN", ",")), last)
    return stop > first and document.lower[stop - 1] in _FIGURES_SAY


def _directs(document: Document, first: int, last: int) -> bool:
    """Tell "urged residents to stay" from "asked a question"."""
    tags = [document.tag(place) for place in range(first, min(first + _FAR, last))]
    return any(
        one.startswith(("NN", "PRP")) and two == "TO" and three == "VB"
        for one, two, three in zip(tags, tags[1:], tags[2:], strict=False)
    )


def ascribes(document: Document, reading: Reading) -> bool:
    """Tell "attributed the outbreak to late rains" from what is an attribute."""
    if reading.cue is None or reading.source is None:
        return False
    first, last = reading.content[0]
    stems = map(lexicon.stem, document.lower[slice(*reading.cue)])
    to = "to" in document.lower[first + 1 : min(first + _FAR, last)]
    return to and first >= reading.cue[1] and not _ASCRIBING.isdisjoint(stems)


def points_out(document: Document, reading: Reading) -> bool:
    """Tell "he pointed out" from what somebody points at."""
    if reading.cue is None:
        return False
    words = document.lower[slice(*reading.cue)]
    return any(one.startswith("point") and two == "out" for one, two in pairwise(words))


def _what(document: Document, reading: Reading) -> bool:
    """Tell "what the mayor called a disgrace": what is so called stands before."""
    return reading.source is not None and document.lower[reading.source[0] - 1] == "what"


def _complement(document: Document, first: int, last: int) -> bool:
    """Tell whether a second phrase stands right behind the first: "the study" and "a joke"."""
    place = first + (document.tag(first) in ("DT", "PRP$"))
    while place < last and document.tag(place) in ("JJ", "CD"):
        place += 1
    if first + 1 < place < last and document.tag(place) == "DT":
        return True  # the first noun is taken for an adjective
    if place >= last or not document.tag(place).startswith(_NOUNS):
        return False
    if document.tag(place) == "PRP":
        place += 1
    else:
        while place < last and document.tag(place).startswith(("NN", "POS")):
            place += 1
    return place < last and (document.tag(place) in _OPENERS or document.words[place] in "\"“‘'``")


def _foretells(document: Document, first: int, last: int) -> bool:
    """Tell "inflation to average 5 per cent" and "sales of $6bn" from things expected."""
    stop = min(first + _FAR, last)
    tags = [document.tag(place) for place in range(first, stop)]
    acts = any(one == "TO" and two.startswith("VB") for one, two in pairwise(tags[1:]))
    return acts or any(tag in _FIGURES for tag in tags)


def _scene(
    document: Document, first: int, last: int, forms: tuple[str, ...] = ("VBG", "VBN")
) -> bool:
    """Tell "a man leaping from the bridge" from a thing that is shown."""
    tags = [document.tag(place) for place in range(first, min(first + _FAR, last))]
    return any(one.startswith("NN") and two in forms for one, two in pairwise(tags))
