"""Candidates in the order of how probably each says the same, by shipped weights."""

from __future__ import annotations

import json
import sqlite3
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from claimtrack.claims import index
from claimtrack.claims.index import Candidate
from claimtrack.claims.matching import features
from claimtrack.claims.matching.wording import Wording, wording

FORMAT = 1
AHEAD = 8
"""So many of the likeliest candidates are put in order; the rest keep theirs."""

Floats = NDArray[np.float64]


def ranked(
    connection: sqlite3.Connection, taken: Wording, *, but: int | None = None
) -> list[Candidate]:
    """Return the candidates for a wording, the best first."""
    found = index.candidates(connection, taken, but=but)
    ahead = found[:AHEAD]
    if len(ahead) < 2:
        return found
    scores = [float(row(taken, candidate) @ weights()) for candidate in ahead]
    order = sorted(range(len(ahead)), key=lambda at: (-round(scores[at], 9), at))
    return [*(ahead[at] for at in order), *found[AHEAD:]]


def row(taken: Wording, candidate: Candidate) -> Floats:
    """Return what the order is decided by: the figures of the pair, and the candidate's score."""
    return np.append(features.vector(taken, wording(candidate.said)), candidate.score)


def write(values: Floats) -> str:
    """Return weights as the text of the shipped file."""
    return json.dumps({"format": FORMAT, "weights": [round(float(v), 6) for v in values]}) + "\n"


@cache
def weights() -> Floats:
    """Return the weights that ship in the package."""
    path = files("claimtrack.claims.matching").joinpath("data/ranking.json")
    raw = json.loads(path.read_text(encoding="utf-8"))
    return np.array(raw["weights"], dtype=np.float64)
