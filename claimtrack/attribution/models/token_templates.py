"""Features of a token for the first pass: words round it, quotation state, the cues about it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.models.hashing import Codes, Columns, Sink
from claimtrack.attribution.models.view import (
    Flags,
    Ints,
    View,
    is_tag,
    is_word,
    near,
    nearest_left,
    nearest_right,
)

COUNT = 97
"""How many templates there are: columns of ``table``."""

_BREAKS = (",", ";", ":", "—", "-", "(", ")", "[", "]")


def table(view: View) -> NDArray[np.int32]:
    """Return the feature indexes of all tokens: (templates, tokens)."""
    columns = Columns(view.size, COUNT)
    fill(columns, view)
    return columns.table()


def fill(columns: Sink, view: View) -> None:
    """Give the feature columns of all tokens to a sink."""
    if view.size:
        _words(columns, view)
        _pairs(columns, view)
        _cues(columns, view)
        _verbs(columns, view)
        _places(columns, view)
        _sentences(columns, view)


def shift(codes: NDArray[np.generic], offset: int, view: View) -> Codes:
    """Return the codes of the tokens ``offset`` further on in their sentence, 0 past its ends."""
    size = len(codes)
    shifted = np.zeros(size, np.uint64)
    if offset > 0:
        same = view.sentence[offset:] == view.sentence[: max(size - offset, 0)]
        shifted[: max(size - offset, 0)] = np.where(same, codes[offset:].astype(np.uint64), 0)
    elif offset < 0:
        same = view.sentence[offset * -1 :] == view.sentence[:offset]
        shifted[-offset:] = np.where(same, codes[:offset].astype(np.uint64), 0)
    else:
        shifted = codes.astype(np.uint64)
    return shifted


def at(codes: NDArray[np.generic], places: Ints) -> Codes:
    """Return the codes at ``places``, 0 where there is none (-1)."""
    found: Codes = np.where(places >= 0, codes[places].astype(np.uint64), 0)
    return found


def plain(numbers: NDArray[np.generic]) -> Codes:
    """Return small numbers as codes; 0 stays apart from "none" by adding one."""
    return numbers.astype(np.uint64) + np.uint64(1)


def quote_state(view: View) -> Codes:
    """Return a token's place in its quotation together with the quotation's length."""
    return plain(view.quote * 4 + np.digitize(view.quote_size, [1, 4, 9]) * (view.quote > 0))


def _words(columns: Sink, view: View) -> None:
    for offset in range(-3, 4):
        columns.add(shift(view.word, offset, view))
    for offset in range(-2, 3):
        columns.add(shift(view.stem, offset, view))
    tag = plain(view.tag)
    for offset in range(-3, 4):
        columns.add(shift(tag, offset, view))
    for offset in range(-2, 3):
        columns.add(shift(view.cluster, offset, view))
    for offset in (-1, 0, 1):
        columns.add(shift(view.suffix, offset, view))
        columns.add(shift(view.case, offset, view))
        columns.add(shift(plain(view.relation), offset, view))
        columns.add(shift(plain(view.entity), offset, view))
        columns.add(shift(quote_state(view), offset, view))
    columns.add(view.prefix)


def _pairs(columns: Sink, view: View) -> None:
    word, stem, tag = view.word, view.stem, plain(view.tag)
    before, after = shift(tag, -1, view), shift(tag, 1, view)
    relation, state = plain(view.relation), quote_state(view)
    columns.add(shift(word, -1, view), word)
    columns.add(word, shift(word, 1, view))
    columns.add(before, tag)
    columns.add(tag, after)
    columns.add(shift(tag, -2, view), before, tag)
    columns.add(tag, after, shift(tag, 2, view))
    columns.add(before, tag, after)
    columns.add(stem, after)
    columns.add(stem, before)
    columns.add(shift(word, -1, view), tag, shift(word, 1, view))
    columns.add(stem, shift(stem, 1, view), shift(tag, 2, view))
    columns.add(shift(state, -1, view), state, shift(state, 1, view))
    columns.add(stem, plain(view.quote > 0))
    columns.add(tag, plain(view.quote))
    columns.add(relation, tag)
    columns.add(shift(relation, -1, view), relation, shift(relation, 1, view))
    columns.add(view.cluster, tag)
    columns.add(view.cluster, after)
    columns.add(shift(view.cluster, -1, view), view.cluster)
    for offset in (-1, 0, 1):
        columns.add(shift(plain(view.group), offset, view), tag)


def _cues(columns: Sink, view: View) -> None:
    here = np.arange(view.size)
    left, right = view.left, view.right
    stem_left, stem_right = at(view.stem, left), at(view.stem, right)
    tag, quoted = plain(view.tag), plain(view.quote > 0)
    far_left = plain(np.where(left >= 0, near(here - left), -1))
    far_right = plain(np.where(right >= 0, near(right - here), -1))
    strong_left, strong_right = at(view.strength + 1, left), at(view.strength + 1, right)
    columns.add(stem_left)
    columns.add(stem_right)
    columns.add(at(view.cluster, left), tag)
    columns.add(at(view.cluster, right), tag)
    columns.add(far_left, strong_left)
    columns.add(far_right, strong_right)
    columns.add(stem_left, tag)
    columns.add(stem_right, tag)
    columns.add(stem_left, quoted)
    columns.add(stem_right, quoted)
    columns.add(far_left, far_right)
    columns.add(stem_left, stem_right)
    commas = np.cumsum(is_word(view.word, ","), dtype=np.int64)
    openers = np.cumsum(is_word(view.word, "that", "whether", "if"), dtype=np.int64)
    path_left = plain(np.where(left >= 0, _between(left, here, commas, openers), -1))
    path_right = plain(np.where(right >= 0, _between(here, right, commas, openers), -1))
    columns.add(path_left, strong_left)
    columns.add(path_right, strong_right)
    columns.add(path_left, path_right)
    columns.add(path_left, stem_left)
    columns.add(path_right, stem_right)
    columns.add(path_left, quoted)
    columns.add(path_right, tag)


def _between(low: Ints, high: Ints, commas: Ints, openers: Ints) -> Ints:
    low, high = np.maximum(low, 0), np.maximum(high, 0)
    steps: Ints = np.minimum(commas[high] - commas[low], 2) * 3 + np.minimum(
        openers[high] - openers[low], 2
    )
    return steps


def _verbs(columns: Sink, view: View) -> None:
    verb = is_tag(view.tag, "VB")
    left, right = nearest_left(verb, view.first), nearest_right(verb, view.last)
    tag = plain(view.tag)
    columns.add(at(view.stem, left), tag)
    columns.add(at(view.stem, right), tag)
    columns.add(at(view.stem, left), at(view.stem, right))
    columns.add(at(tag, left), at(tag, right), tag)


def _places(columns: Sink, view: View) -> None:
    here = np.arange(view.size)
    breaks = is_word(view.word, *_BREAKS)
    left, right = nearest_left(breaks, view.first), nearest_right(breaks, view.last)
    tag = plain(view.tag)
    columns.add(plain(np.minimum(here - view.first, 4)), tag)
    columns.add(plain(np.minimum(view.last - here, 4)), view.word[view.last - 1])
    columns.add(at(view.word, left), plain(np.where(left >= 0, near(here - left), -1)))
    columns.add(at(view.word, right), plain(np.where(right >= 0, near(right - here), -1)))


def _sentences(columns: Sink, view: View) -> None:
    cues = np.minimum(_count(view.candidate, view), 4)
    quoted = _count(view.quote > 0, view)
    share = np.where(quoted == 0, 0, np.where(quoted >= view.last - view.first - 1, 2, 1))
    summary = share * 6 + cues + 1
    before = np.maximum(view.first - 1, 0)
    goes_on = (view.first > 0) & (view.paragraph[before] == view.paragraph)
    after = np.minimum(view.last, view.size - 1)
    goes_further = (view.last < view.size) & (view.paragraph[after] == view.paragraph)
    previous = plain(np.where(goes_on, summary[before], 0))
    following = plain(np.where(goes_further, summary[after], 0))
    opening = plain(np.minimum(view.number, 2))
    tag, quote = plain(view.tag), plain(view.quote)
    columns.add(plain(summary))
    columns.add(previous, plain(summary))
    columns.add(following, plain(share))
    columns.add(previous, tag, quote)
    columns.add(plain(share), quote_state(view), plain(cues > 0))
    columns.add(opening, tag)
    columns.add(opening, plain(summary))
    columns.add(view.stem, opening)


def _count(marked: Flags, view: View) -> Ints:
    running = np.cumsum(marked)
    before = np.where(view.first > 0, running[np.maximum(view.first - 1, 0)], 0)
    counted: Ints = running[view.last - 1] - before
    return counted
