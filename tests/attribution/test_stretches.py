"""Long documents: looked at stretch by stretch, as if they were looked at whole."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
import pytest

from claimtrack.attribution import attribute, engine, stretches
from claimtrack.attribution.models.view import view
from claimtrack.attribution.models.weights import shipped
from claimtrack.attribution.outline import outline
from claimtrack.language import Document, parse
from claimtrack.model import Article, Paragraph, Span

PARAGRAPHS = (
    "The mayor said on Monday that the bridge was safe. “It will open in May,” she added. Nobody"
    " was hurt, according to the ministry.",
    "Rain fell over the river. Officials, who asked not to be named, denied that money was short.",
    "“We don't know,” said Anna Krol, the city's engineer. “Ask me again in spring.”",
    "It is believed that the talks will go on. Police had closed both roads by then.",
)


def made(count: int) -> Document:
    """Parse an article that says the same again and again; reading would leave copies out."""
    texts = PARAGRAPHS * count
    ends = [*accumulate(len(text) + 2 for text in texts)]
    spans = (Span(end - 2 - len(text), end - 2) for end, text in zip(ends, texts, strict=True))
    return parse(Article("long", "\n\n".join(texts), tuple(map(Paragraph, spans))))


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "LENGTH", 150)
    monkeypatch.setattr(stretches, "_LONGEST", 300)


@pytest.mark.usefixtures("short")
def test_stretches_are_all_of_a_document_and_nothing_twice() -> None:
    document = made(10)
    found = list(stretches.stretches(document))
    assert len(found) > 5
    judged = [(item.start + item.offset, item.end + item.offset) for item in found]
    assert [first for first, _ in judged] == [0, *(last for _, last in judged[:-1])]
    assert judged[-1][1] == len(document)
    for item in found:
        size = len(item.document)
        assert item.document.words == document.words[item.offset : item.offset + size]
        assert item.document.span(item.start, item.end) == document.span(
            item.start + item.offset, item.end + item.offset
        )


@pytest.mark.usefixtures("short")
def test_the_model_sees_the_tokens_of_a_stretch_as_in_the_whole() -> None:
    document, model = made(6), engine()
    whole = model.scores((document,))
    for item in stretches.stretches(document):
        part = model.scores((item.document,))[item.start : item.end]
        assert np.array_equal(part, whole[item.start + item.offset : item.end + item.offset])


def test_a_long_document_is_read_like_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    document = made(10)
    whole = {(item.content, item.cue) for item in attribute(document, engine())}
    monkeypatch.setattr(stretches, "LENGTH", 400)
    parts = {(item.content, item.cue) for item in attribute(document, engine())}
    assert len(parts & whole) > 0.9 * len(parts | whole)


def test_an_outline_is_what_the_view_shows() -> None:
    document = made(3)
    drawn, seen = outline(document), view((document,), shipped().strengths)
    for name in ("word", "group", "tag", "sentence", "paragraph", "first", "last"):
        assert np.array_equal(getattr(drawn, name), getattr(seen, name)), name
    assert np.array_equal(drawn.quote > 0, seen.quote > 0)
