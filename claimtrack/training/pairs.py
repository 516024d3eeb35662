"""Training of the pair classifier on paraphrase pairs, and its cross-validation.

The training file has a head line and five columns a row, tab-separated: 1 or 0 (paraphrase or
not), two numbers, two sentences; gzip is recognised by the file's name.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import SVC

from claimtrack.claims.matching import conflicts, features
from claimtrack.claims.matching.classifier import Floats, PairModel
from claimtrack.claims.matching.comparison import THRESHOLD
from claimtrack.claims.matching.wording import wording
from claimtrack.errors import CorpusProblem

FOLDS = 10
GAMMA = 0.002
PENALTY = 2.0
WORDS_SHARE = 3.0
"""How much wider the score of the words spreads than any other figure."""

LEAST_PAIRS = 4
"""A word difference gets a weight of its own when at least so many pairs show it."""

Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, and whether people call them paraphrases."""

    first: str
    second: str
    paraphrase: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of a cross-validation: of the decision to match, and of the probability alone."""

    pairs: int
    accuracy: float
    f1: float
    probability_accuracy: float
    probability_f1: float
    brier: float


def read_pairs(path: Path) -> list[Pair]:
    """Read a file of labelled pairs."""
    raw = path.read_bytes()
    if path.suffix == ".gz":
        raw = gzip.decompress(raw)
    pairs = []
    for number, line in enumerate(raw.decode("utf-8-sig").split("\n")):
        cells = line.rstrip("\r").split("\t")
        if number == 0 or len(cells) == 1:
            continue
        if len(cells) != 5 or cells[0] not in ("0", "1"):
            raise CorpusProblem(f"{path}: line {number + 1} is not a labelled pair of sentences")
        pairs.append(Pair(cells[3], cells[4], cells[0] == "1"))
    if not pairs:
        raise CorpusProblem(f"{path}: no pairs")
    return pairs


def train(path: Path, directory: Path) -> Path:
    """Train on a file of pairs and write ``pairs.npz`` into a directory."""
    pairs = read_pairs(path)
    target = directory / "pairs.npz"
    fit(pairs, *_prepare(pairs)).save(target)
    return target


def cross_validate(path: Path, *, seed: int = 1) -> Scores:
    """Train on nine tenths, decide the rest with the arrays that would ship, ten times."""
    pairs = read_pairs(path)
    figures, keys = _prepare(pairs)
    labels = _labels(pairs)
    chances = np.zeros(len(pairs))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    for known, held in folds.split(figures, labels):
        model = fit([pairs[at] for at in known], figures[known], [keys[at] for at in known])
        for at in held:
            chances[at] = model.probability(wording(pairs[at].first), wording(pairs[at].second))
    clear = np.array(
        [not conflicts.find(wording(pair.first), wording(pair.second)) for pair in pairs]
    )
    said = chances >= THRESHOLD
    return Scores(
        pairs=len(pairs),
        accuracy=_accuracy(said & clear, labels),
        f1=_f1(said & clear, labels),
        probability_accuracy=_accuracy(said, labels),
        probability_f1=_f1(said, labels),
        brier=float(np.square(chances - labels).mean()),
    )


def fit(pairs: list[Pair], figures: Floats, keys: list[tuple[str, ...]]) -> PairModel:
    """Fit the words' weights, then the machine on the scores that held-out words get."""
    labels = _labels(pairs)
    mean, scale = figures.mean(axis=0), figures.std(axis=0)
    scale[scale == 0] = 1.0
    standard = (figures - mean) / scale
    seen = Counter(key for row in keys for key in row)
    kept = sorted(key for key, times in seen.items() if times >= LEAST_PAIRS)
    matrix = _sparse(keys, {key: at for at, key in enumerate(kept)})
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    outside = np.zeros(len(pairs))
    for known, held in folds.split(standard, labels):
        outside[held] = _words(matrix[known], labels[known]).decision_function(matrix[held])
    words = _words(matrix, labels)
    words_scale = float(outside.std()) / WORDS_SHARE or 1.0
    points = np.column_stack([standard, outside / words_scale])
    machine = SVC(C=PENALTY, gamma=GAMMA).fit(points, labels)
    slope, shift = _calibrate(points, labels)
    return PairModel(
        names=tuple(features.row(wording("a b"), wording("b c"))),
        mean=mean,
        scale=scale,
        words=dict(zip(kept, map(float, words.coef_[0]), strict=True)),
        words_bias=float(words.intercept_[0]),
        words_scale=words_scale,
        vectors=machine.support_vectors_,
        dual=machine.dual_coef_[0],
        gamma=GAMMA,
        intercept=float(machine.intercept_[0]),
        slope=slope,
        shift=shift,
    )


def _prepare(pairs: list[Pair]) -> tuple[Floats, list[tuple[str, ...]]]:
    sides = [(wording(pair.first), wording(pair.second)) for pair in pairs]
    figures = np.array([features.vector(*side) for side in sides])
    return figures, [features.differences(*side) for side in sides]


def _labels(pairs: list[Pair]) -> Labels:
    return np.array([pair.paraphrase for pair in pairs], dtype=np.int64)


def _sparse(rows: list[tuple[str, ...]], columns: dict[str, int]) -> csr_matrix:
    """Return the rows as unit vectors over the known keys."""
    data: list[float] = []
    places: list[int] = []
    starts = [0]
    for row in rows:
        known = [columns[key] for key in row if key in columns]
        places += known
        data += [len(known) ** -0.5] * len(known)
        starts.append(len(places))
    return csr_matrix((data, places, starts), shape=(len(rows), len(columns)))


def _words(matrix: csr_matrix, labels: Labels) -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=1000).fit(matrix, labels)


def _calibrate(points: Floats, labels: Labels) -> tuple[float, float]:
    """Fit the way from the machine's margin to a probability on margins of held-out pairs."""
    margins = np.zeros(len(labels))
    for known, held in StratifiedKFold(5, shuffle=True, random_state=0).split(points, labels):
        machine = SVC(C=PENALTY, gamma=GAMMA).fit(points[known], labels[known])
        margins[held] = machine.decision_function(points[held])
    way = LogisticRegression(C=1000.0).fit(margins[:, None], labels)
    return float(way.coef_[0][0]), float(way.intercept_[0])


def _accuracy(said: NDArray[np.bool_], labels: Labels) -> float:
    return float((said == labels.astype(bool)).mean())


def _f1(said: NDArray[np.bool_], labels: Labels) -> float:
    right = float((said & labels.astype(bool)).sum())
    return 2 * right / (float(said.sum()) + float(labels.sum()))


def main(arguments: list[str]) -> int:
    """Run "cross-validate FILE" or "train FILE DIRECTORY"."""
    if len(arguments) == 2 and arguments[0] == "cross-validate":
        scores = cross_validate(Path(arguments[1]))
        print(f"{scores.pairs} pairs, {FOLDS} folds")
        print(f"match        accuracy {scores.accuracy:.4f}  F1 {scores.f1:.4f}")
        print(
            f"probability  accuracy {scores.probability_accuracy:.4f}"
            f"  F1 {scores.probability_f1:.4f}  Brier {scores.brier:.4f}"
        )
        return 0
    if len(arguments) == 3 and arguments[0] == "train":
        print(train(Path(arguments[1]), Path(arguments[2])))
        return 0
    print(f"usage: {main.__doc__}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
