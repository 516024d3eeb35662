"""When a web page was published, by what it tells to machines or marks beside its headline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from claimtrack.reading.dates import address_date, iso_date
from claimtrack.reading.surroundings import around, wording

_TAGS = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "pub_date",
    "publish_date",
    "publishdate",
    "publish-date",
    "publicationdate",
    "article:publicationdate",
    "article_date_original",
    "datecreated",
    "search.updated",
    "date",
)
"""The names of tags that say when a page was published, the most certain first."""
_MARK = re.compile(
    r"(?i)(?:^|[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))(?:date(?:line|time|-?published)?|published|updated|"
    r"time-?stamp|publish-?(?:time|date)|posted|by-?line|article-?(?:info|date|meta)|post-?meta|"
    r"m-bar)(?:$|[\s_-]|(?-i:(?=[A-Z])))"
)
_LONGEST = 160


def published(
    tree: Any, tags: Mapping[str, str], headline: str | None, url: str | None
) -> str | None:
    """Return when a page was published, as ISO 8601; ``tags`` are the contents of its meta tags.

    A day that only stands beside the headline gives way to the one in the page's address.
    """
    for name in _TAGS:
        found = iso_date(tags[name]) if name in tags else None
        if found is not None:
            return found
    marked = next(tree.iterfind(".//time[@datetime]"), None)
    if marked is not None:
        found = iso_date(marked.get("datetime"))
        if found is not None:
            return found
    shown = next(tree.iterfind(".//time"), None)
    found = None if shown is None else iso_date(wording(shown)[:_LONGEST])
    found = found or _beside(tree, headline)
    named = None if url is None else address_date(url)
    return found if named is None or (found or "").startswith(named) else named


def _beside(tree: Any, headline: str | None) -> str | None:
    """Return the day in the first element near the headline that is marked as its date."""
    for item in around(tree, headline):
        titled = iso_date(item.get("title") or "") if item.tag in ("abbr", "span", "div") else None
        if titled is not None:
            return titled
        if _MARK.search(item.get("class") or "") is not None:
            line = wording(item)
            found = iso_date(item.get("title") or line) if len(line) <= _LONGEST else None
            if found is not None:
                return found
    return None
