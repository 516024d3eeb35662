"""Rows and records: JSON lines, JSON and tables, with the fields that say what is what."""

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.reading.opening import LINES, codes, read


def test_rows(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [
        '{"id": "r1", "text": "\\ufeffThe council said so.", "date": "2024-01-05", "url": null}',
        "{bad",
        "",
        '{"id": "r2", "text": ""}',
        "[]",
        '{"id": 7, "body": "It rained, she said.", "meta": {"title": "Rain", "author": "None"}}',
        '{"text": "Bad \\ud800 half."}',
        '{"text": "' + "x" * 500 + '"}',
        '{"text": "Last one, he said."}',
    ]
    path.write_text("\n".join(rows))
    articles, problems = read(path, max_row_bytes=300)
    assert [article.id for article in articles] == ["r1", "7", "news-7", "news-9"]
    first, second, third, _ = articles
    assert first.text == "\ufeffThe council said so."
    assert first.paragraphs[0].span.of(first.text) == "The council said so."
    assert first.published == "2024-01-05" and first.url is None
    assert second.headline == "Rain" and second.authors == ()
    assert third.text == "Bad \ufffd half."
    assert [notice.code for notice in third.notices] == ["surrogates-replaced"]
    assert [(problem.source.rpartition(":")[2], problem.code) for problem in problems] == [
        ("2", "bad-row"), ("4", "empty"), ("5", "bad-row"), ("8", "too-large"),
    ]  # fmt: skip


def test_rows_take_what_is_known_about_them(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    row = {
        "uid": "u1",
        "content": "Council says so\n\nThe council said so on Monday.",
        "title": "Council says so",
        "authors": [{"name": "Ann Lee"}, "Bob Green", "Ann Lee"],
        "publisher": {"name": "The Kalm Post"},
        "publication_date": "5 January 2022",
        "url": "https://kalmpost.example/a",
    }
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    (article,), _ = read(path)
    assert article.id == "u1"
    assert article.authors == ("Ann Lee", "Bob Green")
    assert article.publisher == "The Kalm Post"
    assert article.published == "2022-01-05"
    assert article.url == "https://kalmpost.example/a"
    assert [paragraph.section for paragraph in article.paragraphs] == ["headline", "body"]


def test_named_fields(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Not this.", "story": "This one, he said.", "key": "k"}\n')
    (article,), _ = read(path, text_field="story", id_field="key")
    assert (article.id, article.text) == ("k", "This one, he said.")
    assert codes(path, text_field="none") == ["no-text"]


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"articles": rows}])
def test_json(tmp_path: Path, wrap: Any) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(wrap([{"id": "x", "text": LINES}, {"no": 1}, {"text": LINES}])))
    articles, problems = read(path)
    assert [article.id for article in articles] == ["x", "a-3"]
    assert [problem.code for problem in problems] == ["no-text"]


def test_json_of_one_article_takes_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps({"text": LINES}))
    (article,), _ = read(path)
    assert article.id == "one"


@pytest.mark.parametrize(("suffix", "separator"), [(".csv", ","), (".csv", ";"), (".tsv", "\t")])
def test_tables(tmp_path: Path, suffix: str, separator: str) -> None:
    path = tmp_path / f"a{suffix}"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        table = csv.writer(file, delimiter=separator)
        table.writerow(["id", "title", "text"])
        table.writerow(["1", "Rain, again", LINES])
        table.writerow(["2", "", ""])
        table.writerow(["3", "x", 'He said: "Rain; and\tmore, again."'])
    articles, problems = read(path)
    assert [article.id for article in articles] == ["1", "3"]
    assert articles[0].text == LINES
    assert articles[0].headline == "Rain, again"
    assert articles[1].text == 'He said: "Rain; and\tmore, again."'
    assert [problem.code for problem in problems] == ["empty"]
