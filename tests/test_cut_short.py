"""Articles may break off anywhere: after any word there is a report, and no fault."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from claimtrack import analyze
from tests.case_files import case_paths, read_case


@pytest.mark.parametrize("path", case_paths(), ids=lambda path: path.stem)
def test_a_text_that_breaks_off_has_a_report(path: Path) -> None:
    case = read_case(path)
    words = case.article.split(" ")
    chance = random.Random(case.name)
    for _ in range(2):
        end = chance.randint(2, len(words))
        start = max(0, end - chance.choice((3, 9, 40, 400)))
        text = " ".join(words[start:end])
        if any(map(str.isalpha, text)):
            assert analyze(text, id="cut").statements is not None
