"""Lines to blocks: a paragraph whose lines were broken becomes one stretch again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from claimtrack.reading.bylines import is_byline
from claimtrack.reading.chrome import chrome_of
from claimtrack.reading.datelines import dateline_at
from claimtrack.reading.english import FUNCTION_WORDS
from claimtrack.reading.lines import FLOWING, Line, Shape


@dataclass(frozen=True, slots=True)
class Block:
    """One line, or the lines of one broken paragraph: ``first`` to ``last`` (half-open)."""

    first: int
    last: int
    start: int
    end: int
    shape: Shape
    words: int
    stop: bool


_BULLET = re.compile(r"(?:[-*•●▪◦‣·–—>]|\d{1,2}[.)]|#{1,6})\s")
_OPENING = re.compile(r"[\"'“‘«(\[]*")
_HARD_STOP = re.compile(r"[.!?…]['\"’”»)\]]{0,3}$")
_SPEAKER = re.compile(r"[A-Z][A-Za-z.'’ -]{1,40}: ")
_CLOSING = frozenset(".,;:!?)]”’")
_ENOUGH_BREAKS = 3
_WIDEST = 132
_NARROWEST = 30
_LONG_LINE = 40
_BUTTON_WORDS = 2
_HEADING_WORDS = 9
_REACH = 120
_LOOKED_BACK = 600
_SEAMS_LOOKED_AT = 500_000


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text breaks its lines.

    ``width`` is the column at which it was wrapped, or 0; ``blanks`` is true when blank lines
    part its paragraphs; ``broken`` counts lines that stop in mid-sentence. ``seams`` holds all
    runs of four words of its long lines: where the words around a line's end stand together in
    another copy of the text, the line was broken there.
    """

    width: int
    blanks: bool
    broken: int
    seams: frozenset[tuple[str, ...]] = frozenset()


def layout_of(text: str, lines: Sequence[Line]) -> Layout:
    """Look at the line ends of a text and tell how it breaks its lines."""
    cut = []
    flowing = blank = 0
    for line, following in pairwise(lines):
        if line.shape in FLOWING:
            flowing += 1
            blank += following.shape is Shape.BLANK
            if _is_cut(text, line, following):
                cut.append(line.end - line.start)
    blanks = blank > 1 and blank * 8 >= flowing
    if len(cut) < _ENOUGH_BREAKS:
        return Layout(0, blanks, len(cut), _seams(text, lines) if cut else frozenset())
    cut.sort()
    low, high = cut[len(cut) // 4], cut[-1 - len(cut) // 50]
    clustered = low >= 0.75 * high and _NARROWEST <= high <= _WIDEST
    if clustered:
        return Layout(high, blanks, len(cut))
    return Layout(0, blanks, len(cut), _seams(text, lines))


def _seams(text: str, lines: Sequence[Line]) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    room = _SEAMS_LOOKED_AT
    for line in lines:
        if line.words >= _LONG_LINE and room > 0:
            words = text[line.start : min(line.end, line.start + room)].split()
            found.update(zip(words, words[1:], words[2:], words[3:], strict=False))
            room -= line.end - line.start
    return frozenset(found)


def _is_cut(text: str, line: Line, following: Line) -> bool:
    """Tell whether a line surely stops in mid-sentence: what follows could begin none."""
    if line.stop or following.shape not in FLOWING or not _starts_inside(text, following):
        return False
    if text[line.start].islower() and line.words < 8:
        return False
    goes_on = following.stop and following.words >= 5
    if not goes_on and (line.words < 5 or following.words < 5):
        return False
    return not is_byline(text[following.start : following.end])


def blocks_of(text: str, lines: Sequence[Line], apart: frozenset[int] = frozenset()) -> list[Block]:
    """Join broken lines; lines whose number is in ``apart`` always stand alone."""
    layout = layout_of(text, lines)
    blocks: list[Block] = []
    number, count = 0, len(lines)
    while number < count:
        line = lines[number]
        if line.shape is Shape.BLANK:
            number += 1
            continue
        last, words = number + 1, line.words
        if line.shape in FLOWING and number not in apart:
            while True:
                following = _carries_on(text, lines, layout, number, last, words, apart)
                if following is None:
                    break
                words += lines[following].words
                last = following + 1
        end = lines[last - 1]
        shape = line.shape
        if last > number + 1:
            shape = Shape.TEXT if end.stop or words >= 12 else Shape.LABEL
        blocks.append(Block(number, last, line.start, end.end, shape, words, end.stop))
        number = last
    return blocks


def _carries_on(
    text: str,
    lines: Sequence[Line],
    layout: Layout,
    first: int,
    last: int,
    words: int,
    apart: frozenset[int],
) -> int | None:
    """Return the number of the line that carries the paragraph on, if one does."""
    if last >= len(lines):
        return None
    line, following, number = lines[last - 1], lines[last], last
    gap = following.shape is Shape.BLANK
    if gap:
        number = last + 1
        if line.stop or number >= len(lines):
            return None
        following = lines[number]
    if number in apart:
        return None
    if following.shape is Shape.RULE and not line.stop and words > 1:
        # A link cut out of its sentence leaves the stop on a line of its own.
        return number if _is_closing(text, following) else None
    if following.shape not in FLOWING or _begins_anew(text, following):
        return None
    if _is_button(text, lines, number):
        return None
    if not line.stop and text[following.start] in _CLOSING:
        return number
    if _starts_inside(text, following):
        return number if _open_for_more(text, lines, first, last, words, following) else None
    if gap:
        return None
    if layout.width:
        return number if _wrapped(text, lines[last - 1], layout, following) else None
    if line.stop:
        return None
    if _is_seam(text, lines, layout, first, number):
        return number
    return number if _is_unfinished(text, lines, layout, first, last, words, number) else None


def _is_seam(text: str, lines: Sequence[Line], layout: Layout, first: int, number: int) -> bool:
    """Tell whether the words before and after a line's end stand together in a longer line."""
    if not layout.seams:
        return False
    end, following = lines[number - 1].end, lines[number]
    before = text[max(lines[first].start, end - _REACH) : end].split()[-3:]
    after = text[following.start : min(following.end, following.start + _REACH)].split()[:3]
    around = before + after
    runs = list(zip(around, around[1:], around[2:], around[3:], strict=False))
    return bool(runs) and all(run in layout.seams for run in runs)


def _is_button(text: str, lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line is one of a row of buttons: one word may be a link in a sentence."""
    beside = lines[max(0, number - 1) : number + 2]
    return sum(map(partial(_shares, text), beside)) > 1 and _shares(text, lines[number])


def _shares(text: str, line: Line) -> bool:
    if not 0 < line.words <= _BUTTON_WORDS:
        return False
    group = chrome_of(text[line.start : line.end], line.words, page=True)
    return group is not None and group.name == "sharing"


def _is_closing(text: str, line: Line) -> bool:
    return line.end - line.start <= 3 and text[line.start] in _CLOSING


def _starts_inside(text: str, line: Line) -> bool:
    """Tell whether a line begins as no sentence does: in lower case, or with a closing sign."""
    if text[line.start] in _CLOSING:
        return True
    opening = _OPENING.match(text, line.start)
    at = line.start if opening is None else min(opening.end(), line.end - 1)
    return text[at].islower()


def _begins_anew(text: str, line: Line) -> bool:
    """Tell whether a line carries nothing on, whatever stands before it."""
    if _BULLET.match(text, line.start) is not None or dateline_at(text, line.start, line.end):
        return True
    return is_byline(text[line.start : line.end])


def _open_for_more(
    text: str, lines: Sequence[Line], first: int, last: int, words: int, following: Line
) -> bool:
    """Tell whether a line that begins in lower case carries on what stands before it."""
    before = lines[last - 1]
    if before.stop and _HARD_STOP.search(text[max(before.start, before.end - 6) : before.end]):
        # "…at Jones & Co.\nin London": only an abbreviation's stop can be followed so.
        return following.words >= 3 and following.stop and before.end - before.start > 20
    start = text[lines[first].start]
    if start.islower() and words < 8:
        return False
    return words >= 5 or following.words >= 5 or _ends_open(text, before)


def _ends_open(text: str, line: Line) -> bool:
    """Tell whether a line ends in a word or a sign that nothing ends with."""
    tail = text[max(line.start, line.end - 24) : line.end]
    if tail[-1:] in {",", "-", "–", "—", "(", "&", "“"}:
        return True
    word = tail.split()[-1].lower() if tail.split() else ""
    return word in FUNCTION_WORDS and word not in {"in", "on", "up", "out", "over", "about", "more"}


def _wrapped(text: str, line: Line, layout: Layout, following: Line) -> bool:
    """Tell whether a line was broken because its next word had no room."""
    length = line.end - line.start
    if layout.blanks and line.stop and length + 14 >= layout.width:
        return True
    stretch = text[following.start : min(following.end, following.start + 40)]
    room = len(stretch.split(maxsplit=1)[0]) + 1 if stretch.split() else 1
    if not line.stop:
        return length + room > 0.8 * layout.width
    if _SPEAKER.match(text, following.start) is not None:
        return False
    return length + room > 0.97 * layout.width and length <= layout.width + 10


def _is_unfinished(
    text: str,
    lines: Sequence[Line],
    layout: Layout,
    first: int,
    last: int,
    words: int,
    number: int,
) -> bool:
    """Tell whether a line with no stop goes on in a next line that begins with a capital."""
    line = lines[last - 1]
    if words >= 2 and _ends_open(text, line):
        # "Recommended for you" ends open and is whole.
        heading = text[lines[first].start : line.end] if words <= _HEADING_WORDS else ""
        return not heading or chrome_of(heading, words, page=True) is None
    if not layout.broken:
        return False
    before = text[max(lines[first].start, line.end - _LOOKED_BACK) : line.end]
    if lines[number].shape is Shape.TEXT:
        amid = words >= 12 or ". " in before or (first > 0 and lines[first - 1].shape is Shape.TEXT)
        named = before.rpartition(" ")[2][:1].isupper()
        return amid and words >= (6 if named else 10) and not is_title_case(before)
    # A name or a date that was a link stands alone on its line, and the sentence goes on below.
    after = lines[number + 1] if number + 1 < len(lines) else None
    if after is None or not (
        (after.shape in FLOWING and _starts_inside(text, after))
        or (after.shape is Shape.RULE and _is_closing(text, after))
    ):
        return False
    return words >= 2 and any(word[0].islower() for word in before[-400:].split())


def is_title_case(stretch: str) -> bool:
    """Tell whether most longer words begin with a capital, as in a headline."""
    words = [word for word in stretch[:400].split() if len(word) > 3 and word[0].isalpha()]
    if not words:
        return True
    return sum(word[0].isupper() for word in words) >= 0.65 * len(words)
