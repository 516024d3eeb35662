from __future__ import annotations

import json

from claimtrack.reading.carried import longer
from claimtrack.reading.webpages import read_html

PARAGRAPH = "The mill on the river will close in May, said its owner, and forty people will go."


def _page(body: str, shown: str) -> str:
    record = json.dumps({"@type": "NewsArticle", "headline": "Mill to close", "articleBody": body})
    page = (
        f"<html><head><script type='application/ld+json'>{record}</script></head>"
        f"<body><h1>Mill to close</h1><p>{shown}</p></body></html>"
    )
    return read_html(page.encode(), source="a.html").text


def test_an_article_that_the_page_does_not_show_is_read_from_what_it_carries() -> None:
    body = "".join(f"<p>{number}. {PARAGRAPH} <b>No</b>&nbsp;one spoke.</p>" for number in range(9))
    text = _page(body, "Subscribe to read on about the mill.")
    assert f"8. {PARAGRAPH} No one spoke." in text
    assert "Subscribe" not in text


def test_what_is_shown_goes_first() -> None:
    assert PARAGRAPH in _page("Forty people will go.", PARAGRAPH)
    assert longer("a few words", "") == ""
    assert longer("word " * 200, "other " * 100) == "other " * 100
