"""Bytes to text: byte order marks, UTF-8, a reported fallback, and files that are no text."""

from __future__ import annotations

import codecs
import re

from claimtrack.errors import InputProblem
from claimtrack.model import Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_MAX_CONTROL_SHARE = 0.01
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf",
    b"SQLite format 3",
)  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes, source: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of ``data`` without its byte order mark, and what had to be guessed.

    Raises ``InputProblem`` for an empty input (code ``empty``) and one that is no text
    (``binary``).
    """
    if not data.strip():
        raise InputProblem(source, "is empty", code="empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, source)
    if _is_binary(data):
        raise InputProblem(source, "is a binary file, not text", code="binary")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as failure:
        # cp1252 leaves five bytes undefined: they become U+FFFD rather than an error.
        text = data.decode("cp1252", errors="replace")
        message = f"not valid UTF-8 (byte {failure.start}); read as Windows-1252"
        return text, (Notice("decoded-by-fallback", message),)


def without_surrogates(text: str) -> tuple[str, tuple[Notice, ...]]:
    """Put U+FFFD in place of lone surrogates, one for one, so that no offset moves."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        pass
    else:
        return text, ()
    clean, count = _SURROGATE.subn("\ufffd", text)
    message = f"{count} lone surrogate(s) replaced by U+FFFD; the text's length is unchanged"
    return clean, (Notice("surrogates-replaced", message),)


def _marked(body: bytes, encoding: str, source: str) -> tuple[str, tuple[Notice, ...]]:
    if not body.strip(b"\0\t\n\r "):
        raise InputProblem(source, "is empty", code="empty")
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError as failure:
        text = body.decode(encoding, errors="replace")
        message = f"not valid {encoding.upper()} (byte {failure.start}); bad bytes became U+FFFD"
        return text, (Notice("decoded-by-fallback", message),)


def _is_binary(data: bytes) -> bool:
    if data.startswith(_SIGNATURES):
        return True
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > _MAX_CONTROL_SHARE * len(sample) + 2
