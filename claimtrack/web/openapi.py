"""The description of the interface in OpenAPI 3.1, made from what the server really does."""

from __future__ import annotations

import json
from typing import Any

from claimtrack import __version__, contract
from claimtrack.rendering import FORMATS
from claimtrack.web.settings import Settings

MEDIA_TYPES = {
    "table": "text/plain; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "html": "text/html; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "webannotation": 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    "brat": "text/plain; charset=utf-8",
}
"""The media type of each format; a test holds them against the table of formats."""

PROBLEMS = {
    400: "the request cannot be read",
    403: "sent by another page, or asks for a fetch that this server does not do",
    408: "it took too long to arrive",
    413: "it, or the page to fetch, is too large",
    415: "not text, HTML or JSON",
    421: "asked under a name that this server does not have",
    422: "no article in it, or an address that is not fetched",
    501: "it needs a part that is not installed",
    502: "the page to fetch gives no text",
    503: "busy, or the analysis took too long",
    504: "the page to fetch took too long",
}


def describe(settings: Settings) -> dict[str, Any]:
    """Return the OpenAPI document of a server with these settings."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "claimtrack",
            "version": __version__,
            "description": "Says, statement by statement, who a news article’s claims come from. "
            "These are signals, never a verdict.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": {
            "/v1/report": {"post": _report(settings)},
            "/healthz": {
                "get": {
                    "operationId": "health",
                    "summary": "Tell whether the server works",
                    "responses": {"200": {"description": "it does", "content": _HEALTH}},
                }
            },
        },
        "components": {"schemas": {**_contract(), "Problem": _PROBLEM}},
    }


def _contract() -> dict[str, Any]:
    """Return the published schema in parts, which refer to one another as OpenAPI wants it."""
    text = contract.schema_text("report").replace('"#/$defs/', '"#/components/schemas/')
    report = json.loads(text)
    parts: dict[str, Any] = report.pop("$defs")
    return {**parts, "Report": {key: report[key] for key in report if key[0] != "$"}}


def _report(settings: Settings) -> dict[str, Any]:
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    answers = {
        media: {"schema": {"type": "string"}}
        for media in dict.fromkeys(MEDIA_TYPES.values())
        if media != "application/json"
    }
    return {
        "operationId": "report",
        "summary": "Report who says what in one article",
        "description": f"At most {settings.max_bytes:,} bytes.",
        "parameters": [
            {
                "name": "format",
                "in": "query",
                "description": "how to write the report",
                "schema": {"enum": [item.name for item in FORMATS], "default": "json"},
            }
        ],
        "requestBody": {
            "required": True,
            "content": {
                "text/plain": {"schema": {"type": "string"}},
                "text/html": {"schema": {"type": "string"}},
                "application/json": {"schema": _REQUEST},
            },
        },
        "responses": {
            "200": {
                "description": "the report",
                "content": {
                    "application/json": {"schema": {"$ref": "#/components/schemas/Report"}},
                    **answers,
                },
            },
            **{
                str(status): {"description": meaning, "content": problem}
                for status, meaning in PROBLEMS.items()
            },
        },
    }


_REQUEST: dict[str, Any] = {
    "type": "object",
    "description": "Exactly one of text, html and url; the report keeps the id.",
    "properties": {
        "text": {"type": "string", "minLength": 1, "description": "the article as plain text"},
        "html": {"type": "string", "minLength": 1, "description": "the page of the article"},
        "url": {"type": "string", "format": "uri", "description": "where the article is"},
        "id": {"type": "string", "description": "how to call the article in the report"},
    },
    "oneOf": [{"required": [name]} for name in ("text", "html", "url")],
    "additionalProperties": False,
}
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {
                "code": {"type": "string", "description": "stable, for programs"},
                "message": {"type": "string", "description": "for people"},
            },
        }
    },
}
_HEALTH: dict[str, Any] = {
    "application/json": {
        "schema": {
            "type": "object",
            "properties": {"status": {"const": "ok"}, "version": {"type": "string"}},
        }
    }
}
