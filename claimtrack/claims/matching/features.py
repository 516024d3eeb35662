"""What a pair of statements shows to the pair classifier: one row of named figures."""

from __future__ import annotations

from collections import Counter
from math import fsum

import numpy as np
from numpy.typing import NDArray

from claimtrack.claims.matching import conflicts, overlap
from claimtrack.claims.matching.frequency import weight
from claimtrack.claims.matching.lexicon import LEXICON
from claimtrack.claims.matching.wording import Wording


def row(first: Wording, second: Wording) -> dict[str, float]:
    """Return the figures of a pair; they are the same whichever side comes first."""
    figures: dict[str, float] = {}
    _grams(figures, first, second)
    _order(figures, first, second)
    _characters(figures, first, second)
    _rest(figures, first, second)
    _kinds(figures, first, second)
    _lengths(figures, first, second)
    return figures


def vector(first: Wording, second: Wording) -> NDArray[np.float64]:
    """Return :func:`row` as an array, in the order of the names."""
    return np.array(list(row(first, second).values()), dtype=np.float64)


def _both(figures: dict[str, float], name: str, pair: tuple[float, float]) -> None:
    low, high = pair
    figures[f"{name}_low"] = low
    figures[f"{name}_high"] = high
    figures[f"{name}_mean"] = 2 * low * high / (low + high) if low + high else 0.0


def _grams(figures: dict[str, float], first: Wording, second: Wording) -> None:
    for size in (1, 2, 3, 4):
        pair = overlap.shares(overlap.grams(first.words, size), overlap.grams(second.words, size))
        _both(figures, f"words{size}", pair)
    for size in (1, 2, 3):
        pair = overlap.shares(overlap.grams(first.stems, size), overlap.grams(second.stems, size))
        _both(figures, f"stems{size}", pair)
    for size in (1, 2):
        pair = overlap.shares(
            overlap.grams(first.content, size), overlap.grams(second.content, size)
        )
        _both(figures, f"content{size}", pair)
    _both(figures, "weighed", overlap.weighed_shares(first.stems, second.stems, weight))
    _both(
        figures,
        "weighed_content",
        overlap.weighed_shares(first.content, second.content, weight),
    )
    skips: list[Counter[tuple[str, ...]]] = [
        Counter(
            (left, right)
            for at, left in enumerate(side.content)
            for right in side.content[at + 1 : at + 5]
        )
        for side in (first, second)
    ]
    _both(figures, "skips", overlap.shares(skips[0], skips[1]))


def _order(figures: dict[str, float], first: Wording, second: Wording) -> None:
    short, long = sorted((max(len(first.stems), 1), max(len(second.stems), 1)))
    common = overlap.common_subsequence(first.stems, second.stems, lambda _: 1.0)
    figures["subsequence_low"] = common / long
    figures["subsequence_high"] = common / short
    heavy = overlap.common_subsequence(first.stems, second.stems, weight)
    wholes = sorted(sum(map(weight, side.stems)) or 1.0 for side in (first, second))
    figures["subsequence_weight_low"] = heavy / wholes[1]
    figures["subsequence_weight_high"] = heavy / wholes[0]
    figures["run"] = overlap.common_run(first.stems, second.stems)
    figures["run_share"] = figures["run"] / short
    figures["edits"] = overlap.edits(first.stems, second.stems)
    figures["edit_share"] = figures["edits"] / long
    shared = len(set(first.stems) & set(second.stems)) or 1
    figures["in_order"] = min(common / shared, 1.5)
    for name, cut in (("begin", slice(0, 4)), ("end", slice(-4, None))):
        left, right = set(first.stems[cut]), set(second.stems[cut])
        figures[name] = len(left & right) / 4


def _characters(figures: dict[str, float], first: Wording, second: Wording) -> None:
    one, two = " ".join(first.words), " ".join(second.words)
    for size in (3, 5):
        figures[f"characters{size}"] = overlap.cosine(
            overlap.character_grams(one, size), overlap.character_grams(two, size)
        )


def _rest(figures: dict[str, float], first: Wording, second: Wording) -> None:
    """What is left over on each side once the shared stems are taken away."""
    left = [item for item in dict.fromkeys(first.content) if item not in second.stems]
    right = [item for item in dict.fromkeys(second.content) if item not in first.stems]
    pairs = [(left, right), (right, left)]
    loose = sorted(
        sum(
            weight(item) * (1 - max((overlap.likeness(item, other) for other in others), default=0))
            for item in mine
        )
        for mine, others in pairs
    )
    figures["rest_low"], figures["rest_high"] = loose
    counts = sorted((len(left), len(right)))
    figures["rest_count_low"], figures["rest_count_high"] = float(counts[0]), float(counts[1])
    heaviest = sorted(max(map(weight, mine), default=0.0) for mine, _ in pairs)
    figures["rest_heaviest_low"], figures["rest_heaviest_high"] = heaviest
    figures["rest_reporting"] = float(sum(item in LEXICON.reporting for item in left + right))
    figures["shared_weight"] = fsum(map(weight, set(first.content) & set(second.content)))
    figures["shared_heaviest"] = max(
        map(weight, set(first.content) & set(second.content)), default=0.0
    )
    small = [set(side.stems) - set(side.content) for side in (first, second)]
    figures["function_words"] = len(small[0] & small[1]) / (len(small[0] | small[1]) or 1)


def _kinds(figures: dict[str, float], first: Wording, second: Wording) -> None:
    for name in ("names", "numbers", "dates"):
        left: frozenset[str] = getattr(first, name)
        right: frozenset[str] = getattr(second, name)
        common, either = len(left & right), len(left | right)
        figures[f"{name}_shared"] = float(common)
        figures[f"{name}_share"] = common / either if either else 1.0
        figures[f"{name}_low"], figures[f"{name}_high"] = (
            float(count) for count in sorted((len(left - right), len(right - left)))
        )
    figures["negations"] = float(abs(first.negations - second.negations))
    figures["hedges"] = float(abs(len(first.hedges) - len(second.hedges)))
    figures["quoted"] = float(first.quoted != second.quoted)
    figures["quoted_both"] = float(first.quoted and second.quoted)
    ways = [
        {LEXICON.directions[word] for word in side.words if word in LEXICON.directions}
        for side in (first, second)
    ]
    figures["directions"] = float(bool(ways[0] and ways[1] and not ways[0] & ways[1]))
    figures["opposites"] = float(
        any(LEXICON.opposites.get(item, frozenset()) & set(second.stems) for item in first.stems)
    )
    said = [any(item in ("say", "tell") for item in side.stems) for side in (first, second)]
    figures["said"] = float(said[0] != said[1])
    figures["said_both"] = float(all(said))
    found = [conflict.kind for conflict in conflicts.find(first, second)]
    for kind in ("number", "place", "negation"):
        figures[f"conflict_{kind}"] = float(found.count(kind))
    past = [sum(word.endswith("ed") for word in side.words) for side in (first, second)]
    figures["past"] = float(abs(past[0] - past[1]))
    future = ["will" in side.stems or "would" in side.stems for side in (first, second)]
    figures["future"] = float(future[0] != future[1])


def _lengths(figures: dict[str, float], first: Wording, second: Wording) -> None:
    for name in ("words", "content"):
        short, long = sorted((len(getattr(first, name)), len(getattr(second, name))))
        figures[f"length_{name}"] = float(long)
        figures[f"length_{name}_ratio"] = short / (long or 1)
        figures[f"length_{name}_difference"] = float(long - short)


def differences(first: Wording, second: Wording) -> tuple[str, ...]:
    """Return which words the two sides share and which they do not, as keys for learned weights.

    "=stem" stands for a shared stem, "!stem" for one that only one side has, "!one two" for a
    pair of neighbours that only one side has.
    """
    left, right = set(first.stems), set(second.stems)
    neighbours = set(zip(first.stems, first.stems[1:], strict=False)) ^ set(
        zip(second.stems, second.stems[1:], strict=False)
    )
    keys = [f"={item}" for item in left & right]
    keys += [f"!{item}" for item in left ^ right]
    keys += [f"!{one} {two}" for one, two in neighbours]
    return tuple(sorted(keys))
