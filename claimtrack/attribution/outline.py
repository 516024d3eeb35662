"""What the rules see of a whole document as arrays: a small part of what the models see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution import words
from claimtrack.language import Document

_AT_ONCE = 65_536


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Token codes and where each token stands, for the rules; one entry a token.

    ``first`` and ``last`` are the bounds of a token's sentence; ``quote`` is 0 outside quotations.
    """

    size: int
    word: NDArray[np.uint64]
    group: NDArray[np.uint64]
    tag: NDArray[np.integer[Any]]
    sentence: NDArray[np.integer[Any]]
    paragraph: NDArray[np.integer[Any]]
    first: NDArray[np.integer[Any]]
    last: NDArray[np.integer[Any]]
    quote: NDArray[np.integer[Any]]


def outline(document: Document) -> Outline:
    """Return the outline of a long document, in the smallest numbers that hold it."""
    size = len(document)
    word, group = np.empty(size, np.uint64), np.empty(size, np.uint64)
    for begin in range(0, size, _AT_ONCE):
        end = min(size, begin + _AT_ONCE)
        codes = words.codes(document.words[begin:end])
        word[begin:end] = codes[words.COLUMNS.index("word")]
        group[begin:end] = codes[words.COLUMNS.index("group")]
    rows = ((item.first, item.last, item.paragraph) for item in document.sentences)
    places = np.array([*rows], np.int32).reshape(-1, 3)[document.sentence_of]
    return Outline(
        size=size,
        word=word,
        group=group,
        tag=document.tags,
        sentence=document.sentence_of,
        paragraph=np.ascontiguousarray(places[:, 2]),
        first=np.ascontiguousarray(places[:, 0]),
        last=np.ascontiguousarray(places[:, 1]),
        quote=document.quote_depth,
    )
