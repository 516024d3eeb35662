"""What the store tells about claims: typed results, and nothing that works on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimtrack.claims.matching.conflicts import Conflict
from claimtrack.model import Kind, Quotation, Section, Status

DriftKind = Literal[
    "source_lost",
    "source_gained",
    "source_changed",
    "chain_shortened",
    "hedge_dropped",
    "hedge_added",
    "quote_paraphrased",
    "number_changed",
    "place_changed",
    "negation_changed",
]
"""What can happen to a claim on its way from one article to the next."""

DRIFT_KINDS: tuple[DriftKind, ...] = (
    "source_lost",
    "source_gained",
    "source_changed",
    "chain_shortened",
    "hedge_dropped",
    "hedge_added",
    "quote_paraphrased",
    "number_changed",
    "place_changed",
    "negation_changed",
)

Outcome = Literal["added", "unchanged", "edited"]
"""What adding an article did: a new article, nothing, or a new version of a known one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing that an article says: a statement, or the content that it attributes.

    ``start`` and ``end`` index the article's text. ``said`` is what is compared: the content
    without its "X said". ``cues`` are the words that attribute it, ``via`` the reporters of a
    second-hand report, nearest to the reader first.
    """

    statement: str
    start: int
    end: int
    said: str
    paragraph: int
    section: Section
    status: Status
    implicit: bool
    quotation: Quotation | None
    source: str | None
    kind: Kind | None
    via: tuple[str, ...]
    hedges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A passage in its article: one step on a claim's way."""

    number: int
    article: str
    outlet: str | None
    url: str | None
    source_file: str | None
    headline: str | None
    published: str | None
    version: int
    passage: Passage
    exact: str
    prefix: str
    suffix: str
    copy_of: int | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """A change between two appearances, by their numbers; ``before`` and ``after`` show it."""

    kind: DriftKind
    earlier: int
    later: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim comes from as far as the articles tell, and who carried it from there.

    ``kind`` is the source's, or ``None`` for an outlet that speaks in its own voice.
    """

    name: str
    kind: Kind | None
    outlets: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in short: one row of the list."""

    id: str
    said: str
    first_seen: str | None
    last_seen: str | None
    articles: int
    outlets: tuple[str, ...]
    sources: tuple[str, ...]
    statuses: dict[Status, int]
    drifts: dict[DriftKind, int]
    single_origin: str | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Another claim that says otherwise: where, in which words."""

    claim: str
    said: str
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Timeline:
    """A claim in full: every appearance in the order of time, and the drift between them.

    ``parents`` go with ``steps``: the number of the appearance that a step most likely stems from.
    ``others`` are appearances of contradicting claims that a step stems from, or that stem from
    one.
    """

    claim: Claim
    steps: tuple[Appearance, ...]
    parents: tuple[int | None, ...]
    origins: tuple[Origin, ...]
    drifts: tuple[Drift, ...]
    contradictions: tuple[Contradiction, ...]
    others: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions of an article."""

    kind: Literal["removed", "added", "changed"]
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Addition:
    """What adding a report did."""

    article: str
    outcome: Outcome
    version: int
    claims: int
    changes: tuple[Change, ...] = ()
