"""Reports written by hand, so that these tests do not hang on what the analyzer finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """A statement: ``said`` alone is the outlet's own voice, ``by`` names who says it."""

    said: str
    by: str | None = None
    via: tuple[str, ...] = ()
    quotation: str = "indirect"
    veiled: bool = False
    paragraph: int | None = None
    section: str = "body"


def report(
    identity: str,
    outlet: str | None,
    published: str | None,
    *lines: Line | str,
    url: str | None = None,
) -> dict[str, Any]:
    """Return the object of the JSON report of an article with these statements."""
    text = ""
    statements: list[dict[str, Any]] = []
    attributions: list[dict[str, Any]] = []
    names: dict[str, str] = {}
    for number, item in enumerate(lines):
        line = Line(item) if isinstance(item, str) else item
        start = len(text)
        text += line.said
        held: list[str] = []
        content = {"start": start, "end": len(text)}
        if line.by is not None or line.veiled:
            held = [f"a{number}"]
            for name in (*line.via, *([line.by] if line.by else [])):
                names.setdefault(name, f"src{len(names) + 1}")
            text += f", {line.by or 'it is'} said"
            attributions.append(
                {
                    "id": f"a{number}",
                    "source_id": names[line.by] if line.by else None,
                    "source_mention": None,
                    "cue": {"start": len(text) - 4, "end": len(text)},
                    "content": [content],
                    "quotation": line.quotation,
                    "attitude": "assertion",
                    "implicit": False,
                    "continues": None,
                    "within": None,
                    "via": [names[name] for name in line.via],
                    "confidence": 1.0,
                    "evidence": [],
                }
            )
        statements.append(
            {
                "id": f"s{number + 1}",
                "start": start,
                "end": len(text),
                "text": text[start:],
                "paragraph": number if line.paragraph is None else line.paragraph,
                "section": line.section,
                "status": "veiled" if line.veiled else "attributed" if line.by else "unattributed",
                "implicit": False,
                "attribution_ids": held,
                "source_ids": [names[line.by]] if line.by else [],
                "confidence": 1.0,
            }
        )
        text += ". "
    return {
        "id": identity,
        "source_file": None,
        "url": url,
        "headline": None,
        "publisher": outlet,
        "authors": [],
        "published": published,
        "dateline": None,
        "language": "en",
        "text": text,
        "statements": statements,
        "attributions": attributions,
        "sources": [
            {"id": key, "name": name, "kind": "named_organization"} for name, key in names.items()
        ],
        "metrics": {},
        "warnings": [],
    }
