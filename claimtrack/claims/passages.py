"""From a report to what can be followed: the passages of an article and its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from claimtrack.claims.matching.lexicon import LEXICON
from claimtrack.claims.matching.wording import Wording, wording
from claimtrack.claims.records import Passage
from claimtrack.model import Status

LEAST_CONTENT = 5
"""A passage of fewer different content words says too little to be followed."""

OWN = 0.5
"""Where less of a sentence is attributed, and that too short to be followed, it is the outlet's own
claim ("X blocked the road in protest against the tax")."""

_EDGES = " \t\r\n,;:.\"'“”‘’–—-"

Json = dict[str, Any]
Ranges = list[tuple[int, int]]


def passages(report: Json) -> tuple[Passage, ...]:
    """Return what an article says, from its object of the JSON report, in the order of the text."""
    attributions = {item["id"]: item for item in report["attributions"]}
    sources = {item["id"]: item for item in report["sources"]}
    inner: dict[str, list[Json]] = {}
    for item in report["attributions"]:
        if item["within"] is not None:
            inner.setdefault(item["within"], []).append(item)
    found: list[Passage] = []
    for statement in report["statements"]:
        if statement["status"] == "not_a_claim":
            continue
        told: list[Passage] = []
        covered = 0
        for attribution in (attributions[key] for key in statement["attribution_ids"]):
            if attribution["attitude"] == "eventuality":
                continue  # what somebody wants or plans is no claim that it is so
            ranges = _content(statement, attribution, inner.get(attribution["id"], []))
            covered += sum(end - start for start, end in ranges)
            told += _passage(report["text"], statement, ranges, attribution, sources)
        if not told and covered < OWN * (statement["end"] - statement["start"]):
            ranges = [(statement["start"], statement["end"])]
            told += _passage(report["text"], statement, ranges, None, sources)
        found += told
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))


def paragraphs(report: Json) -> Iterator[tuple[int, str]]:
    """Yield the body's paragraphs: their number and their text, as far as statements cover it."""
    ends: dict[int, tuple[int, int]] = {}
    for statement in report["statements"]:
        if statement["section"] == "body":
            start, _ = ends.get(statement["paragraph"], (statement["start"], 0))
            ends[statement["paragraph"]] = (start, statement["end"])
    for number, (start, end) in ends.items():
        yield number, report["text"][start:end]


def _content(statement: Json, attribution: Json, inner: list[Json]) -> Ranges:
    """Return the attribution's content in this statement, less what others are said to say."""
    ranges = [
        (max(piece["start"], statement["start"]), min(piece["end"], statement["end"]))
        for piece in attribution["content"]
    ]
    for other in inner:
        spans = [*other["content"], other["cue"], other["source_mention"]]
        here = [
            item
            for item in spans
            if item is not None and statement["start"] <= item["start"] < statement["end"]
        ]
        if here:
            hole = min(item["start"] for item in here), max(item["end"] for item in here)
            ranges = [part for piece in ranges for part in _without(piece, hole)]
    return [(start, end) for start, end in ranges if start < end]


def _without(piece: tuple[int, int], hole: tuple[int, int]) -> Ranges:
    return [(piece[0], min(piece[1], hole[0])), (max(piece[0], hole[1]), piece[1])]


def _passage(
    text: str, statement: Json, ranges: Ranges, attribution: Json | None, sources: dict[str, Json]
) -> Iterator[Passage]:
    """Yield the passage of these ranges, unless it says too little."""
    trimmed = [trim for piece in ranges if (trim := _trim(text, piece))]
    said = " … ".join(" ".join(text[start:end].split()) for start, end in trimmed)
    taken = wording(said)
    if not followed(taken):
        return
    source = None if attribution is None else sources.get(attribution["source_id"] or "")
    status: Status = "veiled" if statement["status"] == "veiled" else "unattributed"
    if attribution is not None:
        status = "veiled" if source is None else "attributed"
    names = [] if attribution is None else [sources[key]["name"] for key in attribution["via"]]
    yield Passage(
        statement=statement["id"],
        start=trimmed[0][0],
        end=trimmed[-1][1],
        said=said,
        paragraph=statement["paragraph"],
        section=statement["section"],
        status=status,
        implicit=False if attribution is None else attribution["implicit"],
        quotation=None if attribution is None else attribution["quotation"],
        source=None if source is None else source["name"],
        kind=None if source is None else source["kind"],
        via=tuple(names),
        hedges=taken.hedges,
    )


def followed(taken: Wording) -> bool:
    """Tell whether words say enough to be followed: a statement of some length, no stock phrase."""
    if len(set(taken.content)) < LEAST_CONTENT or LEXICON.finite.isdisjoint(taken.words):
        return False
    text = f" {' '.join(taken.words)} "
    return not any(phrase in text for phrase in _stock())


@cache
def _stock() -> tuple[str, ...]:
    """Return the stock phrases, cut into words as statements are."""
    return tuple(f" {' '.join(wording(phrase).words)} " for phrase in LEXICON.stock)


def _trim(text: str, piece: tuple[int, int]) -> tuple[int, int] | None:
    """Return the range without white space and marks at its edges; ``None`` if nothing stays."""
    words = text[piece[0] : piece[1]]
    start = piece[0] + len(words) - len(words.lstrip(_EDGES))
    end = piece[0] + len(words.rstrip(_EDGES))
    if text[start : start + 5].lower() == "that ":
        start += 5
    return (start, end) if start < end else None
