from __future__ import annotations

from claimtrack.reading.embedded import apart
from claimtrack.reading.webpages import read_html

MORE = "<p>The council said that it would help the forty people who work at the mill.</p>"


def _page(inside: str) -> list[str]:
    page = f"<html><body><article><h1>Mill to close</h1>{inside}{MORE}</article></body></html>"
    article = read_html(page.encode(), source="a.html")
    return [paragraph.span.of(article.text) for paragraph in article.paragraphs]


def test_a_quotation_element_keeps_its_marks() -> None:
    read = _page("<p><q>We had <b>no choice</b>,</q> Ann Reed told the staff at noon.</p>")
    assert "“We had no choice,” Ann Reed told the staff at noon." in read


def test_posts_of_others_are_no_paragraphs() -> None:
    post = '<blockquote class="twitter-tweet"><p>Good riddance to it all.</p>— Tom</blockquote>'
    read = _page(f"<p>The mill will close in May, its owner said.</p>{post}")
    assert "riddance" not in " ".join(read)


def test_a_short_page_keeps_its_paragraphs() -> None:
    read = _page("<p>By Ann Low</p><p>The mill will close.</p>")
    assert read[:2] == ["Mill to close", "The mill will close."]


def test_a_line_without_a_stop_is_a_paragraph_of_its_own() -> None:
    read = _page("<p>The mill will close, she said.</p><blockquote>We had no choice</blockquote>")
    assert "We had no choice" in read


def test_wrapped_lines_stay_lines() -> None:
    wrapped = "The mill on the river that\nhas stood there for long will\nclose in the spring."
    assert apart(wrapped) == wrapped
    assert apart("The mill will close.\nNobody knows why.") == (
        "The mill will close.\n\nNobody knows why."
    )


def test_the_source_lines_of_a_page_are_no_paragraphs() -> None:
    wrapped = (
        "<p>The mill will close in May,\n      its owner <a href='/o'>said\n  today</a>,\n and "
        "the\nstaff will go.</p>"
    )
    read = _page(wrapped)
    assert "The mill will close in May, its owner said today, and the staff will go." in read
    assert len(read) == 3


def test_soft_hyphens_are_not_seen() -> None:
    read = _page("<p>President Vladi\u00admir Low said the mill would clo&shy;se in May.</p>")
    assert "President Vladimir Low said the mill would close in May." in read
    assert len(read) == 3


def test_blank_lines_between_whole_sentences_are_paragraphs() -> None:
    first = "The ministry released the updated guidelines for the valley on Thursday evening."
    second = (
        "The guidelines were first announced in 2017 and were to be looked at every five years."
    )
    third = "“We have listened to the farmers of the valley,” the minister told the council."
    assert _page(f"<div>\n{first}\n\n{second}\n\n{third}\n\n</div>")[1:-1] == [first, second, third]


def test_blank_lines_within_a_sentence_are_spaces() -> None:
    inside = (
        "<p>The ministry released the updated guidelines for the valley,\n\nwhich were first"
        " announced in 2017, on Thursday evening, after two years of talks with farmers.</p>"
        "<p>They were to be looked at every five years, the minister told the council.</p>"
    )
    assert len(_page(inside)[1:-1]) == 2
