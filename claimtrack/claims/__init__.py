"""Claims followed from article to article: a store, matching, timelines and drift.

>>> from claimtrack.claims import compare
>>> compare("The bridge was closed on Monday.", "On Monday the bridge was closed.").match
True

Everything listed in ``__all__`` is public and loads on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.claims.catalogue import Filter
    from claimtrack.claims.index import Candidate
    from claimtrack.claims.matching.comparison import Comparison, compare
    from claimtrack.claims.matching.conflicts import Conflict
    from claimtrack.claims.records import (
        Addition,
        Appearance,
        Change,
        Claim,
        Contradiction,
        Drift,
        Origin,
        Passage,
        Timeline,
    )
    from claimtrack.claims.store import Store
    from claimtrack.claims.tracking import track_articles

_HOMES = {
    "catalogue": ("Filter",),
    "index": ("Candidate",),
    "matching.comparison": ("Comparison", "compare"),
    "matching.conflicts": ("Conflict",),
    "records": (
        "Addition",
        "Appearance",
        "Change",
        "Claim",
        "Contradiction",
        "Drift",
        "Origin",
        "Passage",
        "Timeline",
    ),
    "store": ("Store",),
    "tracking": ("track_articles",),
}

__all__ = [
    "Addition",
    "Appearance",
    "Candidate",
    "Change",
    "Claim",
    "Comparison",
    "Conflict",
    "Contradiction",
    "Drift",
    "Filter",
    "Origin",
    "Passage",
    "Store",
    "Timeline",
    "compare",
    "track_articles",
]


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(f"claimtrack.claims.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
