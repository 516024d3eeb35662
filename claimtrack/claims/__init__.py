"""Claims followed from article to article: a store, matching, timelines and drift.

>>> from claimtrack.claims import compare
>>> compare("The bridge was closed on Monday.", "On Monday the bridge was closed.").match
True
"""

from claimtrack.claims.matching.comparison import Comparison, compare
from claimtrack.claims.matching.conflicts import Conflict

__all__ = ["Comparison", "Conflict", "compare"]
