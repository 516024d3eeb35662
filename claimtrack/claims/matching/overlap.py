"""How far two sequences overlap: n-grams, common subsequences, characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

Weigh = Callable[[str], float]


def grams(items: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    """Return the n-grams of a sequence with their counts."""
    return Counter(tuple(items[at : at + size]) for at in range(len(items) - size + 1))


def shares(
    first: Counter[tuple[str, ...]], second: Counter[tuple[str, ...]]
) -> tuple[float, float]:
    """Return how much of each side's n-grams the other side has, the smaller share first."""
    common = (first & second).total()
    one = common / first.total() if first else 0.0
    two = common / second.total() if second else 0.0
    return (one, two) if one <= two else (two, one)


def weighed_shares(
    first: Sequence[str], second: Sequence[str], weigh: Weigh
) -> tuple[float, float]:
    """Return :func:`shares` of single items, each counted by its weight."""
    one, two = Counter(first), Counter(second)
    common = sum(weigh(item) * times for item, times in (one & two).items())
    whole_one = sum(weigh(item) * times for item, times in one.items())
    whole_two = sum(weigh(item) * times for item, times in two.items())
    left = common / whole_one if whole_one else 0.0
    right = common / whole_two if whole_two else 0.0
    return (left, right) if left <= right else (right, left)


def common_subsequence(first: Sequence[str], second: Sequence[str], weigh: Weigh) -> float:
    """Return the weight of the heaviest common subsequence."""
    row = [0.0] * (len(second) + 1)
    for item in first:
        before = 0.0
        value = weigh(item)
        for place, other in enumerate(second, 1):
            above = row[place]
            if item == other:
                row[place] = before + value
            elif row[place - 1] > above:
                row[place] = row[place - 1]
            before = above
    return row[-1]


def common_run(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the length of the longest run of items that both sides have."""
    best = 0
    row = [0] * (len(second) + 1)
    for item in first:
        before = 0
        for place, other in enumerate(second, 1):
            above = row[place]
            row[place] = before + 1 if item == other else 0
            best = max(best, row[place])
            before = above
    return best


def edits(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many items must be put in, taken out or replaced to get from one to the other."""
    row = list(range(len(second) + 1))
    for count, item in enumerate(first, 1):
        before, row[0] = row[0], count
        for place, other in enumerate(second, 1):
            above = row[place]
            row[place] = min(above + 1, row[place - 1] + 1, before + (item != other))
            before = above
    return row[-1]


@lru_cache(maxsize=8192)
def character_grams(text: str, size: int) -> Counter[str]:
    """Return the character n-grams of a text whose words stand between single spaces."""
    return Counter(text[at : at + size] for at in range(len(text) - size + 1))


def cosine(first: Counter[str], second: Counter[str]) -> float:
    """Return the cosine of two counts."""
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    product = sum(times * large[item] for item, times in small.items() if item in large)
    norm = sum(t * t for t in first.values()) * sum(t * t for t in second.values())
    return float(product / norm**0.5) if norm else 0.0


@lru_cache(maxsize=65536)
def likeness(one: str, two: str) -> float:
    """Return how alike two words are in spelling, 0-1: the Dice share of their letter pairs."""
    if one == two:
        return 1.0
    if one[:1] != two[:1]:
        return 0.0
    first = Counter(one[at : at + 2] for at in range(len(one) - 1))
    second = Counter(two[at : at + 2] for at in range(len(two) - 1))
    whole = first.total() + second.total()
    return 2 * (first & second).total() / whole if whole else 0.0
