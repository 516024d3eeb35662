"""The edges of a source's mention: its whole name, and nothing of when or how it was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks
from claimtrack.language import Document

_PRONOUNS = frozenset(
    "another one some others many all most both his her their its my our your this these"
    " those".split()
)

_LEAD_IN = frozenset({"by", "from", "to", "that", "as", "and", "but", "while"})

_TODAY = frozenset(
    "today yesterday tonight tomorrow also now however meanwhile though too instead".split()
)

_PHRASES = (("by", "contrast"), ("in", "turn"), ("for", "instance"), ("for", "example"))

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december".split()
)


def tidy(document: Document, tokens: Range) -> Range | None:
    """Return a source's tokens with no more and no less than its name and description."""
    for past in (_past_dash, _past_object, _past_opener, _past_when, _past_title):
        tokens = past(document, tokens)
    trimmed = _without_time(document, tokens)
    if trimmed is not None:
        trimmed = _alone(document, trimmed)
    while trimmed is not None and document.lower[trimmed[0]] in _LEAD_IN:
        trimmed = marks.trim(document, (trimmed[0] + 1, trimmed[1]))
    while (
        trimmed is not None
        and trimmed[1] - trimmed[0] > 1
        and (
            document.tag(trimmed[1] - 1) in ("DT", "IN", "CC")
            and document.lower[trimmed[1] - 1] not in _PRONOUNS
        )
    ):
        trimmed = marks.trim(document, (trimmed[0], trimmed[1] - 1))
    if trimmed is not None and all(
        document.tag(place) in ("DT", "PRP$", "IN") for place in range(*trimmed)
    ):
        return trimmed if document.lower[trimmed[0]] in _PRONOUNS else None
    if trimmed is not None and trimmed[1] - trimmed[0] > 2:
        opening = (document.lower[trimmed[0]], document.lower[trimmed[0] + 1])
        if opening in (("it", "is"), ("it", "was"), ("there", "is"), ("there", "was")):
            return (trimmed[0] + 2, trimmed[1])
    return None if trimmed is None else _whole_name(document, trimmed)


def _past_dash(document: Document, tokens: Range) -> Range:
    """Return the subject alone of "their first talks – House Speaker Ann Lee (said)"."""
    first, last = tokens
    if first == 0 or not document.words[first - 1][0].isalnum():
        return tokens
    if document.sentence(first).first == first:
        return tokens
    place = next((k for k in range(last - 2, first, -1) if document.words[k] in _DASHES), None)
    named = place is not None and document.tag(place + 1) in ("NNP", "DT", "PRP$")
    return (place + 1, last) if place is not None and named else tokens


_DASHES = frozenset({"–", "—", "--"})


def _past_object(document: Document, tokens: Range) -> Range:
    """Return the subject alone of "It is Aids Day and the latest figures (show)"."""
    first, last = tokens
    if first == 0 or document.lower[first - 1] not in grammar.BE:
        return tokens
    if document.sentence(first).first == first:
        return tokens
    place = next((k for k in range(first + 1, last - 1) if document.lower[k] == "and"), None)
    if place is None or document.tag(place + 1) not in ("DT", "PRP$"):
        return tokens
    return (place + 1, last)


def _past_opener(document: Document, tokens: Range) -> Range:
    """Return a source without how its sentence opens: "Meanwhile", "Earlier,", "In it"."""
    first, last = tokens
    place = first
    if document.lower[first : first + 2] == ("in", "it"):
        place += 2
    elif _opens_only(document, first, last):
        place += 1
        place += 2 * _names_period(document, place, last)
        place += document.words[place : place + 1] == (",",)
    return (place, last) if first < place < last else tokens


def _opens_only(document: Document, first: int, last: int) -> bool:
    """Tell "Meanwhile South African" and "Earlier, Mr Ali" from "Earlier studies"."""
    if document.lower[first] not in _OPENERS and document.words[first] not in _TODAY:
        return False
    if first + 1 >= last or document.tag(first).startswith(("JJ", "NNP")):
        return False
    following = document.tag(first + 1)
    plain = document.lower[first] in ("earlier", "later", "recently", "previously", "still")
    if plain and following in ("NN", "NNS", "JJ", "VBN"):
        return False
    return following in _BEGINNING or _names_period(document, first + 1, last)


_BEGINNING = frozenset({",", "DT", "PRP", "PRP$", "NNP", "NNPS", "JJ", "NN", "NNS", "CD"})


def _names_period(document: Document, first: int, last: int) -> bool:
    """Tell the "this week" of "Earlier this week"."""
    return (
        first + 2 < last
        and document.lower[first] in ("this", "last", "that")
        and document.lower[first + 1] in ("week", "month", "year", "night", "weekend", "day")
    )


_OPENERS = frozenset(
    "meanwhile however earlier later still then thus instead nevertheless nonetheless finally"
    " recently previously separately afterwards furthermore moreover elsewhere even".split()
)


def _past_when(document: Document, tokens: Range) -> Range:
    """Return a source without what led to it: "When contacted, the spokesman, Ann Lee"."""
    first, last = tokens
    if document.lower[first] not in ("when", "asked", "reached", "contacted"):
        return tokens
    for place in range(first, min(first + _LEADING_TO, last - 1)):
        if document.words[place] == ",":
            done = any(document.tag(k) in ("VBN", "VBD") for k in range(first, place))
            return (place + 1, last) if done else tokens
    return tokens


_LEADING_TO = 6


def _past_title(document: Document, tokens: Range) -> Range:
    """Return a source without half a title: 'The report, called "Growth | and Risk", finds'."""
    first, last = tokens
    for place in range(first + 1, last):
        if document.words[place] in _OPENING and document.quote_depth[last - 1]:
            comma = next((k for k in range(place - 1, first, -1) if document.words[k] == ","), None)
            if comma is not None and last < len(document) and document.quote_depth[last]:
                return (first, comma)
    return tokens


_OPENING = frozenset({"“", '"', "``", "‘"})


def _alone(document: Document, tokens: Range) -> Range:
    """Return a source without a clause or participle behind it: ", but the union disagreed"."""
    first, last = tokens
    for place in range(first + 1, last - 1):
        if document.words[place] != ",":
            continue
        following = document.lower[place + 1]
        contrasts = following in ("but", "yet") and document.lower[place + 2 : place + 3] != (
            "not",
        )
        done = place + 2 == last and following.endswith("ed")  # "the report, tabled yesterday,"
        if contrasts or done:
            return (first, place)
    return tokens


def tidied(document: Document, reading: Reading, before: Range | None) -> Reading:
    """Return a reading with a tidy source, or the one ``before`` where nothing is left."""
    if reading.source is None:
        return reading
    return replace(reading, source=tidy(document, reading.source) or before)


def _without_time(document: Document, tokens: Range) -> Range | None:
    """Return a source without "also", ", however", "on Friday" and "last month" at its end."""
    trimmed = marks.trim(document, tokens)
    while trimmed is not None and trimmed[1] - trimmed[0] > 1:
        first, last = trimmed
        if document.words[last - 1] in _TODAY:
            trimmed = marks.trim(document, (first, last - 1))
        elif last - first > 2 and (
            document.lower[last - 2 : last] in _PHRASES or _is_time(document, first, last)
        ):
            trimmed = marks.trim(document, (first, last - 2))
        else:
            break
    return trimmed


def _is_time(document: Document, first: int, last: int) -> bool:
    """Tell whether the last two words of a phrase say when, and of nothing "released" in it."""
    opening, when = document.lower[last - 2 : last]
    timed = (opening in ("on", "in") and when in _CALENDAR) or (
        opening in ("last", "this") and when in ("week", "month", "year", "night", "weekend")
    )
    return (
        timed
        and document.tag(last - 3).startswith("NN")
        and not any(document.tag(place).startswith("VB") for place in range(first, last))
    )


def with_names(document: Document, readings: Iterable[Reading]) -> list[Reading]:
    """Give sources before their cue the rest of their names: "Desh" and "Today stated"."""
    return [_with_name(document, item) for item in readings]


def _with_name(document: Document, reading: Reading) -> Reading:
    source, cue = reading.source, reading.cue
    if source is None or cue is None or not 0 < source[1] <= cue[0]:
        return reading
    if document.sentence(cue[0]).section == "headline":
        return reading
    end, stop = source[1], cue[1] - 1
    while end < stop and document.tag(end) == document.tag(source[1] - 1) == "NNP":
        end += 1
    if end == source[1] or end < cue[0]:
        return reading
    return replace(reading, source=(source[0], end), cue=(end, cue[1]))


def _whole_name(document: Document, tokens: Range) -> Range:
    """Return "the Economic and Financial Crimes Commission" for what follows its "and"."""
    first, last = tokens
    opens = first - 3 >= document.sentence(first).first and document.words[first][0].isupper()
    if not opens or document.lower[first - 3 : first : 2] != ("the", "and"):
        return tokens
    adjective = document.tag(first - 2) == "JJ" and document.words[first - 2][0].isupper()
    return (first - 3, last) if adjective else tokens
