"""Who signed a web page: the names in what its elements mark as the byline.

Microdata (``itemprop="author"``), links of ``rel="author"``, the hCard of old blogs and the class
names that publishing systems use all say the same. Boxes of other stories and comments bear such
marks as well, so only those near the headline count.
"""

from __future__ import annotations

import re
from typing import Any

from claimtrack.reading.bylines import ROLE, is_byline, is_writer, name_alone, names_in
from claimtrack.reading.surroundings import around, wording

_CLASS = re.compile(
    r"(?i)(?:^|[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))(?:by-?lines?|authors?|contributors)(?:$|[\s_-]|names?\b)"
)
_PICTURED = re.compile(r"(?i)avatar|image|img|photo|caption")
_ASIDE = re.compile(
    r"(?i)comment|related|teaser|summary|promo|social|follow|tweet|"
    r"\bshar(?:e|ing)\b|sidebar|widget|footer|recirc|recommend|disqus|popular|carousel|latest|\brail\b"
)
_NAMED = frozenset({"fn", "author-name", "byline__name", "byline__author"})
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "form", "select", "button"})
_LONGEST = 160
_SHORT = 80
_CLOSE = 2
_LINES = frozenset({"p", "div", "span", "cite", "li", "address", "h3", "h4", "h5"})
_FEWEST_WORDS = 2
_OTHER = re.compile(r"(?i)(?:more|follow|about|photo(?:graph)?s?|pictures?|images?|video)\b")


def signed(tree: Any, headline: str | None) -> tuple[str, ...]:
    """Return the writers that a page marks near its headline, or names there on a line of "By"."""
    near = around(tree, headline)
    for item in near:
        if _marks(item) and not _is_aside(item):
            names = _names(item)
            if names:
                return names
    for item in near:
        line = " ".join((item.text or "").split()) if item.tag in _LINES else ""
        if len(line) <= _SHORT and line[:3].lower() == "by " and is_byline(line):
            return names_in(line)
    return ()


def trusted(tree: Any, guessed: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of some guessed names that are somebody's, and not of another story's writer."""
    writers = map(name_alone, filter(is_writer, guessed))
    names = [name for name in writers if names_in(name) or _is_office(name)]
    if not names:
        return ()
    marked = [item for item in tree.iter() if isinstance(item.tag, str) and _marks(item)]
    lines = [(wording(item), _is_aside(item)) for item in marked]

    def is_anothers(name: str) -> bool:
        asides = [aside for line, aside in lines if name in line]
        return bool(asides) and all(asides)

    return tuple(name for name in names if not is_anothers(name))


def _is_office(name: str) -> bool:
    return len(name.split()) >= _FEWEST_WORDS and ROLE.search(name) is not None


def _marks(item: Any) -> bool:
    if item.tag in _SILENT:
        return False
    if "author" in (item.get("itemprop") or "").lower().split():
        return True
    if "author" in (item.get("rel") or "").lower().split():
        return True
    return _CLASS.search(item.get("class") or "") is not None


def _is_aside(item: Any) -> bool:
    """Tell whether an element stands in a box that is not the article's head."""
    for number, outer in enumerate((item, *item.iterancestors())):
        if outer.tag in ("body", "article", "main") or number > 6:
            return False
        if outer.tag in ("aside", "nav", "footer"):
            return True
        named = f"{outer.get('class') or ''} {outer.get('id') or ''}"
        if _ASIDE.search(named) is not None:
            return True
        if number < _CLOSE and _PICTURED.search(named) is not None:
            return True
    return False


def _names(item: Any) -> tuple[str, ...]:
    """Return the names in a marked element: those marked within it, else those of its line."""
    inner = [each for each in item.iterdescendants() if isinstance(each.tag, str) and _named(each)]
    found: list[str] = []
    for each in inner[:20]:
        found += [name for name in names_in(wording(each)) if name not in found]
    if found:
        return tuple(found)
    line = wording(item)
    return () if len(line) > _LONGEST or _OTHER.match(line) is not None else names_in(line)


def _named(item: Any) -> bool:
    if item.get("itemprop") == "name" or "author" in (item.get("rel") or "").split():
        return True
    return bool(
        {"fn", "author-name", "byline__name", "byline__author"}
        & set((item.get("class") or "").split())
    )
