"""The articles of the benchmarks: the repository's own, cut and repeated to size."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import texts
from benchmarks.texts import Articles
from claimtrack import reading
from claimtrack.errors import InputProblem


def test_own_articles_are_of_a_usual_length_and_hold_no_expectations() -> None:
    own = texts.own()

    assert all(texts.words(text) >= texts.USUAL for text in own.texts[:-1])
    assert not any("== expected ==" in text for text in own.texts)
    assert any("Khabar 24" in text for text in own.texts)


def test_texts_are_repeated_in_their_order() -> None:
    articles = Articles(("one two", "three"), "two texts")

    assert articles.words == 3
    assert articles.repeated(4) == ("one two", "three", "one two")


def test_a_long_text_has_its_size_and_cuts_no_character() -> None:
    articles = Articles(("“één” – twee",), "one text")

    for size in (1, 2, 3, 10, 100, 1001):
        assert size - 3 < len(articles.long(size).encode()) <= size


def test_a_text_that_comes_again_says_something_else_in_as_many_words() -> None:
    text = "It is said that Ann and Bob met the mayor of a city in the rain again"

    again = texts.varied(text, 1)

    assert texts.varied(text, 0) == text
    assert again != text and sorted(again.split()) == sorted(text.split())


def test_most_of_a_long_text_is_read() -> None:
    text = texts.own().long(200_000)

    read = sum(len(paragraph.span.of(text)) for paragraph in reading.read_text(text).paragraphs)

    assert read > 0.7 * len(text)


def test_given_files_are_read_as_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge is closed, the council said.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "b", "text": "It rains."}\n', encoding="utf-8")

    found = texts.given([tmp_path])

    assert found.texts == ("The bridge is closed, the council said.", "It rains.")


def test_no_article_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(InputProblem):
        texts.given([tmp_path])
