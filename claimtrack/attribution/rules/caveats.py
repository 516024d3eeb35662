"""What an article says in its own voice about what is known: its checks, reminders, comparisons."""

from __future__ import annotations

from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.language import Document


def unconfirmed(document: Document, reading: Reading) -> bool:
    """Tell "his account could not be confirmed" from what somebody confirmed."""
    if reading.cue is None or reading.source is not None:
        return False
    low = max(document.sentence(reading.cue[0]).first, reading.cue[0] - 5)
    words = document.lower[low : reading.cue[1]]
    return "could" in words and "not" in words and not _CHECKING.isdisjoint(words)


_CHECKING = frozenset({"confirmed", "verified", "reached", "corroborated", "determined"})


def compared(document: Document, reading: Reading) -> bool:
    """Tell "900 more than the developer's own study found" from what the study found."""
    if reading.source is None or reading.cue is None or reading.content[0][0] >= reading.cue[1]:
        return False
    first, last = reading.source
    return last <= reading.cue[0] and "than" in document.lower[max(first - 1, 0) : last]


def reminds(document: Document, reading: Reading) -> bool:
    """Tell the writer's own "it should be noted that" from what nobody named has noted."""
    if reading.cue is None or reading.source is not None:
        return False
    first, last = reading.cue
    low = max(document.sentence(first).first, first - 3)
    words = document.lower[low:last]
    return "it" in words and not _SHOULD.isdisjoint(words) and words[-1] in _NOTED


_SHOULD = frozenset({"should", "may", "must", "might"})

_NOTED = frozenset("noted recalled remembered mentioned added said stressed borne".split())


def unclear(document: Document, reading: Reading) -> bool:
    """Tell "It is unclear why they differ" from what somebody says is so."""
    if reading.cue is None:
        return False
    last = reading.cue[1]
    words = document.lower[slice(*reading.cue)]
    if words[-1] == "clear" and not grammar.NOT.isdisjoint(words):
        return True
    return document.tag(last - 1) == "VBZ" and document.lower[last : last + 1] in _OPEN


_OPEN = (("unclear",), ("unknown",), ("uncertain",))
