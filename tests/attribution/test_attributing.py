"""The whole room: whatever the text, its attributions are spans of it, in order, repeatable."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import language, reading
from claimtrack.attribution import attribute, engine
from claimtrack.model import Attribution

WORDS = [
    *(
        "said",
        "Ann",
        "Lee",
        "the",
        "mayor",
        "according",
        "to",
        "police",
        "that",
        "“",
        "”",
        '"',
        ",",
    ),
    *(
        ".",
        ":",
        "—",
        "told",
        "reporters",
        "was",
        "by",
        "it",
        "is",
        "alleged",
        "adding",
        "\n\n",
        "had",
    ),
    *(
        "reportedly",
        "MS.",
        "ROY",
        "?",
        "who",
        "claimed",
        "would",
        "not",
        "comment",
        "''",
        "``",
        "’",
    ),
]
ENGINE = engine()


def _attributions(text: str) -> tuple[Attribution, ...]:
    return attribute(language.parse(reading.read_text(text)), ENGINE)


@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_words_give_sound_attributions(words: list[str]) -> None:
    text = "Ann Lee " + " ".join(words)
    found = _attributions(text)
    assert found == _attributions(text)
    names = [item.id for item in found]
    assert names == [f"a{number}" for number in range(1, len(found) + 1)]
    for item in found:
        assert 0 <= item.confidence <= 1
        assert item.content
        for span in (*item.content, *filter(None, (item.source_mention, item.cue))):
            assert span.of(text).strip()
        assert list(item.content) == sorted(item.content)
        assert all(a.end <= b.start for a, b in zip(item.content, item.content[1:], strict=False))
        assert item.continues is None or item.continues in names
        assert item.within is None or item.within in names


@pytest.mark.parametrize(
    "unit",
    [
        "Mayor Ann Lee said the bridge was safe. “It is old,” she said. “It will stay.”\n\n",
        "MS. LEE: The bridge is safe and it will stay so.\n\n",
        "The board added:\n\n“It is typical of them, and nobody knows why it goes on.”\n\n",
        "Mayor Ann Lee said the bridge was safe, ",
    ],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(times: int) -> float:
        document = language.parse(reading.read_text(unit * times))
        begin = time.process_time()
        attribute(document, ENGINE)
        return time.process_time() - begin

    seconds(50)
    short = min(seconds(100) for _ in range(2))
    assert seconds(1000) < 30 * max(short, 0.01)


def test_nothing_to_read_gives_nothing() -> None:
    assert attribute(language.parse(reading.read_text("* * *")), ENGINE) == ()


def test_a_text_that_breaks_off_behind_a_second_subject_is_read() -> None:
    text = "The poll said 40% support Democratic Rep. Lee, and 42% support Republican Sen."
    assert any(item.cue is not None and item.cue.of(text) == "said" for item in _attributions(text))
