"""A web page's own paragraphs, to fill in what an extraction left out between and around its own.

Old pages set the first sentence in bold before the first paragraph, and boxes in tables between
the others; what finds an article's body then takes only the paragraphs that stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimtrack.reading.chrome import chrome_of
from claimtrack.reading.lines import ends_sentence

_BLOCKS = frozenset(
    "address article aside blockquote body br center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section "
    "summary table tbody td th thead tr ul".split()
)
_WHOLE = frozenset({"html", "body", "main", "article"})
_HOLDERS = _WHOLE | {"div", "section", "td", "center"}
_LEFT_OUT = frozenset(
    "aside audio blockquote button canvas dialog figcaption figure footer form head iframe label "
    "li nav noscript object option pre script select style svg template textarea title video "
    "amp-sidebar amp-ad".split()
)
_MARKED = re.compile(
    r"(?i)(?:^|[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))(?:comment|related|promo|newsletter|cookie|consent|"
    r"sidebar(?!-layout)|share|social|teaser|popular|recommend|widget(?! Blog\b)|banner|advert|"
    r"subscri|footer|caption|credit|byline|author|bio\b|most-?(?:read|viewed)|nav\b|menu|pull|quote|"
    r"tweet|live|popup|modal|disqus|breadcrumb)"
)
_SPACE = re.compile(r"\s+")
_LEAST_WORDS = 8
_MOST_LINKED = 0.5
_REACH = 2
"""Stretches that are looked at before the first paragraph found: what stands there may lead in."""
_GRAM = 5
_COPIED = 0.8


def completed(tree: Any, body: str) -> str:
    """Return an extracted body with the page's paragraphs that it lacks, each in its place.

    Only whole sentences outside lists, boxes, forms and the like are taken: those between two
    paragraphs of the body, a few that stand right before the first one, and a few right after the
    last one in an element that holds others of the body.
    """
    lines = body.splitlines()
    found = list(_between(tree, most_linked=_MOST_LINKED))
    page = [paragraph for paragraph, _ in found]
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
    held = _grams(body)
    homes = {found[number][1] for number in matched}
    for number in range(max(0, first - _REACH), min(last + 1 + 2 * _REACH, len(page))):
        if number > last and found[number][1] not in homes:
            continue
        at = known[number]
        if at is not None:
            before = at
        elif _is_prose(page[number]) and not _is_copy(page[number], held):
            missing.setdefault(before, []).append(page[number])
    pieces = missing.get(-1, [])
    for place, line in enumerate(lines):
        pieces.append(line)
        pieces += missing.get(place, [])
    return "\n".join(pieces)


def stretches(tree: Any) -> list[str]:
    """Return what stands between the ends of a page's block elements, headings and links too."""
    return [stretch for stretch, _ in _between(tree)]


def _grams(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[first : first + _GRAM]) for first in range(len(words) - _GRAM + 1)}


def _is_copy(paragraph: str, held: set[tuple[str, ...]]) -> bool:
    """Tell whether the words of a paragraph stand in the body already, in whatever lines."""
    grams = _grams(paragraph)
    return len(grams & held) >= _COPIED * len(grams)


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


def _between(tree: Any, *, most_linked: float = 1.0) -> Iterator[tuple[str, Any]]:
    """Yield what stands between the ends of a page's block elements, and what holds it.

    Stretches that are links for more than a share of ``most_linked`` are left out.
    """
    text: list[str] = []
    linked = total = 0
    home: Any = None

    def flush() -> Iterator[tuple[str, Any]]:
        nonlocal text, linked, total
        whole = _folded("".join(text))
        if whole and linked <= most_linked * max(total, 1):
            yield whole, home
        text, linked, total = [], 0, 0

    for holder, link, piece in _walk(tree):
        if holder is None:
            yield from flush()
        elif piece:
            if not text:
                home = holder
            text.append(piece)
            total += len(piece)
            linked += len(piece) * link
    yield from flush()


def _walk(tree: Any) -> Iterator[tuple[Any, bool, str]]:
    """Yield a page's text in order: what holds a piece, whether it is linked, and the piece.

    Where a block begins or ends, nothing holds it.
    """
    waiting: list[tuple[Any, Any, bool, bool]] = [(tree, tree, False, False)]
    while waiting:
        element, holder, link, after = waiting.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if after:
            if name in _BLOCKS:
                yield None, False, ""
            yield holder, link, element.tail or ""
            continue
        waiting.append((element, holder, link, True))
        if name in _BLOCKS:
            yield None, False, ""
        boxed = name in _BLOCKS and name not in _WHOLE
        if not name or name in _LEFT_OUT or (boxed and _is_aside(element)):
            continue
        within, inner = link or name == "a", element if name in _HOLDERS else holder
        yield inner, within, element.text or ""
        waiting.extend((child, inner, within, False) for child in reversed(list(element)))


def _is_aside(element: Any) -> bool:
    """Tell whether an element is hidden, or named as what is no part of an article."""
    if element.get("hidden") is not None or "display:none" in (element.get("style") or ""):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return _MARKED.search(names) is not None


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
