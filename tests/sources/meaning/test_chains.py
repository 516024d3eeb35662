"""Chains of second-hand reports."""

from __future__ import annotations

import pytest

from claimtrack.sources import Resolution
from tests.sources.speaking import speak


def _chain(resolution: Resolution, number: int = 0) -> tuple[str, list[str]]:
    names = {source.id: source.name for source in resolution.sources}
    item = resolution.attributions[number]
    return names[item.source_id or ""], [names[each] for each in item.via]


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("They met, {the Sun Daily|reported}, citing the Foreign Ministry.",
         "Foreign Ministry", ["Sun Daily"]),
        ("The pass fell, {the website Frontline24|reported}, citing the agency Alborz, which"
         " quoted General Reza Moradi.", "Reza Moradi", ["Frontline24", "Alborz"]),
        ("“No,” {Ann Lee|told} Reuters.", "Ann Lee", ["Reuters"]),
        ("{Ann Lee|told} reporters that it was over.", "Ann Lee", []),
        ("{Ann Lee|told} Congress that it was over.", "Ann Lee", []),
        ("{Ann Lee|said}, citing safety concerns, that it was over.", "Ann Lee", []),
    ],
)  # fmt: skip
def test_chains(text: str, source: str, via: list[str]) -> None:
    resolution, _ = speak(text)
    assert _chain(resolution) == (source, via)


def test_the_articles_own_publisher_is_no_link() -> None:
    resolution, _ = speak("“No,” {Ann Lee|told} Reuters.", publisher="Reuters")
    assert _chain(resolution) == ("Ann Lee", [])
    resolution, _ = speak("“No,” {Ann Lee|told} Reuters.", agency="Reuters")
    assert _chain(resolution) == ("Ann Lee", [])


def test_reporters_found_by_the_attribution_room_come_first() -> None:
    from dataclasses import replace

    from claimtrack import language, reading
    from claimtrack.model import Attribution, Span
    from claimtrack.sources import resolve

    text = "Ranta said police had told him to leave it there."
    document = language.parse(reading.read_text(text, id="test"))
    outer = Attribution(
        id="a1", content=(Span(11, len(text)),), source_mention=Span(0, 5), cue=Span(6, 10)
    )
    inner = replace(outer, id="a2", source_mention=Span(11, 17), cue=Span(22, 26), within="a1")
    resolution = resolve(document, (outer, inner))
    assert _chain(resolution, 1) == ("police", ["Ranta"])
