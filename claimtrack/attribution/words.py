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
WORD, STEM, SUFFIX, PREFIX, CASE, CLUSTER, GROUP = range(len(COLUMNS))
_CACHE_SIZE = 50_000


def code(text: str) -> int:
    """Return a stable number for a string; 0 is kept for "no word here"."""
    return zlib.crc32(text.encode("utf-8", "replace")) + 1


def codes(words: Sequence[str]) -> NDArray[np.uint64]:
    """Return the codes of words, a row for each of ``COLUMNS``."""
    types, cached = _types(), _rows()
    missing = {word for word in words if word not in cached}
    if missing:
        if len(cached) + len(missing) > _CACHE_SIZE:
            cached.clear()
            types.clear()
            missing = set(words)
        for word in sorted(missing):
            cached[word] = len(types)
            types.append(_describe(word))
    rows = np.fromiter(map(cached.__getitem__, words), np.int64, len(words))
    distinct, back = np.unique(rows, return_inverse=True)
    table = np.array([types[row] for row in distinct], np.uint64).reshape(-1, len(COLUMNS))
    return np.ascontiguousarray(table[back].T)


@cache
def _types() -> list[tuple[int, ...]]:
    return []


@cache
def _rows() -> dict[str, int]:
    return {}


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
