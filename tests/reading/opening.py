"""A page and a text to read, and what reading a file gives: for the tests of the formats."""

from pathlib import Path
from typing import Any

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading import ReadingOptions, read_path

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
