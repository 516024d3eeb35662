"""Mail (.eml) and saved pages (.mht): the text or the page that a message carries (RFC 5322, 2557).

A message has a subject and a date, which are the article's headline and day where it has no
others. A saved page is read as the page it was, a newsletter as its plain text if it has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.filenames import name_of, suffix_of
from claimtrack.reading.mending import mended
from claimtrack.reading.metadata import Metadata
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.pages import read_text, too_long
from claimtrack.reading.streams import open_stream, read_whole
from claimtrack.reading.webpages import read_html

_SAVED = (".mht", ".mhtml")
_ANSWERED = re.compile(r"(?i)^(?:(?:re|fwd?|fw|aw|wg)\s?:\s?)+")


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the article of a message; a saved page needs what reads web pages."""
    source = str(path)
    with open_stream(path, options) as stream:
        data = read_whole(stream, source, options)
    if not data.strip():
        raise InputProblem(source, "is empty", code="empty")
    saved = suffix_of(path) in _SAVED
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = _body(message, ("html", "plain") if saved else ("plain", "html"))
    except RecursionError:
        raise InputProblem(source, "has too many parts within parts", code="too-deep") from None
    if part is None:
        raise InputProblem(source, "is a message without text", code="no-text")
    name = name_of(path)
    if part.get_content_subtype() == "html":
        yield _page(message, part, source, name, saved=saved)
        return
    text, notices = mended(_text(part))
    if len(text) > options.max_article_chars:
        raise too_long(source, options.max_article_chars)
    metadata = Metadata(headline=_subject(message), published=_day(message))
    article = read_text(text, id=name, source_file=source, metadata=metadata)
    yield replace(article, notices=notices + article.notices)


def _page(
    message: EmailMessage, part: EmailMessage, source: str, name: str, *, saved: bool
) -> Article:
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else _text(part).encode()
    address = part["Content-Location"] or message["Snapshot-Content-Location"]
    url = str(address) if address and str(address).startswith("http") else None
    article = read_html(data, source=source, id=name, url=url)
    if saved:
        return article
    return replace(article, published=article.published or _day(message))


def _body(message: EmailMessage, wanted: tuple[str, str]) -> EmailMessage | None:
    """Return the part that holds the text, of the kind wanted first if there are two."""
    parts = [
        part
        for part in message.walk()
        if part.get_content_maintype() == "text" and not part.is_attachment()
    ]
    for kind in wanted:
        for part in parts:
            if part.get_content_subtype() == kind:
                return part
    return None


def _text(part: EmailMessage) -> str:
    try:
        content = part.get_content()
    except (LookupError, UnicodeError):  # an encoding that nobody knows
        payload = part.get_payload(decode=True)
        content = payload.decode("cp1252", "replace") if isinstance(payload, bytes) else ""
    return content if isinstance(content, str) else ""


def _subject(message: EmailMessage) -> str | None:
    subject = _ANSWERED.sub("", " ".join(str(message["Subject"] or "").split()))
    return subject or None


def _day(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return None
