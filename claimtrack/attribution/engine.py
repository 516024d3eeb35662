"""The one door to the models: documents in, scores of the labels for each token out."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from claimtrack.errors import ClaimtrackError
from claimtrack.language import Document

NAMES = ("linear", "accurate")
"""The engines by name; ``accurate`` needs an extra."""


class Engine(Protocol):
    """Whatever scores tokens; all after it is the same for every engine."""

    @property
    def name(self) -> str:
        """The engine's name and the version of its weights, for a report's ``generator``."""

    def scores(self, documents: tuple[Document, ...]) -> NDArray[np.float32]:
        """Return log-probabilities of ``LABELS``: (tokens of all documents, labels).

        A document's scores do not depend on the documents beside it.
        """


def engine(name: str = "linear") -> Engine:
    """Return the engine of this name.

    Raises ``MissingExtra`` when its packages are not installed, ``ClaimtrackError`` when there is
    none of that name.
    """
    if name == "linear":
        from claimtrack.attribution.linear_engine import LinearEngine

        return LinearEngine()
    if name == "accurate":
        from claimtrack.attribution import accurate

        return accurate.load()
    raise ClaimtrackError(f"there is no engine {name!r}; choose one of: {', '.join(NAMES)}")
