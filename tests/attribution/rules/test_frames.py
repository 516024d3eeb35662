"""Source and cue of one report are no content of another."""

from __future__ import annotations

from claimtrack import language, reading
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import frames

TEXT = "The union said prices fell and predicted a strike."


def _reading(source: Range | None, cue: Range, *content: Range) -> Reading:
    return Reading(source, cue, content, 0.8)


def test_content_ends_before_the_next_cue_and_its_link() -> None:
    document = language.parse(reading.read_text(TEXT))
    said = _reading((0, 2), (2, 3), (3, 7))
    predicted = _reading(None, (6, 7), (7, 9))
    first, second = frames.clear(document, [said, predicted])
    assert " ".join(document.words[slice(*first.content[0])]) == "prices fell"
    assert second == predicted


def test_a_reading_of_nothing_but_a_frame_falls() -> None:
    document = language.parse(reading.read_text("Rates rose, she said, when he explained."))
    said = _reading((3, 4), (4, 5), (0, 2))
    explained = _reading((7, 8), (8, 9), (3, 5))
    assert frames.clear(document, [said, explained]) == [said]


def test_a_reading_alone_in_its_sentence_stays() -> None:
    document = language.parse(reading.read_text(TEXT))
    said = _reading((0, 2), (2, 3), (3, 9))
    assert frames.clear(document, [said]) == [said]
