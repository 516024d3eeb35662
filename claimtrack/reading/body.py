"""Which blocks are the article: the body's stretch of a page, and what to leave out inside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimtrack.model import Paragraph, Span
from claimtrack.reading.blocks import Block
from claimtrack.reading.captions import Credit, caption_of, is_credit
from claimtrack.reading.english import function_word_share
from claimtrack.reading.headlines import FEWEST, taken_up, words_of
from claimtrack.reading.lines import Shape
from claimtrack.reading.roles import Role, credits_of, roles_of


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs found, with the blocks they come from, and whether the text is a page dump."""

    paragraphs: tuple[tuple[Block, Paragraph], ...]
    bylines: tuple[Block, ...]
    page: bool
    first: int


_VALUES = {
    Role.LABEL: -4.0,
    Role.ITEM: 2.0,
    Role.CAPTION: 0.0,
    Role.BYLINE: -4.0,
    Role.JUNK: -2.0,
    Role.LIST: -12.0,
    Role.END: -60.0,
    Role.COPY: -6.0,
    Role.TAKEN: -10.0,
}
_MOST = 60.0
_AHEAD = 12
"""Blocks that are looked at below a line about comments."""

_REPORTS = re.compile(
    r"[\"”,] (?:[A-Z][\w'’\-]+ ){0,3}(?:said|says|told|added|asked|wrote)\b|\baccording to\b|"
    r"\b(?:said|told|says|announced|reported) (?:the|that|a|on|in|he|she|they|it|[A-Z])"
)
_CHATS = re.compile(r"!!|\?\?|\b(?:lol|imo|btw|OMG)\b|(?:^|[.!?] )(?:I|You|My)\b")
_TOP_REACH = 15
_SUMMARY_WORDS = 8
_SUMMARY_SHARED = 2
_LOOKED_AT = 24
_TOP = frozenset({Role.CAPTION, Role.JUNK, Role.BYLINE, Role.TAKEN})
_END_SIGN = re.compile(r"\s+[■□▪∎◼●♦]$")
_MARK = re.compile(r"(?:#{1,6}|[-*•●▪◦‣>])\s+(?=\S)")
_BIO = re.compile(
    r"[A-Z][\w.'’\-]{1,20}(?: [A-Z][\w.'’\-]{0,20}){1,3},? (?:is|was|covers|writes|reports|joined|"
    r"has (?:covered|written|reported))\b.{0,160}?\b(?:reporter|correspondent|editor|columnist|"
    r"writer|journalist|producer|fellow|contributor|author|blogger|freelancer?|covers|writes|"
    r"reporting for|covering|for The|for the|for our)\b",
    re.DOTALL,
)


def body_of(
    text: str, blocks: Sequence[Block], taken: Collection[int], lost: Collection[int]
) -> Body:
    """Choose the blocks of the article; ``taken`` and ``lost`` are numbers of blocks."""
    roles, page = roles_of(text, blocks, taken, lost)
    last = _last(text, blocks, roles, page)
    first = 0
    if page:
        first, last = _with_captions(roles, *_stretch(text, blocks, roles, last))
        first = _with_summary(text, blocks, roles, first)
    chosen = _chosen(text, blocks, roles, range(first, last), page)
    if not chosen:  # nothing on this page reads like a body: whatever is no junk may be one
        first, page = 0, False
        chosen = _chosen(text, blocks, roles, range(len(blocks)), page)
    _drop_bios(text, chosen, page)
    bylines = tuple(block for block, role in zip(blocks, roles, strict=True) if role is Role.BYLINE)
    return Body(tuple(chosen), bylines, page, first)


def _chosen(
    text: str, blocks: Sequence[Block], roles: Sequence[Role], numbers: range, page: bool
) -> list[tuple[Block, Paragraph]]:
    credits = credits_of(text, blocks)
    found = (
        (blocks[number], _paragraph(text, blocks, roles, number, credits[number], page))
        for number in numbers
    )
    return [(block, paragraph) for block, paragraph in found if paragraph is not None]


def _last(text: str, blocks: Sequence[Block], roles: Sequence[Role], page: bool) -> int:
    """Return where the readers' comments begin, or the number of blocks."""
    total = sum(
        block.words for block, role in zip(blocks, roles, strict=True) if role is Role.PROSE
    )
    before = 0
    for number, role in enumerate(roles):
        if role is Role.PROSE:
            before += blocks[number].words
        elif (
            role is Role.END
            and before * (3 if page else 2) > total
            and before > 0
            and not _goes_on(text, blocks, roles, number + 1)
        ):
            return number
    return len(blocks)


def _goes_on(text: str, blocks: Sequence[Block], roles: Sequence[Role], number: int) -> bool:
    """Tell whether the article goes on below a line about comments, as below a bar of buttons.

    Comments have their users' names and times between them, and hardly report what others said.
    """
    last = min(number + _AHEAD, len(roles))
    while number < last and roles[number] in {Role.END, Role.JUNK}:
        if blocks[number].shape is Shape.TIME:
            return False
        number += 1
    first = number
    while number < last and roles[number] is Role.PROSE:
        number += 1
    reports = sum(
        _REPORTS.search(text, block.start, block.end) is not None
        and _CHATS.search(text, block.start, block.end) is None
        for block in blocks[first:number]
    )
    return reports > 0 and reports * 2 >= number - first


def _stretch(
    text: str, blocks: Sequence[Block], roles: Sequence[Role], last: int
) -> tuple[int, int]:
    """Return the stretch of blocks with the most prose: the maximum of a running sum."""
    best = total = 0.0
    start, span = 0, (0, 0)
    for number in range(last):
        if total <= 0:
            start, total = number, 0.0
        total += _value(text, blocks[number], roles[number])
        if total > best:
            best, span = total, (start, number + 1)
        elif total == best and span[1] == number and _is_spoken(text, blocks[number]):
            span = (start, number + 1)
    return span


def _is_spoken(text: str, block: Block) -> bool:
    """Tell whether a short block is a quotation: such paragraphs close many articles."""
    return block.stop and text[block.start] in '"“' and text[block.end - 1] in '"”'


def _with_captions(roles: Sequence[Role], first: int, last: int) -> tuple[int, int]:
    """Widen a stretch by the captions right before it, as pages put their picture on top."""
    number, labels = first, 0
    while number > 0 and (roles[number - 1] in _TOP or roles[number - 1] is Role.LABEL):
        number -= 1
        labels += roles[number] is Role.LABEL
        if labels > 3:
            break
        if roles[number] is Role.CAPTION:
            first = number
    return first, last


def _with_summary(text: str, blocks: Sequence[Block], roles: Sequence[Role], first: int) -> int:
    """Widen a stretch by a sentence above its first buttons that sums up what the body says."""
    number = first - 1
    while number > max(0, first - _TOP_REACH) and (
        roles[number] in _TOP or (roles[number] is Role.LABEL and blocks[number].words < FEWEST)
    ):
        number -= 1
    if number < 1 or roles[number] is not Role.PROSE:
        return first
    headed = roles[number - 1] is Role.TAKEN or blocks[number - 1].shape is Shape.LABEL
    below = blocks[number + 1]
    if not headed or blocks[number - 1].words <= FEWEST or is_credit(text[below.start : below.end]):
        return first
    block = blocks[number]
    if not block.stop or block.words < _SUMMARY_WORDS:
        return first
    if roles[number + 1] is Role.CAPTION:  # headline, summary, picture
        return number
    near = range(first, min(first + _LOOKED_AT, len(blocks)))
    prose = [blocks[each] for each in near if roles[each] is Role.PROSE]
    said = taken_up(text[each.start : each.end][:600] for each in prose)
    shared = {word for word in words_of(text[block.start : block.end]) if word in said}
    return number if len(shared) >= _SUMMARY_SHARED else first


def _value(text: str, block: Block, role: Role) -> float:
    if role is not Role.PROSE:
        return _VALUES[role]
    if block.words < 5:
        return 0.0
    if 8 <= block.words < 60 and function_word_share(text[block.start : block.end]) < 0.1:
        return -4.0
    return min(_MOST, float(block.words))


def _paragraph(
    text: str,
    blocks: Sequence[Block],
    roles: Sequence[Role],
    number: int,
    credit: Credit,
    page: bool,
) -> Paragraph | None:
    block, role = blocks[number], roles[number]
    if role is Role.CAPTION:
        found = caption_of(text, block.start, block.end, block.words, credit=credit)
        if found is None:  # by what stands beside it
            return Paragraph(Span(block.start, block.end), "caption")
        if found.span is None:
            return None
        return Paragraph(found.span, "caption")
    if role is Role.LABEL and page and not _stays(text, blocks, roles, number):
        return None
    if role not in {Role.PROSE, Role.LABEL, Role.ITEM}:
        return None
    mark = _MARK.match(text, block.start, block.end)
    sign = _END_SIGN.search(text, max(block.start, block.end - 4), block.end)
    start = block.start if mark is None else mark.end()
    return Paragraph(Span(start, block.end if sign is None else sign.start()))


def _stays(text: str, blocks: Sequence[Block], roles: Sequence[Role], number: int) -> bool:
    """Tell whether a short line without a stop inside a page's body is a part of the article.

    A heading stands alone between two paragraphs; a long line with the grammar of a sentence is
    one that lost its stop.
    """
    block = blocks[number]
    stretch = text[block.start : block.end]
    if not 0 < number < len(blocks) - 1:
        return False
    around = {roles[number - 1], roles[number + 1]}
    if block.words >= 12 and function_word_share(stretch) >= 0.25:
        return Role.PROSE in around
    return around <= {Role.PROSE, Role.ITEM} and 2 <= block.words <= 14 and not stretch[0].islower()


def _drop_bios(text: str, chosen: list[tuple[Block, Paragraph]], page: bool) -> None:
    """Leave out the note on the writer that closes many articles."""
    for place in range(len(chosen) - 1, max(len(chosen) - 4, 1), -1):
        block, _ = chosen[place]
        stretch = text[block.start : block.end]
        if page and block.words <= 70 and _BIO.match(stretch) is not None:
            del chosen[place]
