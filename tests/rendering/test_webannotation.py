"""Web annotations: valid against the W3C's model, and every quote found at its position."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimtrack import analysis
from claimtrack.model import Article, ArticleReport, Source
from claimtrack.rendering import webannotation
from tests.rendering.newsroom import SETTING, Line, bridge, compose, quick

SEEDS = Path(__file__).parents[2] / "seeds"

IRI = {"type": "string", "pattern": r"^(https?://[!-~]+|urn:uuid:[0-9a-f-]{36}(#page)?)$"}
ANNOTATION: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type", "body", "target", "motivation"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "identifying"},
        "generator": {
            "type": "object",
            "required": ["id", "type", "name"],
            "properties": {"id": IRI, "type": {"const": "Software"}, "name": {"type": "string"}},
        },
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "additionalProperties": False,
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": {"type": "string"},
                    "format": {"const": "text/plain"},
                    "language": {"const": "en"},
                    "purpose": {"enum": ["classifying", "identifying", "describing"]},
                },
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "additionalProperties": False,
            "properties": {
                "source": IRI,
                "selector": {
                    "type": "array",
                    "prefixItems": [
                        {
                            "required": ["type", "exact", "prefix", "suffix"],
                            "properties": {"type": {"const": "TextQuoteSelector"}},
                        },
                        {
                            "required": ["type", "start", "end"],
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 0},
                            },
                        },
                    ],
                    "minItems": 2,
                    "maxItems": 2,
                },
            },
        },
    },
}
"""What the Web Annotation Data Model (W3C, 2017) demands of the parts that are used here."""

COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "partOf", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "partOf": IRI,
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
}


def read(*reports: ArticleReport) -> list[dict[str, Any]]:
    collection = json.loads("".join(webannotation.render(reports, SETTING)).encode())
    Draft202012Validator(COLLECTION).validate(collection)
    items: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(items)
    return items


def find(report: ArticleReport) -> None:
    text = report.article.text
    found = read(report)
    assert len(found) == len(report.statements)
    for item, statement in zip(found, report.statements, strict=True):
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (start, end) == (statement.span.start, statement.span.end)
        for at, shown in (
            (start, quote["exact"]),
            (start - len(quote["prefix"]), quote["prefix"]),
            (end, quote["suffix"]),
        ):
            original = text[at : at + len(shown)]
            assert (
                shown == original.encode("utf-8", "replace").decode().replace("?", "\ufffd")
                or shown == original
            )


def test_every_quote_is_found_at_its_position() -> None:
    find(bridge())


def test_the_quotes_of_real_articles_are_found_at_their_positions() -> None:
    articles = list(analysis.articles([SEEDS]))
    assert articles
    for article in articles:
        assert isinstance(article, Article)
        find(analysis.analyze_article(article))


def test_an_annotation_says_who_answers() -> None:
    item = read(bridge())[1]
    assert [body["value"] for body in item["body"]] == [
        "attributed",
        "Anna Krol",
        "Attributed to Anna Krol by “said”",
    ]
    assert item["target"]["source"] == "https://news.example/bridge"


def test_ids_are_stable_and_differ() -> None:
    once, again = read(bridge()), read(bridge())
    assert once == again
    assert len({item["id"] for item in once}) == len(once)


def test_no_articles_are_an_empty_collection() -> None:
    assert read() == []


@quick
@given(st.text(st.characters(exclude_characters="⟦⟧|?", categories=None), min_size=1, max_size=80))
def test_any_text_is_found_again(text: str) -> None:
    find(
        compose(
            [Line(f"⟦a1 content|{text}⟧")],
            [Source("src1", text, "document")],
            {"a1": "src1"},
            url=text,
        )
    )
