"""Second copies of a text within itself: found by shared runs of words, in linear time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from claimtrack.reading.blocks import Block
from claimtrack.reading.lines import Shape

LONGEST = 2_000_000
"""Texts with more code points than this are not searched for copies."""

_RUN = 5
_LEAST_WORDS = 8
_LONG_LABEL = 12
_SAME = 0.6
_ALL = 0.8
_LONGER = 1.5
_FIRST = 4
_GLUED = re.compile(r"[a-z)\"”’][.!?][\"”’)]?[A-Z“\"][a-z ]")

_LONGEST_PULLED = 40
_MOST_PLACES = 20
_OPENING = frozenset("\"“‘'«")
_ENDING = frozenset("\"”’'»")
_SINGLE = frozenset("‘'")
_SIGNS = "\"“”‘’'«».,;:!?…()"

Shingles = frozenset[tuple[str, ...]]


def shingles(stretch: str) -> Shingles:
    """Return all runs of five words of a stretch, in lower case."""
    words = stretch.lower().split()
    return frozenset(zip(*(words[skip:] for skip in range(_RUN)), strict=False))


def copies(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of the blocks that only repeat what better blocks say.

    Blocks that follow one another and say something new form a passage; one that says again what
    a passage already said begins another. Of two passages that share most of their words the
    better stays: the more complete one, and among equals the one with proper spacing.
    """
    if len(text) > LONGEST:
        return frozenset()
    return _pulled(text, blocks) | _said_again(text, blocks)


def _said_again(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the blocks whose words stand in better blocks, in one piece or in several."""
    long = [
        number
        for number, block in enumerate(blocks)
        if block.words >= (_LEAST_WORDS if block.shape is Shape.TEXT else _LONG_LABEL)
        and block.shape in {Shape.TEXT, Shape.LABEL}
    ]
    if len(long) < 2:
        return frozenset()
    runs = {number: shingles(text[blocks[number].start : blocks[number].end]) for number in long}
    said: set[tuple[str, ...]] = set()
    again: set[tuple[str, ...]] = set()
    for number in long:
        again |= said & runs[number]
        said |= runs[number]
    if not any(len(again & runs[number]) >= _SAME * len(runs[number]) for number in long):
        return frozenset()
    doubled = _doubled(long, runs)
    passages = _passages([number for number in long if number not in doubled], runs)
    lost = doubled | _superfluous(text, blocks, passages, runs)
    return lost | _teasers([number for number in long if number not in lost], runs)


def _pulled(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the blocks that are nothing but a quotation which a longer block gives as well."""
    pulled = {
        number: key
        for number, block in enumerate(blocks)
        if _RUN <= block.words <= _LONGEST_PULLED
        and (key := _quotation(text[block.start : block.end])) is not None
    }
    if not pulled:
        return frozenset()
    wanted = {key[:_RUN] for key in pulled.values()}
    given: dict[tuple[str, ...], list[tuple[int, tuple[str, ...]]]] = {}
    for block in blocks:
        words = _bare(text[block.start : block.end])
        for first in range(len(words) - _RUN + 1):
            run = words[first : first + _RUN]
            if run in wanted and len(given.setdefault(run, [])) < _MOST_PLACES:
                given[run].append((len(words), words[first : first + _LONGEST_PULLED]))
    return frozenset(
        number
        for number, key in pulled.items()
        if any(
            length > len(key) and place[: len(key)] == key
            for length, place in given.get(key[:_RUN], ())
        )
    )


def _quotation(stretch: str) -> tuple[str, ...] | None:
    """Return the words of a block that is one quotation from its first sign to its last."""
    if stretch[0] not in _OPENING or stretch[-1] not in _ENDING:
        return None
    inner = stretch[1:-1]
    if any(sign in inner for sign in '"“”'):
        return None
    words = _bare(stretch)
    least = _LEAST_WORDS if stretch[0] in _SINGLE else _RUN  # 'A short one' is a heading
    return words if len(words) >= least else None


def _bare(stretch: str) -> tuple[str, ...]:
    """Return the words of a stretch without the signs around them, in lower case."""
    return tuple(word for raw in stretch.lower().split() if (word := raw.strip(_SIGNS)))


def _passages(long: Sequence[int], runs: dict[int, Shingles]) -> list[list[int]]:
    """Group blocks: a new passage begins where most of a block was said in the current one."""
    passages: list[list[int]] = [[]]
    place_of: dict[tuple[str, ...], int] = {}
    for number in long:
        mine, place = runs[number], len(passages) - 1
        seen = sum(place_of.get(run) == place for run in mine)
        if mine and seen >= _SAME * len(mine):
            lead = _lead_in(passages[-1], number)
            passages.append(lead)
            place += 1
            for moved in lead:
                place_of.update(dict.fromkeys(runs[moved], place))
        passages[-1].append(number)
        place_of.update(dict.fromkeys(mine, place))
    return passages


def _lead_in(passage: list[int], number: int) -> list[int]:
    """Take from a passage the blocks that stand right before a copy's first repeated block.

    They begin the copy with something new (a first sentence that the other copy lacks), if
    something that is no prose parts them from the passage.
    """
    taken = 0
    while taken < len(passage) and passage[-1 - taken] == number - 1 - taken:
        taken += 1
    if taken in {0, len(passage)}:
        return []
    lead = passage[-taken:]
    del passage[-taken:]
    return lead


def _superfluous(
    text: str,
    blocks: Sequence[Block],
    passages: Sequence[Sequence[int]],
    runs: dict[int, Shingles],
) -> frozenset[int]:
    """Return the blocks of passages that better passages cover, but for what only they say."""
    contents = [
        shingles(" ".join(text[blocks[number].start : blocks[number].end] for number in passage))
        for passage in passages
    ]
    order = sorted(
        range(len(passages)),
        key=lambda place: (-_worth(text, blocks, passages[place], len(contents[place])), place),
    )
    said: set[tuple[str, ...]] = set()
    lost: set[int] = set()
    for place in order:
        mine = contents[place]
        if mine and len(mine & said) >= _SAME * len(mine):
            lost.update(
                number
                for number in passages[place]
                if len(runs[number] & said) >= _SAME * len(runs[number])
            )
        said |= mine
    return frozenset(lost)


def _doubled(long: Sequence[int], runs: dict[int, Shingles]) -> frozenset[int]:
    """Return the blocks that the next block says again, as captions do with their credit."""
    return frozenset(
        number
        for number, following in pairwise(long)
        if following - number <= 2 and runs[number] and runs[number] <= runs[following]
    )


def _teasers(long: Sequence[int], runs: dict[int, Shingles]) -> frozenset[int]:
    """Return the first blocks if one longer block below says them again word for word."""
    longest: dict[tuple[str, ...], int] = {}
    for number in sorted(long, key=lambda number: len(runs[number])):
        longest.update(dict.fromkeys(runs[number], number))
    found = set()
    for number in long[:_FIRST]:
        mine = runs[number]
        if not mine:  # long, but of few words: a row of a table
            continue
        owner, shared = Counter(longest[run] for run in mine).most_common(1)[0]
        enough = shared >= _ALL * len(mine) and len(runs[owner]) >= _LONGER * len(mine)
        if owner > number and enough:
            found.add(number)
    return frozenset(found)


def _worth(text: str, blocks: Sequence[Block], passage: Sequence[int], size: int) -> float:
    """Value a passage: how much it says, less what is glued together or cut off."""
    glued = cut = 0
    for number in passage:
        stretch = text[blocks[number].start : blocks[number].end]
        glued += sum(1 for _ in _GLUED.finditer(stretch))
        cut += stretch.rstrip("\"'”’").endswith(("...", "…")) or not blocks[number].stop
    return size - 2.0 * glued - 5.0 * cut
