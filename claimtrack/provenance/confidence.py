"""How likely a status is right."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.model import Attribution, Status

UNATTRIBUTED = 0.9
"""How often a sentence with no attribution found has none."""

NOT_A_CLAIM = {"question": 0.9, "heading": 0.85, "caption": 0.85, "frame": 0.8}
"""How often a reason to claim nothing is right; lines of service nearly always are."""


def of_status(status: Status, why: str | None, held: Sequence[Attribution]) -> float:
    """Return the probability, 0-1, that a status is right.

    ``held`` are the attributions that gave it: the surest of them carries it.
    """
    if status == "unattributed":
        return UNATTRIBUTED
    if status == "not_a_claim":
        return NOT_A_CLAIM.get(why or "", 0.97)
    return round(max(attribution.confidence for attribution in held), 3)
