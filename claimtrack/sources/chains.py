"""Second-hand reports: who passed on what a source said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.model import Attribution, Span
from claimtrack.sources.entities import Entity
from claimtrack.sources.mentions import Index
from claimtrack.sources.text import Text

if TYPE_CHECKING:
    from claimtrack.sources.resolution import Reading


def links(
    document: Text, index: Index, attributions: Sequence[Attribution]
) -> dict[str, tuple[Span, ...]]:
    return {}


def via(
    reading: Reading,
    item: Attribution,
    of_attribution: dict[str, Entity],
    chained: dict[str, tuple[Span, ...]],
    meant: dict[Span, Entity],
) -> tuple[Entity, ...]:
    return ()
