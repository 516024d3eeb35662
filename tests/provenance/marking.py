"""Articles whose attributions a test writes down itself, found by their words."""

from __future__ import annotations

import re

from claimtrack.language import Document, parse
from claimtrack.model import Article, Attribution, Paragraph, Section, Source, Span
from claimtrack.model.source import Kind


def document(*paragraphs: str | tuple[Section, str]) -> Document:
    """Parse paragraphs; one with a section is given as ``(section, text)``."""
    text, found = "", []
    for item in paragraphs:
        section, words = ("body", item) if isinstance(item, str) else item
        found.append(Paragraph(Span(len(text), len(text) + len(words)), section))
        text += words + "\n\n"
    return parse(Article("test", text, tuple(found)))


def span(parsed: Document, words: str) -> Span:
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", parsed.article.text)
    assert match, words
    return Span(*match.span())


def said(
    parsed: Document,
    identity: str,
    *content: str,
    source: str | None = None,
    cue: str | None = None,
    source_id: str | None = None,
    **more: object,
) -> Attribution:
    return Attribution(
        id=identity,
        content=tuple(span(parsed, words) for words in content),
        source_mention=None if source is None else span(parsed, source),
        cue=None if cue is None else span(parsed, cue),
        source_id=source_id,
        **more,  # type: ignore[arg-type]  # a test may set any other field
    )


def source(identity: str, kind: Kind = "named_person", name: str = "", **more: object) -> Source:
    return Source(identity, name or identity, kind, **more)  # type: ignore[arg-type]  # as above
