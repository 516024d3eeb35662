"""Records of JSON, JSON Lines and tables to articles: the text, the id, and what else is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.bylines import names_in
from claimtrack.reading.dates import iso_date
from claimtrack.reading.decoding import without_surrogates
from claimtrack.reading.metadata import Metadata
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.pages import read_text, too_long

_TEXT_FIELDS = ("text", "body", "content", "article", "articleBody", "full_text", "maintext")
_ID_FIELDS = ("id", "uid", "_id", "article_id")
_NESTED = ("meta", "metadata")
_HEADLINE_FIELDS = ("headline", "title")
_URL_FIELDS = ("url", "link", "canonical_url")
_PUBLISHER_FIELDS = ("publisher", "source", "outlet", "site", "publication")
_DATE_FIELDS = (
    "published",
    "date",
    "publication_date",
    "date_published",
    "datePublished",
    "pubdate",
    "pubDate",
    "publishedAt",
    "published_at",
    "publish_date",
    "date_publish",
)
_AUTHOR_FIELDS = ("authors", "author", "byline")
_UNKNOWN = frozenset({"", "none", "null", "nan", "n/a", "na", "unknown", "-"})
_LONGEST_FIELD = 1_000


def article_of(
    record: object, where: str, name: str, source: str | None, options: ReadingOptions
) -> Article:
    """Make an article of one record; ``name`` is its id where it has none.

    Raises ``InputProblem``, naming ``where``: ``bad-row`` for no record, ``no-text`` for one
    without a text, ``empty`` for an empty text, ``too-large`` for one past the limit.
    """
    if not isinstance(record, Mapping):
        raise InputProblem(where, "is no object with a text", code="bad-row")
    fields = text_fields(options)
    text = next((record[field] for field in fields if isinstance(record.get(field), str)), None)
    if text is None:
        raise InputProblem(where, f"has no text in {_listed(fields)}", code="no-text")
    if len(text) > options.max_article_chars:
        raise too_long(where, options.max_article_chars)
    ids = (options.id_field,) if options.id_field else _ID_FIELDS
    given = next((record[field] for field in ids if _is_id(record.get(field))), name)
    if not text.strip():
        raise InputProblem(where, "is empty", code="empty")
    return read_text(
        text,
        id=_encodable(str(given)),
        source_file=source,
        metadata=metadata_of(record),
        longest=options.max_article_chars,
    )


def text_fields(options: ReadingOptions) -> tuple[str, ...]:
    """Return the names of the fields that may hold an article's text, the likeliest first."""
    return (options.text_field,) if options.text_field else _TEXT_FIELDS


def check_columns(names: Sequence[str], source: str, options: ReadingOptions) -> None:
    """Raise ``InputProblem`` (``no-text``) for a table whose columns hold no article's text."""
    wanted = text_fields(options)
    if not any(field in names for field in wanted):
        message = f"has no column {' or '.join(wanted)}; its columns are {', '.join(names[:20])}"
        raise InputProblem(source, message[:500], code="no-text")


def metadata_of(record: Mapping[str, Any]) -> Metadata:
    """Gather what a record, or its ``meta`` object, says beside the text."""
    places = [record, *(record[key] for key in _NESTED if isinstance(record.get(key), Mapping))]
    written = _first(places, _DATE_FIELDS)
    return Metadata(
        headline=_first(places, _HEADLINE_FIELDS),
        url=_first(places, _URL_FIELDS),
        publisher=_first(places, _PUBLISHER_FIELDS),
        authors=_authors(places),
        published=None if written is None else iso_date(written),
    )


def _first(places: list[Mapping[str, Any]], fields: tuple[str, ...]) -> str | None:
    for place in places:
        for field in fields:
            value = place.get(field)
            if isinstance(value, Mapping):
                value = value.get("name")
            if isinstance(value, str) and value.strip().lower() not in _UNKNOWN:
                return _encodable(" ".join(value[:_LONGEST_FIELD].split()))
    return None


def _authors(places: list[Mapping[str, Any]]) -> tuple[str, ...]:
    for place in places:
        for field in _AUTHOR_FIELDS:
            value = place.get(field)
            if isinstance(value, str):
                value = list(names_in(value)) or [value]
            if isinstance(value, Mapping):
                value = [value]
            if not isinstance(value, list):
                continue
            names = [item.get("name") if isinstance(item, Mapping) else item for item in value]
            kept = [
                _encodable(" ".join(name[:_LONGEST_FIELD].split()))
                for name in names[:100]
                if isinstance(name, str) and name.strip().lower() not in _UNKNOWN
            ]
            if kept:
                return tuple(dict.fromkeys(kept))
    return ()


def _is_id(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, int) and not isinstance(value, bool)


def _encodable(value: str) -> str:
    return without_surrogates(value)[0]


def _listed(fields: tuple[str, ...]) -> str:
    return " or ".join(f'"{field}"' for field in fields)
