"""The whole path, from text to every format, on what should break it."""

from __future__ import annotations

import time

import pytest

from tests import fuzz
from tests.rendering.test_hostile import SET


@pytest.mark.parametrize("name", SET)
def test_the_hostile_set_comes_out_whole(name: str) -> None:
    trouble = SET[name]
    fuzz.check(f"{trouble}\n\nThe mayor, {trouble}, said: “{trouble}.” It rained.\n\n{trouble}")


@pytest.mark.parametrize("seed", range(1, 21))
def test_made_articles_come_out_whole(seed: int) -> None:
    fuzz.check(fuzz.article(seed))


@pytest.mark.parametrize(
    "text",
    [
        "word " * 10_000,
        "said " * 5_000,
        "“" * 2_500 + "x" + "”" * 2_500,
        "“a” said " * 1_500,
        "A" * 100_000,
        "Mr. " * 5_000,
        "according to the " * 1_000,
        "(" * 5_000,
        "a\n" * 5_000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_no_text_is_slow(text: str) -> None:
    start = time.process_time()
    fuzz.check(text)
    assert time.process_time() - start < 30
