"""The figures: small cases by hand, and the same numbers as the corpus's own scorer."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Span
from claimtrack.training.evaluation import calibration_error, construction
from claimtrack.training.scoring import Count, Marks, count

TEXT = "Ann Lee said the bridge was safe . It is old ."
TOKENS = [
    [Span(0, 3), Span(4, 7), Span(8, 12), Span(13, 16), Span(17, 23), Span(24, 27), Span(28, 32)],
    [Span(35, 37), Span(38, 40), Span(41, 44)],
]
GOLD = Marks((Span(0, 7),), (Span(8, 12),), (Span(13, 32),))
SHARED = Path(__file__).parents[3] / "shared"


def test_gold_against_itself_is_all_right() -> None:
    counts = count(TEXT, TOKENS, [GOLD], [GOLD])
    assert all(item.f1 == 1 for item in counts.values())


def test_a_wrong_source_costs_the_source_only() -> None:
    found = Marks((Span(35, 37),), GOLD.cue, GOLD.content)
    counts = count(TEXT, TOKENS, [GOLD], [found])
    assert counts["sentence_attributed"].f1 == 1
    assert counts["sentence_right_source"].right == 0
    assert counts["attribution_content50"].f1 == 1
    assert counts["attribution_content50_and_source"].right == 0


def test_half_of_the_content_is_enough() -> None:
    enough = Marks(GOLD.source, GOLD.cue, (Span(13, 23),))
    scarce = Marks(GOLD.source, GOLD.cue, (Span(13, 16),))
    assert count(TEXT, TOKENS, [GOLD], [enough])["attribution_content50"].right == 1
    assert count(TEXT, TOKENS, [GOLD], [scarce])["attribution_content50"].right == 0


def test_nothing_found_has_no_precision() -> None:
    counts = count(TEXT, TOKENS, [GOLD], [])
    assert counts["token_micro"].precision is None
    assert counts["token_micro"].f1 == 0
    assert Count().f1 is None


def test_constructions_are_named_by_order_and_marks() -> None:
    assert construction(TEXT, *_parts(GOLD)) == "source, cue, content (unquoted)"
    assert construction(TEXT, (), GOLD.cue, GOLD.content) == "nobody named"


def _parts(marks: Marks) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]:
    return marks.source, marks.cue, marks.content


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_the_calibration_error_is_a_share(judged: list[tuple[float, bool]]) -> None:
    error = calibration_error(judged)
    assert error is None if not judged else 0 <= (error or 0) <= 1


@pytest.mark.skipif(not (SHARED / "tools").exists(), reason="the corpus's scorer is not here")
def test_the_figures_are_those_of_the_corpus_scorer() -> None:
    sys.path.insert(0, str(SHARED / "tools"))
    import score  # type: ignore[import-not-found]

    with gzip.open(SHARED / "data/polnear/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(6), lines, strict=False)]
    shifted = {
        row["id"]: {
            "attributions": [
                {part: [[a, min(b + 9, len(row["text"]))] for a, b in item[part]] for part in item}
                for item in row["annotations"][min(row["annotations"])][::2]
            ]
        }
        for row in rows
    }
    theirs = score.score(rows, shifted)
    totals: dict[str, Count] = {}
    for row in rows:
        gold = [_marks(item) for item in row["annotations"][min(row["annotations"])]]
        found = [_marks(item) for item in shifted[row["id"]]["attributions"]]
        tokens = [[Span(t[0], t[1]) for t in item["tokens"]] for item in row["sentences"]]
        for name, value in count(row["text"], tokens, gold, found).items():
            totals[name] = totals.get(name, Count()) + value
    for name, value in theirs.items():
        if isinstance(value, dict):
            assert round(totals[name].f1 or 0, 4) == pytest.approx(value["f1"], abs=1e-4), name


def _marks(item: dict[str, list[list[int]]]) -> Marks:
    def spans(part: str) -> tuple[Span, ...]:
        return tuple(Span(start, end) for start, end in item.get(part) or ())

    return Marks(spans("source"), spans("cue"), spans("content"))
