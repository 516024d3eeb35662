"""Web pages, single and in archives."""

import gzip
from pathlib import Path

import pytest

from tests.reading.opening import PAGE, check_bridge, read, warc_record


@pytest.mark.parametrize("packed", [False, True])
def test_web_pages(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / ("a.html.gz" if packed else "a.htm")
    path.write_bytes(gzip.compress(PAGE.encode()) if packed else PAGE.encode())
    (article,), problems = read(path)
    assert not problems
    assert article.id == "a"
    check_bridge(article)


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


def test_a_web_page_is_known_whatever_its_name(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf\n" + PAGE.encode())
    (article,), _ = read(path)
    check_bridge(article)
