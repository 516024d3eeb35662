"""The word that opens a sentence is a name only if more than its capital says so."""

from __future__ import annotations

import pytest

from claimtrack import analyze
from tests.sources.speaking import read


def _names(text: str) -> set[str]:
    _, index = read(text)
    return {name.text for name in index.names}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She has been boiling her water. Boiling does not remove lead.", "Boiling"),
        ("Villagers said the stream had turned brown.", "Villagers"),
        ("Monday, 1:05 a.m. — Officers went to Elm Street.", "Officers"),
        ("Ferry boss says repairs may last.\n\nThe head of a ferry company said so.", "Ferry"),
        ("A Bench of two judges heard the case. The Bench said it was late.", "Bench"),
    ],
)
def test_common_words_are_no_names(text: str, word: str) -> None:
    assert word not in _names(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sanders said it was late. He met Ann Sanders.", "Sanders"),
        ("Beijing was silent.", "Beijing"),
        ("Hope said she had no hope.", "Hope"),
        ("“We call him Buddy.” Buddy went home with a buddy.", "Buddy"),
    ],
)
def test_names_that_look_like_words_stay(text: str, word: str) -> None:
    assert word in _names(text)


def test_what_stands_alone_elsewhere_tells_where_a_name_begins() -> None:
    found = _names(
        "Weigher Dewi Parry, from Bangor, said he was cross. The prize went to Dewi Parry."
    )
    assert "Dewi Parry" in found
    assert "Weigher Dewi Parry" not in found


def test_a_credit_names_nobody() -> None:
    text = "Residents met at the hall. (Photo by Ed Wasik/The Beacon) The mayor left."
    assert not any("Wasik" in name for name in _names(text))


def test_a_group_is_given_in_small_letters() -> None:
    source = analyze("Stream turns brown\n\nVillagers said the stream was brown.").sources[0]
    assert (source.name, source.kind) == ("villagers", "unnamed_group")
