"""Subjects that stand apart, within a phrase, or are only asked to say something."""

from __future__ import annotations

import pytest

import claimtrack


def _sources(text: str) -> list[str | None]:
    found = claimtrack.analyze(text).attributions
    return [None if item.source_mention is None else item.source_mention.of(text) for item in found]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The papers, filed in a lawsuit in Ohio, allege the deal was secret.", "The papers"),
        ("The union maintains the staff were treated unfairly.", "The union"),
        ("As the BBC reports, the two armies are now very close to the capital.", "the BBC"),
        ("There should be no more than 200 men in their security forces at all he says.", "he"),
        (
            "Lawyers acting on behalf of several former directors requested that it be put off.",
            "Lawyers acting on behalf of several former directors",
        ),
        ("The board has advised all mayors to assume that the wells are not safe.", "The board"),
        ("The judge forced the firm to admit it had lost the files.", "the firm"),
        ("Diplomats observing the talks said a deal was near.", "Diplomats observing the talks"),
    ],
)  # fmt: skip
def test_the_source_is_who_says_it(text: str, source: str) -> None:
    assert source in _sources(text)


@pytest.mark.parametrize(
    "text",
    [
        "In Washington, voters queued for hours.",
        "India closed the border, but Nepal did not.",
        "The deal he said he wanted was never made.",
    ],
)
def test_no_source_is_made_up(text: str) -> None:
    assert not [item for item in _sources(text) if item not in (None, "he")]
