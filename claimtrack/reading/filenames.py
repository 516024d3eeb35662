"""What the name of a file says: the format it is in, and a name for the article."""

from __future__ import annotations

from pathlib import Path


def suffix_of(path: Path) -> str:
    """Return the suffix that says a file's format: in lower case, and without ``.gz``."""
    return Path(path.name.lower().removesuffix(".gz")).suffix


def name_of(path: Path) -> str:
    """Return the name of a file's one article: the file's, without suffix and ``.gz``."""
    return Path(path.name.removesuffix(".gz")).stem
