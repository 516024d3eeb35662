"""A web page's own paragraphs, to fill in what an extraction left out between and around its own.

Old pages set the first sentence in bold before the first paragraph, and boxes in tables between
the others; what finds an article's body then takes only the paragraphs that stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from claimtrack.reading.chrome import chrome_of
from claimtrack.reading.lines import ends_sentence

_BLOCKS = frozenset(
    "address article aside blockquote body br center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section "
    "summary table tbody td th thead tr ul".split()
)
_WHOLE = frozenset({"html", "body", "main", "article"})
_LEFT_OUT = frozenset(
    "aside audio blockquote button canvas dialog figcaption figure footer form head iframe label "
    "li nav noscript object option pre script select style svg template textarea title video "
    "amp-sidebar amp-ad".split()
)
_MARKED = re.compile(
    r"(?i)comment|related|promo|newsletter|cookie|consent|sidebar|share|social|teaser|popular|"
    r"recommend|widget(?! Blog\b)|banner|advert|subscri|footer|caption|credit|byline|author|"
    r"\bbio\b|most-?(?:read|viewed)|nav\b|menu|pull|quote|tweet|live|block|popup|modal|disqus|"
    r"breadcrumb"
)
_SPACE = re.compile(r"\s+")
_LEAST_WORDS = 8
_MOST_LINKED = 0.5
_REACH = 2
"""Stretches that are looked at before the first paragraph found; twice as many after the last."""


def completed(tree: Any, body: str) -> str:
    """Return an extracted body with the page's paragraphs that it lacks, each in its place.

    Only whole sentences outside lists, boxes, forms and the like are taken: those between two
    paragraphs of the body, and a few that stand right before the first or after the last one.
    """
    lines = body.splitlines()
    page = list(_paragraphs(tree))
    keys = [_key(paragraph) for paragraph in page]
    wanted = frozenset(keys)
    places: dict[str, int] = {}
    for place, line in enumerate(lines):
        places.update((key, place) for key in _keys(_folded(line)) if key in wanted)
    known = [places.get(key) for key in keys]
    matched = [number for number, place in enumerate(known) if place is not None]
    if not matched:
        return body
    first, last = matched[0], matched[-1]
    missing: dict[int, list[str]] = {}
    before = -1
    for number in range(max(0, first - _REACH), _end(page, last)):
        at = known[number]
        if at is not None:
            before = at
        elif _is_prose(page[number]):
            missing.setdefault(before, []).append(page[number])
    pieces = missing.get(-1, [])
    for place, line in enumerate(lines):
        pieces.append(line)
        pieces += missing.get(place, [])
    return "\n".join(pieces)


def stretches(tree: Any) -> list[str]:
    """Return what stands between the ends of a page's block elements, headings and links too."""
    return list(_between(tree))


def _end(page: Sequence[str], last: int) -> int:
    """Return where to stop looking below the last paragraph found: at other stories, comments."""
    for number in range(last + 1, min(last + 1 + 2 * _REACH, len(page))):
        group = chrome_of(page[number], page[number].count(" ") + 1, page=True)
        if group is not None and group.role != "drop":
            return number
    return min(last + 1 + 2 * _REACH, len(page))


def _key(paragraph: str) -> str:
    """Return the words by which a paragraph is known: its first ones."""
    return " ".join(paragraph.split(" ", _LEAST_WORDS)[:_LEAST_WORDS])


def _keys(line: str) -> Iterator[str]:
    """Yield the keys of all paragraphs that may have been joined to one line."""
    words = line.split(" ")
    if len(words) <= _LEAST_WORDS:
        yield line
    for first in range(len(words) - _LEAST_WORDS + 1):
        yield " ".join(words[first : first + _LEAST_WORDS])


def _is_prose(paragraph: str) -> bool:
    """Tell whether a page's paragraph is whole sentences, and none of the page's own words."""
    words = paragraph.count(" ") + 1
    if words < _LEAST_WORDS or not ends_sentence(paragraph) or paragraph[0].islower():
        return False
    return chrome_of(paragraph, words, page=True) is None


def _paragraphs(tree: Any) -> Iterator[str]:
    """Yield what stands between the ends of a page's block elements, unless most of it is links."""
    yield from _between(tree, most_linked=_MOST_LINKED)


def _between(tree: Any, *, most_linked: float = 1.0) -> Iterator[str]:
    text: list[str] = []
    linked = total = 0

    def flush() -> str | None:
        nonlocal text, linked, total
        whole = _folded("".join(text))
        kept = whole if whole and linked <= most_linked * max(total, 1) else None
        text, linked, total = [], 0, 0
        return kept

    for step, link, piece in _walk(tree):
        if step:
            done = flush()
            if done is not None:
                yield done
        elif piece:
            text.append(piece)
            total += len(piece)
            linked += len(piece) * link
    done = flush()
    if done is not None:
        yield done


def _walk(tree: Any) -> Iterator[tuple[bool, bool, str]]:
    """Yield a page's text in order: that a block begins or ends, or a piece, linked or not."""
    waiting: list[tuple[Any, bool, bool]] = [(tree, False, False)]
    while waiting:
        element, link, after = waiting.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if after:
            if name in _BLOCKS:
                yield True, False, ""
            yield False, link, element.tail or ""
            continue
        waiting.append((element, link, True))
        if name in _BLOCKS:
            yield True, False, ""
        if not name or name in _LEFT_OUT or (name not in _WHOLE and _is_aside(element)):
            continue
        within = link or name == "a"
        yield False, within, element.text or ""
        waiting.extend((child, within, False) for child in reversed(list(element)))


def _is_aside(element: Any) -> bool:
    """Tell whether an element is hidden, or named as what is no part of an article."""
    if element.get("hidden") is not None or "display:none" in (element.get("style") or ""):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return _MARKED.search(names) is not None


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
