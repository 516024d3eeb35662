"""Forms that need no model: transcripts, quote-and-dash, headlines that name their source."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from claimtrack.attribution import grammar, lexicon
from claimtrack.attribution.decoding import Range
from claimtrack.attribution.selection import Reading
from claimtrack.language import ENTITIES, TAGS, Document

_CERTAIN = 0.95
_LIKELY = 0.85
_NAME_WORDS = 6
_DASHES = frozenset({"—", "–", "-", "--", "―", "~"})
_SIGNATURE = 8
_QUOTED = 5
_CLOSING = frozenset("\"”»'’")
_QUOTES = frozenset("\"“„«'‘")
_REPORTERS = lexicon.words("headline-reporters")
_NOT_SPEAKERS = lexicon.words("no-speakers")


def add(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with those that the article's form alone shows."""
    found = _headline(document, readings)
    shown = [*_transcript(document), *_dashes(document), *_signed(document)]
    return _replace(found, shown)


_Shown = tuple[Range, Reading]
"""A stretch of tokens, and the reading that its form shows."""


def _signed(document: Document) -> Iterator[_Shown]:
    """Find quoted paragraphs that the next line signs: "― Veronica Cruz"."""
    for (first, last), (start, end) in pairwise(paragraphs(document)):
        if document.words[start] not in _DASHES or not 2 <= end - start <= _SIGNATURE:
            continue
        if not _is_name(document, start + 1, end) or last - first < _QUOTED:
            continue
        if document.words[last - 1] not in _CLOSING and document.words[first] not in _QUOTES:
            continue
        signed = Reading(
            (start + 1, end),
            (start, start + 1),
            ((first, last),),
            _CERTAIN,
            rules=("quote-and-dash",),
        )
        yield (first, end), signed


def paragraphs(document: Document) -> list[Range]:
    """Return the tokens of each paragraph that has any, in order."""
    ranges: dict[int, Range] = {}
    for sentence in document.sentences:
        first, _ = ranges.get(sentence.paragraph, (sentence.first, sentence.last))
        ranges[sentence.paragraph] = (first, sentence.last)
    return list(ranges.values())


def _transcript(document: Document) -> Iterator[_Shown]:
    """Find paragraphs that open with a speaker's name and a colon."""
    turns = [
        (first, colon, last)
        for opening, last in paragraphs(document)
        if (first := opening + int(document.words[opening] in _QUOTES)) < last
        and (colon := _speaker_colon(document, first, last)) is not None
        and last - colon > 1
    ]
    names = Counter(_key(document, first, colon) for first, colon, _ in turns)
    if len(turns) < 2 and not any(_is_capital(document, a, b) for a, b, _ in turns):
        return
    known = _names_in_body(document)
    for first, colon, last in turns:
        key = _key(document, first, colon)
        person = _is_capital(document, first, colon) or names[key] > 1 or key[-1] in known
        if not person or colon >= last:
            continue
        turn = Reading(
            (first, colon),
            (colon, colon + 1),
            ((colon + 1, last),),
            _CERTAIN,
            rules=("transcript",),
        )
        yield (first, last), turn


def _speaker_colon(document: Document, first: int, last: int) -> int | None:
    for place in range(first + 1, min(first + _NAME_WORDS + 2, last)):
        word = document.words[place]
        if word == ":":
            break
        if word in _DASHES or word in ',;!?"“”':
            return None
    else:
        return None
    names = document.words[first:place]
    if names[0].lower() in _NOT_SPEAKERS or not all(
        item[0].isupper() or item in (".", "-") or item.lower() in ("de", "van", "von", "al", "of")
        for item in names
    ):
        return None
    return place


def _is_capital(document: Document, first: int, colon: int) -> bool:
    word = document.words[colon - 1]
    return word.isupper() and len(word) > 2


def _key(document: Document, first: int, colon: int) -> tuple[str, ...]:
    return document.lower[first:colon]


def _names_in_body(document: Document) -> frozenset[str]:
    persons = np.isin(document.entities, [ENTITIES.index("B-PERSON"), ENTITIES.index("I-PERSON")])
    return frozenset(document.lower[place] for place in np.flatnonzero(persons).tolist())


def _dashes(document: Document) -> Iterator[_Shown]:
    """Find quotations that a dash and a name end."""
    ends = {last for _, last in paragraphs(document)}
    for quotation in document.quotations:
        if quotation.depth != 1 or not quotation.closed or quotation.last - quotation.first < 5:
            continue
        place = quotation.last
        if place >= len(document) or document.words[place] not in _DASHES:
            continue
        end = next((last for last in range(place + 2, place + 20) if last in ends), None)
        if end is None:
            continue
        name_end = end - 1 if document.words[end - 1] == "." else end
        if not _is_name(document, place + 1, name_end):
            continue
        content = (quotation.first, quotation.last)
        quote = Reading(
            (place + 1, name_end),
            (place, place + 1),
            (content,),
            _CERTAIN,
            rules=("quote-and-dash",),
        )
        yield (quotation.first, end), quote


def _is_name(document: Document, first: int, last: int) -> bool:
    if first >= last:
        return False
    tags = [TAGS[tag] for tag in document.tags[first:last]]
    capital = sum(document.words[place][0].isupper() for place in range(first, last))
    verbs = any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)
    return capital > 0 and not verbs and document.words[first][0].isupper()


def _headline(document: Document, readings: list[Reading]) -> list[Reading]:
    """Find the source of a headline: "Mayor: No New Taxes", "Two Held - Police"."""
    heads = [item for item in document.sentences if item.section == "headline"]
    if not heads:
        return readings
    first, last = heads[0].first, heads[-1].last
    stop = last - 1 if document.words[last - 1] == "." else last
    for place in range(stop - 2, first + 1, -1):
        if document.words[place] in _DASHES and stop - place <= 5:
            if _reports(document, place + 1, stop):
                return _with_headline(
                    document, readings, (place + 1, stop), (place, place + 1), (first, place)
                )
            break
    colon = next(
        (
            place
            for place in range(first + 1, min(first + 6, stop - 1))
            if document.words[place] == ":"
        ),
        None,
    )
    if colon is not None and (
        _reports(document, first, colon) or _speaks_in_body(document, readings, first, colon)
    ):
        return _with_headline(
            document, readings, (first, colon), (colon, colon + 1), (colon + 1, stop)
        )
    return readings


def _reports(document: Document, first: int, last: int) -> bool:
    return document.lower[last - 1] in _REPORTERS and last - first <= 4


def _speaks_in_body(document: Document, readings: list[Reading], first: int, last: int) -> bool:
    """Tell whether the headline's opening name is a source further down."""
    name = document.lower[last - 1]
    if name in _NOT_SPEAKERS or not document.words[last - 1][0].isupper():
        return False
    return any(
        name == document.lower[place]
        for reading in readings
        if reading.source is not None and reading.source[0] >= last
        for place in range(*reading.source)
    )


def _with_headline(
    document: Document, readings: list[Reading], source: Range, cue: Range, content: Range
) -> list[Reading]:
    low, high = min(source[0], content[0]), max(source[1], content[1])
    inside = [item for item in readings if _stands_in(item, (low, high))]
    if any(_reports_elsewhere(document, item, cue) for item in inside):
        return readings
    reading = Reading(source, cue, (content,), _LIKELY, rules=("headline-source",))
    return _replace(readings, [((low, high), reading)])


def _reports_elsewhere(document: Document, reading: Reading, cue: Range) -> bool:
    """Tell whether a reporting word of the headline, not its dash or colon, names a source."""
    if reading.source is None or reading.cue is None or reading.cue[0] == cue[0]:
        return False
    says = ("speech", "claim")
    return any(grammar.in_groups(document, place, says) for place in range(*reading.cue))


def _stands_in(reading: Reading, tokens: Range) -> bool:
    return tokens[0] <= reading.place < tokens[1]


def _replace(readings: list[Reading], shown: Sequence[_Shown]) -> list[Reading]:
    """Put what the form shows in the place of the readings that stand in the same stretch.

    Of readings that share a stretch, the first one shown is taken.
    """
    taken: list[_Shown] = []
    for tokens, added in sorted(shown, key=lambda item: item[0]):
        if not taken or taken[-1][0][1] <= tokens[0]:
            taken.append((tokens, added))
    starts = [tokens[0] for tokens, _ in taken]

    def stays(item: Reading) -> bool:
        number = bisect_right(starts, item.place) - 1
        return number < 0 or not _stands_in(item, taken[number][0])

    kept = [item for item in readings if stays(item)]
    return sorted([*kept, *(added for _, added in taken)], key=lambda item: item.place)
