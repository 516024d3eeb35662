from __future__ import annotations

import pytest

from tests.language.golden import cases, document

LINES = [
    pytest.param(line, id=f"{title}-{number}")
    for title, lines in cases("sentences.txt")
    for number, line in enumerate(lines, 1)
]


@pytest.mark.parametrize("line", LINES)
def test_sentences_end_where_the_bars_are(line: str) -> None:
    text = line.replace("|", "")
    found = document(text)

    sentences = [text[item.start : item.end] for item in found.sentences]

    assert sentences == [part.strip() for part in line.split("|")]


def test_paragraphs_end_sentences_and_line_breaks_do_not() -> None:
    text = "No stop here\nThe second paragraph\tgoes on."
    assert [text[item.start : item.end] for item in document(text).sentences] == [
        "No stop here",
        "The second paragraph\tgoes on.",
    ]


def test_a_line_break_within_a_paragraph_is_white_space() -> None:
    from claimtrack.language import parse
    from claimtrack.model import Article, Paragraph, Span

    text = "The operation in Almaty\nwas entering a new stage.\nNobody\nwas hurt."
    found = parse(Article(id="case", text=text, paragraphs=(Paragraph(Span(0, len(text))),)))

    assert [text[item.start : item.end] for item in found.sentences] == [
        "The operation in Almaty\nwas entering a new stage.",
        "Nobody\nwas hurt.",
    ]


def test_text_outside_the_paragraphs_has_no_tokens() -> None:
    from claimtrack.language import parse
    from claimtrack.model import Article, Paragraph, Span

    text = "https://example.com/ The headline Junk. The body."
    paragraphs = (
        Paragraph(Span(21, 33), "headline"),
        Paragraph(Span(40, 49), "body"),
    )
    found = parse(Article(id="case", text=text, paragraphs=paragraphs))

    assert found.words == ("The", "headline", "The", "body", ".")
    assert [item.section for item in found.sentences] == ["headline", "body"]
    assert [item.paragraph for item in found.sentences] == [0, 1]
