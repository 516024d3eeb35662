"""What nobody has said, though the words of saying are there: wishes, questions, evaluations."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.language import Document


def evaluates(document: Document, reading: Reading) -> bool:
    """Tell "it is important to realise that" from what somebody realised."""
    if reading.cue is None:
        return False
    place = reading.cue[1] - 1
    low = max(document.sentence(place).first, place - 6)
    words = document.lower[low : place + 1]
    return (
        words[-2:-1] == ("to",)
        and grammar.stem(document, place) in _REALISING
        and "it" in words
        and document.tag(place - 2) == "JJ"
        and not grammar.BE.isdisjoint(words)
    )


_REALISING = frozenset(
    "realise realize recognise recognize remember recall note understand acknowledge stress".split()
)


def might_have(document: Document, reading: Reading) -> bool:
    """Tell "the firm might have suggested that" from what it suggested."""
    if reading.cue is None or reading.source is None:
        return False
    verb = reading.cue[1] - 1
    if not grammar.in_groups(document, verb, ("speech", "claim", "show")):
        return False
    have = _past_adverbs(document, verb - 1)
    return (
        document.lower[have] == "have"
        and have > 0
        and (document.lower[_past_adverbs(document, have - 1)] in _MIGHT)
    )


def _past_adverbs(document: Document, place: int) -> int:
    while place > 0 and document.tag(place) == "RB":
        place -= 1
    return max(place, 0)


_MIGHT = frozenset({"might", "could", "should"})


def seems_not(document: Document, reading: Reading) -> bool:
    """Tell "they do not seem to understand that" from what they understand."""
    if reading.cue is None:
        return False
    verb = reading.cue[1] - 1
    low = max(document.sentence(verb).first, verb - 5)
    words = document.lower[low : verb + 2]
    return any(
        pair in (("seem", "to"), ("appear", "to"))
        and not _NOT.isdisjoint(words[max(0, place - 1) : place])
        for place, pair in enumerate(pairwise(words))
    )


_NOT = grammar.NOT | {"never"}


def is_issue(document: Document, reading: Reading) -> bool:
    """Tell "one question was whether" from what somebody asks."""
    if reading.source is None or reading.cue is None:
        return False
    alone = document.lower[slice(*reading.source)] in (("one",), ("another",))
    return alone and document.tag(reading.cue[0]).startswith("NN")


def qualifies(document: Document, reading: Reading) -> bool:
    """Tell "two dozen suspected militants" from whom somebody suspects."""
    if reading.cue is None or reading.cue[1] - reading.cue[0] != 1:
        return False
    first, last = reading.cue
    if document.lower[first] not in _ALLEGED or last >= len(document) or not first:
        return False
    if not document.tag(last).startswith(("NN", "JJ", "``")):
        return False
    before = document.tag(first - 1)
    if before == "CD" or document.lower[first - 1] == "dozen":
        return True
    return before in ("DT", "PRP$") and document.tag(first) in ("VBN", "JJ")


_ALLEGED = frozenset({"suspected", "alleged", "accused", "convicted"})


def asks_anyone(document: Document, reading: Reading) -> bool:
    """Tell "does anyone think so?" from what somebody thinks."""
    source = reading.source
    if source is None or document.quote_depth[source[0]]:
        return False
    last = document.sentence(source[0]).last
    return document.lower[slice(*source)] in _ANYBODY and "?" in document.words[last - 2 : last]


_ANYBODY = (("anyone",), ("anybody",), ("someone",), ("somebody",))


def asks_for_comment(document: Document, reading: Reading) -> bool:
    """Tell "the paper has asked the firm for comment" from what somebody asked."""
    if reading.cue is None or _ASKING.isdisjoint(document.lower[slice(*reading.cue)]):
        return False
    first = reading.cue[1]
    words = document.lower[first : first + 8]
    return any(words[k] == "for" and "comment" in words[k + 1 : k + 3] for k in range(len(words)))


_ASKING = frozenset("asked asking asks contacted approached reached requested".split())


def finds_itself(document: Document, reading: Reading) -> bool:
    """Tell "the firm found itself short of cash" from what it found."""
    if reading.cue is None or reading.cue[1] >= len(document):
        return False
    return (
        grammar.stem(document, reading.cue[1] - 1) in ("find", "found")
        and document.lower[reading.cue[1]] in _ITSELF
    )


_ITSELF = frozenset({"itself", "himself", "herself", "themselves", "yourself", "ourselves"})


def raises(document: Document, reading: Reading) -> bool:
    """Tell "the attack raised fears" from fears that somebody raised."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] > cue[0]:
        return False
    words = document.lower[cue[0] : cue[1] + 2]
    if _RAISING.isdisjoint(words) or _CONCERNS.isdisjoint(words):
        return False
    return _is_deed(document, source)


_RAISING = frozenset("raise raises raised raising sparks sparked fuels fueled fuelled".split())
_CONCERNS = frozenset("fears concern concerns doubt doubts question questions hope hopes".split())


def _is_deed(document: Document, source: Range) -> bool:
    """Tell "the attack" and "the killing of two men" from who can speak, by name or by number."""
    head = next(
        (k - 1 for k in range(source[0] + 1, source[1]) if document.tag(k) == "IN"), source[1] - 1
    )
    return document.tag(head) == "NN" and document.lower[head] in _DEEDS


_DEEDS = lexicon.words("deeds")


def points_back(document: Document, reading: Reading) -> bool:
    """Tell "This suggests that" from what somebody suggests: the writer draws the conclusion."""
    source = reading.source
    if source is None or document.quote_depth[source[0]] or source[1] - source[0] != 1:
        return False
    first = document.sentence(source[0]).first
    word = document.lower[source[0]]
    return word == "this" or (word == "that" and source[0] == first)


def is_reduced(document: Document, reading: Reading) -> bool:
    """Tell "the tool found by the researchers survived" from what a tool found."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] != cue[0] or cue[1] - cue[0] != 1:
        return False
    if document.lower[cue[1] : cue[1] + 1] != ("by",) or document.tag(cue[0]) == "VBG":
        return False
    agent = grammar.phrase_after(document, cue[1] + 1)
    return agent is not None and grammar.finite(document, agent[1], agent[1] + 1)


def is_supposed(document: Document, reading: Reading) -> bool:
    """Tell "if the company finds that" and "few would argue" from what somebody has found."""
    source = reading.source
    if source is None or reading.cue is None or document.quote_depth[source[0]]:
        return False
    if document.lower[source[0]] == "few" and "would" in document.lower[slice(*reading.cue)]:
        return True
    opening = source[0] if document.lower[source[0]] in _IF else source[0] - 1
    return opening >= 0 and document.lower[opening] in _IF and source[1] <= reading.cue[0]


_IF = frozenset({"if", "unless"})


def appoints(document: Document, reading: Reading) -> bool:
    """Tell "the Senate confirmed her by a vote of 53-36" from what the Senate confirmed."""
    if reading.cue is None or grammar.stem(document, reading.cue[1] - 1) != "confirm":
        return False
    first, last = reading.content[0]
    if first != reading.cue[1] or grammar.finite(document, first, last):
        return False
    return document.lower[first] != "that" and "by a vote" in " ".join(document.lower[first:last])


def shows_signs(document: Document, reading: Reading) -> bool:
    """Tell "he showed no symptoms" from what figures show."""
    if reading.cue is None or grammar.stem(document, reading.cue[1] - 1) != "show":
        return False
    first, last = reading.content[0]
    if _SIGNS.isdisjoint(document.lower[first : first + 4]):
        return False
    return document.lower[first] == "no" or not grammar.finite(document, first, last)


_SIGNS = frozenset("symptoms signs sign interest mercy remorse emotion respect courage".split())


def is_about(document: Document, reading: Reading) -> bool:
    """Tell "it's not about money" from what somebody is asked about."""
    if reading.cue is None or document.lower[reading.cue[1] - 1] != "about":
        return False
    words = document.lower[reading.cue[0] : reading.cue[1] - 1]
    return bool(words) and all(item in grammar.BE or item in _NOT for item in words)


UNSAID = (
    evaluates,
    might_have,
    seems_not,
    asks_anyone,
    asks_for_comment,
    finds_itself,
    raises,
    points_back,
    is_reduced,
    is_issue,
    qualifies,
    appoints,
    shows_signs,
    is_about,
)
