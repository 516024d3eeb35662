"""JSON: claims as the document of ``schemas/claims.schema.json``, and one claim a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from claimtrack.claims.records import Appearance, Claim, Drift, Timeline
from claimtrack.rendering.json_text import dumps

SCHEMA_VERSION = "1.0"

Json = dict[str, Any]


def listed(claims: Iterable[Claim], version: str) -> Json:
    """Return the document of a list of claims; their timelines are left out."""
    return _document([claim(item) for item in claims], version)


def shown(timelines: Iterable[Timeline], version: str) -> Json:
    """Return the document of claims in full."""
    return _document([timeline(item) for item in timelines], version)


def lines(timelines: Iterable[Timeline]) -> Iterator[str]:
    """Yield one claim in full a line."""
    for item in timelines:
        yield dumps(timeline(item)) + "\n"


def claim(item: Claim) -> Json:
    """Return one claim in short."""
    return {
        "id": item.id,
        "said": item.said,
        "first_seen": item.first_seen,
        "last_seen": item.last_seen,
        "articles": item.articles,
        "outlets": list(item.outlets),
        "sources": list(item.sources),
        "statuses": dict(sorted(item.statuses.items())),
        "drifts": dict(sorted(item.drifts.items())),
        "single_origin": item.single_origin,
        "timeline": None,
    }


def timeline(item: Timeline) -> Json:
    """Return one claim in full."""
    numbers = _numbers(item)
    parents = dict(zip((step.number for step in item.steps), item.parents, strict=True))
    whole = claim(item.claim)
    whole["timeline"] = {
        "steps": [_step(step, numbers, parents.get(step.number)) for step in item.steps],
        "others": [_step(step, numbers, None) for step in item.others],
        "origins": [{**asdict(origin), "outlets": list(origin.outlets)} for origin in item.origins],
        "drifts": [_drift(drift, numbers) for drift in item.drifts],
        "contradictions": [
            {"claim": other.claim, "said": other.said, **asdict(other.conflict)}
            for other in item.contradictions
        ],
    }
    return whole


def _document(claims: list[Json], version: str) -> Json:
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "claimtrack", "version": version},
        "claims": claims,
    }


def _numbers(item: Timeline) -> dict[int, str]:
    """Return the ids of the steps within this document: p1, p2 …, and o1 … for other claims'."""
    numbers = {step.number: f"p{place}" for place, step in enumerate(item.steps, 1)}
    return numbers | {step.number: f"o{place}" for place, step in enumerate(item.others, 1)}


def _step(step: Appearance, numbers: dict[int, str], parent: int | None) -> Json:
    passage = step.passage
    return {
        "id": numbers[step.number],
        "article": step.article,
        "outlet": step.outlet,
        "url": step.url,
        "source_file": step.source_file,
        "headline": step.headline,
        "published": step.published,
        "version": step.version,
        "statement": passage.statement,
        "start": passage.start,
        "end": passage.end,
        "text": step.exact,
        "said": passage.said,
        "section": passage.section,
        "status": passage.status,
        "implicit": passage.implicit,
        "quotation": passage.quotation,
        "source": passage.source,
        "source_kind": passage.kind,
        "via": list(passage.via),
        "hedges": list(passage.hedges),
        "copy_of": None if step.copy_of is None else numbers.get(step.copy_of),
        "parent": None if parent is None else numbers.get(parent),
    }


def _drift(drift: Drift, numbers: dict[int, str]) -> Json:
    return {
        "kind": drift.kind,
        "from": numbers.get(drift.earlier),
        "to": numbers.get(drift.later),
        "before": drift.before,
        "after": drift.after,
    }
