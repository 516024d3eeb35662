import pytest

from claimtrack.reading import Metadata, read_text
from claimtrack.reading.metadata import spells


@pytest.mark.parametrize(
    ("url", "name", "spelt"),
    [
        ("https://sputnikglobe.com/2022", "Sputnik International", True),
        ("https://www.bbc.co.uk/news", "BBC", True),
        ("https://www.nytimes.com/a", "New York Times", True),
        ("https://www.reuters.com/a", "Reuters", True),
        ("https://kalmpost.example/a", "The Kalm Post", True),
        ("https://kalmpost.example/a", "Reports", False),
        ("https://kalmpost.example/a", "", False),
    ],
)
def test_an_address_spells_its_outlet(url: str, name: str, spelt: bool) -> None:
    assert spells(url, name) is spelt


def test_what_is_known_goes_before_what_the_text_says() -> None:
    known = Metadata("Council says so", "https://a.example", "The Post", ("Ann Lee",), "2020-01-01")
    article = read_text("Council says so.\n\nThe council said so on Monday.", metadata=known)
    assert article.headline == "Council says so"
    assert [paragraph.section for paragraph in article.paragraphs] == ["headline", "body"]
    assert (article.url, article.publisher) == ("https://a.example", "The Post")
    assert (article.authors, article.published) == (("Ann Lee",), "2020-01-01")


def test_a_known_headline_that_is_not_in_the_text_gives_no_paragraph() -> None:
    article = read_text("The council said so on Monday.", metadata=Metadata(headline="Elsewhere"))
    assert article.headline == "Elsewhere"
    assert [paragraph.section for paragraph in article.paragraphs] == ["body"]


def test_a_known_headline_may_be_broken_over_lines() -> None:
    text = "Council says so; \nMayor agrees.\n\nThe council said so on Monday."
    article = read_text(text, metadata=Metadata(headline="Council says so; Mayor agrees"))
    first, second = (paragraph.span.of(text) for paragraph in article.paragraphs)
    assert first == "Council says so; \nMayor agrees."
    assert second == "The council said so on Monday."
