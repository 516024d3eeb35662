"""What the model sees of a word by itself: integer codes, made once for each word type."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution import lexicon
from claimtrack.language import shapes

CLUSTERS = Path(__file__).parent / "data" / "clusters.json"
COLUMNS = ("word", "stem", "suffix", "prefix", "case", "cluster", "group")
_CACHE_SIZE = 50_000


def code(text: str) -> int:
    """Return a stable number for a string; 0 is kept for "no word here"."""
    return zlib.crc32(text.encode("utf-8", "replace")) + 1


class _Table:
    """The codes of the word types seen so far, a row a type; emptied when it grows too large."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.codes = np.zeros((_CACHE_SIZE, len(COLUMNS)), np.uint64)

    def learn(self, words: Sequence[str]) -> None:
        """Add the words that are not in the table yet."""
        missing = sorted({word for word in words if word not in self.rows})
        if len(self.rows) + len(missing) > len(self.codes):
            missing = sorted(set(words))
            self.rows = {}
            self.codes = np.zeros((max(_CACHE_SIZE, len(missing)), len(COLUMNS)), np.uint64)
        for word in missing:
            row = len(self.rows)
            self.rows[word] = row
            self.codes[row] = _describe(word)


@cache
def _table() -> _Table:
    return _Table()


def codes(words: Sequence[str]) -> NDArray[np.uint64]:
    """Return the codes of words, a row for each of ``COLUMNS``."""
    table = _table()
    rows = list(map(table.rows.get, words))
    if None in rows:
        table.learn(words)
        rows = list(map(table.rows.get, words))
    return np.ascontiguousarray(table.codes[np.array(rows, np.int64)].T)


@cache
def _clusters() -> dict[str, int]:
    import json

    listed: list[str] = json.loads(CLUSTERS.read_text(encoding="utf-8"))["clusters"]
    return {word: number for number, line in enumerate(listed, 1) for word in line.split()}


_SPLIT = re.compile(r"[-/]")


def _describe(word: str) -> tuple[int, ...]:
    folded = shapes.fold(word)
    lower = folded.lower()
    stem = lexicon.stem(lower)
    clusters = _clusters()
    cluster = clusters.get(lower) or clusters.get(stem)
    if cluster is None and "-" in lower:
        cluster = clusters.get(_SPLIT.split(lower)[-1])
    return (
        code(lower),
        code(stem),
        code(lower[-3:]),
        code(lower[:3]),
        code(shapes.case(folded)) if folded else 0,
        cluster or 0,
        lexicon.group_of(stem, lower),
    )
