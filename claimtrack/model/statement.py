"""A statement: one sentence of the article, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimtrack.model.article import Section
from claimtrack.model.span import Span

Status = Literal["attributed", "veiled", "unattributed", "not_a_claim"]
"""Who answers for a statement: a source, somebody unnamed, the writer, or nobody (no claim)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence with its status.

    ``paragraph`` counts the article's paragraphs from 0. ``implicit`` is true when every
    attribution of the statement is carried over from an earlier sentence. ``confidence`` is the
    probability, 0-1, that the status is right.
    """

    id: str
    span: Span
    paragraph: int
    section: Section
    status: Status
    implicit: bool = False
    attribution_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    confidence: float = 1.0
