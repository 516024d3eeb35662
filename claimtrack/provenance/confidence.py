"""How likely a status is right.

The figures are shares of right statuses on the development articles of PolNeAR, where annotators
marked all that is reported; they are rounded, and go up with what they are made from. Refreshed by
hand when the model of attributions changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from claimtrack.model import Attribution, Status

ATTRIBUTED = ((0.0, 0.55, 0.65, 0.75, 0.85, 0.95), (0.55, 0.62, 0.87, 0.95, 0.97, 0.99))
"""Confidence of the surest attribution -> how often its sentence does have a source.

The sentence has one more often than source, cue and content are all as marked.
"""

VEILED = ((0.0, 1.0), (0.4, 0.8))
"""The same for a sentence with nobody named."""

UNATTRIBUTED = {(False, False): 0.88, (True, False): 0.6, (False, True): 0.6, (True, True): 0.5}
"""(quotation marks in it, an attribution that does not count) -> how often it is right."""

NOT_A_CLAIM = {"question": 0.92, "heading": 0.88, "caption": 0.88, "frame": 0.85}
"""How often a reason to claim nothing is right; lines of service nearly always are."""


def of_status(
    status: Status,
    reports: Sequence[Attribution],
    *,
    why: str | None = None,
    quoted: bool = False,
    mentioned: bool = False,
) -> float:
    """Return the probability, 0-1, that a status is right.

    ``reports`` are the attributions that gave it: the surest of them carries it. ``why`` is the
    reason to claim nothing; ``quoted`` and ``mentioned`` tell whether quotation marks, or an
    attribution that does not count, stand in the sentence.
    """
    if status == "unattributed":
        return UNATTRIBUTED[quoted, mentioned]
    if status == "not_a_claim":
        return NOT_A_CLAIM.get(why or "", 0.97)
    surest = reports[0]
    if len(reports) > 1:
        surest = max(reports, key=lambda item: (item.confidence, not item.implicit))
    if surest.implicit:
        return round(surest.confidence, 3)
    return _between(status, surest.confidence)


@lru_cache(maxsize=4_000)
def _between(status: Status, surest: float) -> float:
    """Return what lies between a table's figures; few differ, as confidences have three places."""
    known, right = ATTRIBUTED if status == "attributed" else VEILED
    return round(float(np.interp(surest, known, right)), 3)
