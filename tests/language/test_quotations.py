from __future__ import annotations

import pytest

from tests.language.golden import cases, document


@pytest.mark.parametrize(
    "lines", [pytest.param(lines, id=title) for title, lines in cases("quotations.txt")]
)
def test_quotations_are_those_listed(lines: list[str]) -> None:
    text = "\n".join(line for line in lines if not line.startswith(">"))
    found = []
    for quotation in document(text).quotations:
        described = ">" * quotation.depth + " " + text[quotation.start : quotation.end]
        described += "" if quotation.closed else " (open)"
        described += "" if quotation.continues is None else " (goes on)"
        found.append(described)

    assert found == [line for line in lines if line.startswith(">")]


def test_depth_counts_the_marks_as_inside() -> None:
    found = document("He said “she told me, ‘no,’ twice” again.")

    inside = "".join(str(depth) for depth in found.quote_depth)

    assert inside == "001111122221100"


def test_a_reopened_quotation_knows_the_one_that_it_carries_on() -> None:
    found = document("“One.\n“Two.\n“Three.”")

    assert [item.continues for item in found.quotations] == [None, 0, 1]


def test_tokens_of_a_quotation_include_its_marks() -> None:
    found = document("He said “no comment” twice.")
    (quotation,) = found.quotations

    assert found.words[quotation.first : quotation.last] == ("“", "no", "comment", "”")


def test_a_stray_mark_is_bounded_by_its_paragraph() -> None:
    paragraphs = ["“A stray mark here", *["Nothing is quoted here."] * 20]
    found = document("\n".join(paragraphs))

    outside = [item for item in found.sentences if found.quote_depth[item.first] == 0]

    assert len(outside) == 20
