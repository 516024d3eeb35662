"""Bytes to articles: decoding, formats, the article's body and its metadata.

``read_path`` and ``discover`` never raise for a bad input: they yield an ``InputProblem`` in its
place, so that one bad file or row stops nothing. ``read_text`` and ``read_bytes`` raise it.
"""

from claimtrack.reading.options import DEFAULTS, ReadingOptions
from claimtrack.reading.pages import read_text
from claimtrack.reading.registry import discover, read_bytes, read_path

__all__ = ["DEFAULTS", "ReadingOptions", "discover", "read_bytes", "read_path", "read_text"]
