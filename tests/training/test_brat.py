"""brat standoff: what is written as a report comes back as annotations."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.errors import CorpusProblem
from claimtrack.model import Span
from claimtrack.training import brat, examples

TEXT = "Mayor Ann Lee said the bridge was safe.\n"
LINES = [
    "T1\tStatement 0 39\tMayor Ann Lee said the bridge was safe.",
    "T2\tContent 19 29;30 38\tthe bridge was safe",
    "T3\tSource 0 13\tMayor Ann Lee",
    "T4\tCue 14 18\tsaid",
    "R1\tSays Arg1:T3 Arg2:T2",
    "R2\tSignals Arg1:T4 Arg2:T2",
    "A1\tQuotation T2 indirect",
]


def test_contents_come_with_their_source_and_cue() -> None:
    (found,) = brat.parse(LINES, "one.ann")
    assert found.source == (Span(0, 13),)
    assert found.cue == (Span(14, 18),)
    assert found.content == (Span(19, 29), Span(30, 38))


def test_a_damaged_line_is_told_by_its_number() -> None:
    with pytest.raises(CorpusProblem, match=r"one\.ann:2"):
        brat.parse([LINES[0], "T2\tContent nineteen 29\tthe"], "one.ann")


def test_a_folder_without_annotations_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusProblem, match=r"no \.ann files"):
        list(brat.read(tmp_path))


def test_a_folder_becomes_examples(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one.ann").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    (example,) = examples.read([tmp_path])
    words = example.document.words
    assert [words[place] for place in example.marked[0].source] == ["Mayor", "Ann", "Lee"]
    assert [words[place] for place in example.marked[0].cue] == ["said"]
