"""An article with its language: tokens, sentences, labels and quotations as stand-off arrays."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate, chain, pairwise

import numpy as np
from numpy.typing import NDArray

from claimtrack.errors import InputProblem
from claimtrack.language import quotations as quotation_marks
from claimtrack.language import sentences as sentence_ends
from claimtrack.language import surnames, tagger, tokens
from claimtrack.language.labels import CLASSES, TAGS
from claimtrack.language.quotations import Quotation
from claimtrack.model import Article, Notice, Section, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: code points ``[start, end)``, tokens ``[first, last)``, and where it stands."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    section: Section

    @property
    def span(self) -> Span:
        """The sentence's stretch of the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """An article's paragraphs as tokens with labels, sentences and quotations.

    All arrays have one entry a token. ``tags``, ``entities`` and ``relations`` are indexes into
    ``TAGS``, ``ENTITIES`` and ``RELATIONS``. ``quote_depth`` is 0 outside quotations; the marks
    count as inside. Sentences cover all tokens, in order, and never overlap.

    Arrays are for work on many tokens; ``lower``, :meth:`tag`, :meth:`quoted` and
    :meth:`sentence` are the quick way to look at one or a few.
    """

    article: Article
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    words: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    sentence_of: NDArray[np.int32]
    tags: NDArray[np.int8]
    entities: NDArray[np.int8]
    relations: NDArray[np.int8]
    quotations: tuple[Quotation, ...]
    quote_depth: NDArray[np.int8]
    lower: tuple[str, ...] = field(init=False, repr=False)
    """The words in lower case."""
    spoken: NDArray[np.bool_] = field(init=False, repr=False)
    """Whether a token has a letter or a digit: a word or a number, and not a mark."""
    tag_codes: bytes = field(init=False, repr=False)
    """``tags`` once more, quick to cut and to search."""
    _spoken: bytes = field(init=False, repr=False)
    _spoken_quoted: bytes = field(init=False, repr=False)
    _depths: bytes = field(init=False, repr=False)
    _starts: memoryview = field(init=False, repr=False)
    _ends: memoryview = field(init=False, repr=False)
    _sentence_of: memoryview = field(init=False, repr=False)
    _opens: tuple[int, ...] = field(init=False, repr=False)
    _closes: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        spoken = bytes(map(_speaks, self.words))
        flags = np.frombuffer(spoken, np.bool_)
        # One number of an array costs three times as much as one of bytes or of a view.
        for name, value in (
            ("lower", tuple(map(_lowered, self.words))),
            ("spoken", flags),
            ("_spoken", spoken),
            ("_spoken_quoted", (flags & (self.quote_depth > 0)).tobytes()),
            ("tag_codes", self.tags.tobytes()),
            ("_depths", self.quote_depth.tobytes()),
            ("_starts", self.starts.data),
            ("_ends", self.ends.data),
            ("_sentence_of", self.sentence_of.data),
            ("_opens", tuple(item.start for item in self.sentences)),
            ("_closes", tuple(item.end for item in self.sentences)),
        ):
            object.__setattr__(self, name, value)

    def __len__(self) -> int:
        return len(self.words)

    def tag(self, place: int) -> str:
        """Return the part of speech of a token."""
        return TAGS[self.tag_codes[place]]

    def entity(self, place: int) -> str:
        """Return the class of entity that a token belongs to, one of ``ENTITY_CLASSES`` or ""."""
        return CLASSES[int(self.entities[place])]

    def spoken_count(self, first: int, last: int) -> int:
        """Return how many of the tokens ``[first, last)`` are words or numbers."""
        return self._spoken.count(1, first, last)

    def quoted_count(self, first: int, last: int) -> int:
        """Return how many of the tokens ``[first, last)`` are words or numbers in quotations."""
        return self._spoken_quoted.count(1, first, last)

    def quoted(self, first: int, last: int) -> bool:
        """Tell whether any of the tokens ``[first, last)`` stands in a quotation."""
        return self._depths.count(0, first, last) < last - first

    def quoted_share(self, first: int, last: int) -> float:
        """Return the share of the tokens ``[first, last)`` that stand in quotations."""
        return (last - first - self._depths.count(0, first, last)) / (last - first)

    def sentence(self, place: int) -> Sentence:
        """Return the sentence that holds a token."""
        return self.sentences[self._sentence_of[place]]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of the text that the tokens ``[first, last)`` cover."""
        if first >= last:
            raise ValueError(f"no tokens: [{first}, {last})")
        return Span(self._starts[first], self._ends[last - 1])

    def text(self, first: int, last: int) -> str:
        """Return the text of the tokens ``[first, last)`` as it stands in the article."""
        return self.article.text[self._starts[first] : self._ends[last - 1]]

    def tokens_in(self, span: Span) -> tuple[int, int]:
        """Return the range ``[first, last)`` of the tokens that share a code point with ``span``.

        The range is empty (``first == last``) when there are none.
        """
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end, first)
        return (first, max(first, last))

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the code point ``offset``, if any."""
        index = bisect_right(self.sentences, offset, key=lambda item: item.start) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]

    def sentences_in(self, span: Span) -> tuple[int, int]:
        """Return the range ``[first, last)`` of the sentences that share text with ``span``."""
        first = bisect_right(self._closes, span.start)
        last = bisect_left(self._opens, span.end, first)
        return (first, max(first, last))


_KNOWN_WORDS = 50_000


@lru_cache(_KNOWN_WORDS)
def _lowered(word: str) -> str:
    lower = word.lower()
    return word if lower == word else lower  # most words need no second copy


@lru_cache(_KNOWN_WORDS)
def _speaks(word: str) -> bool:
    return any(map(str.isalnum, word))


@dataclass(frozen=True, slots=True)
class Division:
    """An article cut into tokens, quotations and sentences.

    ``bounds`` are the paragraphs' token ranges, ``depth`` is each token's depth of quotation, and
    ``notices`` tell where a limit cut something.
    """

    starts: array[int]
    ends: array[int]
    words: list[str]
    bounds: list[int]
    quotations: tuple[Quotation, ...]
    depth: NDArray[np.int8]
    sentences: tuple[Sentence, ...]
    notices: tuple[Notice, ...] = ()

    def edges(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the first token of each sentence, and the one after its last."""
        count = len(self.sentences)
        return (
            np.fromiter((item.first for item in self.sentences), np.int64, count),
            np.fromiter((item.last for item in self.sentences), np.int64, count),
        )


MOST_TOKENS = 2_500_000
MOST_SENTENCES = 120_000
"""What is made of an article must fit into memory, whatever its text is made of.

Ten million characters of news have three quarters of these tokens and two thirds of the sentences.
"""


def divide(article: Article) -> Division:
    """Find the tokens and sentences of an article's paragraphs.

    Raises ``InputProblem`` (code ``too-large``) past ``MOST_TOKENS`` or ``MOST_SENTENCES``.
    """
    text = article.text
    starts, ends = array("i"), array("i")
    words: list[str] = []
    bounds: list[int] = [0]
    for paragraph in article.paragraphs:
        tokens.tokenize(text, paragraph.span, starts, ends, words)
        bounds.append(len(words))
        if len(words) > MOST_TOKENS:
            raise _too_large(article, f"has more than {MOST_TOKENS:,} words and marks")
    quotations, depth = quotation_marks.find(text, starts, ends, words, bounds)
    opening = frozenset(quotation.first for quotation in quotations)
    sentences, notices = _sentences(article, starts, ends, words, bounds, opening)
    return Division(starts, ends, words, bounds, quotations, depth, sentences, notices)


def parse(article: Article) -> Document:
    """Find tokens, sentences, labels and quotations in an article's paragraphs."""
    return parse_all((article,))[0]


def parse_all(articles: Sequence[Article]) -> list[Document]:
    """Parse each article as if it stood alone; together it is quicker than one by one."""
    cuts = [divide(article) for article in articles]
    edges = [cut.edges() for cut in cuts]
    starts = [0, *accumulate(len(cut.words) for cut in cuts)]
    labels = tagger.shipped().label(
        list(chain.from_iterable(cut.words for cut in cuts)),
        np.concatenate([firsts + start for (firsts, _), start in zip(edges, starts, strict=False)]),
        np.concatenate([lasts + start for (_, lasts), start in zip(edges, starts, strict=False)]),
    )
    return [
        _document(article, cut, firsts, lasts, [part[start:end] for part in labels])
        for article, cut, (firsts, lasts), (start, end) in zip(
            articles, cuts, edges, pairwise(starts), strict=True
        )
    ]


def _document(
    article: Article,
    cut: Division,
    firsts: NDArray[np.int64],
    lasts: NDArray[np.int64],
    labels: Sequence[NDArray[np.int8]],
) -> Document:
    tags, entities, relations = labels
    surnames.restore(cut.words, firsts, tags, entities)
    sizes = lasts - firsts
    return Document(
        article=replace(article, notices=article.notices + cut.notices) if cut.notices else article,
        starts=np.frombuffer(cut.starts, np.int32),
        ends=np.frombuffer(cut.ends, np.int32),
        words=tuple(cut.words),
        sentences=cut.sentences,
        sentence_of=np.repeat(np.arange(len(sizes), dtype=np.int32), sizes),
        tags=tags,
        entities=entities,
        relations=relations,
        quotations=cut.quotations,
        quote_depth=cut.depth,
    )


def _sentences(
    article: Article,
    starts: array[int],
    ends: array[int],
    words: list[str],
    bounds: list[int],
    opening: frozenset[int],
) -> tuple[tuple[Sentence, ...], tuple[Notice, ...]]:
    sentences: list[Sentence] = []
    too_long = 0
    for index, paragraph in enumerate(article.paragraphs):
        first, stop = bounds[index], bounds[index + 1]
        if first == stop:
            continue
        found = sentence_ends.split(article.text, starts, ends, words, first, stop, opening)
        pieces = sentence_ends.shorten(first, found)
        too_long += len(pieces) > len(found)
        for last in pieces:
            sentences.append(
                Sentence(starts[first], ends[last - 1], first, last, index, paragraph.section)
            )
            first = last
        if len(sentences) > MOST_SENTENCES:
            raise _too_large(article, f"has more than {MOST_SENTENCES:,} sentences")
    if not too_long:
        return tuple(sentences), ()
    limit = sentence_ends.LONGEST
    message = f"{too_long} paragraph(s) with sentences of over {limit:,} words; these were cut"
    return tuple(sentences), (Notice("sentences-cut", message),)


def _too_large(article: Article, message: str) -> InputProblem:
    return InputProblem(article.source_file or article.id, message, code="too-large")
