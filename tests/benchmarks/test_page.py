"""The tables of the benchmarks, and their place in the documentation."""

from __future__ import annotations

import pytest

from benchmarks import growth, page, quality
from benchmarks.contestants import CONTESTANTS
from benchmarks.growth import Point
from benchmarks.machine import Machine
from benchmarks.page import Outcome
from benchmarks.processes import Cost
from benchmarks.rates import Rate
from benchmarks.starts import Start, Stream

NAMES = tuple(item.name for item in CONTESTANTS)


def outcome(*, peers: bool) -> Outcome:
    ours = [(50_000.0, 60_000.0, 61_000.0), (40_000.0, 54_000.0, 50_000.0), (40_000.0,) * 3]
    rates = [*ours, (10_000.0,) * 3, ()]
    return Outcome(
        machine=Machine("A processor", 2, 24, "Linux x86_64", "3.11.7"),
        versions={"claimtrack": "0.1.0", "spacy": "3.8.0" if peers else None},
        texts="some articles",
        rates=[
            Rate(name, rounds if peers or "spaCy" not in name else ())
            for name, rounds in zip(NAMES, rates, strict=True)
        ],
        starts=[
            Start("claimtrack --help", Cost(0.11, 0.1, 22.2)),
            Start("spacy.load(…)(text)", Cost(2.0, 1.9, 200.0) if peers else None),
        ],
        streams=[Stream("claimtrack", 120.4, 121.6), Stream("spaCy", None, None)],
        articles=2000,
        points=[
            Point(100_000, 16_000, 0.5, 150.0, 130.0),
            Point(1_000_000, 160_000, 5.0, 330.0, 130.0),
        ],
        quality=quality.figures(),
    )


def test_ratios_are_taken_round_by_round() -> None:
    first, second = Rate("a", (10.0, 20.0, 40.0)), Rate("b", (5.0, 20.0, 10.0))

    assert second.times(first) == 0.5
    assert second.middle == 10.0


def test_the_tables_say_what_was_found() -> None:
    made = page.figures(outcome(peers=True))

    assert "| claimtrack | reports, as objects | 60,000 | 1.00 | 120, 122 |" in made
    assert "| spaCy | sentences, tags, dependencies | 10,000 | 0.17 | – |" in made
    assert "| `claimtrack --help` | 0.11 | 0.10 | 22 |" in made
    assert "| 1,000 KB | 160,000 | 5.0 | 32,000 | 330 | 200 |" in made
    assert "to the power of 1.00" in made
    assert "A processor, 2 cores, 24 GiB of memory" in made


def test_what_is_not_installed_is_said_so() -> None:
    made = page.figures(outcome(peers=False))

    assert "| spaCy | sentences, tags, dependencies | not installed | – | – |" in made
    assert "| `spacy.load(…)(text)` | not installed | – | – |" in made
    assert "spacy not installed" in made


def test_time_that_grows_with_the_square_shows() -> None:
    points = [Point(size, size, (size / 100_000) ** 2, 1.0, 1.0) for size in growth.SIZES]

    power = growth.slope(points)

    assert power is not None and round(power, 6) == 2
    assert growth.slope(points[:3]) is None


def test_the_model_card_gives_the_quality() -> None:
    assert len(quality.figures()) == len(quality.FIGURES)


def test_figures_are_put_between_their_marks() -> None:
    text = page.PAGE.read_text(encoding="utf-8")

    changed = page.with_figures(text, "a table\n")

    assert changed.count("a table\n") == 1
    assert page.with_figures(changed, "another\n") == page.with_figures(text, "another\n")
    with pytest.raises(ValueError, match="no place"):
        page.with_figures("a page", "a table\n")
