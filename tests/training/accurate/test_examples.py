from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from claimtrack.attribution.accurate.wordpieces import Vocabulary
from claimtrack.training.accurate.examples import NOT_LINKED, UNKNOWN, example, read_rows

WORDS = "the mill will close ann reed said on it tom hale added that".split()
VOCABULARY = Vocabulary(["[PAD]", "[unused1]", "[UNK]", "[CLS]", "[SEP]", ".", *WORDS])
TEXT = "The mill will close, Ann Reed said.\n\nIt will close on it."


def _row(annotations: list[dict[str, Any]]) -> dict[str, Any]:
    tokens = [[m.start(), m.end()] for m in re.finditer(r"\w+|[^\w\s]", TEXT)]
    split = TEXT.index("\n")
    return {
        "id": "a",
        "text": TEXT,
        "sentences": [
            {"tokens": [token for token in tokens if token[0] < split]},
            {"tokens": [token for token in tokens if token[0] > split]},
        ],
        "annotations": {"second": [], "first": annotations},
    }


def _span(words: str) -> list[int]:
    at = TEXT.index(words)
    return [at, at + len(words)]


def test_labels_follow_the_marked_spans() -> None:
    row = _row(
        [
            {
                "source": [_span("Ann Reed")],
                "cue": [_span("said")],
                "content": [_span("The mill will close")],
            }
        ]
    )
    item = example(row, VOCABULARY, limit=50)
    assert item.labels.tolist() == [5, 6, 6, 6, 0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0]
    assert [item.spans[index] for index in item.links[0]] == [(5, 7), (7, 8)]
    assert item.links[7].tolist() == [item.links[0, 0], UNKNOWN]
    assert item.links[4].tolist() == [UNKNOWN, UNKNOWN]


def test_a_content_without_source_points_nowhere() -> None:
    row = _row([{"source": [], "cue": [_span("said")], "content": [_span("The mill")]}])
    assert example(row, VOCABULARY, limit=50).links[0, 0] == NOT_LINKED


def test_a_blank_line_opens_a_paragraph() -> None:
    item = example(_row([]), VOCABULARY, limit=50)
    assert (item.pieces.ids == 1).sum() == 2
    assert item.labels.sum() == 0


@pytest.mark.parametrize("packed", [True, False])
def test_rows_are_read_packed_or_not(tmp_path: Path, packed: bool) -> None:
    line = json.dumps({"id": "a"}) + "\n\n"
    path = tmp_path / ("rows.jsonl.gz" if packed else "rows.jsonl")
    path.write_bytes(gzip.compress(line.encode()) if packed else line.encode())
    assert list(read_rows(path)) == [{"id": "a"}]
