"""Every format in: what is read, what is refused, and how it says so."""

import csv
import datetime
import gzip
import json
import pickle
import sys
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from claimtrack.errors import InputProblem, MissingExtra
from claimtrack.model import Article
from claimtrack.reading import READERS, ReadingOptions, find_path, read_path
from claimtrack.reading.registry import suffix_of
from claimtrack.reading.unread import read_all

PAGE = """<!doctype html><html lang="en"><head>
<title>Bridge closed for repairs - The Daily Example</title>
<meta property="og:title" content="Bridge closed for repairs">
<meta property="og:site_name" content="The Daily Example">
<meta property="og:url" content="https://example.com/2024/05/01/bridge">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "Bridge closed for repairs",
"datePublished": "2024-05-01T09:00:00+02:00", "author": [{"@type": "Person", "name": "Ann Lee"}],
"publisher": {"@type": "Organization", "name": "The Daily Example"}}]}</script></head>
<body><nav><ul><li>Home</li><li>News</li></ul></nav><article><h1>Bridge closed for repairs</h1>
<p>SPRINGFIELD (AP) — The old bridge over the river will be closed for two years, the city council
said on Monday.</p>
<p>“It is no longer safe,” Mayor Joe Quimby told reporters. The works will cost 20 million dollars,
according to a report.</p>
<p>Residents have asked for a ferry, but officials said that there was no money for one.</p>
</article><footer>Copyright 2024 The Daily Example</footer></body></html>"""
LINES = "The council said so on Monday.\nThe mayor agreed, he told reporters.\n"


def read(path: Path, **options: Any) -> tuple[list[Article], list[InputProblem]]:
    found = list(read_path(path, options=ReadingOptions(**options)))
    articles = [item for item in found if isinstance(item, Article)]
    return articles, [item for item in found if isinstance(item, InputProblem)]


def codes(path: Path, **options: Any) -> list[str]:
    articles, problems = read(path, **options)
    assert not articles
    assert all(str(path) in problem.source for problem in problems)
    return [problem.code for problem in problems]


def test_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.b.txt"
    path.write_bytes(b"\xef\xbb\xbf" + LINES.encode())
    (article,), problems = read(path)
    assert not problems
    assert (article.id, article.source_file, article.text) == ("a.b", str(path), LINES)


def test_gzipped_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(LINES.encode()))
    (article,), _ = read(path)
    assert (article.id, article.text) == ("a", LINES)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n", "empty"),
        ("a.txt", bytes(range(256)), "binary"),
        ("a.txt.gz", b"\x1f\x8b\x08damaged", "damaged"),
        ("a.txt.gz", b"no gzip at all", "damaged"),
        ("a.json", b"{", "bad-json"),
        ("a.json", b"[" * 100_000, "bad-json"),
        ("a.json", b"[]", "empty"),
        ("a.json", b"3", "no-text"),
        ("a.json", b'{"id": 1}', "no-text"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"a,b\n1,2\n", "no-text"),
        ("a.html", b"", "empty"),
        ("a.html", b"<html></html>", "no-text"),
        ("a.html", b"<div>" * 5_000 + b"x", "too-deep"),
        ("a.docx", b"", "empty"),
        ("a.docx", b"PK no archive", "damaged"),
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"%PDF-1.4 no file", "damaged"),
        ("a.warc", b"", "no-articles"),
        ("a.warc", b"WARC/1.0 nothing of the kind", "no-articles"),
        ("a.warc", b"no archive at all", "damaged"),
        ("a.parquet", b"", "damaged"),
        ("a.parquet", b"PAR1 no table PAR1", "damaged"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    for module in {"html": ["trafilatura"], "docx": ["docx"], "pdf": ["pypdf"],
                   "warc": ["warcio", "trafilatura"],
                   "parquet": ["pyarrow"]}.get(name.partition(".")[2], []):  # fmt: skip
        pytest.importorskip(module)
    path = tmp_path / name
    path.write_bytes(data)
    assert codes(path) == [code]


@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".json", ".csv", ".txt.gz", ""])
def test_missing_files_and_folders(tmp_path: Path, suffix: str) -> None:
    assert codes(tmp_path / f"none{suffix}") == ["not-found"]
    folder = tmp_path / f"folder{suffix}"
    folder.mkdir()
    assert codes(folder) == ["unreadable"]


def test_a_name_that_no_system_knows() -> None:
    assert codes(Path("a\0b.txt")) == ["unreadable"]


def test_size_limits_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LINES * 10)
    assert codes(path, max_bytes=100) == ["too-large"]
    assert codes(path, max_article_chars=100) == ["too-large"]


def test_gzip_bombs_are_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"a" * (20 * 2**20), 9))
    assert codes(path, max_ratio=10) == ["too-large"]
    text = tmp_path / "a.txt.gz"
    text.write_bytes(gzip.compress(b"a" * (8 * 2**20), 9))
    assert codes(text, max_bytes=2**20) == ["too-large"]


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


def check_bridge(article: Article) -> None:
    assert article.headline == "Bridge closed for repairs"
    assert article.publisher == "The Daily Example"
    assert article.authors == ("Ann Lee",)
    assert article.published == "2024-05-01T09:00:00+02:00"
    assert article.url == "https://example.com/2024/05/01/bridge"
    assert article.dateline == "SPRINGFIELD (AP)"
    sections = [paragraph.section for paragraph in article.paragraphs]
    assert sections == ["headline", "body", "body", "body"]
    second = article.paragraphs[1].span.of(article.text)
    assert second.startswith("The old bridge") and second.endswith("said on Monday.")


@pytest.mark.parametrize("packed", [False, True])
def test_web_pages(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / ("a.html.gz" if packed else "a.htm")
    path.write_bytes(gzip.compress(PAGE.encode()) if packed else PAGE.encode())
    (article,), problems = read(path)
    assert not problems
    assert article.id == "a"
    check_bridge(article)


def warc_record(url: str, status: str, kind: str, body: str) -> bytes:
    """Write one record of a web archive: a server's answer."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-05-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:a>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_web_archives(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("trafilatura")
    pytest.importorskip("warcio")
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    records = [
        warc_record("https://example.com/2024/05/01/bridge", "200 OK", "text/html", PAGE),
        warc_record("https://example.com/none", "404 Not Found", "text/html", PAGE),
        warc_record("https://example.com/a.png", "200 OK", "image/png", "png"),
        warc_record("https://example.com/empty", "200 OK", "text/html", "<html></html>"),
    ]
    path.write_bytes(b"".join(gzip.compress(record) if packed else record for record in records))
    (article,), problems = read(path)
    assert article.id == "a-1"
    check_bridge(article)
    assert [problem.code for problem in problems] == ["no-text"]


def test_word_files(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Bridge closed for repairs", 0)
    document.add_paragraph("SPRINGFIELD (AP) — The old bridge will be closed, the council said.")
    document.add_paragraph("“It is not safe,” said Mayor Joe Quimby.")
    path = tmp_path / "a.docx"
    document.save(str(path))
    (article,), _ = read(path)
    assert article.headline == "Bridge closed for repairs"
    assert article.dateline == "SPRINGFIELD (AP)"
    assert len(article.paragraphs) == 3


def test_word_bombs_are_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("docx")
    monkeypatch.setattr("claimtrack.reading.word._MOST_UNPACKED", 2**20)
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("word/document.xml", b"\0" * (2 * 2**20))
    assert codes(path) == ["too-large"]


def pdf_of(*lines: str) -> bytes:
    """Write the smallest PDF file that shows these lines."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 11 Tf 60 760 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        file + b"xref\n0 6\n0000000000 65535 f \n" + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(file)
    )  # fmt: skip


def test_pdf_files(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of("The old bridge will be closed, the council said.", "It is unsafe."))
    (article,), problems = read(path)
    assert not problems
    assert "The old bridge will be closed, the council said." in article.text
    path.write_bytes(pdf_of())
    assert codes(path) == ["no-text"]


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("trafilatura", "a.html", "html"),
        ("warcio.archiveiterator", "a.warc", "warc"),
        ("docx", "a.docx", "docx"),
        ("pypdf", "a.pdf", "pdf"),
        ("pyarrow", "a.parquet", "parquet"),
    ],
)
def test_a_missing_extra_names_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / name
    path.write_bytes(b"x")
    with pytest.raises(MissingExtra, match=rf"claimtrack\[{extra}\]"):
        list(read_path(path))


def test_parquet_files(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path, rest = tmp_path / "a.parquet", tmp_path / "b.parquet"
    table = {
        "id": ["one", None, None],
        "body": [LINES, LINES, None],
        "date": [datetime.date(2024, 5, 1)] * 3,
    }
    parquet.write_table(arrow.table(table), path)
    articles, problems = read(path)
    assert [article.id for article in articles] == ["one", "a-2"]
    assert {article.published for article in articles} == {"2024-05-01"}
    assert {article.text for article in articles} == {LINES}
    assert [(problem.source, problem.code) for problem in problems] == [(f"{path}:3", "no-text")]
    parquet.write_table(arrow.table({"words": [LINES]}), rest)
    assert codes(rest) == ["no-text"]
    assert codes(tmp_path / "none.parquet") == ["not-found"]


def test_every_reader_is_there() -> None:
    for module in set(READERS.values()):
        assert callable(import_module(f"claimtrack.reading.{module}").read_file)


def test_finding_first_and_reading_later_reads_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINES)
    (tmp_path / "b.jsonl").write_text(f'{json.dumps({"text": LINES})}\n\nno row\n{{"a": 1}}\n')
    (tmp_path / "c.json").write_text(json.dumps([{"id": 7, "text": LINES}, 3]))
    (tmp_path / "d.csv").write_text("id,text\n8,The council said so.\n9,\n")
    (tmp_path / "e.docx").write_bytes(b"no archive")
    for path in sorted(tmp_path.iterdir()):
        found = pickle.loads(pickle.dumps(list(find_path(path))))
        later = list(read_all(found, ReadingOptions()))
        assert list(map(told, later)) == list(map(told, read_path(path)))
        assert all(item.where.startswith(str(path)) and item.size >= 0 for item in found)


def told(item: Article | InputProblem) -> object:
    return item if isinstance(item, Article) else (item.source, item.code, item.message)


def test_suffixes() -> None:
    assert suffix_of(Path("a/B.TXT")) == ".txt"
    assert suffix_of(Path("a.jsonl.gz")) == ".jsonl"
    assert suffix_of(Path("a")) == ""


def test_a_web_page_is_known_whatever_its_name(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf\n" + PAGE.encode())
    (article,), _ = read(path)
    check_bridge(article)
