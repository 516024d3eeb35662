"""Who speaks a quotation that stands alone: by the reports around it, or what somebody did."""

from __future__ import annotations

import numpy as np

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.outline import Outline
from claimtrack.attribution.rules import beforehand
from claimtrack.language import Document, Quotation

_AHEAD = 3
"""A speaker named after a quotation is looked for in this many sentences."""


def speaker(
    document: Document,
    view: Outline,
    found: list[Reading],
    by_paragraph: dict[int, list[int]],
    quotation: Quotation,
    last_speaker: tuple[int, int] | None,
) -> int | Range | None:
    """Return who speaks a quotation that nobody holds from outside, if that can be told.

    That is a reading, whose source it is, or the words for a person who did something right
    before. ``last_speaker`` is the reading of the last quotation and its paragraph.
    """
    person = beforehand.gesturing(document, view, quotation)
    if person is not None:
        return person
    paragraph = int(view.paragraph[quotation.first])
    here = [k for k in by_paragraph.get(paragraph, []) if found[k].source is not None]
    before = [k for k in here if found[k].place < quotation.first]
    if before:
        if last_speaker is not None and last_speaker[1] == paragraph:
            newer = _newer(document, view, found, before, quotation, last_speaker[0])
            return last_speaker[0] if newer is None else newer
        return before[-1]
    after = [k for k in here if found[k].place >= quotation.last]
    limit = int(view.sentence[quotation.last - 1]) + _AHEAD
    if after and int(view.sentence[found[after[0]].place]) <= limit:
        return after[0]
    if last_speaker is not None and 0 <= paragraph - last_speaker[1] <= 1:
        return last_speaker[0]
    earlier = [k for k in by_paragraph.get(paragraph - 1, []) if found[k].source is not None]
    if earlier and _leads_on(document, view, found[earlier[-1]], paragraph):
        return earlier[-1]
    return beforehand.person(document, view, quotation)


def _newer(
    document: Document,
    view: Outline,
    found: list[Reading],
    before: list[int],
    quotation: Quotation,
    speaker: int,
) -> int | None:
    """Return who reports in the sentence before, since the last speaker was quoted.

    '"We lost," Ann Lee said. Coach Bo Hall says the pitch was wet. "It was a lake."' goes on with
    the coach.
    """
    home = int(view.sentence[quotation.first])
    quoted = int(view.sentence[found[speaker].content[-1][1] - 1])
    for number in before:
        reading = found[number]
        sentence = int(view.sentence[reading.place])
        if sentence != home - 1 or sentence <= quoted or reading.source is None:
            continue
        if not reading.implicit and _is_person(document, reading.source):
            return number
    return None


def _is_person(document: Document, tokens: Range) -> bool:
    """Tell whether a source is spoken of by a person's name."""
    return any(document.entity(place) == "PERSON" for place in range(*tokens))


def _leads_on(document: Document, view: Outline, reading: Reading, paragraph: int) -> bool:
    """Tell whether the reading ends the paragraph before: its words lead on to what follows."""
    stop = int(np.searchsorted(view.paragraph, paragraph)) - 1
    if document.words[stop] == ":":
        return True
    end = max(reading.content[-1][1], reading.cue[1] if reading.cue is not None else 0)
    place = min(end, view.size - 1)
    return int(view.paragraph[place]) >= paragraph or int(view.last[end - 1]) - end <= 2
