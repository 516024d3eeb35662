"""Who is said to say what: one attribution, and why the analyzer thinks so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimtrack.model.span import Span

Quotation = Literal["direct", "indirect", "mixed"]
"""How the content is given: in the source's words, in the writer's, or in both."""

Attitude = Literal["assertion", "belief", "knowledge", "eventuality"]
"""What the cue says the source does with the content (Pareti 2012)."""

EvidenceKind = Literal["rule", "feature", "link"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for an attribution, in words that a teacher understands.

    ``weight`` is the reason's share in the decision: log-odds for a classifier's feature or link,
    1.0 for a rule.
    """

    kind: EvidenceKind
    name: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source mention, the cue that ties it to what it says, and the content it says.

    ``source_mention`` is ``None`` when nobody is named (a veiled attribution: "reportedly").
    ``implicit`` content has no cue of its own: it carries an earlier attribution on, and
    ``continues`` holds that attribution's id (its mention stands in ``source_mention``).
    ``via_mentions`` are the reporters of a second-hand report, nearest to the reader first;
    ``within`` is the id of the attribution whose content holds this one ("X said Y claimed").
    ``source_id`` and ``via`` stay empty until the sources room has said who is who.
    ``co_sources`` are the further sources of one mention ("the union and the airline said").
    ``confidence`` is a calibrated probability, 0-1.
    """

    id: str
    content: tuple[Span, ...]
    source_mention: Span | None = None
    cue: Span | None = None
    quotation: Quotation = "indirect"
    attitude: Attitude = "assertion"
    implicit: bool = False
    continues: str | None = None
    within: str | None = None
    via_mentions: tuple[Span, ...] = ()
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    source_id: str | None = None
    via: tuple[str, ...] = ()
    co_sources: tuple[str, ...] = ()

    def with_sources(
        self, source_id: str, co_sources: tuple[str, ...], via: tuple[str, ...]
    ) -> Attribution:
        """Return the attribution with the ids of its sources, and of those who passed it on.

        Field by field: ``dataclasses.replace`` takes twice the time, and nearly all need it.
        """
        return Attribution(
            self.id,
            self.content,
            self.source_mention,
            self.cue,
            self.quotation,
            self.attitude,
            self.implicit,
            self.continues,
            self.within,
            self.via_mentions,
            self.confidence,
            self.evidence,
            source_id,
            via,
            co_sources,
        )
