"""Two sources in one sentence: who quotes, and who is quoted."""

from __future__ import annotations

import pytest

import claimtrack
from claimtrack.model import ArticleReport


def _marks(report: ArticleReport, text: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            None if item.source_mention is None else item.source_mention.of(text),
            None if item.cue is None else item.cue.of(text),
            " … ".join(piece.of(text) for piece in item.content),
        )
        for item in report.attributions
    ]


@pytest.mark.parametrize(
    ("text", "outer", "inner", "said"),
    [
        (
            "Interfax quoted the ministry as saying that 11 drones had been shot down overnight.",
            "Interfax",
            "the ministry",
            "that 11 drones had been shot down overnight",
        ),
        (
            "Vesna cited Torva's mayor, Ilse Kask, as saying the ferries would sail.",
            "Vesna",
            "Torva's mayor, Ilse Kask",
            "the ferries would sail",
        ),
        (
            'State television quoted a port official as saying: "Every crane is working."',
            "State television",
            "a port official",
            '"Every crane is working."',
        ),
    ],
)
def test_both_speak_and_one_within_the_other(text: str, outer: str, inner: str, said: str) -> None:
    report = claimtrack.analyze(text)
    first, second = _marks(report, text)
    assert first[0] == outer
    assert second == (inner, "as saying", said)
    assert report.attributions[1].within == report.attributions[0].id
    assert first[2].startswith(inner)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We will not give in,” Vesna quoted the mayor as saying.", "the mayor"),
        ("The dam had failed before, Vesna quoted Ilse Kask as saying on Monday.", "Ilse Kask"),
    ],
)  # fmt: skip
def test_who_is_quoted_behind_the_words_says_them(text: str, inner: str) -> None:
    first, second = _marks(claimtrack.analyze(text), text)
    assert first[0] == "Vesna"
    assert second[:2] == (inner, "as saying")
    assert first[2].startswith(second[2])


@pytest.mark.parametrize(
    "text",
    [
        "The ministry was quoted as saying that 11 drones had been shot down overnight.",
        "The Herald cites several studies as evidence that it works.",
    ],
)
def test_a_passive_and_a_thing_quote_nobody(text: str) -> None:
    assert all(item.within is None for item in claimtrack.analyze(text).attributions)
