"""What a cue without a clause says: calling a thing something counts, calling a doctor does not."""

from __future__ import annotations

import pytest

from tests.attribution.statuses import statuses


@pytest.mark.parametrize(
    "text",
    [
        "Opponents called the timetable a fantasy.",
        "Councillor Mary Tolan described the survey as worthless.",
        "The central bank expects prices to rise by 4 percent this year.",
        "Analysts at Corven estimate peak sales of $6 billion a year.",
        "The footage showed a man leaping from the bridge.",
        "Moira Duncan recalled running across the bridge in the dark.",
        "He claims not to have read a word of it.",
        "Mice are nocturnal, he pointed out, and they eat around the clock.",
        "The governor said the port was safe, in what Lima called an attack on trade.",
    ],
)
def test_a_verdict_is_a_report(text: str) -> None:
    assert statuses(text) == ["attributed"]


@pytest.mark.parametrize(
    "text",
    [
        "They called an ambulance.",
        "The museum showed the painting.",
        "She recalled the dog.",
        "He pointed a gun at them.",
    ],
)
def test_a_deed_is_none(text: str) -> None:
    assert statuses(text) == ["unattributed"]
