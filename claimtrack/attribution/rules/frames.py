"""What frames one report is no content of another: "said prices fell and predicted" ends at "fell".

The frame of a report is its source and its cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks
from claimtrack.language import Document

_TAIL = 4
"""The most tokens at the end of content that may be the frame of the next report."""

_LINKS = ("CC", ",")


def shared(document: Document, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings without what else their source did: "expected a son and had a name"."""
    return [_without_deed(document, item) for item in readings]


def _without_deed(document: Document, reading: Reading) -> Reading:
    """End content behind its cue before "and" with a verb that has the cue's own subject."""
    cue, source = reading.cue, reading.source
    if cue is None or source is None or source[1] > cue[0] or len(reading.content) != 1:
        return reading
    first, last = reading.content[0]
    if first != cue[1] or not document.tag(first).startswith(_THINGS):
        return reading
    for place in range(first + 1, min(last - 1, first + _REACH)):
        if document.tag_codes[place] in grammar.FINITE or document.quote_depth[place]:
            return reading
        if document.lower[place] not in ("and", "but") or document.lower[place - 1] == "all":
            continue
        verb = place + 1 + (document.tag(place + 1) == "RB")
        acts = verb + 1 < len(document) and not document.tag(verb + 1).startswith("NN")
        acts = acts and not grammar.in_groups(document, verb, ("speech", "claim"))
        if verb < last and acts and document.tag(verb) in ("VBD", "VBZ"):
            content = marks.trim(document, (first, place))
            return reading if content is None else replace(reading, content=(content,))
    return reading


_THINGS = ("DT", "NN", "JJ", "PRP$", "CD")
_REACH = 16


def clear(document: Document, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings without the frames of others in their content, in the same order.

    One whose content is nothing but another's frame falls: "she said, when a reporter explained".
    """
    homes: dict[int, list[Reading]] = {}
    for item in readings:
        if item.cue is not None:
            homes.setdefault(int(document.sentence_of[item.cue[0]]), []).append(item)
    found = []
    for item in readings:
        home = int(document.sentence_of[item.place])
        others = [other for other in homes.get(home, ()) if other is not item]
        if not others:
            found.append(item)
            continue
        if _is_frame(item, others):
            continue
        content = tuple(_before_cues(document, piece, others) for piece in item.content)
        found.append(item if content == item.content else replace(item, content=content))
    return found


def _is_frame(reading: Reading, others: Sequence[Reading]) -> bool:
    """Tell whether all content of a reading is source and cue of another one."""
    return any(
        other.source is not None
        and other.cue is not None
        and all(
            all(
                other.source[0] <= place < other.source[1] or other.cue[0] <= place < other.cue[1]
                for place in range(*piece)
            )
            for piece in reading.content
        )
        for other in others
    )


def _before_cues(document: Document, piece: Range, others: Sequence[Reading]) -> Range:
    """Return content that ends before a cue, and its "and", that stands at its very end."""
    first, last = piece
    for other in others:
        if other.cue is None or other.content[0][0] < last or document.quote_depth[other.cue[0]]:
            continue
        start = other.cue[0]
        if other.source is not None and other.source[1] == last <= start:
            start = other.source[0]
        elif not start < last <= start + _TAIL:
            continue
        end = grammar.group_start(document, start) if start > first + 2 else first
        end -= document.lower[end - 1] == "with"
        if end <= first + 2 or document.tag(end - 1) not in _LINKS:
            continue
        while end > first + 2 and document.tag(end - 1) in _LINKS:
            end -= 1
        last = (marks.trim(document, (first, end)) or piece)[1]
    return first, last
