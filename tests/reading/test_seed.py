"""The article that the project started from: a page dump with two copies of its body."""

from pathlib import Path

import pytest

from claimtrack.model import Article
from claimtrack.reading import read_path

SEED = Path(__file__).parents[2] / "seeds" / "000_dfb3b50d5eecc8a6.txt"
FIRST_WORDS = (
    "Counter-Terrorism Operation Continues in Almaty",
    "The situation in Kazakhstan’s Almaty is stabilizing",
    "Sirens are still going off",
    "On Sunday, Kazakh media reported",
    "A wave of protests swept across Kazakhstan",
    "The government declared a state of emergency",
    "According to Kazakhstan’s Foreign Ministry",
    "The ministry has called on the media",
)


@pytest.fixture(scope="module")
def article() -> Article:
    (found,) = read_path(SEED)
    assert isinstance(found, Article)
    return found


def test_the_body_is_there_once_and_in_its_order(article: Article) -> None:
    texts = [paragraph.span.of(article.text) for paragraph in article.paragraphs]
    assert len(texts) == len(FIRST_WORDS)
    for text, words in zip(texts, FIRST_WORDS, strict=True):
        assert text.startswith(words)
    assert [paragraph.section for paragraph in article.paragraphs] == ["headline"] + ["body"] * 7


def test_broken_lines_are_one_paragraph(article: Article) -> None:
    text = article.paragraphs[3].span.of(article.text)
    assert "operation in Almaty\nwas entering a new stage" in text
    assert text.endswith("all entrances and exits from Almaty.")


def test_metadata_goes_to_its_fields(article: Article) -> None:
    assert article.url is not None and article.url.startswith("https://sputnikglobe.com/20220110/")
    assert article.headline == (
        "Counter-Terrorism Operation Continues in Almaty, Overall Situation Stable - Reports"
    )
    assert article.publisher == "Sputnik International"
    assert article.published == "2022-01-10T03:01+00:00"
    assert article.dateline == "NUR-SULTAN (Sputnik)"
    assert article.agency == "Sputnik"
    assert article.language == "en"
    assert article.authors == ()
    assert article.notices == ()


def test_the_text_is_the_decoded_file(article: Article) -> None:
    assert article.text == SEED.read_bytes().decode("utf-8")
