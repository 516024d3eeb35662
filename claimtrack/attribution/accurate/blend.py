"""Two opinions made one: what the linear models say of pairs and drafts, and what the network says.

Two small nets, learned on articles that neither had seen, weigh them. They need to know nothing of
words: only how sure each side is, and where the network's links point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimtrack import arrays
from claimtrack.attribution import labels
from claimtrack.attribution.accurate.links import CUE, NOWHERE, SOURCE, Links, joined
from claimtrack.attribution.accurate.settling import settle
from claimtrack.attribution.models.anchor_templates import Pairs
from claimtrack.attribution.models.candidates import Candidates, Scores
from claimtrack.attribution.models.decoding import Draft
from claimtrack.attribution.models.linear import log_softmax
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.models.view import Ints
from claimtrack.language import Document

Floats = NDArray[np.float32]

_LEAST = 1e-3
_LIKELY_SOURCE = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """A net of one hidden layer (rectified), and the means and scales of what it is given."""

    means: Floats
    scales: Floats
    hidden: Floats
    hidden_bias: Floats
    output: Floats
    output_bias: Floats

    def scores(self, given: Floats) -> Floats:
        """Return log-probabilities (rows, classes) for rows of features."""
        inner = (given - self.means) / self.scales @ self.hidden + self.hidden_bias
        return log_softmax(np.maximum(inner, 0) @ self.output + self.output_bias)

    def chance(self, given: Floats) -> Floats:
        """Return the probability of the second class for rows of features."""
        found: Floats = np.exp(self.scores(given)[:, 1])
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Nets:
    """What a token is to a cue; whether a draft stands, and whether its source is right too."""

    pairs: Net
    drafts: Net
    right: Net


@dataclass(frozen=True, slots=True, eq=False)
class Opinion:
    """What the network says of some documents side by side, and the nets that weigh it."""

    scores: Scores
    links: Links
    nets: Nets

    def pairs(self, candidates: Candidates, pairs: Pairs, said: Floats) -> Floats:
        """Return log-probabilities of each pair's part; ``said`` are the linear model's."""
        if not len(pairs.token):
            return said
        return self.nets.pairs.scores(self.pair_features(candidates, pairs, said))

    def judge(
        self, candidates: Candidates, drafts: Sequence[Draft], standing: Floats, right: Floats
    ) -> tuple[Floats, Floats]:
        """Return how likely each draft stands, and is right; given are the linear models' views."""
        if not drafts:
            return standing, right
        features = self.draft_features(candidates, drafts, standing, right)
        return self.nets.drafts.chance(features), self.nets.right.chance(features)

    def of(self, start: int, end: int) -> Opinion:
        """Return the opinion of the words ``[start, end)`` alone, one whole document."""
        return Opinion(self.scores[start:end], self.links.of(start, end), self.nets)

    def joined(self, parts: Sequence[Opinion]) -> Opinion:
        """Return the opinion of a whole document, given those of its parts in order."""
        scores = np.concatenate([part.scores for part in parts])
        return Opinion(scores, joined([part.links for part in parts]), self.nets)

    def settle(self, document: Document, readings: Sequence[Reading]) -> list[Reading]:
        """Return the readings of a document with their edges where the labels have them."""
        return settle(readings, self.scores, [item.last for item in document.sentences])

    def pair_features(self, candidates: Candidates, pairs: Pairs, said: Floats) -> Floats:
        """Return what the net for pairs is given, a row a pair."""
        source, cue, content = (
            labels.chance(self.scores, part) for part in (labels.SOURCE, labels.CUE, labels.CONTENT)
        )
        nothing = np.exp(self.scores[:, 0])
        token, mine = pairs.token, pairs.candidate
        first, last = candidates.first[mine], candidates.last[mine]
        head = candidates.head
        to_cue = self.links.shares(CUE, token, first, last)
        to_source = self._source_mass(_runs(source), head, pairs)
        nowhere = self.links.shares(SOURCE, head, NOWHERE, NOWHERE + 1)[mine]
        lost = self.links.shares(CUE, token, NOWHERE, NOWHERE + 1)
        gap = np.where(token < first, first - token, np.maximum(token - last + 1, 0))
        columns = (
            *said.T,
            *(np.log(part[token] + _LEAST) for part in (source, cue, content, nothing)),
            *(np.log(part + _LEAST) for part in (to_cue, to_source, nowhere, lost)),
            content[token] * to_cue,
            source[token] * to_source,
            cue[head][mine],
            token < first,
            token >= last,
            np.log1p(gap),
        )
        return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)

    def draft_features(
        self, candidates: Candidates, drafts: Sequence[Draft], standing: Floats, right: Floats
    ) -> Floats:
        """Return what the nets for drafts are given, a row a draft."""
        source, content = (
            labels.chance(self.scores, part) for part in (labels.SOURCE, labels.CONTENT)
        )
        rows = []
        for item in drafts:
            words = np.concatenate([np.arange(*piece) for piece in item.content])
            low, high = candidates.first[item.candidate], candidates.last[item.candidate]
            cues = self.links.shares(CUE, words, low, high)
            begin, end = item.source or (NOWHERE, NOWHERE + 1)
            votes = self.links.shares(SOURCE, words, begin, end)
            heads = np.array([item.head])
            rows.append(
                (
                    content[words].mean(),
                    content[words].min(),
                    cues.mean(),
                    self.links.shares(CUE, words, NOWHERE, NOWHERE + 1).mean(),
                    votes.mean(),
                    float(self.links.shares(SOURCE, heads, begin, end)[0]),
                    float(self.links.shares(SOURCE, heads, NOWHERE, NOWHERE + 1)[0]),
                    source[begin:end].mean() if item.source is not None else 0.0,
                    item.source is not None,
                    np.log(len(words)),
                    len(item.content),
                    item.support,
                    item.backing,
                    float(candidates.probability[item.candidate]),
                )
            )
        odds = (np.log((part + _LEAST) / (1 - part + _LEAST)) for part in (standing, right))
        return np.column_stack((np.array(rows, np.float32), *odds)).astype(np.float32)

    def _source_mass(self, runs: Ints, head: Ints, pairs: Pairs) -> Floats:
        """Return how much of what the cue's head points to lies in the token's likely source."""
        aims = self.links.targets[head, SOURCE]
        aimed = np.where(aims >= 0, runs[np.maximum(aims, 0)], -1)[pairs.candidate]
        own = runs[pairs.token][:, None]
        hit = np.where(own >= 0, aimed == own, aims[pairs.candidate] == pairs.token[:, None])
        mass: Floats = (self.links.probabilities[head, SOURCE][pairs.candidate] * hit).sum(axis=1)
        return mass


def _runs(source: Floats) -> Ints:
    """Return for each token the number of the stretch of likely source words it is in, or -1."""
    likely = source > _LIKELY_SOURCE
    begins = likely.copy()
    begins[1:] &= ~likely[:-1]
    return np.where(likely, np.cumsum(begins), -1)


def load(path: Path) -> Nets:
    """Read nets from a file of plain arrays; raises ``OSError``, ``ValueError`` or ``KeyError``."""
    stored = arrays.read(path)
    found = [
        Net(*(stored[f"{name}.{part}"] for part in Net.__dataclass_fields__))
        for name in Nets.__dataclass_fields__
    ]
    return Nets(*found)


def save(path: Path, nets: Nets) -> None:
    """Write nets beside ``path`` and move them there."""
    arrays.write(
        path,
        {
            f"{name}.{part}": getattr(getattr(nets, name), part)
            for name in Nets.__dataclass_fields__
            for part in Net.__dataclass_fields__
        },
    )
