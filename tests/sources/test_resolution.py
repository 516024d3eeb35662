"""What holds for every article, and for very long ones."""

from __future__ import annotations

import random
from itertools import pairwise
from time import process_time

import pytest

from claimtrack import language, reading
from claimtrack.model import Attribution, Span
from claimtrack.sources import Resolution, resolve
from tests.sources.speaking import speak

_PIECES = (
    "{Ann Lee, a doctor in Leeds,|said} the ward was full.",
    "{She|added} that {Dr. Lee|had said} so before.",
    "{The Foreign Ministry|denied} it, {Reuters|reported}, citing {a source|saying} otherwise.",
    "{His mother and the mayor|said} no.",
    "{They|said} nothing, {who|knows} why.",
    "“{I|know},” {he|told} the Sun Daily.",
    "{According to police|}, it rained.",
    "{Some of the 40 officials at the White House|said} so.",
    "{,|said} nobody.",
    "{The former|said} yes; {the latter|said} no.",
    "Dr. (R-Ohio) {U.S.|said} “{''|}” - {it|says}…",
    "{one of Mr. Obama's aides|said} {that|it} {which|was} {its|was} good.",
)


def _article(seed: int) -> str:
    chance = random.Random(seed)
    pieces = [chance.choice(_PIECES) for _ in range(chance.randint(1, 12))]
    return "".join(piece + chance.choice((" ", "\n\n", "\n")) for piece in pieces)


def _check(resolution: Resolution, text: str) -> None:
    ids = [source.id for source in resolution.sources]
    assert ids == [f"src{number}" for number in range(1, len(ids) + 1)]
    firsts = [source.mentions[0].start for source in resolution.sources if source.mentions]
    assert firsts == sorted(firsts)
    for item in resolution.attributions:
        if item.source_mention is None:
            assert item.source_id is None and not item.via and not item.co_sources
        elif any(letter.isalnum() for letter in item.source_mention.of(text)):
            assert item.source_id in ids
            assert set(item.via) <= set(ids) and set(item.co_sources) <= set(ids)
            assert item.source_id not in item.via
    for source in resolution.sources:
        assert source.name.strip()
        spans = source.mentions
        assert all(one.end <= other.start for one, other in pairwise(spans))
        for span in (*source.mentions, *source.justification):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)


@pytest.mark.parametrize("seed", range(40))
def test_every_attribution_with_a_mention_has_a_source(seed: int) -> None:
    resolution, text = speak(_article(seed))
    _check(resolution, text)


def test_the_same_article_gives_the_same_sources() -> None:
    article = _article(7)
    assert speak(article) == speak(article)


def test_nothing_said_gives_no_sources() -> None:
    document = language.parse(reading.read_text("It rained in Leeds all day long.", id="test"))
    assert resolve(document, ()) == Resolution((), ())


def test_a_veiled_attribution_has_no_source() -> None:
    document = language.parse(reading.read_text("It reportedly rained in Leeds.", id="test"))
    veiled = Attribution(id="a1", content=(Span(0, 2),), cue=Span(3, 13))
    resolution = resolve(document, (veiled,))
    assert resolution.sources == () and resolution.attributions == (veiled,)


def test_what_goes_on_takes_the_source_of_what_it_continues() -> None:
    text = "Kazakh media reported a blast. Police had closed the road. It was dark."
    document = language.parse(reading.read_text(text, id="test"))
    first = Attribution(
        id="a1", content=(Span(22, 30),), source_mention=Span(0, 12), cue=Span(13, 21)
    )
    second = Attribution(
        id="a2",
        content=(Span(31, 58),),
        source_mention=Span(0, 12),
        implicit=True,
        continues="a1",
    )
    resolution = resolve(document, (first, second))
    assert [item.source_id for item in resolution.attributions] == ["src1", "src1"]
    assert len(resolution.sources) == 1


def test_several_sources_of_one_mention_are_all_kept() -> None:
    resolution, _ = speak("{The Red Crescent and the Foreign Ministry|said} so.")
    names = {source.id: source.name for source in resolution.sources}
    item = resolution.attributions[0]
    assert names[item.source_id or ""] == "Red Crescent"
    assert [names[each] for each in item.co_sources] == ["Foreign Ministry"]


def test_time_grows_with_the_length_of_the_article_only() -> None:
    def seconds(copies: int) -> float:
        pieces = []
        for number in range(copies):
            name = f"Ann{number} Lee{number}"
            pieces.append(
                f"{{{name}, mayor of Town{number},|said}} so. {{The mayor|added}} that"
                f" {{a spokesman for Acme{number} Bank|said}} no. {{The bank|denied}} it."
            )
        text = "\n\n".join(pieces)
        begun = process_time()
        speak(text)
        return process_time() - begun

    seconds(20)
    short, long = seconds(150), seconds(1200)
    assert long < 8 * short * 2.5


def test_it_was_learnt_has_no_source() -> None:
    text = "{The Bank|said} no. {It|was learnt} that two left. {It|was told} that it rained."
    resolution, _ = speak(text)
    assert resolution.attributions[1].source_id is None
    assert resolution.attributions[2].source_id is not None
