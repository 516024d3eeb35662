"""Lines of a text with the shape each of them has: prose, label, link, time, contact and so on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, auto

from claimtrack.reading.dates import is_time_line
from claimtrack.reading.english import FUNCTION_WORDS


class Shape(IntEnum):
    """What a line looks like, whatever stands around it."""

    BLANK = auto()
    RULE = auto()  # only signs: "=====", "* * *"
    LINK = auto()  # an address on the web, alone or with a name stuck to it
    CONTACT = auto()  # e-mail addresses, telephone numbers, handles
    TIME = auto()  # nothing but a date or a time
    CODE = auto()  # numbers and codes: "2022", "en_EN", "1.2K"
    LEGAL = auto()  # copyright lines
    TAGS = auto()  # short items with commas between, in lower case
    TEXT = auto()  # ends a sentence, or is too long for anything but prose
    LABEL = auto()  # short, with no stop: a heading, a name, a tag, a piece of a broken line


FLOWING = frozenset({Shape.TEXT, Shape.LABEL})
"""Shapes of lines that running text, a heading or a caption may have."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, trimmed: its span in the text, its shape, its words, and whether it ends in a stop.

    ``words`` counts the stretches between spaces.
    """

    start: int
    end: int
    shape: Shape
    words: int
    stop: bool


_TRIMMED = " \t\n\r\v\f\x1c\x1d\x1e\x85\xa0\u2000\u2001\u2002\u2003\u2009\u200b\u2028\u2029\ufeff"
_QUOTE_MARK = ">"
_FEWEST_MARKED = 4
_LONG = 220
_STOP = re.compile(r"[.!?…:;。]['\"’”»)\]*_]{0,4}(?:\s{0,3}[■□▪∎◼●♦])?$")
_CREDITED = re.compile(r"[.!?…]['\"’”»]? \([A-Z][^()]{1,30}\)$")
_LONGEST_CREDIT = 40
_ADDRESS = re.compile(
    r"(?:\d{1,3}\. |\[\d{1,3}\] ?|[-*•] )?(?:https?://|www\.)[^\s]+", re.IGNORECASE
)
_MACHINE = re.compile(
    r"[{\[<]|(?:var|let|const) \w+ ?=|\(?function\b|window\.|document\.|@media|@import|"
    r"[.#][\w-]{1,40}(?:[ ,.#:>][\w-]{1,40}){0,4} ?\{|/\*|//"
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MACHINE_SIGNS = frozenset('{}[]<>=;"_')
_MACHINE_STARTS = frozenset("{[<(.#@/vlcfwd")
_MACHINE_SHARE = 0.06
_BARE_ADDRESS = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/\S*$", re.IGNORECASE)
_LINKED = re.compile(r"!?\[[^\]\n]{0,300}\]\([^)\s]{1,2000}\)")
_REACH = re.compile(r"(?:(?:media|press) )?(?:contacts?|phone|telephone|tel|e-?mail|fax)\s?:", re.I)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")
_HANDLE = re.compile(r"(?:@\w{1,30}|[-–—] ?\S.{0,60} \(@\w{1,30}\).{0,30})$")
_PHONE = re.compile(
    r"(?:(?:tel|phone|fax|ph|call|mob|mobile)\b[.:\s]{0,3})?[+(]?\d[\d\s().\-/]{5,24}$", re.I
)
_CODE = re.compile(r"(?:[a-z]{2}[_-][A-Z]{2}|[\d.,:/%x×+#\- ]{1,24}[KkMm]?|true|false|null)$")
_LEGAL = re.compile(r"(?:©|\(c\) ?\d{4}|copyright\b)|all rights reserved", re.IGNORECASE)
_MAX_LEGAL_WORDS = 40
_MAX_TIME_WORDS = 20
_ALNUM = re.compile(r"[^\W_]")


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` with their shapes; offsets are trimmed of white space."""
    lines = []
    offset = 0
    pieces = text.splitlines(keepends=True)
    marks = _TRIMMED + _QUOTE_MARK if _is_forwarded(pieces) else _TRIMMED
    for raw in pieces:
        body = raw.lstrip(marks)
        start = offset + len(raw) - len(body)
        body = body.rstrip(_TRIMMED)
        lines.append(_line(body, start))
        offset += len(raw)
    return lines


def _is_forwarded(pieces: Sequence[str]) -> bool:
    """Tell whether a mail program set a mark before most lines of a text ("> ")."""
    filled = marked = 0
    for piece in pieces:
        filled += not piece.isspace()
        marked += piece.startswith(_QUOTE_MARK)
    return marked >= _FEWEST_MARKED and 2 * marked > filled


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` ends with a stop, behind which only closing marks may follow.

    So may a credit: "They could run out of them very soon. (WSJ $)".
    """
    if _STOP.search(text[-10:]) is not None:
        return True
    return text.endswith(")") and _CREDITED.search(text[-_LONGEST_CREDIT:]) is not None


def _line(body: str, start: int) -> Line:
    if not body:
        return Line(start, start, Shape.BLANK, 0, False)
    words = body.count(" ") + 1
    stop = ends_sentence(body)
    return Line(start, start + len(body), shape_of(body, words, stop), words, stop)


def shape_of(body: str, words: int, stop: bool) -> Shape:
    """Return the shape of one trimmed line that is not blank."""
    if body[0] in _MACHINE_STARTS and _is_machine(body):
        return Shape.CODE
    if len(body) > _LONG and words > len(body) // 40:
        return Shape.TEXT
    if _ALNUM.search(body) is None:
        return Shape.RULE
    if _is_link(body, words):
        return Shape.LINK
    if _is_contact(body, words):
        return Shape.CONTACT
    if words <= _MAX_TIME_WORDS and is_time_line(body):
        return Shape.TIME
    if _CODE.match(body) is not None:
        return Shape.CODE
    if words <= _MAX_LEGAL_WORDS and _is_legal(body):
        return Shape.LEGAL
    if not stop and body[0].islower() and _is_tag_list(body):
        return Shape.TAGS
    return Shape.TEXT if stop or len(body) > _LONG else Shape.LABEL


def _is_machine(body: str) -> bool:
    """Tell whether a line is a piece of a page's code: JSON, a script, a style, a tag."""
    if _MACHINE.match(body) is None or "](" in body[:400]:
        return False
    sample = body[:2000]
    if body[0] == "<":  # an embedded post in its tags is no code
        return len(_TAG.sub(" ", sample).split()) < 4
    signs = sum(character in _MACHINE_SIGNS for character in sample)
    return signs >= 4 and signs > _MACHINE_SHARE * len(sample)


def _is_link(body: str, words: int) -> bool:
    found = _ADDRESS.match(body)
    if found is not None:
        rest = body[found.end() :].split()
        return len(rest) <= 4
    if words == 1 and _BARE_ADDRESS.match(body) is not None:
        return True
    if body.endswith(")") and "](" in body[:400]:
        return _ALNUM.search(_LINKED.sub("", body[:4000])) is None
    return False


def _is_contact(body: str, words: int) -> bool:
    if words <= 7 and _REACH.match(body) is not None and not ends_sentence(body):
        return True
    if words <= 14 and "@" in body:
        found = _EMAIL.search(body)
        if found is not None:
            return words <= 3 or len(found.group()) * 2 > len(body)
        return _HANDLE.match(body) is not None
    if words > 8:
        return False
    digits = sum(character.isdigit() for character in body)
    return digits >= 7 and _PHONE.match(body) is not None and not is_time_line(body)


def _is_legal(body: str) -> bool:
    if body[0] not in "©(cCtTaA" and "ights" not in body and "IGHTS" not in body:
        return False
    found = _LEGAL.search(body)
    if found is None:
        return False
    return found.start() == 0 or found.group().lower() == "all rights reserved"


def _is_tag_list(body: str) -> bool:
    items = body[:2000].split(",")
    if len(items) < 3 or not items[-1].strip():
        return False
    return all(
        1 <= len(words) <= 6 and FUNCTION_WORDS.isdisjoint(words)
        for words in (item.split() for item in items)
    )
