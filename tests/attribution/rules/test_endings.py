"""Contents end with a whole phrase."""

from __future__ import annotations

import numpy as np
import pytest

from claimtrack import language
from claimtrack.attribution.models.selection import Reading, framed
from claimtrack.attribution.rules import endings
from claimtrack.language import Document
from claimtrack.model import Article, Paragraph, Span


def _parsed(text: str) -> Document:
    return language.parse(Article(id="t", text=text, paragraphs=(Paragraph(Span(0, len(text))),)))


def _finished(text: str, opening: str, ending: str) -> str:
    """Return how far content goes that was cut off behind ``ending``."""
    document = _parsed(text)
    first = document.words.index(opening)
    last = document.words.index(ending, first) + 1
    reading = Reading((0, 1), (1, 2), ((first, last),), 0.9)
    marked = framed([reading], len(document))
    start, end = endings.finished(document, reading, (first, last), marked)
    return document.span(start, end).of(text)


@pytest.mark.parametrize(
    ("text", "ending", "whole"),
    [
        ("Mines say prices fell because of the global slump in trade.", "global", "in trade"),
        ("Police say they came down 15 kilometres north of Osterby.", "north", "of Osterby"),
        ("Mothers say they work at night in order to survive.", "order", "to survive"),
        ("Fans say the crowd will not see the game if they do not queue.", "do", "not queue"),
        ("Officers say a vote would be held by noon at the latest.", "the", "latest"),
        ("Officers say the troops will be sent to a place where the search had begun.", "search",
         "had begun"),
    ],
)  # fmt: skip
def test_a_phrase_that_was_cut_is_whole_again(text: str, ending: str, whole: str) -> None:
    document = _parsed(text)
    assert _finished(text, document.words[2], ending).endswith(whole)


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("Officers say the road is closed, but the mayor has denied it.", "closed"),
        ("Officers say the road is closed in a statement on Monday.", "closed"),
        ("Officers say the road is closed and a detour has been set up.", "closed"),
    ],
)
def test_what_ends_stays_as_it_is(text: str, ending: str) -> None:
    assert _finished(text, "the", ending).endswith(ending)


def test_sources_and_cues_belong_to_no_other_content() -> None:
    document = _parsed("Police said four men fled.")
    reading = Reading((0, 1), (1, 2), ((2, 5),), 0.9)
    assert np.flatnonzero(framed([reading], len(document))).tolist() == [0, 1]
