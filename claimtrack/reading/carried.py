"""What a web page tells machines about its article: in JSON-LD, OpenGraph and other meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from claimtrack.reading.decoding import without_surrogates
from claimtrack.reading.metadata import UNKNOWN, Metadata
from claimtrack.reading.publication import published
from claimtrack.reading.records import metadata_of

_KINDS = re.compile(r"(?:News|Reportage|Analysis|Opinion|Report|Blog)?(?:Article|Posting)|Report$")
_BREAK = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote)\b[^>]{0,300}>")
_TAG = re.compile(r"<[a-zA-Z/][^>]{0,300}>")
_FEWEST = 100
_TIMES = 3


@dataclass(frozen=True, slots=True)
class Carried:
    """Metadata, and the article's text if the page carries it beside what it shows, else ""."""

    metadata: Metadata
    body: str


NOTHING = Carried(UNKNOWN, "")
"""A page that tells nothing."""


def carried_by(tree: Any) -> Carried:
    """Read what a page says about itself: JSON-LD first, then OpenGraph and its like."""
    record: dict[str, Any] = {}
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        record = _news(script.text or "")
        if record:
            break
    tags: dict[str, str] = {}
    for tag in tree.iterfind(".//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name:
            tags.setdefault(name.lower(), tag.get("content"))
    given = metadata_of(
        {
            "headline": record.get("headline") or tags.get("og:title"),
            "url": _text(record.get("url")) or tags.get("og:url"),
            "publisher": record.get("publisher") or tags.get("og:site_name"),
            "date": _text(record.get("datePublished")),
            "authors": record.get("author") or tags.get("author") or tags.get("article:author"),
        }
    )
    # Many systems escape what they put into JSON-LD once too often.
    authors = tuple(unescape(name) for name in given.authors if "://" not in name)
    headline, publisher = (
        None if value is None else unescape(value) for value in (given.headline, given.publisher)
    )
    day = given.published or published(tree, tags, headline, given.url)
    body = _text(record.get("articleBody")) or ""
    return Carried(Metadata(headline, given.url, publisher, authors, day), _plain(body))


def longer(carried: str, shown: str) -> str:
    """Return the text that a page carries for machines where it shows but a piece of it.

    Pages that are filled by a script, or only for subscribers, have nothing else to read.
    """
    words = len(carried.split())
    return carried if words >= _FEWEST and words > _TIMES * len(shown.split()) else shown


def _plain(body: str) -> str:
    """Return the text of an article without tags, its lines trimmed."""
    text = without_surrogates(unescape(_TAG.sub("", _BREAK.sub("\n", body))))[0]
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _news(script: str) -> dict[str, Any]:
    """Return the first article of a JSON-LD script, wherever its graph holds it."""
    try:
        value = json.loads(script)
    except (ValueError, RecursionError):
        return {}
    waiting = [value]
    for _ in range(1_000):
        if not waiting:
            break
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, Mapping):
            kinds = item.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str) and _KINDS.search(kind):
                    return dict(item)
            graph = item.get("@graph")
            if isinstance(graph, list):
                waiting.extend(graph)
    return {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
