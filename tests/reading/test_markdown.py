from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.model import Article
from claimtrack.reading import read_path
from claimtrack.reading.markdown import unmarked


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("said **Ada Nwosu**, who led [the trial](https://a.example/x).", None),
        ("said __Ada Nwosu__, who *led* [the trial][1].[^2]", None),
        ("![A photo](a.jpg)said ***Ada Nwosu***, who led the trial.", None),
        (
            "2 * 3 * 4 and snake_case_name and ** loose.",
            "2 * 3 * 4 and snake_case_name and ** loose.",
        ),
        ("* one\n* two", "* one\n* two"),
    ],
)
def test_marks_go_and_words_stay(text: str, plain: str | None) -> None:
    assert unmarked(text) == (plain or "said Ada Nwosu, who led the trial.")


def test_an_article_with_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        '---\ntitle: "Mill to close"\nauthor: "Ann Low"\ndate: 2021-04-22\n---\n\n'
        "# Mill to close\n\nThe mill will close, said **Ada Nwosu**, who runs [it](https://a.b).\n",
        encoding="utf-8",
    )
    (article,) = read_path(tmp_path / "a.md")
    assert isinstance(article, Article)
    assert (article.headline, article.authors) == ("Mill to close", ("Ann Low",))
    assert article.published == "2021-04-22"
    assert "said Ada Nwosu, who runs it." in article.text
