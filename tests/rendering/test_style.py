"""The style sheet: contrast of WCAG AA in light and dark, for every colour that it knows."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from claimtrack.rendering.voices import COLOURS, PATTERNS

STYLE = (files("claimtrack.rendering") / "templates" / "page.css").read_text("utf-8")
DARK = STYLE.split("@media screen and (prefers-color-scheme: dark) {", 1)[1].split("\n}\n", 1)[0]
LIGHT = STYLE.split("@media", 1)[0]
SCHEMES = {"light": LIGHT, "dark": DARK}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def colours(scheme: str, selector: str) -> dict[str, str]:
    found = re.search(rf"(?:^|[\s}}]){re.escape(selector)} {{([^}}]*)}}", SCHEMES[scheme])
    assert found, f"{selector} in {scheme}"
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", found[1]))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read(scheme: str) -> None:
    root = colours(scheme, ":root")
    for text in ("ink", "soft", "link"):
        for ground in ("paper", "card", "hatch"):
            assert contrast(root[text], root[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("number", range(COLOURS))
def test_each_source_can_be_read_and_its_line_seen(scheme: str, number: int) -> None:
    root, own = colours(scheme, ":root"), colours(scheme, f".k{number}")
    assert contrast(own["c"], root["paper"]) >= 4.5  # its name; the letter on its sign
    assert contrast(own["c"], root["card"]) >= 4.5
    assert contrast(root["ink"], own["g"]) >= 4.5  # what it says
    assert contrast(own["c"], own["g"]) >= 3.0  # the line under it
    assert colours(scheme, f".on-k{number}")["g"] == own["g"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_sources_have_one_colour(scheme: str) -> None:
    assert len({colours(scheme, f".k{number}")["c"] for number in range(COLOURS)}) == COLOURS


def test_every_pattern_has_a_line_of_its_own() -> None:
    lines = [re.search(rf"\.p{n} {{([^}}]*)}}", STYLE) for n in range(PATTERNS)]
    assert len({line[1] for line in lines if line}) == PATTERNS
