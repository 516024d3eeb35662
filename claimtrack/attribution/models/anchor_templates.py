"""Features of a token as seen from one candidate cue: is it that cue's source, or its content?

One row stands for a pair of a candidate and a token of its sentence, so that the question "whose
words are these?" is asked once for each cue, as in semantic role labelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.labels import CONTENT, SOURCE
from claimtrack.attribution.models.candidates import Candidates, Scores
from claimtrack.attribution.models.hashing import Codes, Columns, Sink
from claimtrack.attribution.models.token_templates import at, plain, shift
from claimtrack.attribution.models.view import Flags, Ints, View, is_tag, is_word, near

COUNT = 74
"""How many templates there are: columns of ``table``."""

REACH = 80
"""A cue's source and content are looked for this many tokens either way, within its sentence."""

BEFORE, AFTER, WITHIN = range(3)
_LEVELS = np.array([0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95])


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of a candidate cue and a token near it, candidate by candidate.

    The pairs of the ``k``-th candidate among them are ``[bounds[k], bounds[k + 1])``.
    """

    candidate: Ints
    token: Ints
    bounds: Ints


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What the templates share: each pair's side, distance, and what stands between."""

    side: Codes
    distance: Ints
    far: Codes
    first: Ints
    last: Ints
    head: Ints
    token: Ints
    low: Ints
    high: Ints
    commas: Codes
    marks: Codes
    verbs: Codes
    openers: Codes
    breaks: Codes
    links: Codes
    cues: Codes
    phrases: Codes
    blocks: Codes


def pair(candidates: Candidates, view: View) -> Pairs:
    """Return the pairs of each candidate with the tokens of its sentence, ``REACH`` either way."""
    return _pair(*_reach(candidates, view), 0)


def pairs(candidates: Candidates, view: View) -> Iterator[Pairs]:
    """Yield the same pairs, some candidates' at a time: no more than fit into little memory."""
    first, last = _reach(candidates, view)
    batch = np.cumsum(last - first) // _AT_ONCE
    starts = [*np.flatnonzero(np.diff(batch, prepend=-1)).tolist(), len(candidates)]
    for low, high in pairwise(starts):
        yield _pair(first[low:high], last[low:high], low)


_AT_ONCE = 1 << 18


def _reach(candidates: Candidates, view: View) -> tuple[Ints, Ints]:
    head = candidates.head
    first = np.maximum(view.first[head], head - REACH)
    return first, np.minimum(view.last[head], head + REACH + 1)


def _pair(first: Ints, last: Ints, number: int) -> Pairs:
    """Pair the candidates from ``number`` on with the tokens ``[first, last)``."""
    bounds = np.concatenate(([0], np.cumsum(last - first))).astype(np.int64)
    candidate = np.repeat(np.arange(len(first)), last - first)
    token = np.arange(bounds[-1]) - bounds[candidate] + first[candidate]
    return Pairs(candidate + number if number else candidate, token, bounds)


def table(view: View, scores: Scores, candidates: Candidates, pairs: Pairs) -> NDArray[np.int32]:
    """Return the feature indexes of all pairs: (templates, pairs)."""
    columns = Columns(len(pairs.token), COUNT)
    fill(columns, view, scores, candidates, pairs)
    return columns.table()


def fill(columns: Sink, view: View, scores: Scores, candidates: Candidates, pairs: Pairs) -> None:
    """Give the feature columns of all pairs to a sink."""
    if len(pairs.token):
        seen = _look(view, candidates, pairs)
        _distances(columns, view, seen)
        _tokens(columns, view, seen)
        _scores(columns, view, scores, seen)
        _surroundings(columns, view, seen)
        _neighbours(columns, view, candidates, pairs, seen)
        _relations(columns, view, seen)


def level(probability: NDArray[np.float32]) -> Ints:
    """Return probabilities as nine levels."""
    return np.digitize(probability, _LEVELS).astype(np.int64)


ONE = 1 << 32
"""What a probability of 1 counts in a :func:`running_sum`."""


def running_sum(chances: NDArray[np.float32]) -> Ints:
    """Return the running sum of probabilities, in whole numbers.

    So the sum of a stretch is the same wherever it stands; rounding would not let it.
    """
    return np.cumsum(np.rint(chances.astype(np.float64) * ONE).astype(np.int64))


def _look(view: View, candidates: Candidates, pairs: Pairs) -> _Seen:
    first, last = candidates.first[pairs.candidate], candidates.last[pairs.candidate]
    token = pairs.token
    side = np.where(token < first, BEFORE, np.where(token >= last, AFTER, WITHIN))
    low = np.where(side == BEFORE, token, last - 1)
    high = np.maximum(low, np.where(side == BEFORE, first - 1, token - 1))

    def between(marked: Flags) -> Codes:
        running = np.cumsum(marked)
        return plain(np.minimum(np.maximum(running[high] - running[low], 0), 3))

    distance = np.where(side == BEFORE, first - token, np.where(side == AFTER, token - last + 1, 0))
    begins = np.zeros(view.size, bool)
    begins[candidates.first] = True
    word = view.word
    return _Seen(
        side=plain(side),
        distance=distance,
        far=plain(near(distance)),
        first=first,
        last=last,
        head=candidates.head[pairs.candidate],
        token=token,
        low=low,
        high=high,
        commas=between(is_word(word, ",")),
        marks=between((view.quote == 1) | (view.quote == 3)),
        verbs=between(is_tag(view.tag, "VBD", "VBP", "VBZ", "MD")),
        openers=between(is_word(word, "that", "whether", "if", "how", "why", "what")),
        breaks=between(is_word(word, ";", "—", ":", "(", ")")),
        links=between(is_word(word, *_LINKS)),
        cues=between(begins),
        phrases=between(view.phrase),
        blocks=between(~(view.nominal | is_tag(view.tag, "IN", "TO"))),
    )


_LINKS = ("who", "which", "when", "while", "as", "after", "before", "because", "but", "and")


def _distances(columns: Sink, view: View, seen: _Seen) -> None:
    side, far, stem = seen.side, seen.far, view.stem[seen.head]
    quoted = plain(view.quote > 0)[seen.token]
    crossed = seen.commas * np.uint64(8) + seen.marks
    columns.add(side, far)
    columns.add(side, far, stem)
    columns.add(side, stem, crossed)
    columns.add(side, crossed, seen.openers, seen.verbs)
    columns.add(side, seen.openers, stem, quoted)
    columns.add(side, seen.cues, far)
    columns.add(side, seen.cues, seen.verbs, seen.commas)
    columns.add(side, seen.cues, seen.links, seen.verbs)
    columns.add(side, seen.breaks, seen.commas, seen.verbs)
    columns.add(side, stem, seen.verbs, seen.commas, seen.links)


def _tokens(columns: Sink, view: View, seen: _Seen) -> None:
    side, token, stem = seen.side, seen.token, view.stem[seen.head]
    tag = plain(view.tag)
    before, here, after = shift(tag, -1, view)[token], tag[token], shift(tag, 1, view)[token]
    columns.add(side, here, seen.far)
    columns.add(side, view.word[token])
    columns.add(side, view.stem[token], stem)
    columns.add(side, here, before, after)
    columns.add(side, after, here, shift(view.word, 1, view)[token])
    columns.add(side, shift(view.word, -1, view)[token], here)
    columns.add(side, shift(tag, -2, view)[token], before, here)
    columns.add(side, view.cluster[token], seen.far)
    columns.add(side, view.cluster[token], view.cluster[seen.head])
    columns.add(side, plain(view.entity)[token], seen.commas, seen.cues)


def _scores(columns: Sink, view: View, scores: Scores, seen: _Seen) -> None:
    side, token = seen.side, seen.token
    chance = np.exp(scores)
    source = chance[:, SOURCE] + chance[:, SOURCE + 1]
    content = chance[:, CONTENT] + chance[:, CONTENT + 1]
    sources, contents = plain(level(source)), plain(level(content))
    others, cues = plain(level(chance[:, 0])), plain(level(1 - chance[:, 0] - source - content))
    crossed = seen.commas * np.uint64(8) + seen.marks
    columns.add(side, sources[token])
    columns.add(side, contents[token])
    columns.add(side, cues[token])
    columns.add(side, others[token])
    columns.add(side, sources[token], seen.cues)
    columns.add(side, contents[token], seen.cues, crossed)
    for levels in (sources, contents):
        columns.add(
            side, levels[token], shift(levels, -1, view)[token], shift(levels, 1, view)[token]
        )
        columns.add(side, levels[token], seen.far)
    sure = cues[seen.head]
    columns.add(side, sure, seen.cues)
    columns.add(side, sure, contents[token])
    columns.add(side, sure, sources[token])
    size = np.maximum(seen.high - seen.low, 1)
    for chances, levels in ((content, contents), (source, sources)):
        running = running_sum(chances)
        mean = ((running[seen.high] - running[seen.low]) / (size * ONE)).astype(np.float32)
        step = plain(np.minimum(seen.distance, 5)) if levels is sources else np.uint64(1)
        columns.add(side, plain(level(mean)), levels[token] * np.uint64(16) + step)


def _surroundings(columns: Sink, view: View, seen: _Seen) -> None:
    side, token, head = seen.side, seen.token, seen.head
    stem = view.stem[head]
    tag = plain(view.tag)
    after, before = view.after[seen.last - 1], view.before[seen.first]
    next_word, previous_word = view.word[after], view.word[before]
    quoted, anchor = plain(view.quote > 0)[token], plain(view.quote > 0)[head]
    crossed = seen.commas * np.uint64(8) + seen.marks
    columns.add(side, stem, next_word, quoted)
    columns.add(side, next_word, tag[before], seen.commas)
    columns.add(side, previous_word, next_word, crossed)
    columns.add(side, tag[head], tag[after], tag[before])
    columns.add(side, tag[head], tag[after], tag[token])
    columns.add(side, tag[head], tag[before], tag[token], seen.commas)
    columns.add(side, stem, tag[after], seen.commas, seen.openers)
    columns.add(side, quoted, anchor, seen.marks)
    columns.add(side, quoted, anchor, crossed, next_word)
    columns.add(side, quoted, seen.far, tag[head])
    toward = np.where(seen.side == BEFORE + 1, view.after[token], view.before[token])
    columns.add(side, tag[toward], tag[token], seen.commas, seen.verbs)
    columns.add(side, plain(np.minimum(seen.distance, 5)), tag[token], tag[toward])
    second = view.after[after]
    columns.add(side, next_word, view.word[second], seen.commas, quoted)


def _neighbours(
    columns: Sink, view: View, candidates: Candidates, pairs: Pairs, seen: _Seen
) -> None:
    side, token, head = seen.side, seen.token, seen.head
    number = np.arange(len(candidates))
    sentence = view.sentence[candidates.head]
    same = np.zeros(len(candidates), bool)
    same[1:] = sentence[1:] == sentence[:-1]
    previous = np.where(same, number - 1, -1)
    following = np.where(np.append(same[1:], False), number + 1, -1)
    stems = view.stem[candidates.head]
    levels = plain(level(candidates.probability))
    mine = pairs.candidate
    columns.add(side, at(stems, previous)[mine], seen.cues)
    columns.add(side, at(stems, following)[mine], seen.cues)
    columns.add(side, at(levels, previous)[mine], at(levels, following)[mine], seen.cues)
    tag, stem = plain(view.tag)[token], view.stem[head]
    columns.add(side, plain(np.minimum(token - view.first[head], 3)), tag)
    columns.add(side, plain(np.minimum(view.last[head] - token, 3)), tag)
    ahead, behind = near(seen.first - view.first[head]), near(view.last[head] - seen.last)
    columns.add(side, plain(ahead), plain(behind))
    columns.add(side, stem, plain(behind), seen.commas)
    columns.add(side, stem)
    columns.add(side, stem, tag, plain(view.tag)[head])
    columns.add(side, stem, tag, seen.cues)


def _relations(columns: Sink, view: View, seen: _Seen) -> None:
    side, token, head = seen.side, seen.token, seen.head
    relation, tag = plain(view.relation), plain(view.tag)
    columns.add(side, relation[token], seen.far)
    columns.add(side, relation[token], relation[head], seen.cues)
    columns.add(side, relation[token], view.stem[head])
    columns.add(side, relation[token], tag[token], seen.commas)
    columns.add(side, relation[token], plain(view.group)[head], seen.cues)
    columns.add(side, view.cluster[head], seen.far, seen.commas)
    columns.add(side, view.cluster[head], tag[token], seen.cues)
    subject = shift(relation, -1, view)[token]
    columns.add(side, subject, relation[token], shift(relation, 1, view)[token])
    columns.add(side, plain(view.group)[head], seen.far)
    columns.add(side, plain(view.group)[head], seen.commas, seen.marks, tag[token])
    columns.add(side, seen.marks, plain(view.quote)[token], seen.far)
    nominal = plain(view.nominal)[token]
    columns.add(side, nominal, seen.phrases, seen.blocks)
    columns.add(side, seen.phrases, seen.blocks, tag[token])
    columns.add(side, seen.phrases, seen.blocks, plain(view.group)[head])
    columns.add(side, nominal, seen.phrases, seen.blocks, view.cluster[head])
    columns.add(side, nominal, seen.blocks, seen.marks, tag[head])
