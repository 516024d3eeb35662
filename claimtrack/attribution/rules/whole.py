"""Whole subjects: "Lawyers acting for the directors asked" is not what the directors asked."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, misplaced
from claimtrack.language import Document

_CLAUSES = frozenset(
    "after before because while as since until if that although though like than when whether"
    " unless despite amid except".split()
)
_OPENS_AFTER = frozenset({",", "and", "but", "that", "while", ":", ";", "“", '"', "``", "--", "—"})
_MOST = 5
"""The most links of a chain of phrases: "the head of the office of the minister for trade"."""


def subject(document: Document, reading: Reading) -> Reading:
    """Return the reading with its source's whole phrase, where the source stands within one."""
    reading = _act(document, _main(document, reading))
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] > cue[0]:
        return reading
    if document.tag(source[1] - 1) == "PRP" or not document.words[source[0]][0].isalnum():
        return reading
    if document.lower[source[0]] in ("of", "from") and document.words[source[0] - 1] == ",":
        named = grammar.phrase_before(document, source[0] - 1)
        if named is not None and document.tag(named[1] - 1) == "NNP":
            return replace(reading, source=(named[0], source[1]))
    start = grammar.group_start(document, cue[0])
    comma = source[1] == start - 1 and document.words[source[1]] == ","
    if source[1] != start and not comma:
        return reading
    first = document.sentence(source[0]).first
    place = _chain(document, source[0], first)
    if place == source[0] or document.quote_depth[place] != document.quote_depth[source[0]]:
        return reading
    if place > first and document.lower[place - 1] not in _OPENS_AFTER:
        return reading
    whole = (place, source[1])
    content = misplaced.cut(reading.content, whole)
    return reading if content is None else replace(reading, source=whole, content=content)


def phrase(document: Document, place: int) -> Range | None:
    """Return the noun phrase that ends at ``place``, with all that it hangs on, and when."""
    first, end = document.sentence(place).first, place
    if document.tag(place - 1) == "CC":
        return None
    while end > first + 1 and document.entity(end - 1) == "DATE":
        end -= 1
    alone = document.tag(first).startswith(("DT", "NN", "JJ", "CD", "PRP"))
    if (
        alone
        and "," not in document.words[first:place]
        and not grammar.finite(document, first, place)
    ):
        return (first, place)
    found = grammar.phrase_before(document, end, floor=first)
    if found is None or found[1] != end:
        return None
    return (_chain(document, found[0], first), place)


def _main(document: Document, reading: Reading) -> Reading:
    """Read "The study cited in a letter | says that rents rose", where only "cited" was a cue."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] != cue[0] or len(reading.content) != 1:
        return reading
    first, last = reading.content[0]
    participle = cue[1] - cue[0] == 1 and _done(document, cue[0])
    if first != cue[1] or not participle or document.sentence(cue[0]).first != source[0]:
        return reading
    for place in range(first + 2, min(first + _NEAR, last - 2)):
        if document.lower[place] in _PARTS or document.tag(place) in ("WDT", "WP", "CC"):
            return reading
        finite = document.tag_codes[place] in grammar.FINITE
        if document.lower[place + 1] == "that" and grammar.in_groups(document, place, _REPORTS):
            if finite or document.tag(place) == "NNS":  # "the report states that"
                cue, content = (place, place + 1), ((place + 1, last),)
                return replace(
                    reading, source=(source[0], place), cue=cue, content=content, draft=None
                )
        elif finite:
            return reading
    return reading


_REPORTS = ("speech", "claim", "show")
_NEAR = 10
_PARTS = frozenset({",", "—", "–", "--", ":", ";", "that", "“", '"', "``"})


def _act(document: Document, reading: Reading) -> Reading:
    """Read "The bank | issued a report revealing | how": the act is a part of the cue."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] != cue[0] or document.tag(cue[0]) != "VBG":
        return reading
    for place in range(source[0] + 1, source[1] - 1):
        if document.tag(place) in ("VBD", "VBZ") and document.lower[place] in _ISSUED:
            start = grammar.group_start(document, place)
            return replace(reading, source=(source[0], start), cue=(place, cue[1]))
    return reading


_ISSUED = frozenset(
    "issued issues published publishes released releases posted posts sent sends wrote writes gave"
    " gives made filed files signed circulated".split()
)


def _done(document: Document, place: int) -> bool:
    """Tell a participle that tells more of the noun before it: "cited in", "based on"."""
    following = document.lower[place + 1 : place + 2]
    if following in ((), ("that",)) or document.tag(place + 1) != "IN":
        return False
    return document.tag(place) == "VBN" or document.lower[place] in _DONE


_DONE = frozenset(
    "cited referenced quoted mentioned named based obtained published released commissioned"
    " conducted compiled hired employed".split()
)
"""Participles that the tagger may take for what the noun did."""


def _chain(document: Document, place: int, first: int) -> int:
    """Return where the phrases begin that lead up to ``place`` by prepositions and participles."""
    for _ in range(_MOST):
        before = _linked(document, place, first)
        if before is None:
            return place
        place = before[0]
    return place


def _linked(document: Document, place: int, first: int) -> Range | None:
    """Return the phrase that the one at ``place`` belongs to: "the coroner investigating | …"."""
    end = place
    while end > first + 1 and document.tag(end - 1) in _WITHIN:
        end -= 1
    place = end
    while end > first + 1 and _links(document, end - 1):
        end -= 1
    if end == place:
        return None
    found = grammar.phrase_before(document, end, floor=first)
    noun = found is not None and document.tag(found[1] - 1).startswith("NN")
    return found if noun else None


_WITHIN = frozenset({"DT", "JJ", "CD", "PRP$", "NNP", "NNPS"})
"""Tags within a phrase, of which a source may have lost the first words."""


def _links(document: Document, place: int) -> bool:
    tag = document.tag(place)
    if tag == "IN":
        return document.lower[place] not in _CLAUSES
    return tag in ("VBG", "VBN") or _done(document, place)
