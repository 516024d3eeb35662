"""Copied text: paragraphs that are nearly the same, found by the runs of words they share."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from claimtrack.claims.matching.wording import wording

RUN = 3
LEAST_RUNS = 10
"""Shorter paragraphs are alike by chance."""

KEYS = 8
RESEMBLANCE = 0.6
"""Two paragraphs that share so much of all their runs are copies of one text."""

Shingles = NDArray[np.uint32]


def shingles(text: str) -> Shingles:
    """Return a number for each run of three words, sorted and without repeats."""
    words = wording(text).words
    runs = {crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)}
    return np.array(sorted(runs), dtype=np.uint32)


def keys(found: Shingles) -> list[int]:
    """Return the numbers under which copies are looked up; none for a short paragraph."""
    return [int(item) for item in found[:KEYS]] if len(found) >= LEAST_RUNS else []


def copied(first: Shingles, second: Shingles) -> bool:
    """Tell whether two paragraphs are copies of one text."""
    common = len(np.intersect1d(first, second, assume_unique=True))
    return common >= RESEMBLANCE * (len(first) + len(second) - common)
