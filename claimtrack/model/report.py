"""The provenance report of an article, and of a run over many; the JSON contract in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from claimtrack.model.article import Article
from claimtrack.model.attribution import Attribution
from claimtrack.model.source import Source
from claimtrack.model.span import Span
from claimtrack.model.statement import Statement

SCHEMA_VERSION = "1.0"

TransparencyBand = str
"""Fully identified sources, as PEJ (2005) bands them: ``0``, ``1``, ``2-3`` or ``4+``."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """The figures of one article; shares are 0-1, and ``None`` means "does not apply"."""

    statement_count: int
    attributed_share: float | None
    veiled_share: float | None
    unattributed_share: float | None
    implicit_share: float | None
    direct_quote_share: float | None
    source_count: int
    named_source_share: float | None
    anonymous_share: float | None
    solely_anonymous: bool | None
    anonymity_reason_given: float | None
    single_source: bool | None
    transparency_band: TransparencyBand
    source_kind_mix: dict[str, int]
    source_kind_entropy: float | None
    top_source_share: float | None
    secondary_media_share: float | None
    title_given_share: float | None
    justification_share: float | None
    mean_words_to_source: float | None


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """Everything claimtrack found out about one article."""

    article: Article
    statements: tuple[Statement, ...]
    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]
    metrics: Metrics

    def to_dict(self) -> dict[str, Any]:
        """Return the article's object of the JSON contract (``schemas/report.schema.json``)."""
        return {
            name: list(value) if isinstance(value, Iterator) else value
            for name, value in self.members()
        }

    def members(self) -> Iterator[tuple[str, Any]]:
        """Yield the members of that object, the long lists as iterators: made as they are read."""
        article, text = self.article, self.article.text
        yield "id", article.id
        yield "source_file", article.source_file
        yield "url", article.url
        yield "headline", article.headline
        yield "publisher", article.publisher
        yield "authors", list(article.authors)
        yield "published", article.published
        yield "dateline", article.dateline
        yield "language", article.language
        yield "text", text
        yield "statements", (_statement(statement, text) for statement in self.statements)
        yield "attributions", (_attribution(item, text) for item in self.attributions)
        spoken: dict[str, list[str]] = {}
        for statement in self.statements:
            for identity in dict.fromkeys(statement.source_ids):
                spoken.setdefault(identity, []).append(statement.id)
        yield "sources", (_source(item, text, spoken.get(item.id, [])) for item in self.sources)
        yield "metrics", asdict(self.metrics)
        yield "warnings", [asdict(notice) for notice in article.notices]


@dataclass(frozen=True, slots=True)
class InputError:
    """An input that gave no report: which, a stable code, and what happened."""

    input: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Generator:
    """Who made a report: program, version, and the model behind its marks."""

    name: str
    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Report:
    """The reports of a whole run, with the inputs that failed and a summary."""

    generator: Generator
    articles: tuple[ArticleReport, ...]
    errors: tuple[InputError, ...] = ()
    summary: dict[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the document of the JSON contract (``schemas/report.schema.json``)."""
        return {
            "schema_version": SCHEMA_VERSION,
            "generator": asdict(self.generator),
            "articles": [article.to_dict() for article in self.articles],
            "errors": [asdict(error) for error in self.errors],
            "summary": self.summary,
        }


def _quote(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _statement(statement: Statement, text: str) -> dict[str, Any]:
    return {
        "id": statement.id,
        "start": statement.span.start,
        "end": statement.span.end,
        "text": " ".join(statement.span.of(text).split()),
        "paragraph": statement.paragraph,
        "section": statement.section,
        "status": statement.status,
        "implicit": statement.implicit,
        "attribution_ids": list(statement.attribution_ids),
        "source_ids": list(statement.source_ids),
        "confidence": statement.confidence,
    }


def _attribution(attribution: Attribution, text: str) -> dict[str, Any]:
    mention, cue = attribution.source_mention, attribution.cue
    return {
        "id": attribution.id,
        "source_id": attribution.source_id,
        "source_mention": None if mention is None else _quote(mention, text),
        "cue": None if cue is None else _quote(cue, text),
        "content": [_quote(span, text) for span in attribution.content],
        "quotation": attribution.quotation,
        "attitude": attribution.attitude,
        "implicit": attribution.implicit,
        "continues": attribution.continues,
        "within": attribution.within,
        "via": list(attribution.via),
        "confidence": attribution.confidence,
        "evidence": [asdict(reason) for reason in attribution.evidence],
    }


def _source(source: Source, text: str, statement_ids: list[str]) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "title": source.title,
        "affiliation": source.affiliation,
        "anonymity_reason": source.anonymity_reason,
        "outlet": source.outlet,
        "justification": [_quote(span, text) for span in source.justification],
        "mentions": [_quote(span, text) for span in source.mentions],
        "statement_ids": statement_ids,
    }
