"""Counts of right and wrong marks of one article, as the PolNeAR scorer defines them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrack.model import Span

PARTS = ("source", "cue", "content")
_WORD = re.compile(r"\w")
_UNIMPORTANT = frozenset(
    """the a an of by in to and or 's ’s mr mr. mrs mrs. ms ms. dr. sen. rep. gov. president who
    that which""".split()
)
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Marks:
    """One attribution as spans of text, whoever marked it; ``group`` tells constructions apart."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """What was found, what of it is right, and what there was to find."""

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float | None:
        """Right ones of those found, 0-1; ``None`` when nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right ones of those there, 0-1; ``None`` when there was nothing to find."""
        return self.right / self.there if self.there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both, 0-1; ``None`` when there was nothing at all."""
        total = self.found + self.there
        return 2 * self.right / total if total else None


Counts = dict[str, Count]


@dataclass(frozen=True, slots=True)
class _Prepared:
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    name: frozenset[str]
    group: str


def count(
    text: str,
    sentences: Sequence[Sequence[Span]],
    gold: Iterable[Marks],
    found: Iterable[Marks],
) -> Counts:
    """Compare what was found in one article with gold; ``sentences`` hold the gold's tokens.

    Returns counts by figure: ``sentence_attributed``, ``sentence_right_source``,
    ``attribution_content50``, ``attribution_content50_and_source``, ``token_source`` …
    """
    tokens = [token for sentence in sentences for token in sentence]
    place = [number for number, sentence in enumerate(sentences) for _ in sentence]
    wanted, given = _prepare(text, tokens, gold), _prepare(text, tokens, found)
    counts = {f"token_{part}": _tokens(part, wanted, given) for part in PARTS}
    counts["token_micro"] = sum((counts[f"token_{part}"] for part in PARTS), Count())
    counts.update(_sentences(place, wanted, given))
    counts.update(_attributions(wanted, given))
    return counts


def _prepare(text: str, tokens: Sequence[Span], marks: Iterable[Marks]) -> list[_Prepared]:
    ends = [token.end for token in tokens]
    starts = [token.start for token in tokens]

    def inside(spans: Iterable[Span]) -> set[int]:
        chosen: set[int] = set()
        for span in spans:
            chosen.update(range(bisect_right(ends, span.start), bisect_left(starts, span.end)))
        return chosen

    def words(chosen: set[int]) -> frozenset[int]:
        return frozenset(number for number in chosen if _WORD.search(tokens[number].of(text)))

    prepared = []
    for mark in marks:
        source, content = words(inside(mark.source)), words(inside(mark.content))
        if content:
            name = frozenset(tokens[number].of(text).lower() for number in source) - _UNIMPORTANT
            cue = frozenset(inside(mark.cue))
            prepared.append(_Prepared(source, cue, content, name, mark.group))
    return prepared


def _tokens(part: str, wanted: Sequence[_Prepared], given: Sequence[_Prepared]) -> Count:
    there = frozenset().union(*(getattr(item, part) for item in wanted))
    found = frozenset().union(*(getattr(item, part) for item in given))
    return Count(len(there & found), len(found), len(there))


def _sentences(
    place: Sequence[int], wanted: Sequence[_Prepared], given: Sequence[_Prepared]
) -> Counts:
    there, found = _by_sentence(place, wanted), _by_sentence(place, given)
    both = there.keys() & found.keys()
    named = sum(
        any(_same_source(one, two) for one in there[number] for two in found[number])
        for number in both
    )
    return {
        "sentence_attributed": Count(len(both), len(found), len(there)),
        "sentence_right_source": Count(named, len(found), len(there)),
    }


def _by_sentence(place: Sequence[int], items: Sequence[_Prepared]) -> dict[int, list[_Prepared]]:
    grouped: dict[int, list[_Prepared]] = {}
    for item in items:
        for number in {place[token] for token in item.content}:
            grouped.setdefault(number, []).append(item)
    return grouped


def _same_source(one: _Prepared, two: _Prepared) -> bool:
    if not one.source and not two.source:
        return True
    return bool(one.source & two.source) or bool(one.name & two.name)


def _attributions(wanted: Sequence[_Prepared], given: Sequence[_Prepared]) -> Counts:
    matched = complete = 0
    groups: dict[str, Count] = {}
    used: set[int] = set()
    for one in wanted:
        best, chosen = 0.0, None
        for number, two in enumerate(given):
            shared = len(one.content & two.content)
            if number in used or not shared:
                continue
            likeness = 2 * shared / (len(one.content) + len(two.content))
            if likeness > best:
                best, chosen = likeness, number
        hit = False
        if chosen is not None and best >= _SAME:
            used.add(chosen)
            matched += 1
            two = given[chosen]
            hit = bool(one.source & two.source) or not (one.source or two.source)
            complete += hit
        if one.group:
            earlier = groups.get(f"construction: {one.group}", Count())
            groups[f"construction: {one.group}"] = earlier + Count(int(hit), 0, 1)
    return {
        "attribution_content50": Count(matched, len(given), len(wanted)),
        "attribution_content50_and_source": Count(complete, len(given), len(wanted)),
        **groups,
    }
