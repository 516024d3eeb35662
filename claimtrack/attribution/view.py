"""A document as integer arrays, one entry a token: what all templates draw on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution import lexicon, words
from claimtrack.language import TAGS, Document

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

QUOTE_OUTSIDE, QUOTE_OPENS, QUOTE_INSIDE, QUOTE_CLOSES = range(4)
_NEAR = np.array([1, 2, 3, 4, 5, 7, 10, 15, 25])


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Token codes and where each token stands.

    ``first`` and ``last`` are the bounds of a token's sentence. ``quote`` is the token's place in
    its outermost quotation, ``quotation`` the quotation's index (-1 outside). ``candidate`` marks
    words that may be cues; ``left`` and ``right`` give the nearest one in the sentence, or -1.
    ``nominal`` marks the words of noun phrases, ``phrase`` the first word of each; ``spoken``
    marks tokens with a letter or digit.
    """

    size: int
    word: NDArray[np.uint64]
    stem: NDArray[np.uint64]
    suffix: NDArray[np.uint64]
    prefix: NDArray[np.uint64]
    case: NDArray[np.uint64]
    cluster: NDArray[np.uint64]
    group: NDArray[np.uint64]
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
    spoken: Flags


def view(document: Document, strengths: dict[str, int]) -> View:
    """Lay a document out as arrays; ``strengths`` are the learned strengths of cue stems."""
    size = len(document.words)
    word, stem, suffix, prefix, case, cluster, group, spoken = words.codes(document.words)
    firsts = np.array([item.first for item in document.sentences], np.int64)
    lasts = np.array([item.last for item in document.sentences], np.int64)
    paragraphs = np.array([item.paragraph for item in document.sentences], np.int64)
    sentence = document.sentence_of.astype(np.int64)
    first, last = firsts[sentence], lasts[sentence]
    quote, quote_size, quotation = _quotations(document)
    tag = document.tags.astype(np.int64)
    strength = _strengths(document.lower, strengths)
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
        entity=document.entities.astype(np.int64),
        relation=document.relations.astype(np.int64),
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
        spoken=spoken > 0,
    )


def is_tag(tag: Ints, *prefixes: str) -> Flags:
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


def _strengths(tokens: tuple[str, ...], strengths: dict[str, int]) -> Ints:
    grade = {item: strengths.get(lexicon.stem(item), 0) for item in set(tokens)}
    return np.fromiter(map(grade.__getitem__, tokens), np.int64, len(tokens))


def _phrases(tag: Ints, sentence: Ints) -> tuple[Flags, Flags]:
    """Mark the words of noun phrases (no prepositions within), and where each begins."""
    nominal = is_tag(tag, "NN", "DT", "PDT", "JJ", "PRP", "CD", "POS", "EX", "WP", "$", "#")
    opens = is_tag(tag, "DT", "PDT", "PRP", "EX", "WP") & ~np.roll(is_tag(tag, "PDT"), 1)
    goes_on = np.zeros(len(tag), bool)
    goes_on[1:] = nominal[:-1] & (sentence[1:] == sentence[:-1])
    return nominal, nominal & (opens | ~goes_on)


def _quotations(document: Document) -> tuple[Ints, Ints, Ints]:
    size = len(document.words)
    place, length = np.zeros(size, np.int64), np.zeros(size, np.int64)
    owner = np.full(size, -1, np.int64)
    for number, item in enumerate(document.quotations):
        if item.depth != 1 or item.first >= item.last:
            continue
        place[item.first : item.last] = QUOTE_INSIDE
        place[item.first] = QUOTE_OPENS
        if item.closed:
            place[item.last - 1] = QUOTE_CLOSES
        length[item.first : item.last] = item.last - item.first - 1 - item.closed
        owner[item.first : item.last] = number
    return place, length, owner
