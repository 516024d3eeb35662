"""What each block of a text does in it: prose, label, caption, byline, or what pages add."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import IntEnum, auto
from itertools import pairwise

from claimtrack.reading.blocks import Block, is_title_case
from claimtrack.reading.bylines import is_byline, names_in
from claimtrack.reading.captions import Credit, caption_of, is_credit
from claimtrack.reading.chrome import MOST_WORDS, Group, chrome_of
from claimtrack.reading.dates import iso_date
from claimtrack.reading.lines import Shape


class Role(IntEnum):
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


_JUNK = frozenset({Shape.LINK, Shape.CONTACT, Shape.CODE, Shape.LEGAL, Shape.TAGS})
_FLOWING = frozenset({Shape.TEXT, Shape.LABEL})
_SIGNS = 4
_ITEM = re.compile(r"(?:[-*•●▪◦‣·–—]\s{0,2}|(?:\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\))\s)(?=[\w\"“'‘$])")
# "19:10 GMT - France reports new cases", the heading of an entry on a live page
_ENTRY = re.compile(
    r"\d{1,2}[:.h]\d{2} ?(?:[ap]\.?m\.?)? ?(?:\(?[A-Z]{2,4}\)?)? ?[-–—|:] (?=[\"“'‘A-Z0-9])"
)
_OF_CHROME = {"drop": Role.JUNK, "list": Role.LIST, "end": Role.END}
_EDGE = 3
_NAME = re.compile(r"[A-Z][\w'’\-]{1,24}(?: [A-Z][\w.'’\-]{0,24}){1,2}")
_QUOTES = frozenset("\"“‘'«")
_SIGNED = 9
# "…62 hectares of seagrass. —WITH A REPORT FROM ANN LEE"
_INNER_STOP = re.compile(r"[a-z0-9]{3}[.!?][\"”’')]{0,2}\s{1,2}[—–\-(A-Z\"“]")
_SENTENCE_WORDS = 12
_BEFORE_STOP = 8
_ITEM_WORDS = 4
_LONGEST_LIST = 15


def roles_of(
    text: str, blocks: Sequence[Block], taken: Collection[int], lost: Collection[int]
) -> tuple[list[Role], bool]:
    """Return the role of every block, and whether the text is a page with its surroundings."""
    chrome = [
        chrome_of(text[block.start : block.end], block.words, page=True)
        if block.words <= MOST_WORDS and block.shape in _FLOWING
        else None
        for block in blocks
    ]
    page = _is_page(text, blocks, chrome, lost)
    credits = credits_of(text, blocks)
    roles = []
    for number, block in enumerate(blocks):
        group = chrome[number]
        edge = page or number < _EDGE or number >= len(blocks) - _EDGE
        if number in taken:
            roles.append(Role.TAKEN)
        elif number in lost:
            roles.append(Role.COPY)
        elif block.shape not in _FLOWING:
            roles.append(Role.JUNK)
        elif group is not None and group.name == "rights" and _names_writer(text, block):
            roles.append(Role.BYLINE)
        elif group is not None and (edge or group.scope == "any"):
            roles.append(_OF_CHROME[group.role])
        else:
            roles.append(_role(text, block, credits[number]))
    _caption_names(text, blocks, roles)
    _sign_quotes(text, blocks, roles)
    _close_lists(text, blocks, roles)
    _clear_top(text, blocks, roles)
    _open_lists(text, blocks, roles)
    return roles, page


def _names_writer(text: str, block: Block) -> bool:
    """Tell whether a line of the desk's is a byline: "Written by Ann Lee"."""
    wording = text[block.start : block.end]
    return is_byline(wording) and len(names_in(wording)) > 0


def credits_of(text: str, blocks: Sequence[Block]) -> list[Credit]:
    """Tell of every block whether a bare credit stands right after or before it."""
    bare = [block.words <= 12 and is_credit(text[block.start : block.end]) for block in blocks] + [
        False
    ]
    return [
        "after" if bare[number + 1] else "before" if number > 0 and bare[number - 1] else None
        for number in range(len(blocks))
    ]


def _is_page(
    text: str, blocks: Sequence[Block], chrome: Sequence[Group | None], lost: Collection[int]
) -> bool:
    """Tell whether a text is a page with its surroundings rather than an article alone."""
    repeated = sum(blocks[number].words for number in lost)
    if repeated * 4 > sum(block.words for block in blocks):
        return True
    signs = prose = labels = times = 0
    for block, group in zip(blocks, chrome, strict=True):
        if block.shape in _JUNK or group is not None:
            signs += 1
        elif block.shape is Shape.TIME:
            times += 1
        elif block.shape is Shape.LABEL and not _ITEM.match(text, block.start):
            labels += 1
        prose += block.shape is Shape.TEXT
    signs += min(times, 2)
    return (signs >= _SIGNS and signs * 10 >= prose) or (labels >= 8 and labels * 2 > prose)


def _role(text: str, block: Block, credit: Credit) -> Role:
    if block.words <= MOST_WORDS:
        if is_byline(text[block.start : block.end]):
            return Role.BYLINE
        caption = caption_of(text, block.start, block.end, block.words, credit=credit)
        if caption is not None:
            return Role.JUNK if caption.span is None else Role.CAPTION
    if block.shape is Shape.LABEL and not _holds_sentence(text, block):
        item = block.words >= _ITEM_WORDS and _ITEM.match(text, block.start) is not None
        return Role.ITEM if item or _ENTRY.match(text, block.start) is not None else Role.LABEL
    return Role.PROSE


def _holds_sentence(text: str, block: Block) -> bool:
    """Tell whether a block without a stop at its end holds a sentence and something behind it."""
    if block.words < _SENTENCE_WORDS:
        return False
    found = _INNER_STOP.search(text, block.start, block.end)
    return found is not None and text.count(" ", block.start, found.start()) >= _BEFORE_STOP


def _caption_names(text: str, blocks: Sequence[Block], roles: list[Role]) -> None:
    """Turn a name and the line below it that says what is to be seen of it to credit and caption.

    "Ann Lee" / "Ann Lee says that she will sell the boat": pages print so who lent the picture.
    """
    for number, (one, other) in enumerate(pairwise(blocks)):
        if roles[number] is not Role.LABEL or roles[number + 1] is not Role.LABEL:
            continue
        name = text[one.start : one.end]
        if _NAME.fullmatch(name) is not None and text.startswith(f"{name} ", other.start):
            roles[number : number + 2] = [Role.JUNK, Role.CAPTION]


def _sign_quotes(text: str, blocks: Sequence[Block], roles: list[Role]) -> None:
    """Turn the line that names a speaker below a quotation pulled out of the text to junk."""
    for number, (quote, name) in enumerate(pairwise(blocks)):
        pulled = roles[number] is Role.COPY and text[quote.start] in _QUOTES
        if pulled and roles[number + 1] is Role.LABEL and name.words <= _SIGNED:
            roles[number + 1] = Role.JUNK


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


def _open_lists(text: str, blocks: Sequence[Block], roles: list[Role]) -> None:
    """Turn the lines of a list that a colon opens and a paragraph closes to items."""
    number = 0
    while number < len(roles):
        opening = roles[number] is Role.PROSE and text[blocks[number].end - 1] == ":"
        number += 1
        if not opening:
            continue
        last = number
        while last < len(roles) and roles[last] is Role.LABEL and blocks[last].words >= 3:
            last += 1
        if 2 <= last - number <= _LONGEST_LIST and last < len(roles) and roles[last] is Role.PROSE:
            roles[number:last] = [Role.ITEM] * (last - number)
        number = last


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
