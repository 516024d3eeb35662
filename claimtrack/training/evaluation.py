"""How good the marks are: figures with intervals, by publisher and by construction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimtrack.model import ArticleReport, Attribution, Span
from claimtrack.training import examples
from claimtrack.training.corpus import CorpusRow
from claimtrack.training.examples import Example
from claimtrack.training.scoring import Count, Counts, Marks, count

FIGURES = (
    "sentence_attributed",
    "sentence_right_source",
    "attribution_content50",
    "attribution_content50_and_source",
    "token_micro",
    "token_source",
    "token_cue",
    "token_content",
)
SAMPLES = 1000
_BINS = 10

Analyze = Callable[[Example], ArticleReport]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure over a corpus; shares are 0-1, ``low`` and ``high`` bound 95 % of resamples."""

    name: str
    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything measured: overall figures, F1 a publisher, recall a construction, calibration.

    ``calibration_error`` is the expected calibration error of ``confidence`` (Naeini et al.,
    AAAI 2015) over ten bins, against "content and source are right".
    """

    articles: int
    figures: tuple[Figure, ...]
    publishers: dict[str, dict[str, float | None]]
    constructions: dict[str, tuple[float | None, int]]
    calibration_error: float | None


def evaluate(paths: Sequence[Path], analyze: Analyze, *, samples: int = SAMPLES) -> Evaluation:
    """Measure the marks on annotated articles; raises ``CorpusProblem`` for unreadable files."""
    per_article: list[tuple[CorpusRow, Counts]] = []
    judged: list[tuple[float, bool]] = []
    for example in examples.read(paths):
        report = analyze(example)
        row = example.row
        gold = [Marks(*item, construction(row.text, *item)) for item in _gold(row)]
        found = [_marks(item) for item in report.attributions if _counts(item)]
        tokens = [[Span(token.start, token.end) for token in item] for item in row.sentences]
        per_article.append((row, count(row.text, tokens, gold, found)))
        judged.extend(_judge(row, tokens, gold, report))
    counts = [item for _, item in per_article]
    return Evaluation(
        articles=len(per_article),
        figures=tuple(_figure(name, counts, samples) for name in FIGURES),
        publishers=_publishers(per_article),
        constructions=_constructions(counts),
        calibration_error=calibration_error(judged),
    )


def construction(
    text: str, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
) -> str:
    """Name the form of an attribution by the order of its parts and its quotation marks."""
    if not source:
        return "nobody named"
    if not cue:
        return "no cue"
    words = " ".join(span.of(text) for span in content)
    quoted = "quoted" if words[:1] in "“\"'‘`" else "unquoted"
    order = sorted((("source", source), ("cue", cue), ("content", content)), key=lambda x: x[1][0])
    split = ", split" if len(content) > 1 else ""
    return f"{', '.join(name for name, _ in order)} ({quoted}{split})"


def calibration_error(judged: Iterable[tuple[float, bool]]) -> float | None:
    """Return the expected calibration error of (confidence, was right) pairs, 0-1."""
    pairs = list(judged)
    if not pairs:
        return None
    confidence = np.array([item[0] for item in pairs])
    right = np.array([item[1] for item in pairs], float)
    bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    gaps = [
        abs(confidence[bins == number].mean() - right[bins == number].mean())
        * float((bins == number).mean())
        for number in np.unique(bins)
    ]
    return float(np.sum(gaps))


def _gold(row: CorpusRow) -> list[tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]]:
    if not row.annotations:
        return []
    chosen = row.annotations[min(row.annotations)]
    return [(item.source, item.cue, item.content) for item in chosen]


def _marks(item: Attribution) -> Marks:
    return Marks(
        () if item.source_mention is None else (item.source_mention,),
        () if item.cue is None else (item.cue,),
        item.content,
    )


def _counts(item: Attribution) -> bool:
    """Gold has no carried-over indirect speech: implicit marks count only when they are quotes."""
    return not item.implicit or item.quotation == "direct"


def _judge(
    row: CorpusRow, tokens: Sequence[Sequence[Span]], gold: Sequence[Marks], report: ArticleReport
) -> list[tuple[float, bool]]:
    judged = []
    plain = [Marks(item.source, item.cue, item.content) for item in gold]
    for item in report.attributions:
        if item.implicit:
            continue
        near = [
            mark for mark in plain if any(_touch(a, b) for a in mark.content for b in item.content)
        ]
        one = count(row.text, tokens, near, [_marks(item)])["attribution_content50_and_source"]
        judged.append((item.confidence, one.right > 0))
    return judged


def _touch(one: Span, two: Span) -> bool:
    return one.overlap(two) > 0


def _figure(name: str, counts: Sequence[Counts], samples: int) -> Figure:
    table = np.array(
        [(item[name].right, item[name].found, item[name].there) for item in counts], np.int64
    ).reshape(-1, 3)
    total = Count(*(int(value) for value in table.sum(axis=0)))
    low = high = None
    if samples and len(table):
        drawn = np.random.default_rng(0).integers(0, len(table), (samples, len(table)))
        sums = table[drawn].sum(axis=1)
        scores = 2 * sums[:, 0] / np.maximum(sums[:, 1] + sums[:, 2], 1)
        low, high = (float(value) for value in np.quantile(scores, (0.025, 0.975)))
    return Figure(name, total.precision, total.recall, total.f1, low, high)


def _publishers(
    per_article: Sequence[tuple[CorpusRow, Counts]],
) -> dict[str, dict[str, float | None]]:
    names = sorted({row.meta.get("publisher", "unknown") for row, _ in per_article})
    return {
        name: {
            figure: sum(
                (
                    counts[figure]
                    for row, counts in per_article
                    if row.meta.get("publisher", "unknown") == name
                ),
                Count(),
            ).f1
            for figure in FIGURES
        }
        for name in names
    }


def _constructions(counts: Sequence[Counts]) -> dict[str, tuple[float | None, int]]:
    totals: dict[str, Count] = {}
    for item in counts:
        for name, value in item.items():
            if name.startswith("construction: "):
                key = name.removeprefix("construction: ")
                totals[key] = totals.get(key, Count()) + value
    ordered = sorted(totals.items(), key=lambda pair: (-pair[1].there, pair[0]))
    return {name: (value.recall, value.there) for name, value in ordered}
