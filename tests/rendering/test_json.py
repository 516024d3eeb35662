import json
from dataclasses import replace

from claimtrack.model import InputError, Report
from claimtrack.provenance import Tally
from claimtrack.rendering import named
from tests.rendering.newsroom import GENERATOR, SETTING, bridge

FAILED = InputError("lost.txt", "not-found", "no such file")


def other():
    report = bridge()
    return replace(report, article=replace(report.article, id="other"))


def test_the_pieces_of_a_document_are_the_document():
    results = [bridge(), FAILED, other()]
    tally = Tally()
    for result in results:
        tally.add(result)
    whole = Report(GENERATOR, (results[0], results[2]), (FAILED,), tally.summary())
    pieces = "".join(named("json").render(results, SETTING))
    assert pieces == json.dumps(whole.to_dict(), ensure_ascii=False, indent=2) + "\n"


def test_a_document_without_articles_is_whole():
    document = json.loads("".join(named("json").render([], SETTING)))
    assert document["articles"] == document["errors"] == []


def test_an_article_is_written_before_the_next_is_read():
    taken = []

    def results():
        for number in range(3):
            taken.append(number)
            yield bridge()

    for name in ("json", "jsonl"):
        taken.clear()
        pieces = named(name).render(results(), SETTING)
        for piece in pieces:
            if '"statements"' in piece:
                break
        assert taken == [0], name


def test_lines_are_one_article_each():
    lines = "".join(named("jsonl").render([bridge(), FAILED, other()], SETTING)).splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["article", "other"]


def test_text_survives_whatever_it_holds():
    report = bridge()
    text = "\ud800 lone \x00 \x1b[31m \u202e “é” \u2028"
    odd = replace(report, article=replace(report.article, headline=text))
    for name in ("json", "jsonl"):
        written = "".join(named(name).render([odd], SETTING)).encode()
        document = json.loads(written)
        article = document["articles"][0] if name == "json" else document
        assert article["headline"] == text
