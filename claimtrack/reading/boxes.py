"""What a page shows beside its article, or not at all: taken out before the article is looked for.

Hidden dialogues, comments, lists of other stories. A box is known by its role or by the words of
its class; what holds a large part of the page's paragraphs is no box, whatever it is called.
"""

from __future__ import annotations

import re
from typing import Any

_BOX_TAGS = frozenset({"div", "section", "aside", "ul", "ol", "li", "p", "dl", "span", "footer"})
_ROLES = frozenset({"dialog", "alertdialog", "alert", "tooltip", "navigation", "banner"})
_HIDDEN = frozenset(
    "hide hidden is-hidden d-none display-none invisible sr-only visually-hidden visuallyhidden"
    " screen-reader-text screen-reader-only u-hidden js-hidden".split()
)
_OTHERS = re.compile(
    r"(?i)(?:^|[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))(?:"
    r"comments?|commenting|disqus|recirc\w{0,12}|related(?:-?\w{0,12})?|recommend(?:ed|ations?|s)?|"
    r"next-?story|more-?stories|more-?from|most-?(?:popular|read|viewed|shared)|popular-?posts|"
    r"read-?(?:more|next)|recent-?(?:articles|posts|stories)|link-?entries|trending|"
    r"newsletter(?:-?\w{0,12})?|subscribe-?\w{0,8}|cookie(?:s|-?\w{0,12})?|consent(?:-?\w{0,12})?|"
    r"slide-?show|white-?papers?|sponsored(?:-?\w{0,12})?|deep-?dive|promo(?:-?\w{0,10})?|outbrain|"
    r"taboola|video-?desc|photo-?credits?|img-?credits?|image-?credits?"
    r")(?:$|[\s_-]|(?-i:(?=[A-Z])))"
)
_NO_BOXES = frozenset({"html", "body", "main", "article"})
_UNREAD = frozenset({"script", "style", "noscript", "template", "a", "svg", "textarea"})
_LARGE = 0.35
_LEAST = 0.1
_NAMED = 400


def without_boxes(tree: Any) -> Any:
    """Empty a page's boxes, and return its tree; if hardly anything else is left, none of them."""
    elements = list(tree.iter())
    shown, prose, headed = _holdings(elements)
    weights = (shown, prose) if prose[tree] else (shown,)
    boxes: list[Any] = []
    taken: set[Any] = set()
    left = [weight[tree] for weight in weights]
    for element in elements:
        holder = element.getparent()
        if holder is None or holder in taken:
            if holder is not None:
                taken.add(element)
            continue
        if not isinstance(element.tag, str) or element.tag in _NO_BOXES or element in headed:
            continue
        large = any(weight[element] > _LARGE * weight[tree] for weight in weights)
        if not large and _is_box(element):
            boxes.append(element)
            taken.add(element)
            left = [rest - weight[element] for rest, weight in zip(left, weights, strict=True)]
    if left[-1] < _LEAST * weights[-1][tree]:
        return tree
    for element in boxes:
        element.clear(keep_tail=True)
    return tree


def _holdings(elements: list[Any]) -> tuple[dict[Any, int], dict[Any, int], set[Any]]:
    """Return how many signs each element shows outside links, and in paragraphs; what has an h1."""
    shown: dict[Any, int] = dict.fromkeys(elements, 0)
    prose: dict[Any, int] = dict.fromkeys(elements, 0)
    headed: set[Any] = set()
    for element in reversed(elements):  # what is inside before what holds it
        if not isinstance(element.tag, str) or element.tag in _UNREAD:
            shown[element] = 0
        else:
            shown[element] += len(element.text or "")
        if element.tag == "p":
            prose[element] = shown[element]
        elif element.tag == "h1":
            headed.add(element)
        holder = element.getparent()
        if holder is None:
            continue
        shown[holder] += shown[element] + len(element.tail or "")
        prose[holder] += prose[element]
        if element in headed:
            headed.add(holder)
    return shown, prose, headed


def _is_box(element: Any) -> bool:
    """Tell whether an element is hidden, or named as what is no part of an article."""
    if element.get("hidden") is not None or (element.get("role") or "").lower() in _ROLES:
        return True
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    named = element.get("class") or ""
    if not _HIDDEN.isdisjoint(named.split()):
        return True
    if element.tag not in _BOX_TAGS:
        return False
    return _OTHERS.search(f"{named} {element.get('id') or ''}"[:_NAMED]) is not None
