"""Forms that need no model: transcripts, quote-and-dash, headlines that name their source."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import headings
from claimtrack.attribution.rules.headings import DASHES, NOT_SPEAKERS
from claimtrack.language import ENTITIES, TAGS, Document

_CERTAIN = 0.95
_NAME_WORDS = 6
_SIGNATURE = 8
_BRACKET = 6
_QUOTED = 5
_CLOSING = frozenset("\"”»'’")
_QUOTES = frozenset("\"“„«'‘")


def add(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with those that the article's form alone shows."""
    headline = headings.read(document, readings)
    found = readings if headline is None else _replace(readings, [headline])
    ranges = paragraphs(document)
    shown = [
        *_transcript(document, ranges),
        *_dashes(document, ranges),
        *_signed(document, ranges),
    ]
    return _replace(found, shown)


_Shown = tuple[Range, Reading]
"""A stretch of tokens, and the reading that its form shows."""


def _signed(document: Document, ranges: list[Range]) -> Iterator[_Shown]:
    """Find quoted paragraphs that the next line signs: "― Veronica Cruz"."""
    for (first, last), (start, end) in pairwise(ranges):
        if document.words[start] not in DASHES or not 2 <= end - start <= _SIGNATURE:
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


def _transcript(document: Document, ranges: list[Range]) -> Iterator[_Shown]:
    """Find paragraphs that open with a speaker's name and a colon."""
    turns = [
        (first, colon, last)
        for opening, last in ranges
        if (first := opening + int(document.words[opening] in _QUOTES)) < last
        and (colon := _speaker_colon(document, first, last)) is not None
        and last - colon > 1
    ]
    ends = [_name_end(document, first, colon) for first, colon, _ in turns]
    keys = [_key(document, turn[0], end) for turn, end in zip(turns, ends, strict=True)]
    names = Counter(keys)
    initials = _initials(document) if any(len(key) == 1 and len(key[0]) < 4 for key in keys) else ()
    capital = [
        _is_capital(document, end) or document.words[first] in initials
        for (first, _, _), end in zip(turns, ends, strict=True)
    ]
    if len(turns) < 2 and not any(capital):
        return
    known, places = _named(document, "PERSON"), _named(document, "LOCATION")
    listing = not any(_in_person(document, colon, last) for _, colon, last in turns) and all(
        key[-1] in places - known or document.sentence(first).section == "headline"
        for key, (first, _, _) in zip(keys, turns, strict=True)
    )  # a list of states
    for (first, colon, last), end, key, shouted in zip(turns, ends, keys, capital, strict=True):
        quoted = document.quote_depth[colon + 1] > 0
        label = document.sentence(first).section == "headline" and not quoted
        person = (shouted and not label) or names[key] > 1 or key[-1] in known
        listed = listing and key[-1] in places and not quoted
        topic = label and headings.profiles(document, first, colon)
        if not person or listed or topic or colon >= last:
            continue
        turn = Reading(
            (first, end),
            (colon, colon + 1),
            ((colon + 1, last),),
            _CERTAIN,
            rules=("transcript",),
        )
        yield (first, last), turn


def _speaker_colon(document: Document, first: int, last: int) -> int | None:
    for place in range(first + 1, min(first + _NAME_WORDS + _BRACKET, last)):
        word = document.words[place]
        if word == ":":
            break
        if word in DASHES or word in ',;!?"“”':
            return None
    else:
        return None
    end = _name_end(document, first, place)
    names = document.words[first:end]
    if not names or len(names) > _NAME_WORDS + 1:
        return None
    if names[0].lower() in NOT_SPEAKERS or not all(
        item[0].isupper() or item in (".", "-") or item.lower() in ("de", "van", "von", "al", "of")
        for item in names
    ):
        return None
    return place


def _name_end(document: Document, first: int, colon: int) -> int:
    """Return where a speaker's name ends: before "(Labour)" in "Joan Petrie (Labour):"."""
    for place in range(first, colon):
        if document.words[place] == "(" and document.words[colon - 1] == ")":
            return place
    return colon


def _is_capital(document: Document, end: int) -> bool:
    word = document.words[end - 1]
    return word.isupper() and len(word) > 2


def _key(document: Document, first: int, colon: int) -> tuple[str, ...]:
    return document.lower[first:colon]


def _in_person(document: Document, first: int, last: int) -> bool:
    """Tell whether somebody speaks for himself: "Jordan: We have flown to Amman"."""
    return not _OWN.isdisjoint(document.lower[first:last])


_OWN = frozenset({"i", "we", "our", "my", "us", "me"})


def _named(document: Document, kind: str) -> frozenset[str]:
    """Return the words in the names of one class of entity."""
    found = np.isin(document.entities, [ENTITIES.index(f"B-{kind}"), ENTITIES.index(f"I-{kind}")])
    return frozenset(document.lower[place] for place in np.flatnonzero(found).tolist())


def _initials(document: Document) -> frozenset[str]:
    """Return the initials of the people named, by which an interview may call them: "RA"."""
    found: set[str] = set()
    letters = ""
    for place, entity in enumerate(document.entities.tolist()):
        name = ENTITIES[entity].endswith("PERSON") and document.words[place][0].isupper()
        if not name or ENTITIES[entity].startswith("B-"):
            found.add(letters)
            letters = ""
        if name:
            letters += document.words[place][0]
    return frozenset(item for item in (*found, letters) if len(item) > 1)


def _dashes(document: Document, ranges: list[Range]) -> Iterator[_Shown]:
    """Find quotations that a dash and a name end."""
    ends = {last for _, last in ranges}
    for quotation in document.quotations:
        if quotation.depth != 1 or not quotation.closed or quotation.last - quotation.first < 5:
            continue
        place = quotation.last
        if place >= len(document) or document.words[place] not in DASHES:
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
