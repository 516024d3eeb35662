"""Where sentences end: Punkt's decisions, and on top of them what news needs.

A sentence ends after ``.``, ``?``, ``!`` or an ellipsis and the marks that close with it, if
what follows may begin another. Punkt decides on stops after abbreviations, initials and
numbers; the rules here know titles, states and months, stops with no space after them, list
numbers, ellipses, and brackets in mid-sentence. A paragraph's end always ends a sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from claimtrack.language import abbreviations, punkt

_STOPS = frozenset(".?!")
_BRACKETS = frozenset(")]}")
_OPENERS = frozenset("([{")
_CLOSERS = frozenset(
    {"”", '"', "''", "’", "'", "’’", "»", "›", "“", ")", "]", "}", "``", "*", ">>"}
)
_NO_START = frozenset(",;:)]}%—–―-&=+")
_LONGEST_BRACKET = 60
_PARTICLES = frozenset({"de", "da", "di", "van", "von", "der", "den", "al", "bin", "la", "le"})

LONGEST = 2_000
"""Tokens of the longest sentence; what seems longer has no ends that could be found."""


def split(
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
    words: list[str],
    first: int,
    stop: int,
    opening: Collection[int] = (),
) -> list[int]:
    """Return the end (exclusive) of each sentence among the tokens ``[first, stop)``.

    ``opening`` holds the tokens that open a quotation.
    """
    candidates = [
        index for index, word in enumerate(words[first:stop], first) if word[-1] in ".?!…"
    ]
    if not candidates:
        return [stop]
    paragraph = _Paragraph(text, starts, ends, words, stop, opening)
    paragraph.breaks = set(
        punkt.shipped().breaks(text, starts[first], ends[stop - 1])
        if any(len(words[index]) > 1 for index in candidates)
        else ()
    )
    inside = _asides(words, first, stop)
    cuts: list[int] = []
    begin = first
    for index in candidates:
        if index < begin or not _is_stop(words[index]):
            continue
        if words[index] == "." and first < index < stop - 1 and _leads(starts, ends, index):
            continue
        following = paragraph.closed(index)
        if following >= stop:
            break
        if (
            paragraph.ends_before(index, following)
            and paragraph.says_something(begin, index)
            and index not in inside
        ):
            cuts.append(following)
            begin = following
    cuts.append(stop)
    return cuts


def _leads(starts: Sequence[int], ends: Sequence[int], index: int) -> bool:
    """Tell the point of "the index .SPX" from a stop: it stands by the word behind it."""
    return starts[index] > ends[index - 1] and starts[index + 1] == ends[index]


def shorten(first: int, cuts: list[int]) -> list[int]:
    """Return the ends of sentences with more of them, where one has over ``LONGEST`` tokens."""
    if all(end - begin <= LONGEST for begin, end in pairwise((first, *cuts))):
        return cuts
    return [
        place
        for begin, end in pairwise((first, *cuts))
        for place in (*range(begin + LONGEST, end, LONGEST), end)
    ]


def _is_stop(word: str) -> bool:
    """Tell whether a sentence may end with this token: a stop, or a word that keeps its own."""
    last = word[-1]
    return last == "." or last == "…" or not word[0].isalnum()


def _asides(words: list[str], first: int, stop: int) -> frozenset[int]:
    """Return the tokens in brackets after which a sentence goes on in lower case."""
    if _OPENERS.isdisjoint(words[first:stop]):
        return frozenset()
    opened = -1
    found: list[int] = []
    for index, word in enumerate(words[first:stop], first):
        if word in _OPENERS:
            opened = index
        elif word in _BRACKETS and opened >= 0:
            after = words[index + 1] if index + 1 < stop else "."
            in_sentence = opened > first and words[opened - 1][-1] not in ".?!"
            goes_on = after[0].islower() or after[0] in ",;"
            if in_sentence and goes_on and index - opened <= _LONGEST_BRACKET:
                found += range(opened, index)
            opened = -1
    return frozenset(found)


class _Paragraph:
    """The tokens of one paragraph, and questions about them."""

    def __init__(
        self,
        text: str,
        starts: Sequence[int],
        ends: Sequence[int],
        words: list[str],
        stop: int,
        opening: Collection[int],
    ) -> None:
        self.text, self.starts, self.ends, self.words = text, starts, ends, words
        self.stop, self.opening = stop, opening
        self.breaks: set[int] = set()
        self.known = abbreviations.shipped()

    def closed(self, index: int) -> int:
        """Return the token after the stop at ``index`` and the marks that close with it."""
        words, starts, ends = self.words, self.starts, self.ends
        following = index + 1
        while following < self.stop:
            word = words[following]
            near = starts[following] == ends[following - 1]
            more = word in _STOPS or (near and word[0] in ".?!…" and not word[-1].isalnum())
            closes = word in _CLOSERS and following not in self.opening
            if not more and not (closes and (near or word in _BRACKETS or word == "”")):
                break
            following += 1
        return following

    def says_something(self, first: int, last: int) -> bool:
        """Tell whether a sentence is more than the number of a list's entry."""
        for index in range(first, min(last + 1, first + 4)):
            word = self.words[index]
            if len(word.rstrip(".")) > 1 and not word[0].isdigit() and word[0].isalnum():
                return True
            if word in ("?", "!"):
                return True
        return last - first >= 4

    def ends_before(self, index: int, following: int) -> bool:
        """Tell whether a sentence ends with the stop at ``index``, given what follows."""
        words = self.words
        word, after = words[index], words[following]
        quoted = following > index + 1
        if after[0] in _NO_START and not self._opens_list(following):
            return False
        start = self._start_word(following)
        if word[-1] == "…" or (word[-1] == "." and len(word) > 1 and not word[0].isalnum()):
            return start[0].isupper() or (start[0].isdigit() and quoted)
        if word[-1] in "?!":
            return not start[0].islower() and not (quoted and self._asks(following))
        if len(word) > 1:
            return self._ends_abbreviation(index, following, start)
        return self._ends_plain(index, following, start, quoted)

    def _start_word(self, following: int) -> str:
        """Return the first word of what follows, past marks that open something."""
        for index in range(following, min(self.stop, following + 4)):
            if self.words[index][0].isalnum():
                return self.words[index]
        return self.words[following]

    def _asks(self, following: int) -> bool:
        """Tell whether a name and a verb of saying follow: "Clark asked"."""
        for index in range(following, min(self.stop, following + 6)):
            word = self.words[index]
            if index > following and word in self.known.asking:
                return True
            if not word[0].isupper() and word not in _PARTICLES:
                return False
        return False

    def _opens_list(self, following: int) -> bool:
        """Tell whether a dash stands for a list's bullet: alone, before a capital."""
        return (
            self.words[following] in ("-", "–", "—", "*")
            and following + 1 < self.stop
            and self.words[following + 1][0].isupper()
            and "\n" in self.text[self.ends[following - 1] : self.starts[following]]
        )

    def _ends_plain(self, index: int, following: int, start: str, quoted: bool) -> bool:
        """Decide on a stop that is a token of its own."""
        before = self.words[index - 1] if index else "."
        adjacent = self.starts[following] == self.ends[following - 1]
        if adjacent and not quoted and not start[0].isupper():
            return False
        if start[0].islower():
            # "de Blasio" and "iPhone" begin sentences, what follows a quotation goes on.
            return not quoted and len(before) > 2 and before.isalpha()
        if start[0].isdigit():
            return self.known.groups.get(before.lower()) != "numbered"
        return True

    def _ends_abbreviation(self, index: int, following: int, start: str) -> bool:
        """Decide on a word that keeps its stop: "Sen.", "U.S.", "J.", "p.m."."""
        if not start[0].isupper():
            return start[0] in "“\"'‘«" and self.ends[index] in self.breaks
        bare = self.words[index][:-1]
        group = self.known.group(bare) if len(bare) > 1 else None
        if group in ("prefixes", "between"):
            return group == "prefixes" and self._is_state(index) and self._starter(start)
        if group == "times":
            return start.lower() not in self.known.zones
        if self._starter(start):
            return len(bare) > 1 or not self._name_before(index)
        if following > index + 1 and self.words[following - 1] not in _BRACKETS:
            return True
        if len(bare) == 1 and self._name_before(index):
            return False
        return (
            self.ends[index] in self.breaks
            and bare.lower() in punkt.shipped().abbreviations
            and group not in ("suffixes", "states", "months")
            and not (group == "initialisms" and self._opens_name(following))
        )

    def _opens_name(self, first: int) -> bool:
        """Tell whether a long name goes on: "the U.S. Food and Drug Administration"."""
        words = self.words[first : min(first + 4, self.stop)]
        capitals = [word[0].isupper() for word in words]
        if capitals[:3] != [True, False, True]:
            return False
        return words[1] in ("of", "for") or (words[1] in ("and", "&") and capitals[3:] == [True])

    def _starter(self, start: str) -> bool:
        return start.lower() in self.known.starters and (len(start) > 1 or start in "AI")

    def _is_state(self, index: int) -> bool:
        return index > 0 and self.words[index - 1] == ","

    def _name_before(self, index: int) -> bool:
        """Tell whether a name or another initial stands before an initial."""
        return index > 0 and self.words[index - 1][0].isupper()
