from __future__ import annotations

import pytest

from claimtrack.reading.webpages import read_html

TEXT = "<p>The mill will close in May, and forty people will lose their work.</p>" * 3


def _authors(head: str, *, top: str = "", meta: str = "", below: str = "") -> tuple[str, ...]:
    page = (
        f"<html><head><title>Mill to close in May</title>{meta}</head><body>{top}"
        f"<article><h1>Mill to close in May</h1>{head}{TEXT}</article>{below}</body></html>"
    )
    return read_html(page.encode(), source="a.html").authors


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<span itemprop="author" itemscope>By <b itemprop="name">Ann Reed</b></span>', "Ann Reed"),
        ('<a rel="author" href="/ann">Ann Reed</a> tweets here', "Ann Reed"),
        ('<p class="byline">by Ann Reed @annreed on June 2, 2014 at 9:00a</p>', "Ann Reed"),
        ('<div class="pb-byline">By Ann Reed and Tom Low</div>', "Ann Reed, Tom Low"),
        ('<div class="cnnByline">By Ann Reed Tuesday, Aug. 17, 2010</div>', "Ann Reed"),
        ('<p class="img-author">Mike Snow/Reuters files</p>', ""),
        ('<div class="author">Photograph by Mike Snow</div>', ""),
        ('<div class="comment-author vcard"><b class="fn">Tom Low</b> says:</div>', ""),
    ],
)
def test_marked_bylines(head: str, authors: str) -> None:
    assert ", ".join(_authors(head)) == authors


def test_bylines_of_other_stories_do_not_count() -> None:
    teaser = '<div class="carousel"><a class="byline">Tom Low</a></div>'
    assert _authors("", below=teaser) == ()
    assert _authors('<p class="byline">By Ann Reed</p>', top=teaser) == ("Ann Reed",)


def test_an_outlet_as_author_gives_way_to_who_signed() -> None:
    meta = '<meta name="author" content="Daily Post">'
    assert _authors("", meta=meta) == ("Daily Post",)
    assert _authors('<p class="byline">By Ann Reed</p>', meta=meta) == ("Ann Reed",)


def test_values_escaped_twice_are_read_as_they_were_meant() -> None:
    meta = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": '
        '"Mill &#8216;to close&#8217;", "author": {"@type": "Person", "name": "Ann O&#039;Hara"}}'
        "</script>"
    )
    assert _authors("", meta=meta) == ("Ann O'Hara",)


def test_a_name_that_only_an_unusual_tag_tells() -> None:
    assert _authors("", meta='<meta name="parsely-author" content="Ann Reed">') == ("Ann Reed",)
    assert _authors('<div class="writer">Username</div>') == ()
