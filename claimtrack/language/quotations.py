"""Quotations: which mark opens, which closes, and how they nest over paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, with the marks.

    ``start`` and ``end`` are code points, ``first`` and ``last`` tokens (half-open). ``depth`` is
    1 for the outermost. ``closed`` tells whether a closing mark was found; an unclosed quotation
    ends with its paragraph. ``continues`` is the index of the quotation in an earlier paragraph
    that this one carries on with a reopened mark.
    """

    start: int
    end: int
    first: int
    last: int
    depth: int
    closed: bool
    continues: int | None = None


_DOUBLE_OPEN = frozenset({"“", "„", "‟", "``", "‘‘", ",,"})
_DOUBLE_CLOSE = frozenset({"”", "’’"})
_DOUBLE_EITHER = frozenset({'"', "''", "＂"})
_DOUBLE = _DOUBLE_OPEN | _DOUBLE_CLOSE | _DOUBLE_EITHER
_ANGLE = frozenset({"«", "»", "<<", ">>"})
_SINGLE = frozenset({"'", "’", "‘", "‚", "‹", "›"})
MARKS = _DOUBLE | _ANGLE | _SINGLE
"""Tokens that may be quotation marks."""

_OPENING_CONTEXT = frozenset("([{—–-/“„«‘\"'`_*:,=|>")
_CLOSING_CONTEXT = frozenset(".,;:!?)]}—–-/”»’\"'_*…|<")


@dataclass(slots=True)
class _Open:
    """A quotation that waits for its closing mark."""

    record: int
    family: str
    mark: str


@dataclass(slots=True)
class _Record:
    """A quotation under construction."""

    first: int
    last: int
    closed: bool = False
    dropped: bool = False
    continues: int | None = None


def find(
    text: str, starts: Sequence[int], ends: Sequence[int], words: list[str], bounds: list[int]
) -> tuple[tuple[Quotation, ...], NDArray[np.int8]]:
    """Return the quotations in the order of their starts, and each token's depth.

    ``bounds`` holds the token range of paragraph ``i`` in ``bounds[i]`` and ``bounds[i + 1]``.
    """
    records: list[_Record] = []
    carried: _Open | None = None
    marks = [index for index, word in enumerate(words) if word in MARKS]
    position = 0
    for paragraph in range(len(bounds) - 1):
        first, last = bounds[paragraph], bounds[paragraph + 1]
        if first == last:
            continue
        begin = position
        while position < len(marks) and marks[position] < last:
            position += 1
        if begin == position:
            carried = None
            continue
        scan = _Paragraph(text, starts, ends, words, first, last, records, carried)
        scan.reopened = last < len(words) and words[last] == "‘"
        carried = scan.run(marks[begin:position])
    return _finish(records, starts, ends, len(words))


class _Paragraph:
    """Matches the marks of one paragraph."""

    def __init__(
        self,
        text: str,
        starts: Sequence[int],
        ends: Sequence[int],
        words: list[str],
        first: int,
        last: int,
        records: list[_Record],
        carried: _Open | None,
    ) -> None:
        self.text, self.starts, self.ends, self.words = text, starts, ends, words
        self.first, self.last, self.records, self.carried = first, last, records, carried
        self.stack: list[_Open] = []
        self.base = len(records)
        self.reopened = False
        self.low, self.high = starts[first], ends[last - 1]

    def run(self, marks: list[int]) -> _Open | None:
        """Match ``marks``; return the quotation that a next paragraph may carry on."""
        singles_left = sum(1 for mark in marks if self._closes_single(mark))
        doubles_left = sum(1 for mark in marks if self.words[mark] in _DOUBLE)
        for mark in marks:
            word = self.words[mark]
            if word in _SINGLE:
                singles_left -= self._closes_single(mark)
                self._single(mark, word, singles_left)
            elif word in _ANGLE:
                self._angle(mark, word)
            else:
                doubles_left -= 1
                self._double(mark, word, doubles_left)
        return self._end()

    def _before(self, mark: int) -> str:
        start = self.starts[mark]
        return self.text[start - 1] if start > self.low else " "

    def _after(self, mark: int) -> str:
        end = self.ends[mark]
        return self.text[end] if end < self.high else " "

    def _can_open(self, mark: int) -> bool:
        before, after = self._before(mark), self._after(mark)
        return (before.isspace() or before in _OPENING_CONTEXT) and not after.isspace()

    def _can_close(self, mark: int) -> bool:
        before, after = self._before(mark), self._after(mark)
        return (after.isspace() or after in _CLOSING_CONTEXT) and not before.isspace()

    def _closes_single(self, mark: int) -> bool:
        word = self.words[mark]
        return (
            word in "'’›" and not self._before(mark).isspace() and not self._after(mark).isalnum()
        )

    def _open(self, mark: int, family: str, word: str) -> None:
        record = _Record(mark, self.last)
        if self.carried is not None and mark == self.first and family == self.carried.family:
            record.continues = self.carried.record
        self.stack.append(_Open(len(self.records), family, word))
        self.records.append(record)

    def _close(self, mark: int, family: str) -> bool:
        """Close the innermost open quotation of ``family``; what is open inside it goes."""
        for level in range(len(self.stack) - 1, max(-1, len(self.stack) - 5), -1):
            if self.stack[level].family == family:
                for inner in self.stack[level + 1 :]:
                    self.records[inner.record].dropped = True
                record = self.records[self.stack[level].record]
                record.last, record.closed = mark + 1, True
                del self.stack[level:]
                return True
        return False

    def _close_carried(self, mark: int) -> None:
        """Close a quotation that runs on from the paragraph before with no reopened mark.

        Only the paragraph's first mark can do so; a stray one elsewhere closes nothing.
        """
        carried = self.carried
        if carried is not None and carried.family == "double" and len(self.records) == self.base:
            self.records.append(_Record(self.first, mark + 1, True, False, carried.record))

    def _innermost(self, family: str) -> _Open | None:
        for entry in reversed(self.stack[-4:]):
            if entry.family == family:
                return entry
        return None

    def _double(self, mark: int, word: str, left: int) -> None:
        current = self._innermost("double")
        can_open, can_close = self._can_open(mark), self._can_close(mark)
        if word in _DOUBLE_EITHER:
            if self._measure(mark, current is not None, left):
                return
            if current is None:
                if can_open or not can_close:
                    self._open(mark, "double", word)
                else:
                    self._close_carried(mark)
            elif can_open and not can_close:
                self._abandon(current, mark)
                self._open(mark, "double", word)
            else:
                self._close(mark, "double")
        elif word in _DOUBLE_OPEN:
            low = current is not None and current.mark in ("„", ",,")
            if current is not None and word == "“" and (low or not can_open):
                self._close(mark, "double")
            elif can_open or not can_close:
                self._open(mark, "double", word)
        elif not self._close(mark, "double"):
            if can_open and not can_close:
                self._open(mark, "double", word)
            else:
                self._close_carried(mark)

    def _measure(self, mark: int, is_open: bool, left: int) -> bool:
        """Tell whether a mark after a digit stands for inches or seconds."""
        if not self._before(mark).isdigit():
            return False
        if not is_open:
            return True
        start = self.starts[mark]
        window = self.text[max(self.low, start - 4) : start].rstrip("0123456789")
        if window[-1:] in ("'", "’", "′"):
            return True
        after = self.text[self.ends[mark] : min(self.high, self.ends[mark] + 2)]
        return left % 2 == 1 and after[:1] in (" ", "-") and after[1:].islower()

    def _angle(self, mark: int, word: str) -> None:
        opens = word in ("«", "<<")
        current = self._innermost("angle")
        if current is None:
            if opens or (self._can_open(mark) and not self._can_close(mark)):
                self._open(mark, "angle", word)
        elif opens == (current.mark in ("«", "<<")) and self._can_open(mark):
            self._open(mark, "angle", word)
        else:
            self._close(mark, "angle")

    def _single(self, mark: int, word: str, closers_left: int) -> None:
        current = self._innermost("single")
        if current is not None and self._closes_single(mark):
            before = self._before(mark)
            following = self.text[self.ends[mark] : min(self.high, self.ends[mark] + 2)]
            possessive = (
                before in "sSzx"
                and closers_left > 0
                and following[:1] == " "
                and following[1:].islower()
            )
            if not possessive:
                self._close(mark, "single")
            return
        opens = word in "‘‚‹" or word == "'"
        runs_on = self.reopened and word == "‘" and not self.stack
        if opens and current is None and (closers_left or runs_on) and self._can_open(mark):
            before = self._before(mark)
            if self._after(mark).isalnum() or word != "'" or not before.isspace():
                self._open(mark, "single", word)

    def _abandon(self, entry: _Open, mark: int) -> None:
        """End an open quotation before ``mark``, where another of its kind begins."""
        level = self.stack.index(entry)
        for inner in self.stack[level + 1 :]:
            self.records[inner.record].dropped = True
        del self.stack[level:]
        self.records[entry.record].last = mark

    def _end(self) -> _Open | None:
        """Settle what is still open at the paragraph's end."""
        carried: _Open | None = None
        for entry in self.stack:
            record = self.records[entry.record]
            if entry.family == "single" and not (self.reopened and entry is self.stack[0]):
                record.dropped = True
                continue
            follower = entry.record + 1
            while follower < len(self.records) and self.records[follower].dropped:
                follower += 1
            nested = (
                follower < len(self.records)
                and self.words[self.records[follower].first] in _DOUBLE | _ANGLE
            )
            if nested:
                record.last = self.records[follower].first
            else:
                carried = entry
        return carried


def _finish(
    records: list[_Record], starts: Sequence[int], ends: Sequence[int], count: int
) -> tuple[tuple[Quotation, ...], NDArray[np.int8]]:
    """Number the quotations that stay, and count each token's depth."""
    change = np.zeros(count + 1, np.int64)
    found: list[Quotation] = []
    numbers: dict[int, int] = {}
    open_until: list[int] = []
    for index, record in enumerate(records):
        if record.dropped or record.last <= record.first:
            continue
        while open_until and open_until[-1] <= record.first:
            open_until.pop()
        open_until.append(record.last)
        numbers[index] = len(found)
        change[record.first] += 1
        change[record.last] -= 1
        continues = None if record.continues is None else numbers.get(record.continues)
        found.append(
            Quotation(
                starts[record.first],
                ends[record.last - 1],
                record.first,
                record.last,
                len(open_until),
                record.closed,
                continues,
            )
        )
    depth = np.minimum(np.cumsum(change[:-1]), 127).astype(np.int8)
    return tuple(found), depth
