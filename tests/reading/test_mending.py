from __future__ import annotations

import pytest

from claimtrack.reading.mending import mended
from claimtrack.reading.texts import read_bytes


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("It was â€œlateâ€\x9d, she said.", "It was “late”, she said."),
        ("JosÃ© PeÃ±a and José Peña said no.", "José Peña and José Peña said no."),
        ("Tom O&#39;Neil of AT&amp;T &mdash; late.", "Tom O'Neil of AT&T — late."),
        ("A &ldquo;plan&rdquo;&nbsp;of it.", "A “plan”\u00a0of it."),
    ],
)
def test_what_was_misread_is_put_right(text: str, meant: str) -> None:
    found, notices = mended(text)
    assert found == meant
    assert notices


@pytest.mark.parametrize(
    "text",
    ["Plain & simple; nothing to do.", "Château, façade, Âge d’or, naïve.", "R&D; Q&A;", "¿Qué?"],
)
def test_what_is_right_stays(text: str) -> None:
    assert mended(text) == (text, ())


def test_lines_are_mended_one_by_one_and_stay_lines() -> None:
    found, _ = mended("Donâ€™t.\r\n\r\nCafé.\nItâ€™s.")
    assert found == "Don’t.\r\n\r\nCafé.\nIt’s."


def test_an_article_says_that_it_was_mended() -> None:
    article = read_bytes("Itâ€™s &quot;late&quot;, she said.\n".encode(), "a.txt")
    assert article.text == 'It’s "late", she said.\n'
    assert [notice.code for notice in article.notices] == ["encoding-mended", "entities-decoded"]
