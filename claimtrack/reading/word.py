"""Word files (.docx): the paragraphs of the document as lines of one text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from claimtrack.errors import InputProblem, MissingExtra
from claimtrack.model import Article
from claimtrack.reading.metadata import Metadata
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.pages import read_text
from claimtrack.reading.streams import open_stream, read_whole

_MOST_UNPACKED = 128 * 2**20


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the article of a Word file; its paragraphs are parted by blank lines in the text."""
    source = str(path)
    try:
        import docx
    except ImportError:
        raise MissingExtra("reading Word files", "docx") from None
    with open_stream(path, options) as stream:
        data = read_whole(stream, source, options)
    if not data:
        raise InputProblem(source, "is empty", code="empty")
    _check_size(data, source)
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(
            paragraph.text.strip() for paragraph in document.paragraphs if paragraph.text.strip()
        )
        title, author = document.core_properties.title, document.core_properties.author
    except Exception as failure:  # the library documents no errors; a damaged file shows many
        message = f"damaged Word file: {type(failure).__name__}"
        raise InputProblem(source, message, code="damaged") from None
    if not text:
        raise InputProblem(source, "has no text", code="no-text")
    metadata = Metadata(authors=(author,) if author and author != "python-docx" else ())
    if title and title.strip() and title.strip() in text:
        metadata = Metadata(headline=title.strip(), authors=metadata.authors)
    longest = options.max_article_chars
    yield read_text(text, id=path.stem, source_file=source, metadata=metadata, longest=longest)


def _check_size(data: bytes, source: str) -> None:
    """Refuse what is no archive, or would unpack to far more than any article needs."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise InputProblem(source, "damaged Word file: no archive", code="damaged") from None
    if unpacked > _MOST_UNPACKED:
        message = f"unpacks to {unpacked} bytes, more than {_MOST_UNPACKED}"
        raise InputProblem(source, message, code="too-large")
