"""Writers that a page names without a "By": bare names beside the date, with a second sign."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.reading.blocks import Block
from claimtrack.reading.bylines import ROLE, names_in
from claimtrack.reading.chrome import chrome_of
from claimtrack.reading.lines import Shape
from claimtrack.reading.mastheads import is_masthead
from claimtrack.reading.metadata import spells

_PERSON = r"[A-Z][\w'’\-]{1,24}(?: [A-Z][\w.'’\-]{0,24}){1,3}"
# "Ann Lee", "Ann Lee & Bob Green", "Ann Lee in Paris", "Ann Lee - The Times"
_BARE = re.compile(
    rf"(?P<names>{_PERSON}(?:(?:, | and | & ){_PERSON}){{0,4}})"
    rf"(?P<place> in [A-Z][\w'’\-]{{1,24}}(?: [A-Z][\w'’\-]{{1,24}}){{0,2}})?"
    r"(?:(?: [-–—|/] |, )(?P<post>[A-Z][^.?!|]{1,50}))?"
)
_POST = re.compile(r"(?i)special (?:to|for) |(?:staff|senior|chief|our|guest) ")
_BIO = r"(?:\n|^){name},? (?:is|was|covers|writes|reports|has (?:covered|written))\b"
_REACH = 15
_BELOW = 8
_LONGEST = 9
_LONGEST_NAME = 2


def bare_writers(
    text: str,
    blocks: Sequence[Block],
    first: int,
    headline: str,
    outlet: str | None,
    url: str | None,
) -> tuple[str, ...]:
    """Return the names on a line of their own beside the date, near block number ``first``.

    Places and sections stand there as well. So something more has to say that it is a person who
    wrote: several names, a place ("Ann Lee in Paris"), a post or an outlet on the same line or on
    the next, a note on the writer, or the name's own line once more.
    """
    lines = range(max(0, first - _REACH), min(first + _BELOW, len(blocks)))
    for number in lines:
        block = blocks[number]
        if block.shape is not Shape.LABEL or block.words > _LONGEST:
            continue
        wording = text[block.start : block.end]
        found = _BARE.fullmatch(wording)
        if found is None or not _is_dated(blocks, number) or wording in headline:
            continue
        if chrome_of(wording, block.words, page=True) is not None or is_masthead(
            found["names"], None
        ):
            continue
        if found["post"] is not None and not _is_post(found["post"]):
            continue
        names = names_in(found["names"])
        if url is not None and spells(url, found["names"]):
            continue
        if names and (_is_sure(text, blocks, number, found) or names == (outlet,)):
            return names
    return ()


def is_bare_name(line: str) -> bool:
    """Tell whether a line may be nothing but a writer's name, with a place or a post."""
    found = _BARE.fullmatch(line)
    return found is not None and (found["post"] is None or _is_post(found["post"]))


def _is_dated(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a date stands right beside a line, or below the line that follows it."""
    near = blocks[max(0, number - 1) : number + 3]
    return any(block.shape is Shape.TIME for block in near)


def _is_sure(text: str, blocks: Sequence[Block], number: int, found: re.Match[str]) -> bool:
    names = found["names"]
    if (found["place"] and names.count(" ") < _LONGEST_NAME) or len(names_in(names)) > 1:
        return True
    following = "" if number + 1 == len(blocks) else _wording(text, blocks[number + 1])
    posts = [found["post"] or "", following]
    if any(post and len(post) < 60 and _is_post(post) for post in posts):
        return True
    again = sum(block.words <= 4 and _wording(text, block) == names for block in blocks)
    return again > 1 or re.search(_BIO.format(name=re.escape(names)), text) is not None


def _is_post(line: str) -> bool:
    """Tell whether a line says where or as what somebody writes."""
    if line.endswith((".", "?", "!")) or line.count(" ") > 6:
        return False
    return is_masthead(line, None) or ROLE.search(line) is not None or _POST.match(line) is not None


def _wording(text: str, block: Block) -> str:
    return text[block.start : block.end]
