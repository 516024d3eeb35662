"""What a reader may be told, and the limits that keep hostile input harmless."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How to read; every limit that bites is reported, never silent.

    ``text_field`` and ``id_field`` name the fields (JSON, JSON Lines) or columns (CSV) that hold
    an article's text and its id; ``None`` takes the usual names. ``max_bytes`` caps a file that
    is read whole and ``max_row_bytes`` one row of a streamed file, both after decompression;
    ``max_article_chars`` caps one article. ``max_ratio`` is how many times its size on disk a
    compressed file may grow, past 16 MiB, before it is taken for a bomb. With the limits as they
    are, no input needs a gigabyte of memory.
    """

    text_field: str | None = None
    id_field: str | None = None
    max_bytes: int = 48 * 2**20
    max_row_bytes: int = 48 * 2**20
    max_article_chars: int = 10_000_000
    max_ratio: int = 200


DEFAULTS = ReadingOptions()
"""The options of a reader that was told nothing."""
