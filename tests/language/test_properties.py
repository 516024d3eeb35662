"""What holds for any text."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.language import ENTITIES, RELATIONS, TAGS, parse
from tests.language.golden import article

PIECES = st.sampled_from(
    [
        *("He", "said", "that", "the", "U.S.", "Sen.", "Trump", "don't", "J.", "No.", "5", "p.m."),
        *(".", ". ", "?", "!", "…", "...", ". . .", " ", " ", " ", "\n", "\n\n", ",", ":", ";"),
        *("“", "”", '"', "''", "``", "'", "‘", "’", "«", "»", "„", "(", ")", "[", "]", "-", "—"),
        *("resuming.On", "example.com", "5'10\"", "\x00", "\u200b", "\ud800", "é", "e\u0301", "İ"),
        *("😀", "漢字", "عربى", "\u2028", "\x1c", "a" * 50, "1.5", "@x", "#y", "http://x.y/z"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_document_is_well_formed(text: str) -> None:
    found = parse(article(text))
    starts, ends = found.starts.tolist(), found.ends.tolist()
    count = len(found.words)

    assert found.words == tuple(text[a:b] for a, b in zip(starts, ends, strict=True))
    assert all(a < b for a, b in zip(starts, ends, strict=True))
    assert all(b <= a for b, a in zip(ends, starts[1:], strict=False))
    for array in (found.tags, found.entities, found.relations, found.quote_depth):
        assert array.shape == (count,)
        assert array.dtype == np.int8
    assert all(0 <= tag < len(TAGS) for tag in found.tags.tolist())
    assert all(0 <= entity < len(ENTITIES) for entity in found.entities.tolist())
    assert all(0 <= relation < len(RELATIONS) for relation in found.relations.tolist())


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_sentences_cover_the_tokens_in_order(text: str) -> None:
    found = parse(article(text))
    covered: list[int] = []
    for number, sentence in enumerate(found.sentences):
        assert sentence.first < sentence.last
        assert sentence.start == found.starts[sentence.first]
        assert sentence.end == found.ends[sentence.last - 1]
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        span = found.article.paragraphs[sentence.paragraph].span
        assert span.start <= sentence.start < sentence.end <= span.end
        covered += range(sentence.first, sentence.last)
        assert set(found.sentence_of[sentence.first : sentence.last].tolist()) == {number}

    assert covered == list(range(len(found.words)))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_quotations_nest_and_stay_in_their_paragraphs(text: str) -> None:
    found = parse(article(text))
    depth = [0] * len(found.words)
    open_until: list[int] = []
    before = -1
    for number, quotation in enumerate(found.quotations):
        assert quotation.first > before
        before = quotation.first
        while open_until and open_until[-1] <= quotation.first:
            open_until.pop()
        assert not open_until or quotation.last <= open_until[-1]
        open_until.append(quotation.last)
        assert quotation.depth == len(open_until)
        assert quotation.start == found.starts[quotation.first]
        assert quotation.end == found.ends[quotation.last - 1]
        assert "\n" not in text[quotation.start : quotation.end]
        assert quotation.continues is None or quotation.continues < number
        for index in range(quotation.first, quotation.last):
            depth[index] += 1

    assert found.quote_depth.tolist() == depth


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_sentence_has_exactly_one_root(text: str) -> None:
    found = parse(article(text))
    roots = found.relations == RELATIONS.index("root")

    assert found.sentence_of[roots].tolist() == list(range(len(found.sentences)))


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_the_same_text_gives_the_same_labels_whatever_came_before(one: str, two: str) -> None:
    first = parse(article(one))
    parse(article(two))
    second = parse(article(one))

    assert first.words == second.words
    assert first.sentences == second.sentences
    assert first.quotations == second.quotations
    for name in ("tags", "entities", "relations", "quote_depth"):
        assert np.array_equal(getattr(first, name), getattr(second, name))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_lead_back_to_tokens(text: str) -> None:
    found = parse(article(text))
    for sentence in found.sentences:
        span = found.span(sentence.first, sentence.last)
        assert span == sentence.span
        assert found.tokens_in(span) == (sentence.first, sentence.last)
        assert found.sentence_at(sentence.start) == sentence
        number = int(found.sentence_of[sentence.first])
        assert found.sentences_in(span) == (number, number + 1)
