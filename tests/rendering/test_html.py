"""The page of an article: whole, self-contained, and safe whatever the article holds."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import ArticleReport, Source
from claimtrack.rendering import html
from claimtrack.rendering.view import build
from claimtrack.rendering.voices import label
from tests.rendering.newsroom import SETTING, Line, bridge, compose, quick

VOID = {"meta", "br", "input", "link", "img"}


class Page(HTMLParser):
    """Reads a page as a browser would: its elements, attributes, and the text of its article."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.text = ""
        self.code: dict[str, str] = {}
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            self.code[self.open[-1]] = self.code.get(self.open[-1], "") + data
        else:
            self.text += data

    def values(self, name: str) -> list[str]:
        return [value or "" for _, key, value in self.attributes if key == name]


def read(report: ArticleReport) -> Page:
    markup = "".join(html.render([report], SETTING))
    page = Page(markup)
    assert not page.open
    return page


def one(sentence: str, **metadata: object) -> ArticleReport:
    """Make an article in which somebody of a hostile name says hostile things."""
    line = Line(f"⟦a1 source|{sentence}⟧ ⟦a1 cue|{sentence}⟧ ⟦a1 content|{sentence}⟧")
    source = Source("src1", sentence, "named_person", title=sentence, affiliation=sentence)
    return compose([line], [source], {"a1": "src1"}, reason=sentence, **metadata)


def test_every_statement_is_on_the_page_with_its_source() -> None:
    page = read(bridge())
    assert page.values("id").count("s1") == 1
    assert {f"s{number}" for number in range(1, 8)} <= set(page.values("id"))
    assert "Of 6 statements, 3 are attributed to 2 sources" in page.text
    assert "Mayor Anna Krol" in page.text
    assert "told in the writer’s words" in page.text
    assert "the verb “said” after a name" in page.text


def test_marks_are_the_exact_words() -> None:
    markup = "".join(html.render([bridge()], SETTING))
    assert '<span class="content k0 p0 on-k0">The old bridge will reopen in May</span>' in markup
    assert '<span class="k0 source">Mayor Anna Krol</span>' in markup
    assert '<span class="k0 cue">said</span>' in markup


def test_what_x_says_that_y_says_shows_both() -> None:
    markup = "".join(html.render([bridge()], SETTING))
    assert '<span class="content k1 p1 on-k1 source">the mayor</span>' in markup
    assert '<span class="content k0 p0 on-k1">“the worst is over”</span>' in markup


def test_segments_of_a_statement_give_back_its_text() -> None:
    report = bridge()
    view = build(report)
    assert view.heading is not None
    marks = [
        part
        for block in (view.heading, *view.blocks)
        for part in block.parts
        if hasattr(part, "number")
    ]
    for mark, statement in zip(marks, report.statements, strict=True):
        shown = "".join(piece.text for item in mark.segments for piece in item.pieces)
        assert shown == statement.span.of(report.article.text)


def test_only_its_own_style_and_script_may_run() -> None:
    page = read(bridge())
    policy = next(
        value or ""
        for tag, name, value in page.attributes
        if tag == "meta" and name == "content" and "default-src" in (value or "")
    )
    assert "default-src 'none'" in policy
    for part in ("style", "script"):
        digest = b64encode(sha256(page.code[part].encode()).digest()).decode()
        assert f"{part}-src 'sha256-{digest}'" in policy


def test_nothing_is_fetched() -> None:
    page = read(bridge())
    assert not page.values("src") and "link" not in page.tags and "img" not in page.tags
    assert not page.values("style")
    links = [value for value in page.values("href") if not value.startswith("#")]
    assert links == ["https://news.example/bridge"]
    assert "url(" not in page.code["style"] and "@import" not in page.code["style"]


def test_ids_are_unique_also_with_many_articles_on_a_page() -> None:
    page = Page("".join(html.render([bridge(), bridge()], SETTING)))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert "n2-s1" in ids
    assert page.tags.count("h1") == 1
    for name in ("aria-describedby", "aria-labelledby"):
        assert set(page.values(name)) <= set(ids)
    assert {value[1:] for value in page.values("href") if value.startswith("#")} <= set(ids)


def test_text_outside_the_article_can_be_looked_up() -> None:
    page = read(bridge())
    assert "Left out as no part of the article" in page.text
    assert "Share this" in page.text


def test_an_article_without_statements_has_a_page() -> None:
    assert "no statement to attribute" in read(compose([], [], {})).text


def test_links_that_are_no_web_addresses_are_no_links() -> None:
    page = read(one("x", url="javascript:alert(1)"))
    assert not [value for value in page.values("href") if not value.startswith("#")]


def test_characters_that_hide_are_shown_by_number() -> None:
    page = read(one("a\u202eb\x00c\x1b[31md\ud800e"))
    for number in ("U+202E", "U+0000", "U+001B", "U+D800"):
        assert number in page.text
    for character in "\u202e\x00\x1b\ud800":
        assert character not in page.text


TROUBLE = st.one_of(
    st.text(st.characters(exclude_characters="⟦⟧|"), min_size=1, max_size=60),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</style><script>alert(1)</script>",
            "{{ 7 * 7 }}{% raw %}",
            "\" onmouseover='alert(1)",
            "<!-- --><![CDATA[ ]]>",
            "&lt;b&gt; &amp;",
            "\u202eevil\u2066",
        ]
    ),
)


@quick
@given(TROUBLE)
def test_no_text_becomes_markup(text: str) -> None:
    hostile, calm = read(one(text, publisher=text, headline=text)), read(one("x", publisher="x"))
    assert set(hostile.tags) == set(calm.tags)
    assert {name for _, name, _ in hostile.attributes} <= {
        *(name for _, name, _ in calm.attributes),
        "title",
    }
    assert hostile.code == calm.code
    "".join(html.render([one(text)], SETTING)).encode()


def test_letters_of_sources_do_not_run_out() -> None:
    assert [label(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_every_look_of_the_page_is_in_its_style() -> None:
    page = read(bridge())
    style = page.code["style"]
    for value in page.values("class"):
        for name in value.split():
            if re.fullmatch(r"(on-)?[kp]\d", name):
                assert f".{name}" in style
    for reference in re.findall(r"url\(#(\w+)\)", " ".join(page.values("fill"))):
        assert reference in page.values("id")
