"""An article's metadata as its page prints it: address, outlet, writers, date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.reading.blocks import Block
from claimtrack.reading.bylines import names_in
from claimtrack.reading.datelines import Dateline
from claimtrack.reading.dates import address_date, iso_date
from claimtrack.reading.fields import Header
from claimtrack.reading.lines import Line, Shape


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article from beside its text; ``None`` and ``()`` are unknown."""

    headline: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


UNKNOWN = Metadata()
"""Nothing is known."""

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,2000}")
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp4|css|js)\b", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[^/\s:]{3,200})")
_LETTERS = re.compile(r"[^\W_]+")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*|copyright\s+)?(?:19|20)?\d{0,2}(?:\s?[-–]\s?(?:19|20)\d\d)?[\s,©]*"
    r"(?P<outlet>[A-Z][^.,|/\n]{1,48})",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?i)\s*\b(?:all rights|or its|and its|and/or|and contributors)\b.*$")
_PUBLISHED = re.compile(r"(?i)\b(?:published|posted)\b")
_UPDATED = re.compile(r"(?i)\b(?:updated|modified|edited)\b")


def address_of(text: str, lines: Sequence[Line]) -> str | None:
    """Return the page's own address: the first one near the top that is no picture's."""
    for line in lines[:15]:
        if line.shape is Shape.LINK:
            found = _ADDRESS.match(text, line.start, line.end)
            if found is not None and _IMAGE.search(found.group()) is None:
                return found.group()
    return None


def outlet_of(text: str, lines: Sequence[Line], url: str | None, suffix: str | None) -> str | None:
    """Return the outlet: a name that the address spells, or that headline or rights line give."""
    if suffix is not None and (url is None or spells(url, suffix)):
        return suffix
    names: Counter[str] = Counter()
    for line in lines:
        if line.shape is Shape.LABEL and line.words <= 5 and line.end - line.start <= 48:
            names[text[line.start : line.end]] += 1
    if url is not None:
        fitting = [
            (count, name)
            for name, count in names.items()
            if name[0].isupper() and spells(url, name)
        ]
        if fitting:
            return max(fitting, key=lambda pair: pair[0])[1]
    for line in lines:
        if line.shape is Shape.LEGAL:
            found = _RIGHTS.match(text, line.start, line.end)
            if found is not None and ":" not in found["outlet"]:
                outlet = _TAIL.sub("", found["outlet"]).strip(" .-–")
                if 0 < len(outlet.split()) <= 6 and (
                    url is None or spells(url, outlet) or names[outlet]
                ):
                    return outlet
    return suffix


def spells(url: str, name: str) -> bool:
    """Tell whether the host of an address spells a name, or its initials."""
    found = _HOST.match(url)
    if found is None:
        return False
    host = re.sub(r"[^a-z0-9]", "", found["host"].lower().rpartition(".")[0])
    words = [word.lower() for word in _LETTERS.findall(name)]
    if not words:
        return False
    if "".join(words) in host and len("".join(words)) > 2:
        return True
    initials = "".join(word[0] for word in words)
    if len(initials) > 2 and initials in host:
        return True
    return any(len(word) >= 4 and word in host for word in words) and len(words) <= 3


def authors_of(text: str, header: Header, bylines: Sequence[Block]) -> tuple[str, ...]:
    """Return the writers' names: of the header, else of the first byline."""
    written = header.value("authors", text)
    if written is not None:
        return names_in(written) or (written[:200],)
    for block in bylines:
        names = names_in(text[block.start : block.end])
        if names:
            return names
    return ()


def published_of(
    text: str,
    lines: Sequence[Line],
    header: Header,
    url: str | None,
    dateline: Dateline | None,
    last: int,
) -> str | None:
    """Return when the article appeared, where that is clear: header, page, dateline, address.

    ``last`` is the number of a line past the body's first: later dates belong to other stories.
    """
    written = header.value("published", text) or header.value("updated", text)
    if written is not None:
        return iso_date(written)
    dated = [
        (stretch, day)
        for line in lines[max(0, last - 200) : last]
        if _tells_when(text, line)
        and (day := iso_date(stretch := text[line.start : line.end])) is not None
    ]
    # A line that says "published" goes before one that says nothing, "updated" comes last.
    dated.sort(key=lambda pair: (not _PUBLISHED.search(pair[0]), bool(_UPDATED.search(pair[0]))))
    days = [day for _, day in dated]
    if dateline is not None:
        stamp = iso_date(dateline.stamp)
        days = ([] if stamp is None else [stamp]) + days
        within = iso_date(dateline.line)
        days += [] if within is None else [within]
    named = address_date(url) if url else None
    if named is not None:
        return max((day for day in days if day.startswith(named)), key=len, default=named)
    return days[0] if days else None


def _tells_when(text: str, line: Line) -> bool:
    if line.shape is Shape.TIME:
        return True
    if line.shape is not Shape.LABEL or line.words > 20:
        return False
    if line.words <= 9:
        return True
    stretch = text[line.start : line.end].lower()
    return stretch.startswith(("by ", "published", "posted", "updated", "date", "last")) or (
        "|" in stretch or "·" in stretch or "•" in stretch
    )
