"""An article as it was read: text, metadata, and the paragraphs that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimtrack.model.span import Span

Section = Literal["headline", "body", "caption"]
"""Where a paragraph or a statement stands in its article."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning about one article: a stable ``code`` for programs, a ``message`` for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the article proper; line breaks inside its span are plain white space."""

    span: Span
    section: Section = "body"


@dataclass(frozen=True, slots=True)
class Article:
    """One article: the decoded text, untouched, and what reading found out about it.

    ``paragraphs`` are in the order of the text, do not overlap, and leave out whatever is no part
    of the article: metadata lines, links, tags, contact lines, a dateline, a second copy of the
    body. Whatever is unknown is ``None``. ``published`` is ISO 8601; ``dateline`` is the place
    line as written ("NUR-SULTAN (Sputnik)"), ``agency`` the press agency that it names.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    source_file: str | None = None
    url: str | None = None
    headline: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    dateline: str | None = None
    agency: str | None = None
    language: str | None = None
    notices: tuple[Notice, ...] = ()
