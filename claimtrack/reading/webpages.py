"""Web pages: the article's text as trafilatura extracts it, and the metadata that pages carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimtrack.errors import InputProblem, MissingExtra
from claimtrack.model import Article
from claimtrack.reading.bylines import is_writer, names_in
from claimtrack.reading.carried import NOTHING, carried_by, longer
from claimtrack.reading.decoding import without_surrogates
from claimtrack.reading.elements import completed, stretches
from claimtrack.reading.embedded import apart, parted_anew, prepared
from claimtrack.reading.filenames import name_of
from claimtrack.reading.headlines import fold
from claimtrack.reading.metadata import Metadata
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.pages import read_text
from claimtrack.reading.signatures import signed, trusted
from claimtrack.reading.streams import open_stream, read_whole
from claimtrack.reading.titles import parted, whole

MOST_BYTES = 20 * 2**20
"""Web pages larger than this are not taken apart."""

_DEEPEST = 250
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li".split()
)
_HEADLINE = frozenset({"headline", "entry-title", "article-title", "post-title"})


def read_file(path: Path, options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Yield the article of an HTML file."""
    source = str(path)
    with open_stream(path, options) as stream:
        data = read_whole(stream, source, options)
    yield read_html(data, source=source, id=name_of(path))


def read_html(
    data: bytes, *, source: str, id: str | None = None, url: str | None = None
) -> Article:
    """Read the article of one web page; all offsets index the extracted text.

    The text is the headline, if there is one, a blank line, and the extracted body. Raises
    ``InputProblem`` for pages that are empty, too large, nested too deeply, or have no article
    (``no-text``), and ``MissingExtra`` without trafilatura.
    """
    import logging  # like trafilatura, for this format alone

    try:
        import trafilatura
    except ImportError:
        raise MissingExtra("reading web pages", "html") from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if not data.strip():
        raise InputProblem(source, "is empty", code="empty")
    if len(data) > MOST_BYTES:
        raise InputProblem(source, f"is larger than {MOST_BYTES} bytes", code="too-large")
    try:
        tree = trafilatura.load_html(data)
        carried = NOTHING if tree is None else carried_by(tree)
        tree = prepared(tree)
        page = prepared(trafilatura.load_html(data))  # what finds the body takes its tree apart
        found = (
            None
            if tree is None
            else trafilatura.bare_extraction(
                tree, url=url, include_comments=False, include_tables=False, with_metadata=True
            )
        )
    except Exception as failure:  # whatever a damaged page makes the parsers say
        message = f"cannot be taken apart: {type(failure).__name__}"
        raise InputProblem(source, message, code="bad-html") from None
    body = (getattr(found, "text", None) or "").strip()
    body = longer(carried.body, body)
    if not body and _depth(data) > _DEEPEST:
        message = f"is nested more than {_DEEPEST} deep, and its text was not reached"
        raise InputProblem(source, message, code="too-deep")
    if not body:
        raise InputProblem(source, "has no article that could be found", code="no-text")
    body = apart(completed(page, parted_anew(page, body)))
    known = carried.metadata
    headline, outlet = _titled(known.headline, _line(getattr(found, "title", None)), page)
    text = body
    if headline is not None and not fold(body[: 2 * len(headline)]).startswith(fold(headline)):
        text = f"{headline}\n\n{body}"
    metadata = Metadata(
        headline=headline,
        url=url or known.url or _line(getattr(found, "url", None)),
        publisher=_outlet(known.publisher, outlet, _line(getattr(found, "sitename", None))),
        authors=_writers(known, page, headline, _line(getattr(found, "author", None))),
        published=known.published,
    )
    return read_text(text, id=id, source_file=source, metadata=metadata)


def _titled(carried: str | None, extracted: str | None, tree: Any) -> tuple[str | None, str | None]:
    """Return a page's headline without the outlet's name, and that name if a title gives it."""
    shown = stretches(tree)
    title = _line(tree.findtext(".//title"))
    headline, outlet = (None, None) if title is None else parted(title, shown)
    if carried is not None:
        return whole(parted(carried, shown)[0], shown), outlet
    if outlet is not None or extracted is None:
        return headline, outlet
    seen = {fold(stretch) for stretch in shown}
    if headline is not None and fold(headline) in seen:
        return headline, None  # and not the name of a section, in larger letters
    marked = _marked_headline(tree)
    return parted(extracted, shown) if marked is None else (marked, None)


def _marked_headline(tree: Any) -> str | None:
    """Return what the one element is that calls itself the headline, if it does."""
    found = [
        line
        for item in tree.iter("h1", "h2", "h3", "span", "div", "p")
        if not _HEADLINE.isdisjoint((item.get("class") or "").split())
        and (line := _line("".join(item.itertext()))) is not None
    ]
    return found[0] if len(found) == 1 else None


def _depth(data: bytes) -> int:
    """Count how deep the tags of a page are nested, at most."""
    depth = deepest = 0
    for found in _TAG.finditer(data):
        if found[2].lower() in _VOID:
            continue
        depth += -1 if found[1] else 1
        depth = max(depth, 0)
        deepest = max(deepest, depth)
    return deepest


def _line(value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    return " ".join(without_surrogates(value)[0][:1_000].split())


def _outlet(carried: str | None, titled: str | None, guessed: str | None) -> str | None:
    """Return a page's outlet: a name, and an address only where there is no name."""
    if carried is not None and "://" not in carried:
        return carried
    if guessed is not None and "://" in guessed:
        return titled  # the page of another site that this one links to
    return guessed if guessed and "." not in guessed else titled or guessed


def _writers(
    carried: Metadata, tree: Any, headline: str | None, guessed: str | None
) -> tuple[str, ...]:
    """Return who wrote a page: whom it names to machines if that is somebody, or to readers."""
    authors = tuple(name for name in carried.authors if is_writer(name))
    if any(names_in(name) for name in authors):
        return authors
    parts = () if guessed is None else tuple(name.strip() for name in guessed.split(";") if name)
    return signed(tree, headline) or authors or trusted(tree, parts)
