"""The one door to the models: documents in, scores of the labels for each token out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from claimtrack.errors import ClaimtrackError
from claimtrack.language import Document

if TYPE_CHECKING:
    from claimtrack.attribution.models.anchor_templates import Pairs
    from claimtrack.attribution.models.candidates import Candidates
    from claimtrack.attribution.models.decoding import Draft
    from claimtrack.attribution.models.selection import Reading
    from claimtrack.attribution.models.weights import Weights

NAMES = ("linear", "accurate")
"""The engines by name; ``accurate`` needs an extra."""


class Opinion(Protocol):
    """What an engine says beyond labels: which words belong together, in some documents."""

    def pairs(
        self, candidates: Candidates, pairs: Pairs, said: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return log-probabilities of each pair's part; ``said`` are the linear model's."""

    def judge(
        self,
        candidates: Candidates,
        drafts: Sequence[Draft],
        standing: NDArray[np.float32],
        right: NDArray[np.float32],
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return how likely each draft stands, and is right; given are the linear models' views."""

    def of(self, start: int, end: int) -> Self:
        """Return the opinion of the words ``[start, end)`` alone, one whole document."""

    def joined(self, parts: Sequence[Self]) -> Self:
        """Return the opinion of a whole document, given those of its parts in order."""

    def settle(self, document: Document, readings: Sequence[Reading]) -> list[Reading]:
        """Return the readings of a document with their edges where the engine sees them."""


class Engine(Protocol):
    """Whatever scores tokens; all after it is the same for every engine."""

    @property
    def name(self) -> str:
        """The engine's name and the version of its weights, for a report's ``generator``."""

    @property
    def weights(self) -> Weights:
        """What judges which words belong together, given this engine's scores."""

    def scores(self, documents: tuple[Document, ...]) -> NDArray[np.float32]:
        """Return log-probabilities of ``LABELS``: (tokens of all documents, labels).

        A document's scores do not depend on the documents beside it.
        """

    def opinion(self, documents: tuple[Document, ...]) -> Opinion | None:
        """Return what the engine says beyond labels, if it says more."""


def engine(name: str = "linear") -> Engine:
    """Return the engine of this name.

    Raises ``MissingExtra`` when its packages are not installed, ``ClaimtrackError`` when there is
    none of that name.
    """
    if name == "linear":
        from claimtrack.attribution.models.linear_engine import LinearEngine

        return LinearEngine()
    if name == "accurate":
        from claimtrack.attribution import accurate

        return accurate.load()
    raise ClaimtrackError(f"there is no engine {name!r}; choose one of: {', '.join(NAMES)}")
