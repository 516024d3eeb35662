"""The data that passes from room to room: frozen dataclasses, and nothing that works on them."""

from claimtrack.model.article import Article, Notice, Paragraph, Section
from claimtrack.model.attribution import (
    Attitude,
    Attribution,
    Evidence,
    EvidenceKind,
    Quotation,
)
from claimtrack.model.report import (
    SCHEMA_VERSION,
    ArticleReport,
    Generator,
    InputError,
    Metrics,
    Report,
)
from claimtrack.model.source import Kind, Source
from claimtrack.model.span import Span
from claimtrack.model.statement import Statement, Status

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "ArticleReport",
    "Attitude",
    "Attribution",
    "Evidence",
    "EvidenceKind",
    "Generator",
    "InputError",
    "Kind",
    "Metrics",
    "Notice",
    "Paragraph",
    "Quotation",
    "Report",
    "Section",
    "Source",
    "Span",
    "Statement",
    "Status",
]
