"""The golden cases with the accurate engine: it holds what the default one holds, or says why."""

from __future__ import annotations

import pytest

import claimtrack
from claimtrack.analysis import engine_of
from tests.case_files import ACCURATE_FAILURES, case_paths, known_failures, read_case
from tests.golden import failures

FLOATING = 2
"""How many cases the floating point of another machine may lose."""


def test_the_accurate_engine_holds_the_cases_that_it_is_said_to_hold() -> None:
    pytest.importorskip("onnxruntime", reason="the accurate engine needs onnxruntime")
    engine = engine_of("accurate")
    listed = {**known_failures(), **known_failures(ACCURATE_FAILURES)}
    lost = []
    for case in map(read_case, case_paths()):
        if case.name in listed:
            continue
        if failures(case, claimtrack.analyze(case.article, id=case.name, engine=engine)):
            lost.append(case.name)
    assert len(lost) <= FLOATING, lost


def test_what_it_loses_is_held_by_the_default_engine() -> None:
    """Cases that neither holds stand in the other list."""
    assert not known_failures(ACCURATE_FAILURES).keys() & known_failures().keys()
