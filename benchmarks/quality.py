"""How well claimtrack does, beside how fast: the figures that the model card gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from benchmarks.texts import ROOT

CARD = ROOT / "docs" / "model-card.md"
FIGURES = {
    "sentence_attributed": "sentences: attributed or not",
    "sentence_right_source": "sentences: attributed, and to the right source",
    "attribution_content50_and_source": "attributions: content and source",
}
"""Line of the card to what it measures."""

_NUMBER = r"\s+(\d(?:\.\d+)?)"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of quality: what it measures, F1, and the interval that holds 95 %."""

    meaning: str
    f1: str
    low: str
    high: str


def figures() -> tuple[Figure, ...]:
    """Return the figures of the model card that say most in one line each."""
    card = CARD.read_text(encoding="utf-8")
    found = []
    for name, meaning in FIGURES.items():
        line = re.search(rf"^{name}{_NUMBER * 5}\s*$", card, re.MULTILINE)
        if line is not None:
            _, _, f1, low, high = line.groups()
            found.append(Figure(meaning, f1, low, high))
    return tuple(found)
