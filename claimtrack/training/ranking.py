"""Training of the order of candidates: the partner of a paraphrase before everything else.

All sentences of a file of pairs go into a store; for each paraphrase the candidates are fetched,
and a logistic regression learns from the differences between the partner and the others.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from claimtrack.claims import database, index, ranking
from claimtrack.claims.matching.wording import wording
from claimtrack.training.pairs import read_pairs

FOLDS = 5
PENALTY = 0.005
AHEAD = 4
"""Candidates of a query that are learned from."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Query:
    """One side of a paraphrase: its candidates' rows, which is the partner, which others are."""

    pair: int
    rows: Floats
    partner: int | None
    others: frozenset[int]


@dataclass(frozen=True, slots=True)
class Finding:
    """How often the partner is the first candidate and among the first five.

    ``held_out`` is the share of first places with weights that were learned on other pairs.
    """

    sentences: int
    asked: int
    first: float
    five: float
    held_out: float


def train(path: Path, directory: Path) -> Path:
    """Learn the order from a file of pairs, and write ``ranking.json`` into a directory."""
    queries, _ = _queries(path)
    target = directory / "ranking.json"
    target.write_text(ranking.write(fit(queries)), encoding="utf-8")
    return target


def measure(path: Path) -> Finding:
    """Look for each paraphrase's partner among all sentences of a file, with what ships."""
    queries, sentences = _queries(path)
    places = [_place(query, ranking.weights()) for query in queries]
    held = 0
    for fold in range(FOLDS):
        known = [query for query in queries if query.pair % FOLDS != fold]
        weights = fit(known)
        held += sum(_place(query, weights) == 0 for query in queries if query.pair % FOLDS == fold)
    asked = len(queries)
    first, five = places.count(0), sum(place < 5 for place in places)
    return Finding(sentences, asked, first / asked, five / asked, held / asked)


def fit(queries: Sequence[Query]) -> Floats:
    """Return weights under which partners come before what is no paraphrase."""
    spread = np.vstack([query.rows for query in queries if len(query.rows)]).std(axis=0)
    spread[spread == 0] = 1.0
    steps: list[Floats] = []
    for query in queries:
        if query.partner is None:
            continue
        for at, row in enumerate(query.rows[:AHEAD]):
            if at != query.partner and at not in query.others:
                step = (query.rows[query.partner] - row) / spread
                steps += [step, -step]
    labels = np.tile([1, 0], len(steps) // 2)
    model = LogisticRegression(C=PENALTY, fit_intercept=False, max_iter=1000)
    weights: Floats = model.fit(np.array(steps), labels).coef_[0] / spread
    return weights


def _queries(path: Path) -> tuple[list[Query], int]:
    """Return the queries of a file, and the number of its sentences."""
    pairs = read_pairs(path)
    connection = database.connect(":memory:")
    rows: dict[str, int] = {}
    with database.transaction(connection):
        for pair in pairs:
            for text in (pair.first, pair.second):
                rows[text], _ = index.add(connection, wording(text), text)
    partners: dict[int, set[int]] = {}
    for pair in pairs:
        if pair.paraphrase:
            one, other = rows[pair.first], rows[pair.second]
            partners.setdefault(one, set()).add(other)
            partners.setdefault(other, set()).add(one)
    queries = []
    for number, pair in enumerate(pairs):
        for text, partner in ((pair.first, pair.second), (pair.second, pair.first)):
            mine, wanted = rows[text], rows[partner]
            if not pair.paraphrase or mine == wanted:
                continue
            taken = wording(text)
            found = index.candidates(connection, taken, but=mine)[: ranking.AHEAD]
            numbers = [candidate.id for candidate in found]
            table = np.array([ranking.row(taken, candidate) for candidate in found])
            same = {at for at, one in enumerate(numbers) if one in partners[mine]}
            at = numbers.index(wanted) if wanted in numbers else None
            queries.append(Query(number, table, at, frozenset(same)))
    connection.close()
    return queries, len(set(rows.values()))


def _place(query: Query, weights: Floats) -> int:
    """Return at which place the partner comes, from 0; far behind where it is no candidate."""
    if query.partner is None:
        return ranking.AHEAD
    scores = query.rows @ weights
    return int((scores > scores[query.partner]).sum())


def main(arguments: list[str]) -> int:
    """Run "measure FILE" or "train FILE DIRECTORY"."""
    if len(arguments) == 2 and arguments[0] == "measure":
        found = measure(Path(arguments[1]))
        print(f"{found.asked} times among {found.sentences} sentences")
        print(f"partner first {found.first:.4f} (weights from other pairs: {found.held_out:.4f})")
        print(f"among the first five {found.five:.4f}")
        return 0
    if len(arguments) == 3 and arguments[0] == "train":
        print(train(Path(arguments[1]), Path(arguments[2])))
        return 0
    print(f"usage: {main.__doc__}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
