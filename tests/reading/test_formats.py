"""Every format in: what is read, what is refused, and how it says so."""

import gzip
import json
import pickle
from importlib import import_module
from pathlib import Path

import pytest

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading import READERS, ReadingOptions, find_path, read_path
from claimtrack.reading.filenames import suffix_of
from claimtrack.reading.unread import read_all
from tests.reading.opening import LINES, codes, read


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
