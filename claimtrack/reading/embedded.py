"""What stands in a page's elements and is lost in its text: quotation marks, breaks, whose post."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from claimtrack.reading.boxes import without_boxes
from claimtrack.reading.elements import stretches
from claimtrack.reading.lines import ends_sentence

_POSTS = frozenset(
    "twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed fb-post fb-video"
    " mastodon-embed reddit-embed-bq text-post-media".split()
)
"""Classes of posts of others that a page shows among its own paragraphs."""
_EMBEDS = frozenset({"amp-twitter", "amp-facebook", "amp-instagram", "amp-tiktok", "amp-youtube"})
_AS_IT_IS = frozenset({"pre", "textarea", "script", "style", "template"})
_BREAK = re.compile(r"(?<![ \t])[ \t]*[\r\n]\s*")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SHORT = 2_000
_COVERED = 0.8
_LONGEST_WRAPPED = 100


def prepared(tree: Any) -> Any:
    """Return a page's tree with marks around ``<q>``, without posts of others and wrapped lines.

    A browser sets quotation marks around a ``<q>``; a text without them would have no speaker. It
    shows the breaks of the source's lines as spaces, and soft hyphens not at all.
    """
    if tree is None:
        return None
    without_boxes(tree)
    for element in list(tree.iter()):
        _unwrap(element)
        if element.tag == "q":
            element.text = "“" + (element.text or "")
            children = list(element)
            if children:
                children[-1].tail = (children[-1].tail or "") + "”"
            else:
                element.text += "”"
            element.drop_tag()
        elif _is_post(element):
            element.drop_tree()
    return tree


def _unwrap(element: Any) -> None:
    """Make one line of an element's own text, unless its lines are meant to be seen."""
    if not isinstance(element.tag, str) or element.tag in _AS_IT_IS:
        return
    for child in list(element):
        if child.tail:
            child.tail, *more = _paragraphs(_UNSEEN.sub("", child.tail))
            _follow(child, more)
    if element.text:
        element.text, *more = _paragraphs(_UNSEEN.sub("", element.text))
        if more:
            mark = element.makeelement("br")
            element.insert(0, mark)
            _follow(mark, more, breaks=1)


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text without markup, which some pages set apart by blank lines.

    Only whole sentences of some length are: templates leave blank lines as well.
    """
    parts = _BLANK.split(text) if "\n" in text else [text]
    if len(parts) == 1 or any(len(part) < _SENTENCE for part in (parts[0], parts[1])):
        parts = [text]
    return [_BREAK.sub(" ", part) for part in parts]


_BLANK = re.compile(r"(?<=[.!?”\"])[ \t]*\r?\n[ \t]*\r?\n\s*(?=[^\W\d_a-z]|[“\"(])")
_SENTENCE = 60


def _follow(element: Any, paragraphs: list[str], *, breaks: int = 2) -> None:
    """Put paragraphs behind an element and its tail, with two breaks before each.

    The first may need fewer ``breaks``.
    """
    for paragraph in paragraphs:
        for _ in range(breaks):
            mark = element.makeelement("br")
            element.addnext(mark)
            element = mark
        element.tail = paragraph
        breaks = 2


def parted_anew(tree: Any, body: str) -> str:
    """Return a short body as the page's own paragraphs, if it came as one line."""
    if "\n" in body or len(body) > _SHORT:
        return body
    pieces = [piece for piece in stretches(tree) if piece in body]
    ordered = [piece for piece, after in pairwise([*pieces, ""]) if piece != after]
    if sum(map(len, ordered)) < _COVERED * len(body):
        return body
    return "\n".join(ordered)


def apart(body: str) -> str:
    """Return an extracted body with its lines as paragraphs, unless they are wrapped lines."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    whole = sum(map(ends_sentence, lines))
    if whole < len(lines) / 2 and max(map(len, lines), default=0) <= _LONGEST_WRAPPED:
        return body
    return "\n\n".join(lines)


def _is_post(element: Any) -> bool:
    if element.getparent() is None or not isinstance(element.tag, str):
        return False
    return element.tag in _EMBEDS or not _POSTS.isdisjoint((element.get("class") or "").split())
