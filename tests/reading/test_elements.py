"""A web page's paragraphs that an extraction leaves out, and its title."""

import pytest

from claimtrack.model import Article
from claimtrack.reading import read_html
from claimtrack.reading.titles import parted

pytest.importorskip("trafilatura")

LEAD = "The river was closed to swimmers on Friday after a spill at a dairy, the council said."
MIDDLE = (
    "<p>About 40,000 litres of milk reached the water overnight and the smell reached town.</p>"
    "<p>The manager of the dairy, Paul Ogden, said that a valve had failed and that it was new.</p>"
)
LAST = "Anglers have counted more than 200 dead trout, and the council will test the water daily."


def read(inner: str, title: str = "River closed - Teal Times") -> Article:
    page = f"<html><head><title>{title}</title></head><body>{inner}</body></html>"
    return read_html(page.encode(), source="page.html")


def body(inner: str) -> list[str]:
    article = read(inner)
    return [
        paragraph.span.of(article.text)
        for paragraph in article.paragraphs
        if paragraph.section == "body"
    ]


@pytest.mark.parametrize(
    "lead",
    [
        f"<table><tr><td><b>{LEAD}</b>{MIDDLE}</td></tr></table>",
        f"<div class='intro'>{LEAD}</div><div class='text'>{MIDDLE}</div>",
        f"<strong>{LEAD}</strong>{MIDDLE}",
        f"<h2>{LEAD}</h2>{MIDDLE}",
    ],
)
def test_the_lead_is_kept_wherever_it_stands(lead: str) -> None:
    assert body(f"<h1>River closed</h1>{lead}")[0] == LEAD


def test_text_around_a_box_in_a_table_is_kept() -> None:
    box = "<table align=right><tr><td>The dairy<br><b>at Tealford</b></td></tr></table>"
    inner = f"<table><tr><td>{LEAD}<p>{MIDDLE}{box}{LAST}</td></tr></table>"
    kept = body(inner)
    assert kept[0] == LEAD and kept[-1] == LAST


@pytest.mark.parametrize(
    "box",
    [
        f"<aside><p>{LAST}</p></aside>",
        f"<nav>{LAST}</nav>",
        f"<div class='related-stories'>{LAST}</div>",
        f"<div id='cookie-banner'>{LAST}</div>",
        f"<div hidden>{LAST}</div>",
        f"<div style='display:none'>{LAST}</div>",
        f"<div><a href='/x'>{LAST}</a></div>",
        f"<h3>Comments</h3><div>{LAST}</div>",
    ],
)
def test_boxes_of_a_page_are_not_taken_in(box: str) -> None:
    paragraph = MIDDLE.replace("overnight", "that night")
    assert LAST not in body(f"<article><p>{LEAD}</p>{MIDDLE}{paragraph}</article>{box}")


@pytest.mark.parametrize(
    ("title", "headline", "outlet"),
    [
        ("Channel Four - Mine blast kills eleven", "Mine blast kills eleven", "Channel Four"),
        ("Mine blast kills eleven :: The Star", "Mine blast kills eleven", "The Star"),
        ("Mine blast kills eleven | World | The Star", "Mine blast kills eleven", None),
        ("Mine blast kills eleven", "Mine blast kills eleven", None),
        ("Another title - The Star", "Another title - The Star", None),
        ("The Star: Mine blast kills eleven", "Mine blast kills eleven", "The Star"),
        ("Exclusive: Mine blast kills eleven", "Exclusive: Mine blast kills eleven", None),
    ],
)
def test_titles(title: str, headline: str, outlet: str | None) -> None:
    assert parted(title, ["The Star", "Mine blast kills eleven", "More"]) == (headline, outlet)


def test_a_page_whose_title_names_the_site_first() -> None:
    article = read(
        f"<p><b>River closed to all</b></p><p>{LEAD}</p>{MIDDLE}", "Teal - River closed to all"
    )
    assert (article.headline, article.publisher) == ("River closed to all", "Teal")
