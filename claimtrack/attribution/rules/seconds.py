"""A second report in the same sentence: "the union said A, while the company insisted that B"."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks
from claimtrack.attribution.rules.vetoes import refuses
from claimtrack.language import Document

RULE = "second-report"

_PROBABILITY = 0.8
_LINKS = frozenset({"while", "but", "and", "whereas", "though", "although"})
_SAYING = ("speech", "claim")
_ASKING = ("speech", "claim", "ask")
_FINITE = ("VBD", "VBZ", "VBP")
_SHORTEST = 4
CALLING = frozenset({"call", "describe", "term", "label", "dub", "brand"})
"""Verbs that say what something is to the one who calls it so."""
_FIGURE = 6


def part(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with each report ending where the next speaker's begins."""
    cued = {place for item in readings if item.cue is not None for place in range(*item.cue)}
    found: list[Reading] = []
    for reading in readings:
        if reading.source is None or reading.cue is None or reading.draft is None:
            found.append(reading)
            continue
        number = len(reading.content) - 1
        first, last = reading.content[number]
        second = None
        end = max(last, document.sentence(first).last - 1)
        if first >= reading.cue[0]:
            second = (
                _second(document, (first, end))
                or _called(document, (first, end))
                or _own(document, reading, (first, end))
            )
        if second is None:
            found.append(reading)
            continue
        link, source, verb = second
        rest = marks.trim(document, (first, min(link, last))) if link > first else None
        kept = (*reading.content[:number], *(() if rest is None else (rest,)))
        if not kept:
            found.append(reading)
            continue
        found.append(replace(reading, content=kept))
        other = _report(document, source, verb, end)
        if other is not None and cued.isdisjoint(range(verb, verb + 1)):
            found.append(other)
    return sorted(found, key=lambda item: item.place)


def _second(document: Document, piece: Range) -> tuple[int, Range, int] | None:
    """Return the link, the subject and the verb of another's report within a piece of content."""
    first, last = piece
    if _LINKS.isdisjoint(document.lower[first:last]):
        return None
    for place in range(first, last - _SHORTEST):
        if document.lower[place] not in _LINKS or document.quote_depth[place]:
            continue
        if place > first and document.words[place - 1] != ",":
            continue
        source = grammar.phrase_after(document, place + 1, ceiling=last)
        if source is None or source[0] != place + 1 or document.tag(source[1] - 1) == "PRP":
            continue
        verb = source[1]
        if verb >= last:  # the phrase runs to the end: no verb can follow
            continue
        while verb < last - 1 and document.tag(verb) in ("RB", "MD"):
            verb += 1
        if document.tag(verb) in _FINITE and (
            grammar.in_groups(document, verb, _ASKING) or figure(document, verb, last)
        ):
            return place, source, verb
    return None


def _called(document: Document, piece: Range) -> tuple[int, Range, int] | None:
    """Return the same for what another calls it: "…, in what Kyiv called a deliberate attack"."""
    first, last = piece
    if "what" not in document.lower[first:last]:
        return None
    for place in range(first, last - _SHORTEST):
        if document.lower[place : place + 2] != ("in", "what") or document.quote_depth[place]:
            continue
        source = grammar.phrase_after(document, place + 2, ceiling=last)
        if source is None or source[1] >= last - 1:
            continue
        if grammar.stem(document, source[1]) in CALLING and document.tag(source[1]) in _FINITE:
            return place, source, source[1]
    return None


def _own(document: Document, reading: Reading, piece: Range) -> tuple[int, Range, int] | None:
    """Return the same for what who gave no answer did say: "declined to comment but said …"."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or not any(refuses(document, k) for k in range(*cue)):
        return None
    first, last = piece
    for place in range(first, last - _SHORTEST):
        if document.lower[place] not in ("but", "and", "yet") or document.quote_depth[place]:
            continue
        verb = place + 1
        while verb < last - 1 and document.tag(verb) == "RB":
            verb += 1
        if document.tag(verb) in _FINITE and grammar.in_groups(document, verb, _SAYING):
            return place, source, verb
    return None


def figure(document: Document, verb: int, last: int) -> bool:
    """Tell "puts it at $120" and "put the toll at 14" from putting things."""
    if document.lower[verb] not in ("put", "puts"):
        return False
    helper = document.lower[grammar.group_start(document, verb)]
    if document.tag(verb) not in _FINITE and helper not in ("has", "have", "had"):
        return False
    stop = min(verb + _FIGURE, last - 1)
    return any(
        document.lower[place] == "at" and document.tag(place + 1) in _AMOUNTS
        for place in range(verb + 1, stop)
    )


_AMOUNTS = ("CD", "$", "JJR", "RB", "PDT", "DT", "JJ")


def _report(document: Document, source: Range, verb: int, last: int) -> Reading | None:
    """Return the second report where its verb is one of saying, with a clause or a figure."""
    content = marks.trim(document, (verb + 1, last))
    if content is None:
        return None
    said = grammar.in_groups(document, verb, _SAYING) and grammar.finite(document, *content)
    called = grammar.stem(document, verb) in CALLING
    if not (said or called or figure(document, verb, last)):
        return None
    return Reading(source, (verb, verb + 1), (content,), _PROBABILITY, rules=(RULE,))
