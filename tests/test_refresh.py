"""What the repository shows of the program's output is what the program says now."""

import json

import pytest

from claimtrack import contract
from tests import refresh


@pytest.mark.parametrize("name", refresh.GENERATED)
def test_a_page_is_current(name):
    made = refresh.GENERATED[name]()
    assert (refresh.ROOT / name).read_text(encoding="utf-8") == made, "python -m tests.refresh"


def test_the_committed_reports_are_current():
    made = refresh.committed_reports()
    assert made
    for path, text in made.items():
        assert path.read_text(encoding="utf-8") == text, "python -m tests.refresh"
        assert list(contract.problems(json.loads(text))) == []
    assert set(refresh.ROOT.glob("reports/*")) == set(made)
