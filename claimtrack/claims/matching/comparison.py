"""Whether two statements say the same thing."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.claims.matching import classifier, conflicts
from claimtrack.claims.matching.conflicts import Conflict
from claimtrack.claims.matching.wording import Wording, wording

THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on a pair: match or not, how probable that they say the same, and what differs.

    ``probability`` is the classifier's alone; ``match`` also takes the conflicts into account.
    """

    match: bool
    probability: float
    conflicts: tuple[Conflict, ...] = ()


def compare(first: str, second: str) -> Comparison:
    """Compare two statements given as text."""
    return compare_wordings(wording(first), wording(second))


def compare_wordings(first: Wording, second: Wording) -> Comparison:
    """Compare two statements whose words are taken apart already.

    The pair is always looked at in one order, so that the answer is the same to the last digit
    whichever side comes first.
    """
    if first.words == second.words:
        return Comparison(match=bool(first.words), probability=1.0 if first.words else 0.0)
    if not first.words or not second.words:
        return Comparison(match=False, probability=0.0)
    turned = second.words < first.words
    one, other = (second, first) if turned else (first, second)
    probability = round(classifier.shipped().probability(one, other), 6)
    found = conflicts.find(one, other)
    if turned:
        found = tuple(item.turned() for item in found)
    return Comparison(
        match=probability >= THRESHOLD and not found, probability=probability, conflicts=found
    )
