"""The words that reports for people use: for kinds, statuses, quotations and figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimtrack.model import Attitude, Kind, Metrics, Quotation, Status

KINDS: dict[Kind, str] = {
    "named_person": "named person",
    "named_organization": "named organisation",
    "document": "document",
    "anonymous_source": "anonymous source",
    "unnamed_person": "unnamed person",
    "unnamed_group": "unnamed group",
}

STATUSES: dict[Status, str] = {
    "attributed": "attributed",
    "veiled": "reported, but by nobody named",
    "unattributed": "the article’s own voice",
    "not_a_claim": "no claim",
}

QUOTATIONS: dict[Quotation, str] = {
    "direct": "quoted word for word",
    "indirect": "told in the writer’s words",
    "mixed": "partly quoted, partly in the writer’s words",
}

ATTITUDES: dict[Attitude, str] = {
    "assertion": "says it",
    "belief": "believes or expects it",
    "knowledge": "knows or learned it",
    "eventuality": "wants, plans or asks for it",
}

DISCLAIMER = (
    "These are signals, never a verdict: claimtrack marks who is said to say what. "
    "It does not judge whether a statement is true or a source is right, and it can err."
)

Unit = Literal["count", "share", "yes", "band", "entropy", "words"]


@dataclass(frozen=True, slots=True)
class Term:
    """One metric as people read it: its field, group, name, unit and meaning."""

    field: str
    group: str
    name: str
    unit: Unit
    meaning: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric of one article, ready to print; ``value`` is a dash where it does not apply."""

    term: Term
    value: str
    applies: bool


GROUPS = ("Who answers for the statements", "Who speaks", "How well the sources are identified")

TERMS = (
    Term("statement_count", GROUPS[0], "Statements", "count", "Sentences that claim something."),
    Term("attributed_share", GROUPS[0], "Attributed", "share", "Have a source in the article."),
    Term(
        "veiled_share",
        GROUPS[0],
        "Veiled",
        "share",
        "Reported, but nobody says by whom (“reportedly”, “it is believed”).",
    ),
    Term(
        "unattributed_share",
        GROUPS[0],
        "Own voice",
        "share",
        "The article states it itself, with no source.",
    ),
    Term(
        "implicit_share",
        GROUPS[0],
        "Carried over",
        "share",
        "Of the attributed statements, those that carry on the source of a sentence before.",
    ),
    Term(
        "direct_quote_share",
        GROUPS[0],
        "Quoted directly",
        "share",
        "Of the attributed words, those given word for word.",
    ),
    Term(
        "source_count",
        GROUPS[1],
        "Sources",
        "count",
        "Different people, organisations, groups and documents; an unnamed group counts once.",
    ),
    Term(
        "single_source",
        GROUPS[1],
        "Rests on one source",
        "yes",
        "The article lets one source alone speak.",
    ),
    Term(
        "top_source_share",
        GROUPS[1],
        "Most used source",
        "share",
        "Of the attributed statements, those of the source that speaks most.",
    ),
    Term(
        "secondary_media_share",
        GROUPS[1],
        "Other news media",
        "share",
        "Of the sources, speaking or passing on, those that are other news outlets.",
    ),
    Term(
        "source_kind_entropy",
        GROUPS[1],
        "Mix of kinds",
        "entropy",
        "0 when all sources are of one kind, 1 when all six kinds speak alike.",
    ),
    Term(
        "named_source_share",
        GROUPS[2],
        "Named",
        "share",
        "Of the sources, those that are people or organisations with a name.",
    ),
    Term(
        "transparency_band",
        GROUPS[2],
        "Fully identified",
        "band",
        "How many sources a reader could look up, in bands: 0, 1, 2–3, 4 or more.",
    ),
    Term(
        "title_given_share",
        GROUPS[2],
        "Position given",
        "share",
        "Of the named people, those whose position the reader is told.",
    ),
    Term(
        "justification_share",
        GROUPS[2],
        "Reason to know given",
        "share",
        "Of the sources, those of which the article says why they should know.",
    ),
    Term(
        "anonymous_share",
        GROUPS[2],
        "Anonymous",
        "share",
        "Of the sources, those whose name is withheld.",
    ),
    Term(
        "solely_anonymous",
        GROUPS[2],
        "Only anonymous sources",
        "yes",
        "Every source that speaks is anonymous.",
    ),
    Term(
        "anonymity_reason_given",
        GROUPS[2],
        "Anonymity explained",
        "share",
        "Of the anonymous sources, those of which the article says why no name is given.",
    ),
    Term(
        "mean_words_to_source",
        GROUPS[2],
        "Words to the source",
        "words",
        "How many words of a claim come before its source is named, on average.",
    ),
)


def figures(metrics: Metrics) -> Iterator[Figure]:
    """Give every metric as a figure for people, in the order of ``TERMS``."""
    for term in TERMS:
        value = getattr(metrics, term.field)
        yield Figure(term, _show(term.unit, value), value is not None)


def percent(share: float | None) -> str:
    """Return a share as a percentage, or a dash where there is none."""
    return "–" if share is None else f"{100 * share:.0f} %"


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return ``count`` with its noun: "1 source", "3 sources"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _show(unit: Unit, value: float | str | bool | None) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return value.replace("-", "–")
    if unit == "yes":
        return "yes" if value else "no"
    if unit == "share":
        return percent(value)
    if unit == "entropy":
        return f"{value:.2f}"
    return f"{value:,.1f}" if unit == "words" else f"{value:,}"
