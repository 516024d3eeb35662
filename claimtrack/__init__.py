"""claimtrack says, statement by statement, who a news article's claims come from.

>>> import claimtrack
>>> report = claimtrack.analyze("The bridge is closed, the city council said on Monday.")
>>> [source.name for source in report.sources]
['the city council']

Everything listed in ``__all__`` is public and loads on first use, so that importing the package
costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.analysis import (
        analyze,
        analyze_article,
        analyze_articles,
        analyze_file,
        read,
    )
    from claimtrack.errors import (
        ClaimtrackError,
        CorpusProblem,
        InputProblem,
        MissingExtra,
        WeightsProblem,
    )
    from claimtrack.model import (
        Article,
        ArticleReport,
        Attribution,
        Evidence,
        Generator,
        InputError,
        Metrics,
        Notice,
        Paragraph,
        Report,
        Source,
        Span,
        Statement,
    )

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleReport",
    "Attribution",
    "ClaimtrackError",
    "CorpusProblem",
    "Evidence",
    "Generator",
    "InputError",
    "InputProblem",
    "Metrics",
    "MissingExtra",
    "Notice",
    "Paragraph",
    "Report",
    "Source",
    "Span",
    "Statement",
    "WeightsProblem",
    "__version__",
    "analyze",
    "analyze_article",
    "analyze_articles",
    "analyze_file",
    "read",
]

_ANALYSIS = ("analyze", "analyze_article", "analyze_articles", "analyze_file", "read")
_ERRORS = ("ClaimtrackError", "CorpusProblem", "InputProblem", "MissingExtra", "WeightsProblem")


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in _ANALYSIS:
        home = "claimtrack.analysis"
    elif name in _ERRORS:
        home = "claimtrack.errors"
    else:
        home = "claimtrack.model"
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
