"""Requests to articles: a form, a text, a page, or JSON that holds or names one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.message import Message
from urllib.parse import urlsplit

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from claimtrack import reading
from claimtrack.errors import InputProblem, MissingExtra
from claimtrack.model import Article
from claimtrack.reading import ReadingOptions
from claimtrack.reading.webpages import read_html
from claimtrack.web.fetch import fetch
from claimtrack.web.problems import RequestProblem
from claimtrack.web.settings import Settings

Submission = Callable[[], Article]
"""Work that gives the article: decoding, and fetching where an address was given."""

FIELDS = ("text", "html", "url")
"""What JSON may hold an article in; exactly one of them."""

_HTML = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Form:
    """What was put into the web page's form; only one of it counts."""

    text: str = ""
    url: str = ""
    data: bytes = b""
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Sent:
    data: bytes
    kind: str
    name: str
    id: str | None = None
    url: str | None = None


async def of_request(request: Request, settings: Settings) -> Submission:
    """Read the body of an API request: text, HTML or JSON."""
    kind, charset = _media_type(request.headers.get("content-type", "text/plain"))
    body = await request.body()
    if not body.strip():
        raise RequestProblem(422, "empty", "the request holds no text")
    if kind == "application/json":
        return _of_json(body, settings)
    if kind not in _HTML | {"text/plain"}:
        message = "send text/plain, text/html or application/json"
        raise RequestProblem(415, "unsupported-type", message)
    return _reading(_Sent(_recoded(body, charset), kind, "request"), settings)


async def form_of(request: Request, settings: Settings) -> Form:
    """Read the form of the web page."""
    limits = {"max_files": 1, "max_fields": 8, "max_part_size": settings.max_bytes}
    try:
        async with request.form(**limits) as form:
            text, file, url = form.get("text"), form.get("file"), form.get("url")
            data = await file.read() if isinstance(file, UploadFile) else b""
            name = file.filename if isinstance(file, UploadFile) else None
    except HTTPException as failure:
        raise RequestProblem(400, "bad-form", "the form cannot be read") from failure
    return Form(
        text if isinstance(text, str) else "",
        url.strip() if isinstance(url, str) else "",
        data,
        (name or "").lower(),
    )


def of_form(form: Form, settings: Settings) -> Submission:
    """Take what a form holds: a text, else a file, else an address."""
    if form.text.strip():
        data = form.text.encode("utf-8", "replace")
        return _reading(_Sent(data, "text/plain", "pasted text"), settings)
    if form.data:
        page = form.name.endswith((".html", ".htm", ".xhtml"))
        kind = "text/html" if page else "text/plain"
        return _reading(_Sent(form.data, kind, "the file"), settings)
    if form.url:
        return _fetching(form.url, None, settings)
    raise RequestProblem(422, "empty", "paste a text, choose a file, or give an address")


def _of_json(body: bytes, settings: Settings) -> Submission:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as failure:
        raise RequestProblem(400, "bad-json", "the body is no JSON") from failure
    if not isinstance(given, dict) or set(given) - {*FIELDS, "id"}:
        message = "send an object with text, html or url, and id if you like; nothing else"
        raise RequestProblem(422, "bad-fields", message)
    found = [name for name in FIELDS if name in given]
    if len(found) != 1 or not all(isinstance(value, str) for value in given.values()):
        message = "send exactly one of text, html and url, as a string"
        raise RequestProblem(422, "bad-fields", message)
    (name,) = found
    value, id = given[name], given.get("id")
    if not value.strip():
        raise RequestProblem(422, "empty", f"{name} is empty")
    if name == "url":
        return _fetching(value.strip(), id, settings)
    kind = "text/html" if name == "html" else "text/plain"
    return _reading(_Sent(value.encode("utf-8", "replace"), kind, "request", id), settings)


def _fetching(url: str, id: str | None, settings: Settings) -> Submission:
    if not settings.fetch:
        raise RequestProblem(403, "no-fetching", "this server fetches no addresses")

    def submission() -> Article:
        page = fetch(url, settings)
        kind, charset = _media_type(page.content_type)
        data = _recoded(page.data, charset)
        name = urlsplit(page.url).path.rsplit("/", 1)[-1] or "page"
        return _reading(_Sent(data, kind, name, id, page.url), settings)()

    return submission


def _reading(sent: _Sent, settings: Settings) -> Submission:
    options = ReadingOptions(max_bytes=settings.max_bytes, max_article_chars=settings.max_bytes)

    def submission() -> Article:
        try:
            if sent.kind in _HTML:
                article = read_html(sent.data, source=sent.name, id=sent.id, url=sent.url)
            else:
                article = reading.read_bytes(sent.data, sent.name, id=sent.id, options=options)
        except InputProblem as problem:
            raise RequestProblem(422, problem.code, str(problem)) from problem
        except MissingExtra as problem:
            raise RequestProblem(501, problem.code, str(problem)) from problem
        return replace(article, source_file=None, url=article.url or sent.url)

    return submission


def _media_type(header: str) -> tuple[str, str | None]:
    message = Message()
    message["Content-Type"] = header
    charset = message.get_param("charset")
    return message.get_content_type(), charset if isinstance(charset, str) else None


def _recoded(data: bytes, charset: str | None) -> bytes:
    """Return text of a declared encoding as UTF-8; without one, reading finds out by itself."""
    if charset is None or charset.lower() in ("utf-8", "utf8"):
        return data
    try:
        return data.decode(charset, "replace").encode("utf-8", "replace")
    except (LookupError, UnicodeError):
        return data
