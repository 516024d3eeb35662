"""What the models make of candidate cues: drafts of attributions, and how likely each is one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.engine import Opinion
from claimtrack.attribution.models import anchor_templates, candidates, decoding, draft_templates
from claimtrack.attribution.models.candidates import Candidates, Scores
from claimtrack.attribution.models.decoding import Draft
from claimtrack.attribution.models.view import View
from claimtrack.attribution.models.weights import Weights


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Drafts in the order of the text, how likely each stands and is right, and its features."""

    drafts: list[Draft]
    standing: NDArray[np.float32]
    right: NDArray[np.float32]
    features: NDArray[np.int32]

    def of(self, start: int, end: int, origin: int | None = None) -> Judged:
        """Return those among the tokens ``[start, end)``, counted from ``origin`` (``start``)."""
        by = -(start if origin is None else origin)
        low = bisect_left(self.drafts, start, key=lambda item: item.head)
        high = bisect_left(self.drafts, end, key=lambda item: item.head)
        return Judged(
            [item.moved(by) for item in self.drafts[low:high]] if by else self.drafts[low:high],
            self.standing[low:high],
            self.right[low:high],
            self.features[:, low:high],
        )

    @classmethod
    def joined(cls, parts: Sequence[Judged]) -> Judged:
        """Return the drafts of several stretches as those of one document."""
        drafts = chain.from_iterable(part.drafts for part in parts)
        return cls(
            [replace(item, candidate=number) for number, item in enumerate(drafts)],
            np.concatenate([part.standing for part in parts]),
            np.concatenate([part.right for part in parts]),
            np.concatenate([part.features for part in parts], axis=1),
        )


def judge(seen: View, scores: Scores, weights: Weights, opinion: Opinion | None) -> Judged:
    """Draft what each candidate cue would be as an attribution, and judge the drafts."""
    cues = candidates.find(scores, seen)
    drafts = _drafts(seen, scores, cues, weights, opinion)
    features = draft_templates.table(seen, scores, cues, drafts)
    standing, right = np.zeros((2, len(drafts)), np.float32)
    if drafts:
        standing = np.exp(weights.drafts.scores(features)[:, 1])
        right = np.exp(weights.right.scores(features)[:, 1])
    if opinion is not None:
        standing, right = opinion.judge(cues, drafts, standing, right)
    return Judged(drafts, standing, right, features)


def _drafts(
    seen: View, scores: Scores, cues: Candidates, weights: Weights, opinion: Opinion | None
) -> list[Draft]:
    """Return a draft for each candidate cue that may have content."""
    found: list[Draft] = []
    for pairs in anchor_templates.pairs(cues, seen):
        sums = weights.pairs.sums(len(pairs.token))
        anchor_templates.fill(sums, seen, scores, cues, pairs)
        said = sums.scores()
        if opinion is not None:
            said = opinion.pairs(cues, pairs, said)
        chosen = decoding.parts(said, pairs, weights.transitions)
        found += decoding.drafts(said, pairs, cues, chosen)
    return found
