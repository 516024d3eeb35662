from dataclasses import replace

import pytest

from claimtrack.model import InputError
from claimtrack.rendering import Setting, named
from claimtrack.rendering.width import shown
from tests.rendering.newsroom import GENERATOR, SETTING, Line, bridge, compose


def table(*results, width=80, colour=False) -> str:
    return "".join(named("table").render(results, Setting(GENERATOR, width, colour)))


def row(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


def test_the_table_says_who_says_what():
    text = table(bridge())
    assert text.startswith("Bridge to reopen, mayor says\n")
    assert "attributed" in row(text, "s2") and "Anna Krol" in row(text, "s2")
    assert "carried" in text
    assert "unattributed" in row(text, "s4")
    assert "veiled" in row(text, "s5")
    assert "no claim" in row(text, "s7")
    assert "unnamed group" in text
    assert "Warning: This is a made-up article." in text
    assert "never a verdict" in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    long = compose(
        [
            Line("漢字" * 60 + " and a wörd\u0301 " + "x" * 300, "unattributed", opens=True),
            Line("Two.", "unattributed"),
        ],
        [],
        {},
        headline="A headline " * 30,
        url="https://news.example/" + "a" * 300,
    )
    for report in (bridge(), long):
        assert max(map(shown, table(report, width=width).splitlines())) <= width


def test_columns_stay_straight_under_wide_letters():
    wide = compose([Line("漢字漢字 漢字", "unattributed", opens=True)], [], {})
    lines = table(wide).splitlines()
    line = next(line for line in lines if "漢字" in line)
    rule = next(line for line in lines if line.startswith("--"))
    assert shown(line[: line.index("unattributed")]) == rule.index("--", rule.index("  ", 5) + 1)


def test_colours_only_when_asked_for():
    assert "\x1b" not in table(bridge())
    coloured = table(bridge(), colour=True)
    assert "\x1b[36m" in coloured


def test_nothing_in_an_article_reaches_the_terminal_as_a_command():
    report = compose(
        [Line("Red \x1b[31malert\x07 \u202eevil\u2066 \x9b2J \x1b]0;title\x07 end.", opens=True)],
        [],
        {},
        headline="\x1b[2Jgone",
        publisher="\x1b]8;;http://evil.example\x1b\\link",
        url="\x00\x1bc",
    )
    text = table(report)
    assert not any(letter in text for letter in "\x00\x07\x1b\x9b\u202e\u2066")
    assert "alert" in text and "[31m" not in text


def test_what_is_passed_on_is_named():
    report = bridge()
    first = replace(report.attributions[0], via=("src2",))
    text = " ".join(table(replace(report, attributions=(first, *report.attributions[1:]))).split())
    assert "(via The" in text


def test_the_figures_are_there():
    text = table(bridge())
    assert "Own voice" in text and "33 %" in text
    assert "Anonymity explained" not in text


def test_failed_inputs_have_no_table():
    assert table(InputError("x", "empty", "is empty")) == ""


def test_articles_are_kept_apart():
    text = table(bridge(), bridge(), bridge())
    assert text.count("─" * 80) == 3
    assert "3 articles: 18 claims, 50 % attributed, 17 % veiled, 33 % unattributed." in text


def test_an_empty_article_has_a_table():
    assert "Statement" in "".join(named("table").render([compose([], [], {})], SETTING))
