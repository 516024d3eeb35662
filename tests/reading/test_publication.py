from __future__ import annotations

import pytest

from claimtrack.reading.webpages import read_html

TEXT = "<p>The mill will close in May, and forty people will lose their work, its owner said.</p>"


def _published(head: str = "", beside: str = "", above: str = "") -> str | None:
    page = (
        f"<html><head><title>Mill to close in May</title>{head}</head><body>{above}"
        f"<h1>Mill to close in May</h1>{beside}{TEXT * 3}</body></html>"
    )
    return read_html(page.encode(), source="a.html").published


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="publish_date" content="Sat, 09 Oct 2010 07:15:45 EST">', "2010-10-09"),
        ('<meta name="pub_date" content="20100812">', "2010-08-12"),
        (
            '<meta property="article:publicationdate" content="Fri Mar 13 21:30:09 EST 2015">',
            "2015-03-13",
        ),
    ],
)
def test_tags_of_older_systems(head: str, day: str) -> None:
    assert _published(head) == day


@pytest.mark.parametrize(
    ("beside", "day"),
    [
        (
            '<cite class="vcard"><abbr title="2011-08-25T01:40:40Z">a day ago</abbr></cite>',
            "2011-08-25",
        ),
        ('<span class="published" title="11/18/2011 8:27:07 AM">Friday</span>', "2011-11-18"),
        ('<p class="m-entry__byline">By Ann Low on Jul 04, 2014</p>', "2014-07-04"),
        ('<p class="update-note">It was founded on May 1, 1911.</p>', None),
    ],
)
def test_what_is_marked_beside_the_headline(beside: str, day: str | None) -> None:
    found = _published(beside=beside)
    assert (found or "")[:10] == (day or "")


def test_what_stands_below_the_headline_goes_first() -> None:
    above = '<span class="date">May 2, 2020</span>'
    assert _published(above=above) == "2020-05-02"
    assert _published(above=above, beside='<p class="byline">May 1, 2019</p>') == "2019-05-01"


def test_the_address_knows_better_than_what_stands_beside() -> None:
    head = '<meta property="og:url" content="https://example.com/2019/05/01/mill">'
    assert _published(head, beside='<p class="date">November 1, 2019</p>') == "2019-05-01"
