"""The checker of the golden cases: it finds what is wrong, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimtrack.model import (
    Article,
    ArticleReport,
    Attribution,
    Metrics,
    Paragraph,
    Source,
    Span,
    Statement,
)
from tests.case_files import CaseError, problems_of_text, read_case
from tests.golden import failures

ARTICLE = "The Herald reported that the pier is closed, citing mayor Ann Lee. It rained."
RIGHT = (
    "The Herald reported … Lee. | attributed | Ann Lee | kind=named_person; title=mayor; via=Herald"
)


def _report() -> ArticleReport:
    text = ARTICLE + "\n"
    end = text.index(" It rained")
    attribution = Attribution(
        "a1",
        (Span(20, 43),),
        Span(text.index("Ann"), end - 1),
        Span(11, 19),
        source_id="src1",
        via=("src2",),
    )
    metrics: Any = dict.fromkeys(Metrics.__dataclass_fields__)
    return ArticleReport(
        Article("x", text, (Paragraph(Span(0, len(text) - 1)),)),
        (
            Statement("s1", Span(0, end), 0, "body", "attributed", False, ("a1",), ("src1",)),
            Statement("s2", Span(end + 1, len(text) - 1), 0, "body", "unattributed"),
        ),
        (attribution,),
        (
            Source("src1", "Ann Lee", "named_person", title="the Mayor"),
            Source("src2", "The Herald", "named_organization", outlet=True),
        ),
        Metrics(**metrics),  # the figures play no part in the cases
    )


def _failed(tmp_path: Path, line: str) -> str:
    path = tmp_path / "group" / "case.txt"
    path.parent.mkdir()
    path.write_text(f"# A case.\n{ARTICLE}\n== expected ==\n{line}\n", "utf8")
    case = read_case(path)
    return "".join(failures(case, _report()).values()) + "".join(problems_of_text(case))


@pytest.mark.parametrize(
    "line",
    [
        RIGHT,
        "It rained. | unattributed | -",
        "It rained | unattributed/veiled | - | count=0",
        "The Herald reported | attributed | ~Lee | quotation=indirect; cue=reported; implicit=no",
        "The Herald reported | attributed | Lee / Ann Lee + (Herald) | title=pier / mayor",
    ],
)
def test_right_expectations_hold(tmp_path: Path, line: str) -> None:
    assert _failed(tmp_path, line) == ""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (RIGHT.replace("title=mayor", "title=pier"), "expected title"),
        (RIGHT.replace("via=Herald", "via=-"), "via=-"),
        (RIGHT.replace("attributed | Ann Lee", "attributed | Herald"), "unexpected source"),
        ("It rained | veiled | -", "expected veiled, got unattributed"),
        ("The Herald … closed | unattributed | -", "no statement"),
        ("The Herald | attributed | Ann Lee | count=2", "expected 2 attributions, got 1"),
        ("The Herald | attributed | Ann Lee | quotation=direct", "quotation=direct"),
        ("The Herald | attributed | Ann Lee | outlet=yes", "outlet=yes"),
        ("The Herald | attributed | Bob Lee", "not in the article"),
    ],
)
def test_wrong_expectations_fail(tmp_path: Path, line: str, message: str) -> None:
    assert message in _failed(tmp_path, line)


@pytest.mark.parametrize(
    "line",
    [
        "It rained | unknown | -",
        "It rained | unattributed | Ann Lee",
        "It rained | attributed | -",
        "It rained | unattributed | - | colour=red",
        "It rained | attributed | Ann Lee | kind=human",
        "It rained",
    ],
)
def test_lines_not_in_the_format_are_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(CaseError):
        _failed(tmp_path, line)
