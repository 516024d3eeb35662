"""Markdown: readable as it is, and no text of an article becomes Markdown or HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.rendering import markdown
from tests.rendering.newsroom import SETTING, bridge, quick


def test_a_report_can_be_read_as_it_is() -> None:
    written = "".join(markdown.render([bridge()], SETTING))
    assert written.startswith("# Bridge to reopen, mayor says\n")
    assert "| A | Anna Krol | named person | Mayor | 3 |" in written
    assert (
        "2. The old bridge will reopen in May, Mayor Anna Krol said on Monday.\n"
        "   — **A Anna Krol** (“said”, told in the writer’s words)" in written
    )
    assert "signals, never a verdict" in written


def test_articles_are_set_apart() -> None:
    written = "".join(markdown.render([bridge(), bridge()], SETTING))
    assert written.count("\n---\n") == 1
    assert written.count("signals, never a verdict") == 1
    assert "".join(markdown.render([], SETTING)) == ""


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("It’s a U.S. well-known fact.", "It’s a U.S. well-known fact."),
        ("1. first", "1\\. first"),
        ("- item", "\\- item"),
        ("a | b", "a \\| b"),
        ("<script>", "\\<script\\>"),
        ("[x](http://e)", "\\[x\\](http\\://e)"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("a\nb", "a b"),
        ("&lt;", "\\&lt;"),
    ],
)
def test_signs_of_markdown_are_escaped(text: str, escaped: str) -> None:
    assert markdown.escape(text) == escaped


@quick
@given(st.text(max_size=60))
def test_no_sign_is_left_bare(text: str) -> None:
    escaped = markdown.escape(text)
    assert not re.search(r"[*_`<>\[\]|&#~$]", re.sub(r"\\.", "", escaped))
    assert "\n" not in escaped
