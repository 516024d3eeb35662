"""Every rule fires on its own examples, and not on the others.

A rule speaks where the model is silent, so each example is read three times: as it is, with no
draft of the model at all, and with the model's drafts robbed of their sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from claimtrack import language, reading
from claimtrack.attribution import attributing, engine
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.models.weights import look, shipped
from claimtrack.attribution.rules.catalogue import rules

VETOES = ("false-friend",)
YES = [(rule.name, text) for rule in rules().values() for text in rule.yes]
NO = [(rule.name, text) for rule in rules().values() for text in rule.no]


def _readings(text: str) -> Iterator[list[Reading]]:
    document = language.parse(reading.read_text(text))
    weights = shipped()
    seen = look((document,), weights)
    judged = attributing.judge(seen, engine().scores((document,)), weights, None)
    drafts, chance = judged.drafts, judged.standing
    sourceless = [replace(item, source=None, backing=0.0) for item in drafts]
    nothing = np.zeros(0, np.float32)
    yield attributing.read(document, seen, drafts, chance, weights.thresholds)
    yield attributing.read(document, seen, [], nothing, weights.thresholds)
    yield attributing.read(document, seen, sourceless, chance, weights.thresholds)


@pytest.mark.parametrize(("name", "text"), YES)
def test_a_rule_fires_on_its_examples(name: str, text: str) -> None:
    runs = list(_readings(text))
    if name in VETOES:
        assert not any(runs)
    else:
        assert any(name in item.rules for run in runs for item in run)


@pytest.mark.parametrize(("name", "text"), NO)
def test_a_rule_keeps_still_on_counter_examples(name: str, text: str) -> None:
    found = next(_readings(text))
    if name in VETOES:
        assert found
    else:
        assert not any(name in item.rules for item in found)
