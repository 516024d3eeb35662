"""Quotations with a speaker of their own right beside them.

"It was offside," said the coach, but "it was never offside," said the linesman: each quotation
belongs to the reporting verb that touches it, whatever else the sentence holds.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.language import Document, Quotation

RULE = "speaker-beside"

_PROBABILITY = 0.9
_NAME = 6
_PAUSES = frozenset({",", "?", "!", "…", "..."})
_SAYS = frozenset(
    "say add tell explain recall warn insist argue continue reply write joke note claim".split()
)
_AFTER = frozenset({",", ".", ";", ":", "(", "—", "–", "who", "in", "on", "at", "after", "as"})


def split(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with each quotation at the reporting verb right behind it."""
    if not document.quotations:
        return readings
    found = list(readings)
    cued = {place for item in readings if item.cue is not None for place in range(*item.cue)}
    sentences: dict[int, list[int]] = {}
    for number, item in enumerate(readings):
        if item.cue is not None:
            sentences.setdefault(int(document.sentence_of[item.cue[0]]), []).append(number)
    for quotation in document.quotations:
        if quotation.depth != 1 or not quotation.closed or quotation.last >= len(document):
            continue
        frame = _frame(document, quotation)
        if frame is None or any(place in cued for place in range(*frame[1])):
            continue
        source, cue = frame
        content = (quotation.first, quotation.last)
        for number in sentences.get(int(document.sentence_of[cue[0]]), ()):
            left = _without(found[number].content, content)
            if left is None:
                break
            found[number] = replace(found[number], content=left)
        else:
            found.append(Reading(source, cue, (content,), _PROBABILITY, rules=(RULE,)))
    return sorted(found, key=lambda item: item.place)


def _frame(document: Document, quotation: Quotation) -> tuple[Range, Range] | None:
    """Return the source and the cue that stand right behind a quotation."""
    place = quotation.last
    paused = document.words[place - 2] in _PAUSES
    if document.words[place] == ",":
        place, paused = place + 1, True
    last = document.sentence(quotation.last - 1).last
    if not paused or place + 1 >= last:
        return None
    if _is_cue(document, place):
        source = grammar.phrase_after(document, place + 1, ceiling=last)
        return None if source is None else (source, (place, place + 1))
    source = grammar.phrase_after(document, place, ceiling=last)
    if source is None or source[1] >= last:
        return None
    source = (source[0], _past_name(document, source[1], last))
    verb = source[1] + (document.words[source[1]] == ",")
    modal = verb + 1 < last and document.tag(verb) == "MD"
    head = verb + modal
    if head >= last or not (modal or _is_cue(document, verb)):
        return None
    if modal and (document.tag(head) != "VB" or grammar.stem(document, head) not in _SAYS):
        return None
    following = document.lower[head + 1] if head + 1 < last else "."
    return (source, (verb, head + 1)) if following in _AFTER else None


def _past_name(document: Document, place: int, last: int) -> int:
    """Return where a subject ends with the name beside it: "my guide, Said Benali, would say"."""
    if document.words[place] != ",":
        return place
    stop = min(place + _NAME, last - 1)
    comma = next((k for k in range(place + 1, stop) if document.words[k] == ","), place)
    named = all(document.words[k][0].isupper() for k in range(place + 1, comma))
    return comma if comma > place + 1 and named else place


def _is_cue(document: Document, place: int) -> bool:
    if document.tag(place) not in ("VBD", "VBZ", "VBP"):
        return False
    return grammar.stem(document, place) in _SAYS


def _without(content: tuple[Range, ...], taken: Range) -> tuple[Range, ...] | None:
    """Return the content without one of its pieces; ``None`` where nothing would be left."""
    left: list[Range] = []
    for first, last in content:
        if last <= taken[0] or taken[1] <= first:
            left.append((first, last))
            continue
        left.extend(
            piece for piece in ((first, taken[0]), (taken[1], last)) if piece[1] - piece[0] > 1
        )
    return tuple(left) or None
