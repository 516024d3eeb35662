"""W3C Web Annotations: each appearance linked to the earlier one that it stems from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from claimtrack.claims.records import Appearance, Timeline
from claimtrack.rendering.characters import clean

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_ADDRESS = re.compile(r"https?://[\x21-\x7e]+")

Json = dict[str, Any]


def collection(timelines: Iterable[Timeline]) -> Json:
    """Return one collection with a link for every way between two appearances."""
    items = [link for item in timelines for link in links(item)]
    home = _urn(" ".join(item["id"] for item in items))
    return {
        "@context": CONTEXT,
        "id": home,
        "type": "AnnotationCollection",
        "label": "Claims followed from article to article",
        "total": len(items),
        "first": {
            "id": f"{home}#page",
            "type": "AnnotationPage",
            "partOf": home,
            "startIndex": 0,
            "items": items,
        },
    }


def links(item: Timeline) -> list[Json]:
    """Return a claim's links: the later passage is the target, the earlier one the body."""
    known = {step.number: step for step in (*item.steps, *item.others)}
    pairs = {
        (step.number, parent)
        for step, parent in zip(item.steps, item.parents, strict=True)
        if parent is not None
    } | {(drift.later, drift.earlier) for drift in item.drifts}
    found = []
    for later, earlier in sorted(pairs):
        if later not in known or earlier not in known:
            continue
        kinds = [
            drift.kind for drift in item.drifts if (drift.later, drift.earlier) == (later, earlier)
        ]
        one, other = _resource(known[earlier]), _resource(known[later])
        found.append(
            {
                "id": _urn(f"{item.claim.id} {one} {other}"),
                "type": "Annotation",
                "motivation": "linking",
                "body": [
                    {"purpose": "linking", **one},
                    *(
                        {
                            "type": "TextualBody",
                            "purpose": "tagging",
                            "value": kind,
                            "format": "text/plain",
                        }
                        for kind in kinds
                    ),
                ],
                "target": other,
            }
        )
    return found


def _resource(step: Appearance) -> Json:
    """Return a passage as Web Annotation finds it: by its words, and by its place in the text."""
    return {
        "type": "SpecificResource",
        "source": _place(step),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": clean(step.exact),
                "prefix": clean(step.prefix),
                "suffix": clean(step.suffix),
            },
            {
                "type": "TextPositionSelector",
                "start": step.passage.start,
                "end": step.passage.end,
            },
        ],
    }


def _place(step: Appearance) -> str:
    if step.url is not None and _ADDRESS.fullmatch(step.url):
        return step.url
    return _urn(f"{step.outlet or ''} {step.article}")


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'claimtrack {name}'.encode(errors='replace').hex())}"
