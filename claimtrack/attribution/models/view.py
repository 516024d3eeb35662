"""Documents as integer arrays, one entry a token: what all templates draw on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution import lexicon, words
from claimtrack.attribution.outline import Outline
from claimtrack.language import TAGS, Document

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

QUOTE_OUTSIDE, QUOTE_OPENS, QUOTE_INSIDE, QUOTE_CLOSES = range(4)
_NEAR = np.array([1, 2, 3, 4, 5, 7, 10, 15, 25])


@dataclass(frozen=True, slots=True, eq=False)
class View(Outline):
    """Token codes and where each token stands, in one document or several side by side.

    Sentences, paragraphs and quotations are numbered through all documents; ``number`` counts a
    token's sentence within its own. ``before`` and ``after`` are a token's neighbours in its
    document, at its ends the token itself. ``starts`` says where each document starts, and the
    last one ends: token, sentence, paragraph, quotation.

    ``first`` and ``last`` are the bounds of a token's sentence. ``quote`` is the token's place in
    its outermost quotation, ``quotation`` the quotation's index (-1 outside). ``candidate`` marks
    words that may be cues; ``left`` and ``right`` give the nearest one in the sentence, or -1.
    ``nominal`` marks the words of noun phrases, ``phrase`` the first word of each.
    """

    stem: NDArray[np.uint64]
    suffix: NDArray[np.uint64]
    prefix: NDArray[np.uint64]
    case: NDArray[np.uint64]
    cluster: NDArray[np.uint64]
    tag: Ints
    entity: Ints
    relation: Ints
    sentence: Ints
    paragraph: Ints
    first: Ints
    last: Ints
    quote: Ints
    quote_size: Ints
    quotation: Ints
    strength: Ints
    candidate: Flags
    left: Ints
    right: Ints
    nominal: Flags
    phrase: Flags
    number: Ints
    before: Ints
    after: Ints
    starts: tuple[Starts, ...]

    def of(self, document: int) -> Outline:
        """Return the outline of one of the documents alone, its tokens numbered from 0."""
        if len(self.starts) == 2:
            return self
        token, sentence, paragraph, _ = self.starts[document]
        stop = self.starts[document + 1][0]
        return Outline(
            size=stop - token,
            word=self.word[token:stop],
            group=self.group[token:stop],
            tag=self.tag[token:stop],
            sentence=self.sentence[token:stop] - sentence,
            paragraph=self.paragraph[token:stop] - paragraph,
            first=self.first[token:stop] - token,
            last=self.last[token:stop] - token,
            quote=self.quote[token:stop],
        )


Starts = tuple[int, ...]


def view(documents: Sequence[Document], strengths: dict[str, int]) -> View:
    """Lay documents out as arrays; ``strengths`` are the learned strengths of cue stems."""
    starts = _starts(documents)
    tokens = np.array([start[0] for start in starts], np.int64)
    size = int(tokens[-1])
    spelled = [word for document in documents for word in document.words]
    word, stem, suffix, prefix, case, cluster, group = words.codes(spelled)
    firsts, lasts, paragraphs, sentence = _sentences(documents, starts)
    first, last = firsts[sentence], lasts[sentence]
    quote, quote_size, quotation = _quotations(documents, starts)
    tag = _joined([document.tags for document in documents])
    strength = _strengths([word for document in documents for word in document.lower], strengths)
    here = np.arange(size)
    owner = np.repeat(np.arange(len(documents)), np.diff(tokens))
    counted = np.array([start[1] for start in starts], np.int64)
    nominal, phrase = _phrases(tag, sentence)
    verb, noun = is_tag(tag, "VB"), is_tag(tag, "NN")
    known = (strength > 0) | ((group & _verb_groups()) > 0)
    candidate = (known & (verb | noun)) | (strength > 1)
    return View(
        size=size,
        word=word,
        stem=stem,
        suffix=suffix,
        prefix=prefix,
        case=case,
        cluster=cluster,
        group=group,
        tag=tag,
        entity=_joined([document.entities for document in documents]),
        relation=_joined([document.relations for document in documents]),
        sentence=sentence,
        paragraph=paragraphs[sentence],
        first=first,
        last=last,
        quote=quote,
        quote_size=quote_size,
        quotation=quotation,
        strength=strength,
        candidate=candidate,
        left=nearest_left(candidate, first),
        right=nearest_right(candidate, last),
        nominal=nominal,
        phrase=phrase,
        number=sentence - counted[owner],
        before=np.maximum(here - 1, tokens[owner]),
        after=np.minimum(here + 1, tokens[owner + 1] - 1),
        starts=starts,
    )


def _starts(documents: Sequence[Document]) -> tuple[Starts, ...]:
    found = [(0, 0, 0, 0)]
    for document in documents:
        token, sentence, paragraph, quotation = found[-1]
        last = document.sentences[-1].paragraph + 1 if document.sentences else 0
        found.append(
            (
                token + len(document),
                sentence + len(document.sentences),
                paragraph + last,
                quotation + len(document.quotations),
            )
        )
    return tuple(found)


def _joined(arrays: Sequence[NDArray[np.int8]]) -> Ints:
    return np.concatenate(arrays).astype(np.int64)


def _sentences(
    documents: Sequence[Document], starts: Sequence[Starts]
) -> tuple[Ints, Ints, Ints, Ints]:
    """Return each sentence's first token, its end and its paragraph; and each token's sentence."""
    rows = [
        (item.first + token, item.last + token, item.paragraph + paragraph)
        for document, (token, _, paragraph, _) in zip(documents, starts, strict=False)
        for item in document.sentences
    ]
    firsts, lasts, paragraphs = np.array(rows, np.int64).reshape(-1, 3).T
    return firsts, lasts, paragraphs, np.repeat(np.arange(len(rows)), lasts - firsts)


def is_tag(tag: NDArray[np.integer[Any]], *prefixes: str) -> Flags:
    """Mark the tokens whose part of speech begins with one of ``prefixes``."""
    wanted = np.array([name.startswith(prefixes) for name in TAGS])
    marks: Flags = wanted[tag]
    return marks


def is_word(view_or_words: NDArray[np.uint64], *listed: str) -> Flags:
    """Mark the tokens that are one of the lower-case words ``listed``."""
    marked = np.zeros(len(view_or_words), bool)
    for item in listed:
        marked |= view_or_words == _code(item)
    return marked


@cache
def _code(word: str) -> np.uint64:
    return np.uint64(words.code(word))


def nearest_left(marked: Flags, first: Ints) -> Ints:
    """Return for each token the nearest marked one before it in its sentence, or -1."""
    size = len(marked)
    places = np.where(marked, np.arange(size), -1)
    seen = np.maximum.accumulate(places) if size else places
    left = np.concatenate(([-1], seen[:-1]))[:size]
    left[left < first] = -1
    return left


def nearest_right(marked: Flags, last: Ints) -> Ints:
    """Return for each token the nearest marked one after it in its sentence, or -1."""
    size = len(marked)
    places = np.where(marked, np.arange(size), size + 1)
    seen = np.minimum.accumulate(places[::-1])[::-1] if size else places
    right = np.concatenate((seen[1:], [size + 1]))[:size]
    right[right >= last] = -1
    return right


def near(distance: Ints) -> Ints:
    """Return distances as a few steps: 0, 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-24, 25 and more."""
    return np.digitize(distance, _NEAR).astype(np.int64)


@cache
def _verb_groups() -> np.uint64:
    names = [group.name for group in lexicon.groups() if group.part in ("verb", "noun", "adverb")]
    return np.uint64(sum(lexicon.group_named(name) for name in names))


def _strengths(tokens: Sequence[str], strengths: dict[str, int]) -> Ints:
    grade = {item: strengths.get(lexicon.stem(item), 0) for item in set(tokens)}
    return np.fromiter(map(grade.__getitem__, tokens), np.int64, len(tokens))


def _phrases(tag: Ints, sentence: Ints) -> tuple[Flags, Flags]:
    """Mark the words of noun phrases (no prepositions within), and where each begins."""
    nominal = is_tag(tag, "NN", "DT", "PDT", "JJ", "PRP", "CD", "POS", "EX", "WP", "$", "#")
    opens = is_tag(tag, "DT", "PDT", "PRP", "EX", "WP") & ~np.roll(is_tag(tag, "PDT"), 1)
    goes_on = np.zeros(len(tag), bool)
    goes_on[1:] = nominal[:-1] & (sentence[1:] == sentence[:-1])
    return nominal, nominal & (opens | ~goes_on)


def _quotations(documents: Sequence[Document], starts: Sequence[Starts]) -> tuple[Ints, Ints, Ints]:
    size = starts[-1][0]
    place, length = np.zeros(size, np.int64), np.zeros(size, np.int64)
    owner = np.full(size, -1, np.int64)
    for document, (token, _, _, before) in zip(documents, starts, strict=False):
        for number, item in enumerate(document.quotations, before):
            if item.depth != 1 or item.first >= item.last:
                continue
            first, last = item.first + token, item.last + token
            place[first:last] = QUOTE_INSIDE
            place[first] = QUOTE_OPENS
            if item.closed:
                place[last - 1] = QUOTE_CLOSES
            length[first:last] = last - first - 1 - item.closed
            owner[first:last] = number
    return place, length, owner
