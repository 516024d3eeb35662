"""Text that went through the wrong hands: bytes read as another encoding, entities left in it.

Only whole files are mended, and the article says so in a notice; a text that comes in a record
has offsets that others count by, and stays as it is.
"""

from __future__ import annotations

import re

from claimtrack.model import Notice
from claimtrack.reading.decoding import decode

_MISREAD = re.compile("[\u00c2\u00c3\u00e2\u00c5\u00d0\u00d1\u00e3][\u0080-\u00bf\u0152-\u2122]")
"""UTF-8 read as Windows-1252 or Latin-1: "â€™" for an apostrophe, "Ã©" for an accent."""

_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});")


def decoded(data: bytes, source: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a file's bytes, decoded and mended, and what was done.

    Raises ``InputProblem``, as ``decode`` does.
    """
    text, notices = decode(data, source)
    text, repairs = mended(text)
    return text, notices + repairs


def mended(text: str) -> tuple[str, tuple[Notice, ...]]:
    """Return a text with misread characters and entities put right, and what was done."""
    notices: list[Notice] = []
    if _MISREAD.search(text) is not None:
        found = _reread(text)
        if found != text:
            text = found
            notices.append(Notice("encoding-mended", "UTF-8 that was read as something else"))
    if _ENTITY.search(text) is not None:
        from html import unescape  # a table of two thousand names, rarely needed

        found = _ENTITY.sub(lambda match: unescape(match[0]), text)
        if found != text:
            text = found
            notices.append(Notice("entities-decoded", "entities of HTML stood in the text"))
    return text, tuple(notices)


def _reread(text: str) -> str:
    """Return the text with each line as it was meant, where it is clear what was meant."""
    import ftfy  # rarely needed

    return "".join(
        ftfy.fix_encoding(line) if _MISREAD.search(line) is not None else line
        for line in text.splitlines(keepends=True)
    )
