"""The article that the project starts from, statement by statement."""

from pathlib import Path

import pytest

import claimtrack

SEED = Path(__file__).parent.parent / "seeds" / "000_dfb3b50d5eecc8a6.txt"

EXPECTED = {
    "The situation in Kazakhstan’s Almaty": ("attributed", "Khabar 24"),
    "Sirens are still going off": ("attributed", "Khabar 24"),
    "On Sunday, Kazakh media reported": ("attributed", "Kazakh media"),
    "Law enforcement authorities had": ("attributed", "Kazakh media"),
    "A wave of protests swept": ("unattributed", None),
    "Despite the government's attempts": ("unattributed", None),
    "Tokayev said on Friday": ("attributed", "Kassym-Jomart Tokayev"),
    "According to Kazakhstan’s Foreign": ("attributed", "Kazakhstan’s Foreign Ministry"),
    "The ministry has called on": ("attributed", "Kazakhstan’s Foreign Ministry"),
    "Preliminary data indicates": ("attributed", "preliminary data"),
}
KINDS = {
    "Khabar 24": "named_organization",
    "Kazakh media": "unnamed_group",
    "Kassym-Jomart Tokayev": "named_person",
    "Kazakhstan’s Foreign Ministry": "named_organization",
    "preliminary data": "document",
}


@pytest.fixture(scope="module")
def report():
    return claimtrack.analyze_file(SEED)


@pytest.fixture(scope="module")
def statements(report):
    return {
        start: [
            item
            for item in report.to_dict()["statements"]
            if item["section"] == "body" and item["text"].startswith(start)
        ]
        for start in EXPECTED
    }


@pytest.mark.parametrize("start", EXPECTED)
def test_a_statement_has_its_source(report, statements, start):
    (statement,) = statements[start]
    names = [source.name for source in report.sources if source.id in statement["source_ids"]]
    status, name = EXPECTED[start]
    assert (statement["status"], names) == (status, [name] if name else [])


def test_the_sources_are_of_their_kinds(report):
    found = {source.name: source.kind for source in report.sources}
    assert {name: found.get(name) for name in KINDS} == KINDS


def test_the_president_has_his_title(report):
    (president,) = [source for source in report.sources if "Tokayev" in source.name]
    assert president.title == "Kazakh President"


def test_one_sentence_holds_both_of_its_contents(report, statements):
    (statement,) = statements["Sirens are still going off"]
    text = report.article.text
    contents = [
        span.of(text)
        for item in report.attributions
        if item.id in statement["attribution_ids"]
        for span in item.content
    ]
    assert any(words.startswith("Sirens") for words in contents)
    assert any("the situation at the checkpoints" in words for words in contents)


def test_what_is_carried_over_says_so(statements):
    implicit = {start for start, (item,) in statements.items() if item["implicit"]}
    assert implicit == {"Law enforcement authorities had"}


def test_the_dateline_is_no_part_of_a_statement(report):
    body = [item for item in report.to_dict()["statements"] if item["section"] == "body"]
    assert body[0]["text"].startswith("The situation")
    assert not any("Sputnik" in item["text"] or "GMT" in item["text"] for item in body)


def test_the_headline_rests_on_unnamed_reports(report):
    (headline,) = [item for item in report.statements if item.section == "headline"]
    assert headline.status in {"attributed", "veiled"}


def test_the_page_around_the_article_is_read_as_what_it_is(report):
    article = report.article
    assert article.headline is not None and article.headline.startswith("Counter-Terrorism")
    assert article.url is not None and article.url.startswith("https://sputnikglobe.com/")
    assert article.published is not None and article.published.startswith("2022-01-10T03:01")
    assert article.publisher == "Sputnik International"
    assert article.dateline == "NUR-SULTAN (Sputnik)"
