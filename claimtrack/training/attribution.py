"""Trains the attribution room: token labels, pairs, drafts, and what joins them.

Each later stage learns from what the earlier ones say of articles that they did not see: three
folds over the articles (Wolpert 1992, stacked generalisation).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution import lexicon
from claimtrack.attribution.labels import LABELS, PARTS
from claimtrack.attribution.models import (
    anchor_templates,
    candidates,
    decoding,
    draft_templates,
    token_templates,
    weights,
)
from claimtrack.attribution.models.candidates import Candidates
from claimtrack.attribution.models.decoding import Draft, Transitions
from claimtrack.attribution.models.linear import LinearModel
from claimtrack.attribution.models.selection import Thresholds
from claimtrack.attribution.models.view import View, is_tag, view
from claimtrack.attribution.models.weights import Weights
from claimtrack.training import gold, logistic
from claimtrack.training.examples import Example
from claimtrack.training.gold import Marked

FOLDS = 3
BIAS = (0.0, 1.3, 1.5, 0.9)
"""Added to the scores of the parts (none, source, content, cue): recall is worth as much."""

BOLD = (0.0, 2.4, 2.8, 1.4)
"""The same for candidates that show no content otherwise."""

THRESHOLDS = Thresholds(beside=0.2, alone=0.16)
BLURRED = 0.5
"""Share of proper names that a model in training cannot read."""

Log = Callable[[str], None]


@dataclass(frozen=True, slots=True, eq=False)
class _Stage:
    """One article on its way through the stages; ``scores`` come from a model of other folds."""

    example: Example
    seen: View
    scores: NDArray[np.float32]
    cues: Candidates
    pairs: anchor_templates.Pairs
    table: NDArray[np.int32]
    owner: NDArray[np.int64]
    parts: NDArray[np.int8]


def train(examples: Sequence[Example], directory: Path, *, log: Log = print) -> Weights:
    """Train all weights on annotated articles and write them to ``directory``.

    The same articles and the same versions of numpy, scipy and scikit-learn give the same bytes.
    """
    strengths = grade(examples)
    seen = [view((item.document,), strengths) for item in examples]
    blurred = [blur(item, number) for number, item in enumerate(seen)]
    tokens, scores = _tokens(examples, seen, blurred, log)
    stages = [_stage(*item) for item in zip(examples, seen, scores, strict=True)]
    transitions = count_transitions(stages)
    pairs, pair_scores = _pairs(stages, log)
    drafts, right = _drafts(stages, pair_scores, transitions, log)
    made = Weights("", tokens, pairs, drafts, right, transitions, strengths, THRESHOLDS)
    made = replace(made, version=fingerprint(made))
    weights.write(directory, made, f"{len(examples)} annotated articles")
    return made


def grade(examples: Sequence[Example]) -> dict[str, int]:
    """Return the stems that are often cues with a grade: 1 sometimes, 2 often, 3 mostly."""
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for item in examples:
        stems = [lexicon.stem(word.lower()) for word in item.document.words]
        seen.update(stems)
        cues.update(stems[place] for mark in item.marked for place in mark.cue)
    graded = {}
    for stem, count in cues.items():
        share = count / (seen[stem] + 3)
        if count >= 3 and share >= 0.12 and stem.isalpha():
            graded[stem] = 3 if share > 0.6 else 2 if share > 0.3 else 1
    return graded


def blur(seen: View, seed: int) -> View:
    """Return the view with half of its proper names unreadable.

    Sources are to be known by their place, not by the names that were in the news when the
    training articles were written.
    """
    names = is_tag(seen.tag, "NNP") & (np.random.default_rng(seed).random(seen.size) < BLURRED)

    def hide(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
        return np.where(names, np.uint64(0), codes)

    return replace(
        seen,
        word=hide(seen.word),
        stem=hide(seen.stem),
        suffix=hide(seen.suffix),
        prefix=hide(seen.prefix),
        cluster=hide(seen.cluster),
    )


def _tokens(
    examples: Sequence[Example], seen: Sequence[View], blurred: Sequence[View], log: Log
) -> tuple[LinearModel, list[NDArray[np.float32]]]:
    tables = [token_templates.table(item) for item in seen]
    learned = [token_templates.table(item) for item in blurred]
    labels = [gold.labels(item.document, item.marked) for item in examples]
    found = _cross(learned, tables, labels, len(LABELS))
    log(f"tokens: {sum(map(len, labels))} rows")
    return found


def _pairs(stages: Sequence[_Stage], log: Log) -> tuple[LinearModel, list[NDArray[np.float32]]]:
    tables = [item.table for item in stages]
    learned = [
        anchor_templates.table(blur(item.seen, number), item.scores, item.cues, item.pairs)
        for number, item in enumerate(stages)
    ]
    found = _cross(learned, tables, [item.parts for item in stages], len(PARTS))
    log(f"pairs: {sum(len(item.parts) for item in stages)} rows")
    return found


def _cross(
    learned: Sequence[NDArray[np.int32]],
    tables: Sequence[NDArray[np.int32]],
    labels: Sequence[NDArray[np.int8]],
    classes: int,
) -> tuple[LinearModel, list[NDArray[np.float32]]]:
    """Return a model of all articles, and scores of each article by a model of other folds.

    The models learn from ``learned``; the scores are those of ``tables``.
    """
    full = logistic.fit(np.concatenate(learned, axis=1), np.concatenate(labels), classes=classes)
    scores: list[NDArray[np.float32]] = [np.zeros((0, classes), np.float32)] * len(tables)
    for fold in range(FOLDS):
        others = [number for number in range(len(tables)) if number % FOLDS != fold]
        model = logistic.fit(
            np.concatenate([learned[number] for number in others], axis=1),
            np.concatenate([labels[number] for number in others]),
            classes=classes,
        )
        for number in range(fold, len(tables), FOLDS):
            scores[number] = model.scores(tables[number])
    return full, scores


def _stage(example: Example, seen: View, scores: NDArray[np.float32]) -> _Stage:
    cues = candidates.find(scores, seen)
    pairs = anchor_templates.pair(cues, seen)
    table = anchor_templates.table(seen, scores, cues, pairs)
    owner = gold.owners(cues, example.marked, seen.size)
    parts = gold.parts(owner, example.marked, pairs.candidate, pairs.token, seen.size)
    return _Stage(example, seen, scores, cues, pairs, table, owner, parts)


def count_transitions(stages: Sequence[_Stage]) -> Transitions:
    """Return log-probabilities of one part following another, from cues that were annotated."""
    edge = len(PARTS)
    counts = np.full((edge + 1, edge + 1), 0.5)
    for item in stages:
        for number in np.flatnonzero(item.owner >= 0).tolist():
            low, high = item.pairs.bounds[number], item.pairs.bounds[number + 1]
            parts = np.concatenate(([edge], item.parts[low:high], [edge]))
            np.add.at(counts, (parts[:-1], parts[1:]), 1)
    shares = counts / counts.sum(axis=1, keepdims=True)
    return Transitions(
        np.log(shares).astype(np.float32),
        np.array(BIAS, np.float32),
        np.array(BOLD, np.float32),
    )


def _drafts(
    stages: Sequence[_Stage],
    pair_scores: Sequence[NDArray[np.float32]],
    transitions: Transitions,
    log: Log,
) -> tuple[LinearModel, LinearModel]:
    tables, real, right = [], [], []
    for item, scores in zip(stages, pair_scores, strict=True):
        chosen = decoding.parts(scores, item.pairs, transitions)
        found = decoding.drafts(scores, item.pairs, item.cues, chosen)
        tables.append(draft_templates.table(item.seen, item.scores, item.cues, found))
        judged = [judge(draft, item.owner, item.example.marked) for draft in found]
        real.append(np.array([one for one, _ in judged], np.int8))
        right.append(np.array([two for _, two in judged], np.int8))
    table = np.concatenate(tables, axis=1)
    log(f"drafts: {table.shape[1]} rows")
    models = [
        logistic.fit(table, np.concatenate(labels), classes=2, rarest=5, batch=256)
        for labels in (real, right)
    ]
    return models[0], models[1]


def judge(draft: Draft, owner: NDArray[np.int64], marked: Sequence[Marked]) -> tuple[bool, bool]:
    """Tell whether a draft is an annotated attribution, and whether its source is right too.

    It is when at least half of the content is shared (F1); the source when it shares a token, or
    both have none.
    """
    number = int(owner[draft.candidate])
    if number < 0:
        return False, False
    item = marked[number]
    content = {place for first, last in draft.content for place in range(first, last)}
    shared = len(content & set(item.content))
    if 2 * shared < 0.5 * (len(content) + len(item.content)):
        return False, False
    source = set() if draft.source is None else set(range(*draft.source))
    return True, bool(source & set(item.source)) or not (source or item.source)


def fingerprint(made: Weights) -> str:
    """Return a short name for weights, made from their values."""
    digest = hashlib.sha256()
    for model in (made.tokens, made.pairs, made.drafts, made.right):
        digest.update(model.weights.tobytes())
        digest.update(model.steps.tobytes())
    digest.update(repr(sorted(made.strengths.items())).encode())
    return digest.hexdigest()[:8]
