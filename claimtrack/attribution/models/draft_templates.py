"""Features of a draft as a whole: would a careful reader call this an attribution?"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.labels import CONTENT, SOURCE, chance
from claimtrack.attribution.models.anchor_templates import ONE, level, running_sum
from claimtrack.attribution.models.candidates import Candidates, Scores
from claimtrack.attribution.models.decoding import Draft
from claimtrack.attribution.models.hashing import Codes, Columns, Sink
from claimtrack.attribution.models.token_templates import plain
from claimtrack.attribution.models.view import Ints, View, is_tag, near

COUNT = 52
"""How many templates there are: columns of ``table``."""


def table(
    view: View, scores: Scores, candidates: Candidates, drafts: Sequence[Draft]
) -> NDArray[np.int32]:
    """Return the feature indexes of all drafts: (templates, drafts)."""
    columns = Columns(len(drafts), COUNT)
    if drafts:
        _parts(columns, view, scores, candidates, drafts)
    return columns.table()


def _parts(
    columns: Sink,
    view: View,
    scores: Scores,
    candidates: Candidates,
    drafts: Sequence[Draft],
) -> None:
    heads = np.array([item.head for item in drafts], np.int64)
    number = np.array([item.candidate for item in drafts], np.int64)
    sure = plain(level(candidates.probability[number]))
    support = plain(level(np.array([item.support for item in drafts], np.float32)))
    backing = plain(level(np.array([item.backing for item in drafts], np.float32)))
    first = np.array([item.content[0][0] for item in drafts], np.int64)
    last = np.array([item.content[-1][1] for item in drafts], np.int64)
    size = plain(near(np.array([sum(b - a for a, b in item.content) for item in drafts])))
    source = np.array([item.source[1] - 1 if item.source else -1 for item in drafts], np.int64)
    source_first = np.array([item.source[0] if item.source else -1 for item in drafts], np.int64)
    order = plain(_order(drafts))
    stem, cluster, group = view.stem[heads], view.cluster[heads], plain(view.group[heads])
    tag, relation = plain(view.tag[heads]), plain(view.relation[heads])
    inside = plain(view.quote[first] > 0)
    opening, before = view.word[first], view.word[view.before[heads]]
    after = view.word[view.after[heads]]
    name = np.where(source >= 0, view.stem[source], 0)
    kind = np.where(source >= 0, plain(view.entity)[source], 0)
    source_tag = np.where(source >= 0, plain(view.tag)[source_first], 0)
    reach = plain(np.where(source >= 0, near(np.abs(source - heads)), -1))
    gap = plain(near(np.minimum(np.abs(first - heads), np.abs(last - heads))))
    own = plain(view.quote[heads] > 0)
    content_mean = plain(level(_mean(scores, CONTENT, first, last)))
    # The weights were learned with the article's first word in the place of a missing source.
    starts = np.array([start[0] for start in view.starts])
    opening_word = starts[np.searchsorted(starts, heads, side="right") - 1]
    spoken_first = np.where(source < 0, opening_word, source_first)
    spoken_last = np.where(source < 0, opening_word, source) + 1
    source_mean = plain(level(_mean(scores, SOURCE, spoken_first, spoken_last)))
    cue_size = plain(np.array([item.cue[1] - item.cue[0] for item in drafts]))
    others = plain(_others(view, candidates, number))
    opening_tag = plain(view.tag)[first]
    for codes in (
        (stem,),
        (stem, tag),
        (cluster, tag),
        (group, tag),
        (sure,),
        (support,),
        (backing,),
        (sure, support),
        (sure, backing),
        (support, backing),
        (size, inside),
        (stem, size),
        (stem, inside),
        (stem, order),
        (order, inside),
        (stem, after),
        (stem, before),
        (stem, opening),
        (group, opening_tag, tag),
        (name, stem),
        (name,),
        (kind, source_tag),
        (reach, gap, order),
        (gap, inside),
        (own, inside, support),
        (content_mean, support),
        (source_mean, backing),
        (content_mean, sure),
        (cue_size, tag),
        (others, sure),
        (others, support),
        (relation, tag),
        (relation, stem),
        (cluster, opening_tag),
        (kind, group),
        (plain(np.minimum(view.number[heads], 2)), tag, inside),
    ):
        columns.add(*codes)
    _context(columns, view, scores, drafts, heads)


def _context(
    columns: Sink, view: View, scores: Scores, drafts: Sequence[Draft], heads: Ints
) -> None:
    """Add what stands round the draft: its neighbours, its source elsewhere, its inner words."""
    first = np.array([item.content[0][0] for item in drafts], np.int64)
    last = np.array([item.content[-1][1] for item in drafts], np.int64)
    tag, stem = plain(view.tag), view.stem[heads]
    support = plain(level(np.array([item.support for item in drafts], np.float32)))
    head_tag, group = tag[heads], plain(view.group[heads])
    again = plain(_same_source(view, drafts))
    name = np.array([item.source[1] - 1 if item.source else 0 for item in drafts], np.int64)
    named = np.where(np.array([item.source is not None for item in drafts]), view.cluster[name], 0)
    before, after = _beside(view.sentence[heads], support)
    verbs = np.cumsum(is_tag(view.tag, "VBD", "VBZ", "VBP", "MD"))
    finite = plain(np.minimum(verbs[last - 1] - verbs[first] + is_tag(view.tag[first], "VB"), 2))
    means = plain(level(_mean(scores, CONTENT, view.first[heads], view.last[heads])))
    previous = view.before[view.first[heads]]
    earlier = plain(level(_mean(scores, CONTENT, view.first[previous], view.last[previous])))
    following = view.after[view.last[heads] - 1]
    later = plain(level(_mean(scores, CONTENT, view.first[following], view.last[following])))
    same = plain(view.paragraph[previous] == view.paragraph[heads])
    next_tag, previous_tag = tag[view.after[heads]], tag[view.before[heads]]
    end = view.word[view.after[last - 1]]
    for codes in (
        (again, support),
        (again, group),
        (named, group),
        (named, stem),
        (before, support),
        (after, support),
        (before, after, support),
        (finite, stem),
        (finite, group, head_tag),
        (finite, tag[first], head_tag),
        (means, support),
        (earlier, same, support),
        (later, support),
        (previous_tag, head_tag, next_tag),
        (tag[first], tag[view.after[first]], head_tag),
        (end, tag[last - 1], head_tag),
    ):
        columns.add(*codes)


def _same_source(view: View, drafts: Sequence[Draft]) -> Ints:
    """Count the other drafts of the document whose source ends with the same word, up to four."""
    starts = [start[0] for start in view.starts]
    words = [
        (bisect_right(starts, item.head), int(view.stem[item.source[1] - 1]) if item.source else 0)
        for item in drafts
    ]
    counts = Counter(words)
    found = [min(counts[word] - 1, 4) if word[1] else 5 for word in words]
    return np.array(found, np.int64)


def _beside(sentence: Ints, support: Codes) -> tuple[Codes, Codes]:
    """Return how likely the drafts before and after are, in the same sentence; 0 for none."""
    before, after = np.zeros(len(sentence), np.uint64), np.zeros(len(sentence), np.uint64)
    same = sentence[1:] == sentence[:-1]
    before[1:] = np.where(same, support[:-1], 0)
    after[:-1] = np.where(same, support[1:], 0)
    return before, after


def _order(drafts: Sequence[Draft]) -> Ints:
    """Say on which side of the cue source and content stand."""
    found = []
    for item in drafts:
        source = 0 if item.source is None else 1 if item.source[0] < item.head else 2
        sides = {a < item.head for a, _ in item.content}
        found.append(source * 3 + (2 if len(sides) == 2 else int(sides.pop())))
    return np.array(found, np.int64)


def _mean(scores: Scores, part: int, first: Ints, last: Ints) -> NDArray[np.float32]:
    running = np.concatenate(([0], running_sum(chance(scores, part))))
    mean: NDArray[np.float32] = (
        (running[last] - running[first]) / (np.maximum(last - first, 1) * ONE)
    ).astype(np.float32)
    return mean


def _others(view: View, candidates: Candidates, number: Ints) -> Ints:
    """Count the likely cues in the sentence of each draft, at most five."""
    likely = candidates.head[candidates.probability > 0.5]
    sentence = view.sentence[candidates.head[number]]
    counted = np.searchsorted(view.sentence[likely], sentence, side="right") - np.searchsorted(
        view.sentence[likely], sentence, side="left"
    )
    fewer: Ints = np.minimum(counted, 5)
    return fewer
