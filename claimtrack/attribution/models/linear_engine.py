"""The default engine: hashed window features and a linear model."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.models import token_templates
from claimtrack.attribution.models.weights import Weights, look, shipped
from claimtrack.language import Document


class LinearEngine:
    """Scores tokens with the linear model in the package, or with other weights."""

    def __init__(self, weights: Weights | None = None) -> None:
        self.weights = weights or shipped()

    @property
    def name(self) -> str:
        """The engine's name and the version of its weights."""
        return f"linear {self.weights.version}"

    def scores(self, documents: tuple[Document, ...]) -> NDArray[np.float32]:
        """Return log-probabilities of ``LABELS``: (tokens of all documents, labels)."""
        seen = look(documents, self.weights)
        sums = self.weights.tokens.sums(seen.size)
        token_templates.fill(sums, seen)
        return sums.scores()

    def opinion(self, documents: tuple[Document, ...]) -> None:
        """Return nothing: this engine only labels."""
