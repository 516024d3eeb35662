from __future__ import annotations

import pytest

from claimtrack.reading.webpages import read_html

LEAD = "The mill on the river will close in May, and forty people will lose their work."
NEXT = "Its owner said that the price of power had risen by half since the spring of last year."
LAST = "The council will talk about the site when it meets in April, said its leader, Ann Low."
OTHER = "A bus hit a wall in Northgate on Monday, and three people were taken to hospital."


def _read(box: str) -> str:
    page = (
        "<html><head><title>Mill to close in May</title></head><body><div class='page'>"
        f"<h1>Mill to close in May</h1><div class='story'><p>{LEAD}</p><p>{NEXT}</p>{box}"
        f"<p>{LAST}</p></div></div></body></html>"
    )
    return read_html(page.encode(), source="a.html").text


@pytest.mark.parametrize(
    "attributes",
    [
        "class='visitors_comment_content'",
        "class='relatedContent'",
        "class='inline-article-recirc'",
        "class='deepDive__item--a1b2'",
        "id='most-read'",
        "class='newsletter-signup'",
        "class='note hidden'",
        "hidden",
        "role='dialog'",
        "style='display: none'",
    ],
)
def test_boxes_are_left_out(attributes: str) -> None:
    text = _read(f"<div {attributes}><p>{OTHER}</p></div>")
    assert OTHER not in text
    assert all(part in text for part in (LEAD, NEXT, LAST))


@pytest.mark.parametrize("attributes", ["class='accreditation'", "class='delivered'", ""])
def test_words_that_only_hold_such_a_name_are_no_boxes(attributes: str) -> None:
    assert OTHER in _read(f"<div {attributes}><p>{OTHER}</p></div>")


def test_what_holds_the_article_is_no_box() -> None:
    page = (
        "<html><body><article class='post comments-open related-1'><h1>Mill to close in May</h1>"
        f"<div class='promo'><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p></div></article></body></html>"
    )
    text = read_html(page.encode(), source="a.html").text
    assert all(part in text for part in (LEAD, NEXT, LAST))
