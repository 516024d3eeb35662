"""Input that is made to hurt: it must come back soon, and in linear time."""

from __future__ import annotations

import time

import pytest

from claimtrack.language import parse
from claimtrack.model import Article, Paragraph, Span
from tests.language.golden import article, document

HOSTILE = {
    "quotation marks": '"' * 10_000,
    "spaced quotation marks": '" ' * 10_000,
    "opening marks": "“" * 10_000,
    "words in opening marks": "“word " * 10_000,
    "single marks": "‘word " * 5_000 + "word’ " * 5_000,
    "apostrophes": "s' " * 10_000,
    "mixed marks": "“‘«\"'" * 4_000,
    "one enormous word": "a" * 1_000_000,
    "one enormous number": "1" * 200_000 + "x",
    "words and stops": "ab.Cd" * 20_000,
    "initials": "A." * 50_000,
    "stops": "." * 200_000,
    "spaced stops": ". " * 20_000,
    "stops and marks": ".”" * 20_000,
    "questions": "?! " * 20_000,
    "brackets": "(" * 10_000 + ")" * 10_000,
    "brackets and stops": "(a. b) " * 10_000,
    "dashes": "a-" * 50_000,
    "at signs": "a@" * 50_000,
    "angles": "<" * 50_000,
    "digits and stops": "1." * 50_000,
    "line ends": "\n" * 200_000,
    "spaces": " " * 200_000,
    "nul": "\x00 a\x00b " * 5_000,
    "surrogates": "\ud800 \udfff. " * 5_000,
    "no sentence end": "word " * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_parsed_and_soon(name: str) -> None:
    text = HOSTILE[name]
    article = Article(id="hostile", text=text, paragraphs=(Paragraph(Span(0, len(text))),))
    began = time.process_time()

    found = parse(article)

    assert time.process_time() - began < 5
    assert len(found.tags) == len(found.words)
    assert not found.sentences or found.sentences[-1].last == len(found.words)


@pytest.mark.parametrize(
    "unit",
    [
        "He said “we must go.” The U.S. Senate (R-N.Y.) agreed. ",
        '"a" b\'s "c ',
        "ab.Cd ",
        "Word“s’ ",
    ],
)
def test_three_times_the_text_takes_about_three_times_as_long(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        article = Article(id="long", text=text, paragraphs=(Paragraph(Span(0, len(text))),))
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            parse(article)
            best = min(best, time.process_time() - began)
        return best

    assert seconds(1_800) < 6 * seconds(600) + 0.2


def test_nothing_to_parse() -> None:
    for text in ("", "   ", "\n\n", "\x00", "\u200b"):
        found = document(text)
        assert len(found) == 0
        assert found.sentences == ()
        assert found.quotations == ()


def test_empty_paragraphs_are_skipped() -> None:
    text = "One.   Two."
    paragraphs = tuple(Paragraph(Span(*span)) for span in ((0, 0), (0, 4), (5, 6), (7, 11)))
    found = parse(Article(id="case", text=text, paragraphs=paragraphs))

    assert [item.paragraph for item in found.sentences] == [1, 3]


def test_a_surrogate_is_a_token_like_any_other() -> None:
    found = parse(article("A \ud800 sign."))

    assert found.words == ("A", "\ud800", "sign", ".")
