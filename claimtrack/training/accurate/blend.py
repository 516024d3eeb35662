"""Learns the nets that weigh the network's opinion against the linear models'.

The articles that they learn from must be new to both, or each would look surer than it is.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from claimtrack.attribution.accurate.blend import Floats, Net, Nets, Opinion
from claimtrack.attribution.accurate.engine import Reading
from claimtrack.attribution.models import anchor_templates, candidates, decoding, draft_templates
from claimtrack.attribution.models.candidates import Candidates, Scores
from claimtrack.attribution.models.decoding import Draft
from claimtrack.attribution.models.view import View, view
from claimtrack.attribution.models.weights import Weights
from claimtrack.language import Document
from claimtrack.training import gold
from claimtrack.training.attribution import judge
from claimtrack.training.examples import Example

FOLDS = 5
PAIR_UNITS = 24
DRAFT_UNITS = 12
PASSES = 12
MEMBERS = 5

_EMPTY = Net(*(np.zeros(0, np.float32) for _ in Net.__dataclass_fields__))
_NO_NETS = Nets(_EMPTY, _EMPTY, _EMPTY)


class Reader(Protocol):
    """What says labels and links of documents: the network, or what stands for it in a test."""

    def read(self, documents: tuple[Document, ...]) -> Reading:
        """Return scores and links together."""


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """One article with what both sides say of its pairs."""

    example: Example
    seen: View
    scores: Scores
    opinion: Opinion
    cues: Candidates
    pairs: anchor_templates.Pairs
    owner: NDArray[np.int64]
    given: Floats
    parts: NDArray[np.int8]


def fit(
    examples: Sequence[Example],
    engine: Reader,
    linear: Weights,
    *,
    log: Callable[[str], None] = print,
) -> Nets:
    """Learn the nets from annotated articles that neither ``engine`` nor ``linear`` has seen."""
    cases = [_case(example, engine, linear) for example in examples]
    log(f"pairs: {sum(len(case.parts) for case in cases)} rows")
    pairs, said = _cross(
        [case.given for case in cases], [case.parts for case in cases], units=PAIR_UNITS
    )
    tables, real, right = [], [], []
    for case, scores in zip(cases, said, strict=True):
        drafts = _drafts(case, scores, linear)
        judged = [judge(draft, case.owner, case.example.marked) for draft in drafts]
        tables.append(_draft_table(case, drafts, linear))
        real.append(np.array([one for one, _ in judged], np.int8))
        right.append(np.array([two for _, two in judged], np.int8))
    log(f"drafts: {sum(map(len, tables))} rows")
    return Nets(
        pairs,
        _fit(np.concatenate(tables), np.concatenate(real), units=DRAFT_UNITS),
        _fit(np.concatenate(tables), np.concatenate(right), units=DRAFT_UNITS),
    )


def _case(example: Example, engine: Reader, linear: Weights) -> _Case:
    documents = (example.document,)
    reading = engine.read(documents)
    seen = view(documents, linear.strengths)
    cues = candidates.find(reading.scores, seen)
    pairs = anchor_templates.pair(cues, seen)
    sums = linear.pairs.sums(len(pairs.token))
    anchor_templates.fill(sums, seen, reading.scores, cues, pairs)
    opinion = Opinion(reading.scores, reading.links, _NO_NETS)
    owner = gold.owners(cues, example.marked, seen.size)
    parts = gold.parts(owner, example.marked, pairs.candidate, pairs.token, seen.size)
    given = opinion.pair_features(cues, pairs, sums.scores())
    return _Case(example, seen, reading.scores, opinion, cues, pairs, owner, given, parts)


def _drafts(case: _Case, said: Floats, linear: Weights) -> list[Draft]:
    if not len(case.cues):
        return []
    chosen = decoding.parts(said, case.pairs, linear.transitions)
    return decoding.drafts(said, case.pairs, case.cues, chosen)


def _draft_table(case: _Case, drafts: Sequence[Draft], linear: Weights) -> Floats:
    table = draft_templates.table(case.seen, case.scores, case.cues, drafts)
    if not drafts:
        return np.zeros((0, len(DRAFT_COLUMNS)), np.float32)
    standing, right = (np.exp(model.scores(table)[:, 1]) for model in (linear.drafts, linear.right))
    return case.opinion.draft_features(case.cues, drafts, standing, right)


DRAFT_COLUMNS = range(16)


def _cross(
    given: Sequence[Floats], labels: Sequence[NDArray[np.int8]], *, units: int
) -> tuple[Net, list[Floats]]:
    """Return a net of all articles, and the scores of each article by a net of other folds."""
    full = _fit(np.concatenate(given), np.concatenate(labels), units=units)
    said: list[Floats] = [np.zeros((0, 4), np.float32)] * len(given)
    for fold in range(FOLDS):
        others = [number for number in range(len(given)) if number % FOLDS != fold]
        net = _fit(
            np.concatenate([given[number] for number in others]),
            np.concatenate([labels[number] for number in others]),
            units=units,
        )
        for number in range(fold, len(given), FOLDS):
            said[number] = net.scores(given[number])
    return full, said


def _fit(given: Floats, labels: NDArray[np.int8], *, units: int) -> Net:
    """Return the mean of some nets that began from other random weights, as one wider net."""
    means, scales = given.mean(axis=0), given.std(axis=0) + 1e-6
    members = [_learn((given - means) / scales, labels, units, seed) for seed in range(MEMBERS)]
    hidden, bias, output, output_bias = zip(*members, strict=True)
    arrays = (
        *(means, scales, np.hstack(hidden), np.concatenate(bias)),
        *(np.vstack(output) / MEMBERS, np.mean(output_bias, axis=0)),
    )
    return Net(*(array.astype(np.float32) for array in arrays))


def _learn(
    given: Floats, labels: NDArray[np.int8], units: int, seed: int
) -> tuple[NDArray[np.float64], ...]:
    learner = MLPClassifier(
        (units,),
        alpha=1e-3,
        batch_size=min(256, len(given)),
        learning_rate_init=2e-3,
        max_iter=PASSES,
        tol=0.0,
        random_state=seed,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # so many passes are wanted, not fewer
        learner.fit(given, labels)
    hidden, output = learner.coefs_
    bias, output_bias = learner.intercepts_
    if output.shape[1] == 1:  # of two classes it says only one
        output = np.hstack((np.zeros_like(output), output))
        output_bias = np.array([0.0, output_bias[0]])
    return hidden, bias, output, output_bias
