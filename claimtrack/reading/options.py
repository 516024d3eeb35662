"""What a reader may be told, and the limits that keep hostile input harmless."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How to read; every limit that bites is reported, never silent.

    ``text_field`` and ``id_field`` name the fields (JSON, JSONL) or columns (CSV) that hold an
    article's text and its id; ``None`` takes the usual names. ``max_bytes`` caps one input after
    decompression, ``max_article_chars`` one article.
    """

    text_field: str | None = None
    id_field: str | None = None
    max_bytes: int = 2_000_000_000
    max_article_chars: int = 100_000_000


DEFAULTS = ReadingOptions()
"""The options of a reader that was told nothing."""
