"""What the second pass of the tagger sees: the first pass's tags around a token, as integer keys.

Each template turns a token's surroundings into one integer below its radix; a table then says
which row of weights the integer stands for. Training and use share this module, so that they
cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimtrack.language.labels import TAGS

REACH = 3
"""How far the windows of the contexts reach to each side."""

Ints = NDArray[np.int64]

_PAD = len(TAGS)
_BASE = len(TAGS) + 1


def _among(*names: str) -> NDArray[np.bool_]:
    return np.array([tag in names for tag in TAGS] + [False])


_VERBS = _among("VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD")
_NOUNS = _among("NN", "NNS", "NNP", "NNPS", "PRP")
_MARKERS = _among("IN", "WDT", "WP", "WP$", "WRB", "CC", ",", ":", "``", "''", "TO")
_SUBORDINATORS = _among("IN", "WDT", "WP", "WRB")
_COMMAS = _among(",", ":")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where tokens stand in their sentences.

    ``first`` and ``last`` bound each token's sentence; ``place`` is a token's index in an array
    with ``REACH`` pads before, between and after the sentences.
    """

    first: Ints
    last: Ints
    place: Ints
    padded: int

    def pad(self, values: Ints, pad: int) -> Ints:
        """Return ``values`` with pads between the sentences."""
        padded = np.full(self.padded, pad, np.int64)
        padded[self.place] = values
        return padded


def layout(firsts: Ints, lasts: Ints) -> Layout:
    """Return the layout of sentences ``[first, last)`` that follow one another without gaps."""
    lengths = lasts - firsts
    sentence = np.repeat(np.arange(len(lengths)), lengths)
    place = np.arange(len(sentence)) + REACH * (sentence + 1)
    return Layout(
        firsts[sentence], lasts[sentence], place, len(sentence) + REACH * (len(lengths) + 1)
    )


class Surroundings:
    """The tags and words around each token, worked out when a template first asks."""

    def __init__(self, spread: Layout, tags: Ints, words: Ints, word_count: int) -> None:
        self.spread = spread
        self.tags = tags
        self.words = words
        self.count = len(tags)
        self.here = np.arange(self.count)
        self._tags = spread.pad(tags, _PAD)
        self._words = spread.pad(words, 0)
        self.no_word = word_count
        self.verb_before = self._before(_VERBS)
        self.verb_after = self._after(_VERBS)
        self.marker_before = self._before(_MARKERS)
        self.noun_before = self._before(_NOUNS)
        self.noun_after = self._after(_NOUNS)
        self.subordinator_before = self._before(_SUBORDINATORS)
        total = np.concatenate(([0], np.cumsum(_VERBS[tags])))
        self.verbs_before = np.minimum(total[:-1] - total[spread.first], 4)
        self.verbs_after = np.minimum(total[spread.last] - total[1:], 4)
        commas = np.cumsum(_COMMAS[tags])
        self.commas_before = np.minimum(commas - commas[spread.first], 3)

    def tag(self, offset: int) -> Ints:
        """Return the tag ``offset`` tokens away."""
        return self._tags[self.spread.place + offset]

    def word(self, offset: int) -> Ints:
        """Return the word ``offset`` tokens away; 0 is a rare word or none."""
        return self._words[self.spread.place + offset]

    def tag_at(self, index: Ints) -> Ints:
        """Return the tags at ``index``, a pad where it is -1."""
        return np.asarray(np.where(index >= 0, self.tags[index], _PAD), np.int64)

    def word_at(self, index: Ints) -> Ints:
        """Return the words at ``index``, one past the last word where it is -1."""
        return np.asarray(np.where(index >= 0, self.words[index], self.no_word), np.int64)

    def _before(self, kind: NDArray[np.bool_]) -> Ints:
        """Return the index of the nearest token of a kind to the left, or -1."""
        if not self.count:
            return self.here
        last = np.maximum.accumulate(np.where(kind[self.tags], self.here, -1))
        nearest = np.concatenate(([-1], last[:-1]))
        found: Ints = np.where(nearest >= self.spread.first, nearest, -1)
        return found

    def _after(self, kind: NDArray[np.bool_]) -> Ints:
        """Return the index of the nearest token of a kind to the right, or -1."""
        if not self.count:
            return self.here
        marked = np.where(kind[self.tags], self.here, self.count)
        last = np.minimum.accumulate(marked[::-1])[::-1]
        nearest = np.concatenate((last[1:], [self.count]))
        found: Ints = np.where(nearest < self.spread.last, nearest, -1)
        return found


Template = Callable[[Surroundings], Ints]

_TAG2 = _BASE * _BASE
_TAG3 = _BASE * _BASE * _BASE


def _noun_order(s: Surroundings) -> Ints:
    before = (s.noun_before > s.verb_before) + 2 * (s.noun_before > s.marker_before)
    after = (s.noun_after < s.verb_after) + 2 * (s.noun_after >= 0) + 4 * (s.verb_after >= 0)
    order: Ints = (before * 2 + (s.noun_before >= 0)) * 8 + after
    return order


def _distance(s: Surroundings) -> Ints:
    left = np.where(s.verb_before >= 0, np.minimum(s.here - s.verb_before, 7), 0)
    right = np.where(s.verb_after >= 0, np.minimum(s.verb_after - s.here, 7), 0)
    return left * 8 + right


def _edges(s: Surroundings) -> Ints:
    start = np.minimum(s.here - s.spread.first, 3)
    end = np.minimum(s.spread.last - 1 - s.here, 3)
    place: Ints = (start * 4 + end) * 4 + s.commas_before
    return place


NEAR: tuple[tuple[int, bool, Template], ...] = (
    (_TAG2, False, lambda s: s.tag(-2) * _BASE + s.tag(-1)),
    (_TAG2, False, lambda s: s.tag(1) * _BASE + s.tag(2)),
    (_TAG2, False, lambda s: s.tag(-1) * _BASE + s.tag(0)),
    (_TAG2, False, lambda s: s.tag(0) * _BASE + s.tag(1)),
    (_TAG2, False, lambda s: s.tag(-1) * _BASE + s.tag(1)),
    (_TAG3, False, lambda s: (s.tag(-1) * _BASE + s.tag(0)) * _BASE + s.tag(1)),
    (_BASE, True, lambda s: s.word(0) * _BASE + s.tag(-1)),
    (_BASE, True, lambda s: s.word(0) * _BASE + s.tag(1)),
    (_BASE, True, lambda s: s.word(-1) * _BASE + s.tag(0)),
    (_BASE, True, lambda s: s.word(1) * _BASE + s.tag(0)),
)
"""Templates for every label: radix (times the words, if flagged) and key."""

FAR: tuple[tuple[int, bool, Template], ...] = (
    (_TAG2, False, lambda s: s.tag(-3) * _BASE + s.tag(3)),
    (_BASE, True, lambda s: s.word_at(s.verb_before) * _BASE + s.tag(0)),
    (_BASE, True, lambda s: s.word_at(s.verb_after) * _BASE + s.tag(0)),
    (
        _TAG3,
        False,
        lambda s: (s.tag_at(s.verb_after) * _BASE + s.tag(0)) * _BASE + s.tag_at(s.verb_before),
    ),
    (
        _BASE,
        True,
        lambda s: s.word_at(np.maximum(s.marker_before, s.verb_before)) * _BASE + s.tag(0),
    ),
    (_BASE, True, lambda s: s.word_at(s.marker_before) * _BASE + s.tag(0)),
    (
        _TAG3,
        False,
        lambda s: (s.tag_at(s.marker_before) * _BASE + s.tag_at(s.verb_before)) * _BASE + s.tag(0),
    ),
    (25 * _BASE, False, lambda s: (s.verbs_before * 5 + s.verbs_after) * _BASE + s.tag(0)),
    (_BASE, True, lambda s: s.word_at(s.subordinator_before) * _BASE + s.tag(0)),
    (
        10 * _BASE,
        False,
        lambda s: ((s.subordinator_before > s.verb_before) * 5 + s.verbs_before) * _BASE + s.tag(0),
    ),
    (64 * _BASE, False, lambda s: _noun_order(s) * _BASE + s.tag(0)),
    (64 * _BASE, False, lambda s: _distance(s) * _BASE + s.tag(0)),
    (64 * _BASE, False, lambda s: _edges(s) * _BASE + s.tag(0)),
)
"""Templates for dependency relations only: verbs, nouns and markers further away."""


def radixes(word_count: int) -> list[int]:
    """Return the number of keys of each template, those near first."""
    return [size * (word_count + 1) if lexical else size for size, lexical, _ in (*NEAR, *FAR)]


def keys(surroundings: Surroundings) -> list[Ints]:
    """Return each template's key for each token, those near first."""
    return [template(surroundings) for _, _, template in (*NEAR, *FAR)]
