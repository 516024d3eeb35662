"""Which blocks are the article: the body's stretch of a page, and what to leave out inside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from claimtrack.model import Paragraph, Span
from claimtrack.reading.blocks import Block, is_title_case
from claimtrack.reading.bylines import is_byline
from claimtrack.reading.captions import Credit, caption_of, is_credit
from claimtrack.reading.chrome import chrome_of
from claimtrack.reading.dates import iso_date
from claimtrack.reading.english import function_word_share
from claimtrack.reading.lines import Shape


class Role(Enum):
    """What a block does in its text."""

    PROSE = auto()
    LABEL = auto()  # short, no stop: a heading, a list's item, a title, a menu's entry
    ITEM = auto()  # an item with a bullet or a number
    CAPTION = auto()
    BYLINE = auto()
    JUNK = auto()  # links, contacts, times, codes, tags, credits, chrome
    LIST = auto()  # opens a list of other stories
    END = auto()  # opens the comments
    COPY = auto()  # says again what another block says
    TAKEN = auto()  # header fields and the headline


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs found, with the blocks they come from, and whether the text is a page dump."""

    paragraphs: tuple[tuple[Block, Paragraph], ...]
    bylines: tuple[Block, ...]
    page: bool
    first: int


_JUNK = frozenset({Shape.LINK, Shape.CONTACT, Shape.CODE, Shape.LEGAL, Shape.TAGS})
_SIGNS = 4
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
_ITEM = re.compile(r"(?:[-*•●▪◦‣·–—]\s{0,2}|(?:\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\))\s)(?=[\w\"“'‘$])")
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
    page = _is_page(text, blocks, lost)
    roles = [
        Role.TAKEN
        if number in taken
        else Role.COPY
        if number in lost
        else _role(text, blocks, number, page)
        for number in range(len(blocks))
    ]
    _close_lists(text, blocks, roles)
    _clear_top(text, blocks, roles)
    last = _last(blocks, roles, page)
    first = 0
    if page:
        first, last = _with_captions(roles, *_stretch(text, blocks, roles, last))
    chosen: list[tuple[Block, Paragraph]] = []
    for number in range(first, last):
        paragraph = _paragraph(text, blocks, roles, number, page)
        if paragraph is not None:
            chosen.append((blocks[number], paragraph))
    _drop_bios(text, chosen, page)
    bylines = tuple(block for block, role in zip(blocks, roles, strict=True) if role is Role.BYLINE)
    return Body(tuple(chosen), bylines, page, first)


def _is_page(text: str, blocks: Sequence[Block], lost: Collection[int]) -> bool:
    """Tell whether a text is a page with its surroundings rather than an article alone."""
    repeated = sum(blocks[number].words for number in lost)
    if repeated * 4 > sum(block.words for block in blocks):
        return True
    signs = prose = labels = times = 0
    for block in blocks:
        if block.shape in _JUNK:
            signs += 1
        elif block.shape is Shape.TIME:
            times += 1
        elif block.shape is Shape.TEXT:
            prose += 1
            if block.words <= 110 and _looks_like_chrome(text, block):
                signs += 1
        elif block.shape is Shape.LABEL:
            if _looks_like_chrome(text, block):
                signs += 1
            elif not _ITEM.match(text, block.start):
                labels += 1
    signs += min(times, 2)
    return (signs >= _SIGNS and signs * 10 >= prose) or (labels >= 8 and labels * 2 > prose)


def _looks_like_chrome(text: str, block: Block) -> bool:
    return chrome_of(text[block.start : block.end], block.words, page=True) is not None


def _role(text: str, blocks: Sequence[Block], number: int, page: bool) -> Role:
    block = blocks[number]
    if block.shape in _JUNK or block.shape in {Shape.RULE, Shape.TIME}:
        return Role.JUNK
    if block.words <= 110:
        line = text[block.start : block.end]
        edge = page or number < 3 or number >= len(blocks) - 3
        group = chrome_of(line, block.words, page=edge)
        if group is not None:
            return {"drop": Role.JUNK, "list": Role.LIST, "end": Role.END}[group.role]
        if is_byline(line):
            return Role.BYLINE
        credit = _credit_beside(text, blocks, number)
        caption = caption_of(text, block.start, block.end, block.words, credit=credit)
        if caption is not None:
            return Role.JUNK if caption.span is None else Role.CAPTION
    if block.shape is Shape.LABEL:
        return Role.ITEM if _ITEM.match(text, block.start) else Role.LABEL
    return Role.PROSE


def _credit_beside(text: str, blocks: Sequence[Block], number: int) -> Credit:
    if number + 1 < len(blocks) and _is_credit_block(text, blocks[number + 1]):
        return "after"
    if number > 0 and _is_credit_block(text, blocks[number - 1]):
        return "before"
    return None


def _is_credit_block(text: str, block: Block) -> bool:
    return block.words <= 12 and is_credit(text[block.start : block.end])


def _close_lists(text: str, blocks: Sequence[Block], roles: list[Role]) -> None:
    """Turn the items of a list of other stories to junk, up to the next full sentence."""
    inside = False
    for number, role in enumerate(roles):
        if role is Role.LIST:
            inside = True
        elif inside and (role in {Role.LABEL, Role.ITEM} or _is_title(text, blocks[number], role)):
            roles[number] = Role.JUNK
        elif role in {Role.PROSE, Role.CAPTION, Role.BYLINE}:
            inside = False


def _clear_top(text: str, blocks: Sequence[Block], roles: list[Role]) -> None:
    """Set aside the short lines between headline and body that say where and when it appeared."""
    first = next((n for n, role in enumerate(roles) if role is Role.PROSE), 0)
    dated = [
        roles[number] in {Role.JUNK, Role.BYLINE}
        or (
            roles[number] is Role.LABEL
            and blocks[number].words <= 9
            and iso_date(text[blocks[number].start : blocks[number].end]) is not None
        )
        for number in range(first)
    ]
    for number in range(first):
        if roles[number] is not Role.LABEL:
            continue
        beside = dated[max(0, number - 1) : number + 2]
        if dated[number] or (blocks[number].words <= 5 and any(beside)):
            roles[number] = Role.JUNK


def _is_title(text: str, block: Block, role: Role) -> bool:
    if role is not Role.PROSE or block.words > 16:
        return False
    return text[block.end - 1] in "?!…" or is_title_case(text[block.start : block.end])


def _last(blocks: Sequence[Block], roles: Sequence[Role], page: bool) -> int:
    """Return where the readers' comments begin, or the number of blocks."""
    total = sum(
        block.words for block, role in zip(blocks, roles, strict=True) if role is Role.PROSE
    )
    before = 0
    for number, role in enumerate(roles):
        if role is Role.PROSE:
            before += blocks[number].words
        elif role is Role.END and before * (3 if page else 2) > total and before > 0:
            return number
    return len(blocks)


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
    return span


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


def _value(text: str, block: Block, role: Role) -> float:
    if role is not Role.PROSE:
        return _VALUES[role]
    if block.words < 5:
        return 0.0
    if 8 <= block.words < 60 and function_word_share(text[block.start : block.end]) < 0.1:
        return -4.0
    return min(_MOST, float(block.words))


def _paragraph(
    text: str, blocks: Sequence[Block], roles: Sequence[Role], number: int, page: bool
) -> Paragraph | None:
    block, role = blocks[number], roles[number]
    if role is Role.CAPTION:
        credit = _credit_beside(text, blocks, number)
        found = caption_of(text, block.start, block.end, block.words, credit=credit)
        if found is None or found.span is None:
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
        return Role.PROSE in around and Role.JUNK not in around
    return around <= {Role.PROSE, Role.ITEM} and 2 <= block.words <= 14 and not stretch[0].islower()


def _drop_bios(text: str, chosen: list[tuple[Block, Paragraph]], page: bool) -> None:
    """Leave out the note on the writer that closes many articles."""
    for place in range(len(chosen) - 1, max(len(chosen) - 4, 1), -1):
        block, _ = chosen[place]
        stretch = text[block.start : block.end]
        if page and block.words <= 70 and _BIO.match(stretch) is not None:
            del chosen[place]
