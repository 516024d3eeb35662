"""Reports written down: one module a format, one table of formats.

A format is a function ``render(results, setting) -> Iterator[str]``: it takes the reports of a run
as they come (with the inputs that failed among them) and gives pieces of text, so that a run over
many articles never needs them all at once.
"""

from claimtrack.rendering.formats import (
    FORMATS,
    Entry,
    Format,
    Render,
    Result,
    Setting,
    named,
    of_suffix,
)

__all__ = ["FORMATS", "Entry", "Format", "Render", "Result", "Setting", "named", "of_suffix"]
