"""Quotations without a cue of their own: whose words are they?

"A," she said. "B." has one cue and two quotations; a speech may run over paragraphs. Each
quotation that is speech (not a term, a title or a scare quote) goes to the reading that its
place names.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.models import selection
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading, extend, free
from claimtrack.attribution.outline import Outline
from claimtrack.attribution.rules import orphans
from claimtrack.language import Document, Quotation

_WORDS = 4
"""A quotation of fewer words that is no sentence of its own is a term, not speech."""

_PERSON = 0.7
"""How likely the person of the sentence before is the speaker."""


def carry(document: Document, view: Outline, readings: list[Reading]) -> list[Reading]:
    """Return the readings with the quotations that belong to them, and new implicit ones."""
    if not document.quotations:
        return readings
    found = list(readings)
    owner = owners(found, view.size)
    framed = selection.framed(found, view.size)
    by_paragraph = _by_paragraph(view, found)
    last_speaker: tuple[int, int] | None = None
    absorbed: set[int] = set()
    carried_on = {quotation.continues for quotation in document.quotations}
    for place, quotation in enumerate(document.quotations):
        if quotation.depth != 1 or quotation.first >= quotation.last:
            continue
        paragraph = int(view.paragraph[quotation.first])
        held = _one_speaker(found, owner, quotation, _holders(owner, quotation), absorbed)
        outside = [k for k in held if not _inside(found[k], quotation)]
        if outside:
            speaker = outside[-1]
            _fill(document, found, owner, framed, quotation, held, absorbed)
        else:
            told = None
            # Nobody knows where a quotation ends that is not closed.
            whole = quotation.closed or place in carried_on
            alone = not held or (whole and not _turns(found, held))
            if alone and _is_speech(document, view, quotation):
                told = orphans.speaker(document, view, found, by_paragraph, quotation, last_speaker)
            if told is not None:
                _release(found, owner, held)
                speaker, number = _speak(view, found, owner, quotation, told)
                _enclose(found, held, number, absorbed)
            elif held:
                speaker = held[-1]
            else:
                continue
        last_speaker = (speaker, paragraph)
    return _without(_backwards(document, view, found, owner), absorbed)


def _turns(found: list[Reading], held: list[int]) -> bool:
    """Tell whether readings are turns of an interview, which are their speakers' own."""
    return any("transcript" in found[number].rules for number in held)


def _release(found: list[Reading], owner: NDArray[np.int64], held: list[int]) -> None:
    """Free the tokens of readings: their quotation is another's."""
    for number in held:
        for first, last in found[number].content:
            tokens = owner[first:last]
            tokens[tokens == number] = -1


def _enclose(found: list[Reading], held: list[int], whole: int, absorbed: set[int]) -> None:
    """Put what is reported within a quotation under it; reports that name nobody are not kept."""
    for number in held:
        if found[number].source is None:
            absorbed.add(number)
        else:
            found[number] = replace(found[number], within=whole)


def _speak(
    view: Outline,
    found: list[Reading],
    owner: NDArray[np.int64],
    quotation: Quotation,
    told: int | Range,
) -> tuple[int, int]:
    """Give a quotation to a reading's source or to a person.

    Return the reading that names the speaker, and the one that has the quotation.
    """
    if isinstance(told, int):
        return told, _give(view, found, owner, quotation, told)
    content = (quotation.first, quotation.last)
    found.append(Reading(told, None, (content,), _PERSON, rules=("speaker-before",)))
    owner[content[0] : content[1]] = len(found) - 1
    return len(found) - 1, len(found) - 1


def _without(readings: list[Reading], dropped: set[int]) -> list[Reading]:
    """Return the readings that are left, with their references to each other kept right."""
    if not dropped:
        return readings
    kept = [number for number in range(len(readings)) if number not in dropped]
    place: dict[int | None, int] = {number: index for index, number in enumerate(kept)}
    return [
        replace(item, continues=place.get(item.continues), within=place.get(item.within))
        for item in (readings[number] for number in kept)
    ]


def _whole(reading: Reading) -> list[Range]:
    """Return all tokens of a reading: what somebody says within another's words is theirs."""
    parts = [*reading.content]
    parts.extend(part for part in (reading.source, reading.cue) if part is not None)
    return parts


def _backwards(
    document: Document, view: Outline, found: list[Reading], owner: NDArray[np.int64]
) -> list[Reading]:
    """Give quotations that a later paragraph carries on to the speaker who is named there."""
    for quotation in reversed(document.quotations):
        if quotation.continues is None:
            continue
        held = _holders(owner, quotation)
        earlier = document.quotations[quotation.continues]
        if held and not _holders(owner, earlier):
            _give(view, found, owner, earlier, held[-1])
    return found


def owners(readings: list[Reading], size: int) -> NDArray[np.int64]:
    """Return for each token the position of the reading whose content it is, or -1."""
    owner = np.full(size, -1, np.int64)
    for number, reading in enumerate(readings):
        for first, last in reading.content:
            owner[first:last] = number
    return owner


def _holders(owner: NDArray[np.int64], quotation: Quotation) -> list[int]:
    inside = owner[quotation.first : quotation.last]
    inside = inside[inside >= 0]
    return list(dict.fromkeys(inside.tolist()))


def _one_speaker(
    found: list[Reading],
    owner: NDArray[np.int64],
    quotation: Quotation,
    held: list[int],
    absorbed: set[int],
) -> list[int]:
    """Let the one who is named hold all of a quotation: 'He was there: "It rose. It fell," he
    writes' has a colon that nobody stands before.
    """
    named = [k for k in held if found[k].source is not None and not _inside(found[k], quotation)]
    nameless = [k for k in held if found[k].source is None and not _inside(found[k], quotation)]
    if len(named) != 1 or not nameless:
        return held
    for number in nameless:
        found[named[0]] = extend(found[named[0]], found[number].content, "same-quotation")
        absorbed.add(number)
        for first, last in found[number].content:
            owner[first:last] = named[0]
    return [k for k in held if k not in nameless]


def _by_paragraph(view: Outline, readings: list[Reading]) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = {}
    for number, reading in enumerate(readings):
        grouped.setdefault(int(view.paragraph[reading.place]), []).append(number)
    return grouped


def _fill(
    document: Document,
    found: list[Reading],
    owner: NDArray[np.int64],
    framed: NDArray[np.bool_],
    quotation: Quotation,
    held: list[int],
    absorbed: set[int],
) -> None:
    """Give the sentences of a quotation that nobody holds to the reading that holds the rest."""
    first, last = quotation.first, quotation.last
    taken = (owner[first:last] >= 0) | framed[first:last]
    rest = [(first + a, first + b) for a, b in free(((0, last - first),), taken.tobytes())]
    added = [piece for piece in rest if _words(document, piece) > 0]
    if not added:
        return
    speaker = next((k for k in held if not _inside(found[k], quotation)), held[0])
    if _inside(found[speaker], quotation):
        return
    for number in held:
        if number != speaker and _inside(found[number], quotation):
            absorbed.add(number)
            added.extend(_whole(found[number]))
    found[speaker] = extend(found[speaker], added, "same-quotation")
    for first, last in added:
        owner[first:last] = speaker


def _inside(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether the reading's cue stands within the quotation: somebody quoted quotes."""
    return reading.cue is not None and quotation.first <= reading.cue[0] < quotation.last - 1


def _is_speech(document: Document, view: Outline, quotation: Quotation) -> bool:
    """Tell a quotation that says something from a term, a title or a scare quote."""
    words = _words(document, (quotation.first, quotation.last))
    if words == 0:
        return False
    first, last = int(view.first[quotation.first]), int(view.last[quotation.last - 1])
    alone = quotation.first - first <= 1 and last - quotation.last <= 1
    if alone:
        return words >= 2
    if words < _WORDS:
        return False
    covered = words / max(1, _words(document, (first, last)))
    return covered >= 0.6


def _words(document: Document, tokens: Range) -> int:
    return document.spoken_count(*tokens)


def _give(
    view: Outline,
    found: list[Reading],
    owner: NDArray[np.int64],
    quotation: Quotation,
    speaker: int,
) -> int:
    """Give what nobody holds of a quotation to a speaker; return the reading that has it now."""
    start = quotation.first
    taken = owner[start : quotation.last] >= 0
    free_here = free(((0, quotation.last - start),), taken.tobytes())
    rest = tuple((start + a, start + b) for a, b in free_here)
    reading = found[speaker]
    home = int(view.paragraph[reading.place])
    indirect = not any(view.quote[piece[0] : piece[1]].any() for piece in reading.content)
    if home == int(view.paragraph[quotation.first]) and not indirect:
        found[speaker] = extend(reading, rest, "quotation-goes-on")
        number = speaker
    else:
        root = speaker if reading.continues is None else reading.continues
        found.append(
            Reading(
                source=found[root].source,
                cue=None,
                content=rest,
                probability=found[root].probability * 0.9,
                rules=("quotation-alone",),
                implicit=True,
                continues=root,
            )
        )
        number = len(found) - 1
    for first, last in rest:
        owner[first:last] = number
    return number
