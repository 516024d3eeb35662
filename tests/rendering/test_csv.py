"""CSV: one row a statement, and never a formula."""

from __future__ import annotations

import csv as reader
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import ArticleReport, Source
from claimtrack.rendering import csv
from tests.rendering.newsroom import SETTING, Line, bridge, compose, quick


def rows(*reports: ArticleReport) -> list[dict[str, str]]:
    written = "".join(csv.render(reports, SETTING))
    return list(reader.DictReader(io.StringIO(written, newline=""), strict=True))


def test_one_row_a_statement_under_one_head() -> None:
    table = rows(bridge(), bridge())
    assert len(table) == 14
    assert table[1]["sources"] == "Anna Krol"
    assert table[1]["titles"] == "Mayor"
    assert table[1]["cues"] == "said"
    assert table[2]["implicit"] == "true"
    assert table[5]["sources"] == "The city’s engineers; Anna Krol"
    assert table[5]["quotations"] == "indirect; direct"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", '"=1', "\t=1", "＝1", "|calc", "\ufeff=1"]
)
def test_what_a_spreadsheet_would_run_is_made_text(text: str) -> None:
    assert csv.cell(text).startswith("'")


def test_numbers_stay_numbers() -> None:
    assert csv.cell(-1) == "-1"
    assert csv.cell(None) == ""


@quick
@given(st.text(st.characters(exclude_characters="⟦⟧|"), min_size=1, max_size=60))
def test_any_text_stays_in_its_cell(text: str) -> None:
    report = compose(
        [Line(f"⟦a1 source|{text}⟧ ⟦a1 content|{text}⟧")],
        [Source("src1", text, "document", title=text)],
        {"a1": "src1"},
        headline=text,
        url=text,
    )
    (row,) = rows(report)
    assert None not in row and set(row) == set(csv.COLUMNS)
    for value in row.values():
        assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert value.isprintable() or "\u00a0" not in value
        assert not any(character in value for character in "\x00\n\r\x1b\u202e")
