"""Long documents in stretches: the models look at one after the other, and forget it again.

What the models see of a token fills a few kilobytes, and none of it lies further off than the
sentences before and after. So a stretch is some whole paragraphs with two sentences more at either
end, which are looked at and not judged. What counts over an article counts over its stretch.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimtrack.language import Document, Quotation, Sentence

LENGTH = 16_384
"""Tokens of a stretch, about: no less but at the end, and no more than a paragraph more."""

_AROUND = 2
_LONGEST = 2 * LENGTH
"""Here a stretch ends in the middle of its paragraph."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Some sentences of a document and what stands round them, as a document of its own.

    The token ``place`` of ``document`` is the one at ``place + offset`` of the whole; those in
    ``[start, end)`` are the stretch itself.
    """

    document: Document
    offset: int
    start: int
    end: int


def stretches(document: Document) -> Iterator[Stretch]:
    """Cut a document into stretches, in the order of the text; together they are all of it."""
    sentences = document.sentences
    outer = [item for item in document.quotations if item.depth == 1]
    begin = 0
    for number, sentence in enumerate(sentences):
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        size = sentence.last - sentences[begin].first
        closes = following is None or following.paragraph != sentence.paragraph
        if following is None or size >= (LENGTH if closes else _LONGEST):
            low, high = max(begin - _AROUND, 0), min(number + 1 + _AROUND, len(sentences))
            part = _part(document, sentences[low:high], outer)
            offset = sentences[low].first
            yield Stretch(part, offset, sentences[begin].first - offset, sentence.last - offset)
            begin = number + 1


def _part(
    document: Document, sentences: Sequence[Sentence], outer: Sequence[Quotation]
) -> Document:
    """Return sentences of a document as a document, its tokens numbered from 0."""
    first, last = sentences[0].first, sentences[-1].last
    begin = int(document.sentence_of[first])
    low = bisect_right(outer, first, key=lambda item: item.last)
    high = bisect_left(outer, last, key=lambda item: item.first)
    return Document(
        article=document.article,
        starts=document.starts[first:last],
        ends=document.ends[first:last],
        words=document.words[first:last],
        sentences=tuple(
            replace(item, first=item.first - first, last=item.last - first) for item in sentences
        ),
        sentence_of=document.sentence_of[first:last] - begin,
        tags=document.tags[first:last],
        entities=document.entities[first:last],
        relations=document.relations[first:last],
        quotations=tuple(_within(item, first, last) for item in outer[low:high]),
        quote_depth=document.quote_depth[first:last],
    )


def _within(quotation: Quotation, first: int, last: int) -> Quotation:
    """Return as much of a quotation as stands among the tokens ``[first, last)``."""
    return replace(
        quotation,
        first=max(quotation.first, first) - first,
        last=min(quotation.last, last) - first,
        closed=quotation.closed and quotation.last <= last,
        continues=None,
    )
