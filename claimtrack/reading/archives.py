"""Web archives (WARC): the article of every page that was answered with HTML, streamed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from claimtrack.errors import InputProblem, MissingExtra
from claimtrack.model import Article
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.streams import unreadable
from claimtrack.reading.unread import Unread, UnreadPage, read_all
from claimtrack.reading.webpages import MOST_BYTES


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the articles of a web archive, and an ``InputProblem`` for each page without one."""
    yield from read_all(find_file(path, options), options)


def find_file(path: Path, options: ReadingOptions) -> Iterator[Unread | InputProblem]:
    """Yield the pages of a web archive, unread."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise MissingExtra("reading web archives", "warc") from None
    source, stem = str(path), path.name.partition(".")[0]
    number = 0
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type != "response" or not _is_page(record):
                    continue
                number += 1
                url = record.rec_headers.get_header("WARC-Target-URI")
                where = f"{source}#{number}"
                yield _page(record.content_stream(), where, f"{stem}-{number}", url, options)
    except OSError as failure:
        raise unreadable(source, failure) from None
    except Exception as failure:  # the library raises whatever a damaged record makes it
        message = f"damaged web archive: {type(failure).__name__}"
        raise InputProblem(source, message, code="damaged") from None
    if number == 0:
        raise InputProblem(source, "holds no web pages", code="no-articles")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is None or not str(headers.get_statuscode()).startswith("2"):
        return False
    kind = headers.get_header("Content-Type") or ""
    return "html" in kind.lower()


def _page(
    stream: IO[bytes], where: str, name: str, url: str | None, options: ReadingOptions
) -> UnreadPage | InputProblem:
    limit = min(options.max_bytes, MOST_BYTES)
    data = stream.read(limit + 1)
    if len(data) > limit:
        return InputProblem(where, f"is larger than {limit} bytes", code="too-large")
    return UnreadPage(data, where, name, url)
