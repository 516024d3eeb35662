"""Which block is a page's headline where nothing names it for sure: a guess, by place and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.model import Span
from claimtrack.reading.blocks import Block
from claimtrack.reading.bylines import is_byline
from claimtrack.reading.captions import is_credit
from claimtrack.reading.chrome import chrome_of
from claimtrack.reading.english import FUNCTION_WORDS
from claimtrack.reading.headlines import FEWEST, MOST, taken_up, words_of
from claimtrack.reading.lines import Shape
from claimtrack.reading.mastheads import is_masthead

_LOOKED_BACK = 40
_FLOWING = frozenset({Shape.TEXT, Shape.LABEL})
_WAYS = frozenset({"menu", "breadcrumb"})
_NEARLY = 0.4
"""What stands first is the headline if it is so good: what comes next to it may well say more."""

_PROSE = 8
_BELOW = 4
"""Blocks of the body that are searched for the byline, which may stand below a summary."""

_LEAST_ANCHORED = 4
"""Words of a headline that the byline below it alone shows; shorter lines may be anything."""


def likeliest(
    text: str, blocks: Sequence[Block], body: Sequence[Span], first: int, outlet: str | None
) -> int | None:
    """Choose among the blocks before a page's body, by their place and by what the body takes up.

    The line above the byline goes before others that are about as good: higher up stand menus and
    teasers. ``outlet`` is the outlet's name where the page gives it: a masthead is no headline.
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
    if not best:
        return None
    return next(number for number, score in scores.items() if score >= _NEARLY * best)


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
        if block.shape not in _FLOWING or is_credit(wording) or is_byline(wording):
            continue
        if chrome_of(wording, block.words, page=True) is not None or is_masthead(wording, outlet):
            continue
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
        summed_up = False
        for number in range(anchor - 1, numbers.start - 1, -1):
            if number in scores:
                run.append(number)
            elif not run and not summed_up and _is_prose(blocks[number]):
                summed_up = True  # the lines that sum up a story stand below its headline
            elif _parts(text, blocks[number]):
                break
        if run:
            yield run[::-1]


def _is_prose(block: Block) -> bool:
    return block.shape is Shape.TEXT and block.stop and block.words >= _PROSE


def _parts(text: str, block: Block) -> bool:
    """Tell whether a block ends what belongs to a headline: menus and section names do."""
    if block.shape not in _FLOWING:
        return False
    wording = text[block.start : block.end]
    group = chrome_of(wording, block.words, page=True)
    if group is not None:
        return group.name in _WAYS
    return not is_credit(wording) and not is_byline(wording)
