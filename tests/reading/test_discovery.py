from pathlib import Path

import pytest

from claimtrack.errors import InputProblem
from claimtrack.reading import discover


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.txt",
        "c/d.jsonl.gz",
        "c/a.html",
        "z.png",
        ".hidden.txt",
        ".git/x.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / "empty").mkdir()
    return tmp_path


def names(news: Path, *paths: Path | str) -> list[str]:
    found = list(discover(paths))
    assert all(isinstance(item, Path) for item in found)
    return [str(item.relative_to(news)) for item in found if isinstance(item, Path)]


def test_folders_are_walked_in_a_stable_order(news: Path) -> None:
    assert names(news, news) == ["a.txt", "b.txt", "c/a.html", "c/d.jsonl.gz"]


def test_files_keep_the_order_they_are_given_in(news: Path) -> None:
    assert names(news, news / "z.png", str(news / "b.txt"), news / "c") == [
        "z.png", "b.txt", "c/a.html", "c/d.jsonl.gz",
    ]  # fmt: skip


def test_patterns(news: Path) -> None:
    assert names(news, str(news / "*.txt")) == ["a.txt", "b.txt"]
    assert names(news, str(news / "**" / "*.html")) == ["c/a.html"]


@pytest.mark.parametrize(("path", "code"), [("empty", "no-articles"), ("*.pdf", "not-found")])
def test_nothing_found(news: Path, path: str, code: str) -> None:
    (problem,) = discover([news / path])
    assert isinstance(problem, InputProblem)
    assert problem.code == code
    assert str(news / path) in problem.source


def test_a_missing_file_is_the_readers_business(news: Path) -> None:
    assert list(discover([news / "none.txt", "a\0b"])) == [news / "none.txt", Path("a\0b")]


def test_a_file_whose_name_looks_like_a_pattern(news: Path) -> None:
    path = news / "a[1].txt"
    path.write_text("x")
    assert names(news, path) == ["a[1].txt"]


def test_links_to_folders_are_not_followed(news: Path) -> None:
    (news / "c" / "loop").symlink_to(news)
    assert names(news, news / "c") == ["c/a.html", "c/d.jsonl.gz"]


def test_web_addresses_are_not_fetched() -> None:
    (problem,) = discover(["https://example.org/a.html"])
    assert isinstance(problem, InputProblem)
    assert problem.code == "web-address"
    assert problem.source == "https://example.org/a.html"
