"""Every golden case, one by one: what an editor expects against what claimtrack says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import claimtrack
from tests.case_files import case_paths, known_failures, problems_of_text, read_case
from tests.golden import explain, failures

PATHS = case_paths()
KNOWN = known_failures()


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _parameters() -> list[object]:
    marks = {name: pytest.mark.xfail(reason=reason, strict=True) for name, reason in KNOWN.items()}
    return [
        pytest.param(
            path, id=_name(path), marks=[marks[_name(path)]] if _name(path) in marks else []
        )
        for path in PATHS
    ]


@pytest.mark.parametrize("path", PATHS, ids=_name)
def test_case_file_is_well_formed(path: Path) -> None:
    case = read_case(path)
    assert not list(problems_of_text(case))


@pytest.mark.parametrize("path", _parameters())
def test_case_holds(path: Path) -> None:
    case = read_case(path)
    found = failures(case, claimtrack.analyze(case.article, id=case.name))
    if found:
        pytest.fail(explain(case, found), pytrace=False)


def test_known_failures_name_cases_and_say_why() -> None:
    assert set(KNOWN) <= {_name(path) for path in PATHS}
    assert all(KNOWN.values())


def test_no_article_is_given_twice() -> None:
    articles = Counter(read_case(path).article for path in PATHS)
    assert not [article for article, count in articles.items() if count > 1]
