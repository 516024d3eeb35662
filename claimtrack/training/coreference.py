"""Learn which candidate a pronoun means, from the silver coreference of a PolNeAR corpus."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from claimtrack import language, reading
from claimtrack.errors import CorpusProblem
from claimtrack.model import Attribution, Span
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning import events, ranking
from claimtrack.sources.meaning.ranking import Place, Trace
from claimtrack.sources.naming import scanning
from claimtrack.sources.phrases import Index
from claimtrack.sources.resolution import read
from claimtrack.sources.text import Text

FOLLOWED = events.THIRD | {"it", "its", "they", "them", "their"}
"""The pronouns that are learned from."""


SOURCE_WEIGHT = 3.0
"""How much more a pronoun counts that is the source of an attribution."""


@dataclass(slots=True)
class Example:
    """One pronoun: the features of its candidates, and which of them it means."""

    family: int
    source: bool
    candidates: list[tuple[int, ...]]
    gold: int


@dataclass(slots=True)
class Oracle:
    """Answers for the silver clusters of one article while a pass asks, and takes notes."""

    document: Text
    cluster_at: dict[int, int]
    examples: list[Example] = field(default_factory=list)
    cluster_of: dict[Entity, int] = field(default_factory=dict)

    def choose(self, place: Place, candidates: list[Trace], speaker: int) -> Entity | None:
        """Return the candidate of the pronoun's cluster, if there is one, and note the choice."""
        cluster = self.cluster_at.get(self.document.ends[place.token])
        gold = next(
            (
                number
                for number, trace in enumerate(candidates)
                if cluster is not None and self._cluster(trace.entity) == cluster
            ),
            None,
        )
        if gold is None:
            return None
        rows = [
            ranking.features(trace, place, recency, speaker)
            for recency, trace in enumerate(candidates)
        ]
        self.examples.append(Example(place.family, place.source, rows, gold))
        return candidates[gold].entity

    def _cluster(self, entity: Entity) -> int | None:
        known = self.cluster_of.get(entity)
        if known is None:
            ends = [self.document.ends[name.last - 1] for name in entity.names]
            if not ends and entity.nominal is not None:
                ends = [self.document.ends[entity.nominal[1] - 1]]
            votes = Counter(self.cluster_at[end] for end in ends if end in self.cluster_at)
            known = votes.most_common(1)[0][0] if votes else -1 - entity.order
            self.cluster_of[entity] = known
        return known


def examples(path: Path, limit: int | None = None) -> Iterator[Example]:
    """Yield the pronouns of a PolNeAR file that have a silver antecedent among the candidates."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if limit is not None and number >= limit:
                    return
                yield from _of_row(json.loads(line))
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise CorpusProblem(f"{path}: not a PolNeAR file: {error}") from error


def _of_row(row: dict[str, Any]) -> list[Example]:
    article = reading.read_text(row["text"], id=row["id"])
    document = Text(language.parse(article))
    if not document.words:
        return []
    oracle = Oracle(document, _clusters(row))
    attributions = _gold(row)
    spans = [item.source_mention for item in attributions if item.source_mention is not None]
    index = Index(scanning.scan(document))
    read(document, index, attributions, spans, (), oracle.choose, FOLLOWED)
    return oracle.examples


def _clusters(row: dict[str, Any]) -> dict[int, int]:
    """Return the silver cluster of each mention, by the end of the mention in the text."""
    found: dict[int, int] = {}
    sentences = row["sentences"]
    for number, cluster in enumerate(row["coref"] or ()):
        for sentence, _, last, _ in cluster:
            found.setdefault(sentences[sentence]["tokens"][last - 1][1], number)
    return found


def _gold(row: dict[str, Any]) -> list[Attribution]:
    annotator = sorted(row["annotations"])[0]
    found = []
    for number, item in enumerate(row["annotations"][annotator]):
        if item["content"]:
            source = item["source"]
            found.append(
                Attribution(
                    id=f"a{number + 1}",
                    content=tuple(Span(start, end) for start, end in item["content"]),
                    source_mention=Span(source[0][0], source[-1][1]) if source else None,
                )
            )
    return found


def fit(found: Iterable[Example], strength: float = 1.0) -> list[float]:
    """Return weights that prefer the right candidate to each of the others (pairwise logistic)."""
    from sklearn.linear_model import LogisticRegression

    columns: list[int] = []
    values: list[float] = []
    starts: list[int] = [0]
    answers: list[bool] = []
    shares: list[float] = []
    for example in found:
        right = example.candidates[example.gold]
        for number, wrong in enumerate(example.candidates):
            if number == example.gold:
                continue
            sign = 1.0 if len(answers) % 2 else -1.0
            columns.extend((*right, *wrong))
            values.extend([sign] * len(right) + [-sign] * len(wrong))
            starts.append(len(columns))
            answers.append(sign > 0)
            shares.append(SOURCE_WEIGHT if example.source else 1.0)
    table = csr_matrix(
        (np.array(values), np.array(columns), np.array(starts)), shape=(len(answers), ranking.SIZE)
    )
    table.sum_duplicates()
    model = LogisticRegression(
        C=strength, fit_intercept=False, solver="newton-cholesky", max_iter=100
    )
    model.fit(table, np.array(answers), np.array(shares))
    return [float(value) for value in model.coef_[0]]


def accuracy(
    found: Iterable[Example], weights: list[float] | tuple[float, ...]
) -> dict[str, float]:
    """Return the share of right choices: for he and she, it, they, and for pronouns as sources."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for example in found:
        scores = [sum(weights[each] for each in row) for row in example.candidates]
        correct = scores.index(max(scores)) == example.gold
        for key in (("he", "it", "they")[example.family], "source" if example.source else "other"):
            total[key] += 1
            right[key] += correct
    return {key: right[key] / total[key] for key in sorted(total)}


def train(path: Path) -> str:
    """Return the text of ``coreference.json``, learned from the PolNeAR file at ``path``."""
    return ranking.serialise(fit(examples(path)))
