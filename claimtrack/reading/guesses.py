"""Which line is the headline where nothing names it for sure: guesses, by place and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.model import Span
from claimtrack.reading.blocks import Block, is_title_case
from claimtrack.reading.bylines import is_byline
from claimtrack.reading.captions import is_credit
from claimtrack.reading.chrome import chrome_of
from claimtrack.reading.dates import iso_date
from claimtrack.reading.english import FUNCTION_WORDS
from claimtrack.reading.fields import Header
from claimtrack.reading.headlines import (
    FEWEST,
    MOST,
    Headline,
    candidates,
    taken_up,
    without_outlet,
    words_of,
)
from claimtrack.reading.lines import FLOWING, Line, Shape
from claimtrack.reading.mastheads import is_masthead
from claimtrack.reading.writers import is_bare_name

NO_HEADLINE = Headline(None, frozenset())
_LOOKED_BACK = 40
_WAYS = frozenset({"menu", "breadcrumb"})
_NEARLY = 0.4
"""What stands first is the headline if it is so good: what comes next to it may well say more."""

_PROSE = 8
_BELOW = 4
"""Blocks of the body that are searched for the byline, which may stand below a summary."""

_DATED = 5
_LEAST_ANCHORED = 4
"""Words of a headline that the byline below it alone shows; shorter lines may be anything."""


def first_line(text: str, lines: Sequence[Line], header: Header) -> Headline:
    """Take the first line if it does not read like a masthead or the body's first sentence."""
    numbers = [
        number
        for number, line in enumerate(
            lines[header.lines : header.lines + _LOOKED_BACK], header.lines
        )
        if line.shape in FLOWING
    ]
    while numbers and _is_chrome(text, lines[numbers[0]]):
        numbers = numbers[1:]
    if len(numbers) > 1 and lines[numbers[0]].words < FEWEST and _is_kicker(text, lines, numbers):
        numbers = numbers[1:]
    if len(numbers) < 2:
        return NO_HEADLINE
    number = numbers[0]
    line, after = lines[number], lines[number + 1]
    wording = text[line.start : line.end]
    if is_masthead(wording, None) or _heads_menu(text, lines, numbers):
        return NO_HEADLINE
    if text[lines[numbers[1]].start].islower():
        return _broken(text, lines, numbers)
    titled = after.shape is Shape.BLANK and is_title_case(wording) and 3 < line.words <= MOST
    if candidates(text, lines, [number]) or (titled and not wording[0].islower()):
        span, outlet = _without_masthead(text, Span(line.start, line.end))
        return Headline(span, frozenset({number}), outlet, (span,))
    return NO_HEADLINE


def _is_chrome(text: str, line: Line) -> bool:
    return chrome_of(text[line.start : line.end], line.words, page=True) is not None


def _heads_menu(text: str, lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Tell whether a menu follows the first line: then the line is the outlet's name."""
    line = lines[numbers[1]]
    group = chrome_of(text[line.start : line.end], line.words, page=True)
    return group is not None and group.name in _WAYS


def _is_kicker(text: str, lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Tell whether a word or two above a headline name its subject: a byline or a date follows."""
    second = numbers[1]
    return bool(candidates(text, lines, [second])) and _signs_off(text, lines, second + 1)


def _signs_off(text: str, lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line names the writer or says when."""
    if number >= len(lines):
        return False
    line = lines[number]
    return line.shape is Shape.TIME or is_byline(text[line.start : line.end])


def _broken(text: str, lines: Sequence[Line], numbers: Sequence[int]) -> Headline:
    """Take a headline that was broken over the first two lines, if a byline or a date follows."""
    first, second = numbers[0], numbers[1]
    start, end = lines[first], lines[second]
    together = start.words + end.words
    if second != first + 1 or start.stop or end.stop or not FEWEST <= together <= MOST:
        return NO_HEADLINE
    if text[start.start].islower() or not _signs_off(text, lines, second + 1):
        return NO_HEADLINE
    span = Span(start.start, end.end)
    return Headline(span, frozenset({first, second}), None, (span,))


def _without_masthead(text: str, span: Span) -> tuple[Span, str | None]:
    """Cut an outlet's name off a headline's end, where a bar parts them or it is surely one."""
    cut, outlet = without_outlet(text, span)
    if outlet is None or iso_date(outlet) is not None:
        return span, None
    sure = any(sign in text[cut.end : span.end] for sign in ("|", "::"))
    return (cut, outlet) if sure or is_masthead(outlet, None) else (span, None)


def likeliest(
    text: str,
    blocks: Sequence[Block],
    body: Sequence[Span],
    first: int,
    outlet: str | None,
    *,
    alone: bool,
) -> int | None:
    """Choose among the blocks before the body, by their place and by what the body takes up.

    The line above the byline goes before others that are about as good: higher up stand menus and
    teasers. ``outlet`` is the outlet's name where the page gives it: a masthead is no headline.
    In a text that is an article ``alone``, without a page around it, only a byline or a date shows
    where the headline stands.
    """
    above = range(max(0, first - _LOOKED_BACK), min(first, len(blocks)))
    scores = _scores(text, blocks, above, taken_up(span.of(text)[:600] for span in body), outlet)
    best = max(scores.values(), default=0.0)
    for run in _runs(text, blocks, above, scores):
        highest = max(scores[number] for number in run)
        if highest and highest >= _NEARLY * best:
            return next(number for number in run if scores[number] >= _NEARLY * highest)
        if not best:
            return next((n for n in run if blocks[n].words >= _LEAST_ANCHORED), None)
    if alone or not best:
        return None
    return next(number for number, score in scores.items() if score >= _NEARLY * best)


def first_prose(blocks: Sequence[Block]) -> int:
    """Return the number of the first block that is surely prose, or how many blocks there are."""
    return next((n for n, block in enumerate(blocks) if _is_prose(block)), len(blocks))


def _scores(
    text: str,
    blocks: Sequence[Block],
    numbers: Sequence[int],
    said: frozenset[str],
    outlet: str | None,
) -> dict[int, float]:
    """Value each block that may be a headline by how much of it the body takes up."""
    scores = {}
    for number in numbers:
        block = blocks[number]
        wording = text[block.start : block.end]
        if not FEWEST <= block.words <= MOST or wording[0].islower() or wording[-1] in ".:;,":
            continue
        if block.shape not in FLOWING or is_credit(wording) or is_byline(wording):
            continue
        if chrome_of(wording, block.words, page=True) is not None or is_masthead(wording, outlet):
            continue
        if block.words <= _DATED and iso_date(wording) is not None:
            continue  # "Correction 9 September 2021"
        words = {word for word in words_of(wording) if word not in FUNCTION_WORDS}
        shared = sum(word in said for word in words)
        scores[number] = shared / (len(words) + 2) if shared > 1 else 0.0
    return scores


def _runs(
    text: str, blocks: Sequence[Block], numbers: range, scores: dict[int, float]
) -> Iterator[list[int]]:
    """Yield the candidates right above each byline, from the top; then those above each date."""
    near = range(numbers.start, min(numbers.stop + _BELOW, len(blocks)))
    bylines = [n for n in near if is_byline(text[blocks[n].start : blocks[n].end])]
    dates = [n for n in near if blocks[n].shape is Shape.TIME]
    for anchor in bylines + dates:
        run: list[int] = []
        below = True
        for number in range(anchor - 1, numbers.start - 1, -1):
            if number in scores:
                run.append(number)
            elif below and not run and _is_below(text, blocks[number]):
                below = number == anchor - 1  # of a name and a summary there may be both
            elif _parts(text, blocks[number]):
                break
        if run:
            yield run[::-1]


def _is_below(text: str, block: Block) -> bool:
    """Tell whether a block may stand between headline and byline: a summary, the writer's name."""
    return _is_prose(block) or is_bare_name(text[block.start : block.end])


def _is_prose(block: Block) -> bool:
    return block.shape is Shape.TEXT and block.stop and block.words >= _PROSE


def _parts(text: str, block: Block) -> bool:
    """Tell whether a block ends what belongs to a headline: menus and section names do."""
    if block.shape not in FLOWING:
        return False
    wording = text[block.start : block.end]
    group = chrome_of(wording, block.words, page=True)
    if group is not None:
        return group.name in _WAYS
    return not is_credit(wording) and not is_byline(wording)
