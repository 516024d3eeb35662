"""Every rule fires on its own examples, and not on the others."""

from __future__ import annotations

import pytest

import claimtrack
from claimtrack.attribution.rules import rules
from claimtrack.model import ArticleReport

VETOES = ("false-friend",)
YES = [(rule.name, text) for rule in rules().values() for text in rule.yes]
NO = [(rule.name, text) for rule in rules().values() for text in rule.no]


def _fired(report: ArticleReport, name: str) -> bool:
    if name in VETOES:
        return not report.attributions
    return any(reason.name == name for item in report.attributions for reason in item.evidence)


@pytest.mark.parametrize(("name", "text"), YES)
def test_a_rule_fires_on_its_examples(name: str, text: str) -> None:
    assert _fired(claimtrack.analyze(text), name)


@pytest.mark.parametrize(("name", "text"), NO)
def test_a_rule_keeps_still_on_counter_examples(name: str, text: str) -> None:
    assert not _fired(claimtrack.analyze(text), name)
