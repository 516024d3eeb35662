"""Bytes to articles: decoding, formats, the article's body and its metadata.

``read_path`` and ``discover`` never raise for a bad input: they yield an ``InputProblem`` in its
place, so that one bad file or row stops nothing. ``read_text``, ``read_bytes`` and ``read_html``
raise it.
"""

from claimtrack.reading.discovery import discover
from claimtrack.reading.metadata import Metadata
from claimtrack.reading.options import DEFAULTS, ReadingOptions
from claimtrack.reading.pages import read_text
from claimtrack.reading.registry import READERS, find_path, read_path
from claimtrack.reading.texts import read_bytes
from claimtrack.reading.unread import Unread
from claimtrack.reading.webpages import read_html

__all__ = [
    "DEFAULTS",
    "READERS",
    "Metadata",
    "ReadingOptions",
    "Unread",
    "discover",
    "find_path",
    "read_bytes",
    "read_html",
    "read_path",
    "read_text",
]
