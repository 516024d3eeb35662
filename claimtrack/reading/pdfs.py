"""PDF files: the text of all pages, with the lines as the pages break them."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

from claimtrack.errors import InputProblem, MissingExtra
from claimtrack.model import Article
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.pages import read_text
from claimtrack.reading.streams import open_stream, read_whole

_MOST_PAGES = 500


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the article of a PDF file; a scan without text is an ``InputProblem``."""
    source = str(path)
    try:
        import pypdf
    except ImportError:
        raise MissingExtra("reading PDF files", "pdf") from None
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    with open_stream(path, options) as stream:
        data = read_whole(stream, source, options)
    if not data:
        raise InputProblem(source, "is empty", code="empty")
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        if len(pages) > _MOST_PAGES:
            message = f"has {len(pages)} pages, more than {_MOST_PAGES}"
            raise InputProblem(source, message, code="too-large")
        text = "\n".join(page.extract_text().strip() for page in pages).strip()
    except InputProblem:
        raise
    except Exception as failure:  # damaged files show errors of every kind
        message = f"damaged PDF file: {type(failure).__name__}"
        raise InputProblem(source, message, code="damaged") from None
    if not text:
        raise InputProblem(source, "has no text; scanned pages are not read", code="no-text")
    longest = options.max_article_chars
    yield read_text(text, id=path.stem, source_file=source, longest=longest)
