"""How much a stem tells: its inverse document frequency in news, from shipped counts."""

from __future__ import annotations

import gzip
import json
import math
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _table() -> tuple[int, dict[str, int]]:
    path = files("claimtrack.claims.matching").joinpath("data/frequency.json.gz")
    raw = json.loads(gzip.decompress(path.read_bytes()))
    return int(raw["sentences"]), raw["counts"]


@lru_cache(maxsize=65536)
def weight(stemmed: str) -> float:
    """Return the stem's weight, about 0.1 for "the" and 11 for one never seen."""
    sentences, counts = _table()
    return math.log((sentences + 1) / (counts.get(stemmed, 1) + 0.5))
