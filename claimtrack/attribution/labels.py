"""What an engine says of a token: nothing, or a part of an attribution (PARC / PolNeAR terms)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LABELS: tuple[str, ...] = (
    "O",
    "B-SOURCE",
    "I-SOURCE",
    "B-CUE",
    "I-CUE",
    "B-CONTENT",
    "I-CONTENT",
)
"""Labels of the columns of an engine's scores, in order."""

SOURCE, CUE, CONTENT = 1, 3, 5
"""Column of the ``B-`` label of each part; the ``I-`` label is the next one."""

PARTS: tuple[str, ...] = ("none", "source", "content", "cue")
"""What a token is to one cue: nothing, its source, its content, or the cue itself."""
NONE, OF_SOURCE, OF_CONTENT, OF_CUE = range(4)


def chance(scores: NDArray[np.float32], part: int) -> NDArray[np.float32]:
    """Return how likely each token is in ``part`` (``SOURCE``, ``CUE`` or ``CONTENT``).

    ``scores`` are log-probabilities (tokens, ``LABELS``).
    """
    found: NDArray[np.float32] = np.exp(scores[:, part]) + np.exp(scores[:, part + 1])
    return found
