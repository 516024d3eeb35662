"""Training of the tagger's weights on the silver tags, names and heads of PolNeAR.

The labels are those of Stanford CoreNLP, with its mistakes. Measured on PolNeAR dev (84 articles,
of years and outlets that training saw too), where a token of ours is one of the silver:

- Penn Treebank tags 97.8 %; of the same text in capitals 96.1 %, in lower case 95.2 %;
- entities 0.87 F1 of whole entities (people and places 0.90 and 0.89, dates 0.91, numbers 0.98,
  organisations 0.67, where the silver itself wavers);
- dependency relations 90.4 %.

NLTK's averaged perceptron, trained on the same silver (three rounds) and given its sentences,
tags 97.7 % at 14,000 words a second; this model gives all three labels at about 250,000, both on
one core of the same busy machine.

``tagger_scores.evaluate`` gives these figures. Two kinds of made examples keep the model from
leaning on what it knows by heart: copies of sentences in other cases, and rare words that lose
the features that only they have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray

from claimtrack import arrays
from claimtrack.language import contexts, document, shapes
from claimtrack.language.labels import ENTITIES, RELATIONS, TAGS
from claimtrack.language.tagger import FORMAT, WINDOW
from claimtrack.training import softmax
from claimtrack.training.corpus import CorpusRow, SilverToken

EPOCHS = 3
QUANTUM = 0.05
"""What one step of the shipped integer weights is worth."""

FEWEST_SEEN = {0: 3, 1: 3, 2: 8}
"""How often a feature must be seen to count, by distance from the token."""
KINDS = {0: "", 1: "wWc23S", 2: "wWc3"}
"""The kinds of feature that count, by distance from the token; all of them if none is named."""
FEWEST_CONTEXT = 6
FEWEST_CONTEXT_WORD = 10

ENTITY_FOLD = {
    **dict.fromkeys(("TIME", "DURATION", "SET"), "DATE"),
    **dict.fromkeys(("PERCENT", "MONEY", "ORDINAL"), "NUMBER"),
}
RELATION_FOLD = {
    "csubjpass": "csubj",
    "det:predet": "det",
    "cc:preconj": "cc",
    "discourse": "dep",
}

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sample:
    """Tokens to learn from: sentences one after another, with labels (-1: unknown)."""

    words: list[str]
    firsts: Ints
    lasts: Ints
    labels: Ints
    part: Ints


def train(rows: Iterable[CorpusRow], directory: Path, *, seed: int = 0) -> Path:
    """Train the tagger on ``rows`` and write ``tagger.npz`` into ``directory``."""
    sample = varied(read(rows), seed)
    lexicon = Lexicon(sample)
    layout = contexts.layout(sample.firsts, sample.lasts)
    own = lexicon.window(sample, layout, seed)
    tags = sample.labels[:, 0]
    guessed = np.zeros(len(tags), np.int64)
    for half in (0, 1):
        inside = sample.part == half
        weights = softmax.fit(own, np.where(inside, -1, tags), len(TAGS), epochs=2, seed=seed)
        guessed[inside] = (own[inside] @ weights).argmax(axis=1)
    first = softmax.fit(own, tags, len(TAGS), epochs=EPOCHS, seed=seed)
    around = contexts.Surroundings(
        layout, guessed, lexicon.context_ids(sample.words), lexicon.context_count
    )
    keys = contexts.keys(around)
    near_keys = [_frequent(key) for key in keys[: len(contexts.NEAR)]]
    far_keys = [_frequent(key) for key in keys[len(contexts.NEAR) :]]
    near = _indicators(keys[: len(contexts.NEAR)], near_keys)
    far = _indicators(keys[len(contexts.NEAR) :], far_keys)
    close = sparse.hstack([own, near], format="csr", dtype=np.float32)
    learned = [
        softmax.fit(close, tags, len(TAGS), epochs=EPOCHS, seed=seed),
        softmax.fit(close, sample.labels[:, 1], len(ENTITIES), epochs=EPOCHS, seed=seed),
    ]
    whole = sparse.hstack([close, far], format="csr", dtype=np.float32)
    del close
    related = softmax.fit(whole, sample.labels[:, 2], len(RELATIONS), epochs=EPOCHS, seed=seed)
    width = own.shape[1]
    words = np.hstack([first, *(weights[:width] for weights in learned), related[:width]])
    near_weights = np.hstack(
        [*(weights[width:] for weights in learned), related[width : width + near.shape[1]]]
    )
    target = directory / "tagger.npz"
    directory.mkdir(parents=True, exist_ok=True)
    stored: dict[str, NDArray[Any] | np.generic] = {
        "format": np.int64(FORMAT),
        "names": _bytes(lexicon.names),
        "rows": lexicon.rows(),
        "table": _rounded(words),
        "context_words": _bytes(lexicon.context_words),
        "context_sizes": np.array([len(known) for known in (*near_keys, *far_keys)], np.int32),
        "context_keys": np.concatenate([*near_keys, *far_keys]).astype(np.int32),
        "near": _rounded(near_weights),
        "far": _rounded(related[width + near.shape[1] :]),
    }
    arrays.write(target, stored)
    return target


def read(rows: Iterable[CorpusRow]) -> Sample:
    """Cut the rows' texts as at run time, and label the tokens that the silver agrees on."""
    words: list[str] = []
    firsts: list[Ints] = []
    lasts: list[Ints] = []
    labels: list[Ints] = []
    part: list[Ints] = []
    for number, row in enumerate(rows):
        cut = document.divide(row.article())
        first, last = cut.edges()
        firsts.append(first + len(words))
        lasts.append(last + len(words))
        words += cut.words
        labels.append(silver(row, cut.starts, cut.ends))
        part.append(np.full(len(cut.words), number % 2))
    return Sample(
        words,
        np.concatenate(firsts),
        np.concatenate(lasts),
        np.concatenate(labels),
        np.concatenate(part),
    )


def silver(row: CorpusRow, starts: Sequence[int], ends: Sequence[int]) -> Ints:
    """Return tag, entity and relation of each token, -1 where the silver has no such token."""
    known: dict[tuple[int, int], tuple[int, int, int]] = {}
    for sentence in row.sentences:
        before = "O"
        for token in sentence:
            known[token.start, token.end] = _labels(token, before)
            before = token.entity
    missing = (-1, -1, -1)
    found = [known.get(span, missing) for span in zip(starts, ends, strict=True)]
    return np.array(found, np.int64).reshape(-1, 3)


def _labels(token: SilverToken, before: str) -> tuple[int, int, int]:
    entity = "O"
    if token.entity != "O":
        name = ENTITY_FOLD.get(token.entity, token.entity)
        entity = f"{'I' if token.entity == before else 'B'}-{name}"
    relation = -1
    if token.relation is not None:
        relation = RELATIONS.index(RELATION_FOLD.get(token.relation, token.relation))
    return TAGS.index(token.tag), ENTITIES.index(entity), relation


def varied(sample: Sample, seed: int) -> Sample:
    """Add copies of some sentences in capitals, in lower case and in the case of headlines."""
    generator = np.random.default_rng(seed)
    draws = generator.integers(0, 48, len(sample.firsts))
    words = list(sample.words)
    firsts, lasts = sample.firsts.tolist(), sample.lasts.tolist()
    copied: list[int] = []
    for draw, first, last in zip(draws.tolist(), firsts[:], lasts[:], strict=True):
        if draw > 4:
            continue
        firsts.append(len(words))
        words += _recased(sample.words[first:last], draw)
        lasts.append(len(words))
        copied += range(first, last)
    return Sample(
        words,
        np.array(firsts),
        np.array(lasts),
        np.concatenate([sample.labels, sample.labels[copied]]),
        np.concatenate([sample.part, sample.part[copied]]),
    )


def _recased(words: Sequence[str], draw: int) -> Iterator[str]:
    for word in words:
        if draw <= 1:
            yield word.upper()
        elif draw == 2:
            yield word.lower()
        else:
            yield word[:1].upper() + word[1:] if len(word) > 3 else word


class Lexicon:
    """The features of the words of a sample, and which of them count where."""

    def __init__(self, sample: Sample) -> None:
        self._ids: dict[str, int] = {}
        self.sample_ids = np.array(
            [self._ids.setdefault(word, len(self._ids)) for word in sample.words], np.int64
        )
        self.counts = np.bincount(self.sample_ids)
        self._found = [shapes.features(word) for word in self._ids]
        tokens: Counter[str] = Counter()
        types: Counter[str] = Counter()
        for found, count in zip(self._found, self.counts.tolist(), strict=True):
            for name in found:
                tokens[name] += count
                types[name] += 1
        self.names = sorted(
            name
            for name, count in tokens.items()
            if (count if name[0] in "wW" else types[name]) >= FEWEST_SEEN[0]
        )
        self._seen = np.array([tokens[name] for name in self.names])
        self.context_words = [
            name[1:]
            for name in self.names
            if name[0] == "w" and tokens[name] >= FEWEST_CONTEXT_WORD
        ]
        self.context_count = len(self.context_words) + 1

    def context_ids(self, words: Sequence[str]) -> Ints:
        """Return each word's number among the context words, 0 for others."""
        numbers = {word: index for index, word in enumerate(self.context_words, 1)}
        ids = np.array([numbers.get(found[0][1:], 0) for found in self._found], np.int64)
        return ids[[self._ids[word] for word in words]]

    def chosen(self, distance: int) -> Ints:
        """Return the features that count so many tokens away; the last stands for an edge."""
        enough = self._seen >= FEWEST_SEEN[distance]
        if KINDS[distance]:
            enough &= np.array([name[0] in KINDS[distance] for name in self.names])
        return np.append(np.flatnonzero(enough), len(self.names))

    def rows(self) -> NDArray[np.int32]:
        """Return the row of the table for each place of the window and feature; 0 is none."""
        rows = np.zeros((2 * WINDOW + 1, len(self.names) + 2), np.int32)
        row = 1
        for place, offset in enumerate(range(-WINDOW, WINDOW + 1)):
            chosen = self.chosen(abs(offset))
            rows[place, chosen] = np.arange(row, row + len(chosen))
            row += len(chosen)
        return rows

    def window(self, sample: Sample, layout: contexts.Layout, seed: int) -> sparse.csr_matrix:
        """Return the features of each token's window.

        Rare words sometimes lose the features that only they have, so that the model learns what
        to make of a word that it has never seen.
        """
        matrix = self._matrix()
        count = len(self._ids)
        draws = np.random.default_rng(seed + 1).random(len(self.sample_ids))
        masked = draws < 1 / (1 + self.counts[self.sample_ids])
        ids = np.where(masked, self.sample_ids + count, self.sample_ids)
        padded = layout.pad(ids, 2 * count)
        blocks = [
            matrix[:, self.chosen(abs(offset))][padded[layout.place + offset]]
            for offset in range(-WINDOW, WINDOW + 1)
        ]
        return sparse.hstack(blocks, format="csr", dtype=np.float32)

    def _matrix(self) -> sparse.csr_matrix:
        """Return types x features: all types, the same without the word itself, and an edge."""
        known = {name: index for index, name in enumerate(self.names)}
        rows: list[int] = []
        columns: list[int] = []
        count = len(self._found)
        for number, found in enumerate(self._found):
            for name in found:
                column = known.get(name)
                if column is not None:
                    rows.append(number)
                    columns.append(column)
                    if name[0] not in "wW":
                        rows.append(number + count)
                        columns.append(column)
        rows.append(2 * count)
        columns.append(len(self.names))
        return sparse.csr_matrix(
            (np.ones(len(rows), np.float32), (rows, columns)),
            shape=(2 * count + 1, len(self.names) + 1),
        )


def _frequent(keys: Ints) -> Ints:
    values, counts = np.unique(keys, return_counts=True)
    return values[counts >= FEWEST_CONTEXT]


def _indicators(keys: Sequence[Ints], known: Sequence[Ints]) -> sparse.csr_matrix:
    """Return one column for each known key of each template."""
    blocks = []
    for key, values in zip(keys, known, strict=True):
        places = np.minimum(np.searchsorted(values, key), len(values) - 1)
        hit = values[places] == key
        ends = np.concatenate(([0], np.cumsum(hit)))
        ones = np.ones(int(ends[-1]), np.float32)
        blocks.append(sparse.csr_matrix((ones, places[hit], ends), shape=(len(key), len(values))))
    return sparse.hstack(blocks, format="csr", dtype=np.float32)


def _rounded(weights: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return the weights as whole steps below a first row of zeros."""
    steps = np.clip(np.rint(weights / QUANTUM), -127, 127).astype(np.int8)
    return np.vstack([np.zeros((1, steps.shape[1]), np.int8), steps])


def _bytes(strings: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(strings).encode("utf-8", "surrogatepass"), np.uint8)
