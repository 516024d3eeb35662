"""An article's tokens in plain sequences: quick to look at one by one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from claimtrack.language import TAGS, Document
from claimtrack.language.document import Sentence
from claimtrack.model import Article, Span

_PLACE = attrgetter("start", "end")


def in_order(spans: Iterable[Span]) -> list[Span]:
    """Return spans in the order of the text; their own comparison would cost five times as much."""
    return sorted(spans, key=_PLACE)


class Text:
    """A document whose labels are no arrays, its tags by name; the rest is the document's."""

    __slots__ = (
        "article",
        "document",
        "ends",
        "entities",
        "quote_depth",
        "relations",
        "sentence_of",
        "sentences",
        "starts",
        "tags",
        "words",
    )

    def __init__(self, document: Document) -> None:
        self.document = document
        self.article: Article = document.article
        self.words: tuple[str, ...] = document.words
        self.sentences: tuple[Sentence, ...] = document.sentences
        self.tags: list[str] = list(map(TAGS.__getitem__, document.tag_codes))
        # A list of numbers takes ten times the room of an array of them, and these are read-only.
        self.entities: Sequence[int] = document.entities.tobytes()
        self.relations: Sequence[int] = document.relations.tobytes()
        self.quote_depth: Sequence[int] = document.quote_depth.tobytes()
        self.sentence_of: Sequence[int] = document.sentence_of.data
        self.starts: Sequence[int] = document.starts.data
        self.ends: Sequence[int] = document.ends.data

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of the text that the tokens ``[first, last)`` cover."""
        return Span(self.starts[first], self.ends[last - 1])

    def text(self, first: int, last: int) -> str:
        """Return the text of the tokens ``[first, last)`` as it stands in the article."""
        return self.article.text[self.starts[first] : self.ends[last - 1]]

    def tokens_in(self, span: Span) -> tuple[int, int]:
        """Return the range ``[first, last)`` of the tokens that share text with ``span``."""
        first = bisect_right(self.ends, span.start)
        return first, bisect_left(self.starts, span.end, first)

    def sentence(self, token: int) -> Sentence:
        """Return the sentence that ``token`` stands in."""
        return self.sentences[self.sentence_of[token]]
