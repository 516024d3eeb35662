"""Articles that were found in an input and not read yet: a cheap pass finds, another one reads.

Finding only takes files, lines and records apart; reading decides what the article is. Whoever
reads with many processes finds with one and hands on what it found: all of it can be pickled.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading.options import ReadingOptions
from claimtrack.reading.records import article_of

MOST_PARTS = 1_500_000
"""Lists and objects of one piece of JSON: each may be two bytes, and takes a hundred in memory."""


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that is one article as a whole."""

    path: Path

    @property
    def where(self) -> str:
        """Return what messages call it."""
        return str(self.path)

    @property
    def size(self) -> int:
        """Return the number of bytes that are at hand: none."""
        return 0

    def read(self, options: ReadingOptions) -> Article:
        """Return the article; raises ``InputProblem`` where there is none."""
        from claimtrack.reading.registry import read_path  # it imports the readers, which use this

        for item in read_path(self.path, options=options):
            if isinstance(item, Article):
                return item
            raise item
        raise InputProblem(str(self.path), "there is no article in it", code="empty")


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """One record of a file of many: a line of JSON as bytes, or what the file has for it."""

    record: object
    where: str
    name: str
    source: str

    @property
    def size(self) -> int:
        """Return about how many bytes it holds."""
        if isinstance(self.record, bytes):
            return len(self.record)
        fields = self.record.values() if isinstance(self.record, Mapping) else ()
        return sum(len(value) for value in fields if isinstance(value, str))

    def read(self, options: ReadingOptions) -> Article:
        """Return the article; raises ``InputProblem`` where there is none."""
        record = self.record
        if isinstance(record, bytes):
            check_parts(record, self.where)
            try:
                record = json.loads(record)
            except (ValueError, RecursionError) as failure:
                message = f"is not JSON: {failure}"
                raise InputProblem(self.where, message, code="bad-row") from None
        return article_of(record, self.where, self.name, self.source, options)


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """One web page of an archive."""

    data: bytes
    where: str
    name: str
    url: str | None

    @property
    def size(self) -> int:
        """Return how many bytes it holds."""
        return len(self.data)

    def read(self, options: ReadingOptions) -> Article:
        """Return the article; raises ``InputProblem`` where there is none."""
        from claimtrack.reading.webpages import read_html

        return read_html(self.data, source=self.where, id=self.name, url=self.url)


Unread = UnreadFile | UnreadRow | UnreadPage


def check_parts(data: bytes, where: str) -> None:
    """Raise ``InputProblem`` for JSON of more lists and objects than fit into memory."""
    if data.count(b"{") + data.count(b"[") > MOST_PARTS:
        message = f"holds more than {MOST_PARTS:,} lists and objects"
        raise InputProblem(where, message, code="too-large")


def read_all(
    found: Iterable[Unread | InputProblem], options: ReadingOptions
) -> Iterator[Article | InputProblem]:
    """Read what was found, one by one; what cannot be read comes as its problem."""
    for item in found:
        if isinstance(item, InputProblem):
            yield item
            continue
        try:
            yield item.read(options)
        except InputProblem as problem:
            yield problem
