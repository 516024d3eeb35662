"""A web page's title taken apart: which of its parts is the headline, and which the outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.reading.headlines import FEWEST, fold

# "Headline | Outlet", "Outlet - Headline", "Headline :: Section :: Outlet"
_SIGNS = re.compile(r"\s+(?:[|–—·•»«~/-]|::|--)\s+")
_LONGEST_NAME = 5
_CUT = 40
_LONGEST_HEADLINE = 300


def parted(title: str, stretches: Sequence[str]) -> tuple[str, str | None]:
    """Return the headline that a title holds, and the outlet it names, if the page tells them.

    ``stretches`` is what the page shows: the part of the title that stands there on its own, and
    has the words of a headline, is the headline. What is left of the title is the outlet.
    """
    parts = [part.strip() for part in _SIGNS.split(title[:1_000]) if part.strip()]
    shown = {fold(stretch) for stretch in stretches if len(stretch) < len(title) + 40}
    if len(parts) == 1 and ": " in title:  # "Outlet: Headline", where the page shows both apart
        both = [part.strip() for part in title[:1_000].split(": ", 1)]
        parts = both if all(fold(part) in shown for part in both) else parts
    if len(parts) < 2 or fold(title) in shown:
        return title, None
    fitting = [part for part in parts if part.count(" ") + 1 >= FEWEST and fold(part) in shown]
    if not fitting:
        return title, None
    headline = max(fitting, key=len)
    rest = [part for part in parts if part != headline]
    outlet = rest[-1] if title.startswith(headline) else rest[0]
    named = outlet[0].isupper() and len(outlet.split()) <= _LONGEST_NAME
    return headline, outlet if named and len(rest) == 1 else None


def whole(headline: str, stretches: Sequence[str]) -> str:
    """Return a headline that was cut short ("… for Hong Kong leader...") as the page shows it."""
    begun = headline.rstrip(".… ")
    if begun == headline or len(begun) < _CUT:
        return headline
    known = fold(begun)
    longer = (stretch for stretch in stretches if len(begun) < len(stretch) < _LONGEST_HEADLINE)
    return next((stretch for stretch in longer if fold(stretch).startswith(known)), headline)
