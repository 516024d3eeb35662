"""Source mentions are taken apart: head, name, owner, parts."""

from __future__ import annotations

import pytest

from claimtrack.sources.meaning.mentions import Mention, analyse
from claimtrack.sources.phrases import Index, split
from claimtrack.sources.text import Text
from tests.sources.speaking import names_of, read


def _mention(text: str, words: str) -> tuple[Text, Index, Mention]:
    document, index = read(text)
    start = text.index(words)
    from claimtrack.model import Span

    first, last = document.tokens_in(Span(start, start + len(words)))
    return document, index, analyse(document, index, first, last)


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("Ann Lee said it was over.", "Ann Lee", "name"),
        ("On Monday he said it was over.", "he", "pronoun"),
        ("The mayor said it was over.", "The mayor", "nominal"),
        ("Some said it was over.", "Some", "quantity"),
        ("His campaign said it was over.", "His campaign", "nominal"),
        ("Ann Lee, who said it was over, left.", "who", "relative"),
        ("The 52-year-old said it was over.", "The 52-year-old", "nominal"),
    ],
)
def test_forms(text: str, words: str, form: str) -> None:
    assert _mention(text, words)[2].form == form


def test_an_appositive_names_the_described() -> None:
    _, _, mention = _mention("A spokesman, John Doe, said it was over.", "A spokesman, John Doe,")
    assert mention.apposed and mention.name is not None and mention.name.text == "John Doe"


def test_the_head_stands_before_the_preposition() -> None:
    document, _, mention = _mention(
        "A spokesman for the ministry said so.", "A spokesman for the ministry"
    )
    assert document.words[mention.head] == "spokesman"
    assert document.text(mention.first, mention.extent) == "A spokesman for the ministry"


def test_a_share_counts_what_it_is_of() -> None:
    document, _, mention = _mention("Half of the voters said so.", "Half of the voters")
    assert document.words[mention.head] == "voters"


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("The union and the airline said so.", "The union and the airline", 2),
        ("Ann Lee and Bob Dunn said so.", "Ann Lee and Bob Dunn", 2),
        ("Parents, students and staff said so.", "Parents, students and staff", 1),
        ("Ann Lee, an economist and author, said so.", "Ann Lee, an economist and author,", 1),
        ("Ann Lee (D-Ohio) and Bob Dunn (R-Iowa) said so.", "Ann Lee (D-Ohio) and Bob Dunn", 2),
        ("The department of trade and industry said so.", "The department of trade and", 1),
    ],
)
def test_a_mention_of_several_is_split(text: str, words: str, parts: int) -> None:
    from claimtrack.model import Span

    document, index = read(text)
    start = text.index(words)
    first, last = document.tokens_in(Span(start, start + len(words)))
    assert len(split(document, index, first, last)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "{Her Republican colleague, Sen. Dale Pruitt of Kansas,|called} the hold theatre.",
        "{The singer's ex-boyfriend, the actor Dale Pruitt,|denied} it.",
    ],
)
def test_the_name_beside_a_relation_is_the_source(text: str) -> None:
    assert names_of(text) == ["Dale Pruitt"]
