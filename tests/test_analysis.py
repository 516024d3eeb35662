import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack import analysis, contract
from claimtrack.reading import read_text
from claimtrack.rendering import Setting, named

TEXT = "The old bridge is closed, the city council said on Monday. It was built in 1902."


def test_a_text_gives_a_report():
    report = claimtrack.analyze(TEXT, id="bridge")
    assert isinstance(report, claimtrack.ArticleReport)
    assert report.article.id == "bridge"
    assert [statement.status for statement in report.statements] == ["attributed", "unattributed"]
    assert report.to_dict()["statements"][0]["source_ids"] == ["src1"]


def test_a_text_without_an_id_gets_one_that_stays():
    assert claimtrack.analyze(TEXT).article.id == claimtrack.analyze(TEXT).article.id


def test_a_file_gives_a_report(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT)
    assert claimtrack.analyze_file(path).article.source_file == str(path)


def test_a_file_of_many_articles_is_no_article(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT}) + "\n")
    with pytest.raises(claimtrack.InputProblem, match="more than one"):
        claimtrack.analyze_file(path)
    assert [article.text for article in claimtrack.read(path)] == [TEXT, TEXT]


def test_what_cannot_be_read_raises_or_is_handed_on(tmp_path):
    missing = tmp_path / "missing.txt"
    good = tmp_path / "good.txt"
    good.write_text(TEXT)
    with pytest.raises(claimtrack.InputProblem):
        list(claimtrack.read(missing, good))
    problems = []
    articles = list(claimtrack.read(missing, good, on_problem=problems.append))
    assert [article.id for article in articles] == ["good"]
    assert [problem.source for problem in problems] == [str(missing)]


SEEDS = Path(__file__).parent.parent / "seeds"


def test_an_article_is_read_alike_alone_and_in_company():
    texts = [TEXT, "Nobody spoke.", "* * *", *(path.read_text() for path in SEEDS.glob("*.txt"))]
    articles = [read_text(text, id=f"x{number}") for number, text in enumerate(texts * 2)]
    together = claimtrack.analyze_articles(articles)
    assert together == [claimtrack.analyze_article(article) for article in articles]
    assert [report.article for report in together] == articles
    assert claimtrack.analyze_articles([]) == []


def test_one_bad_article_stops_none_of_those_it_is_read_with(monkeypatch):
    resolve = analysis.sources.resolve

    def fails(document, attributions):
        if "gremlin" in document.article.text:
            raise RuntimeError("no")
        return resolve(document, attributions)

    monkeypatch.setattr(analysis.sources, "resolve", fails)
    missing = claimtrack.InputProblem("lost.txt", "not there", code="missing")
    texts = [TEXT, f"{TEXT} A gremlin.", TEXT]
    items = [read_text(text, id=f"x{number}") for number, text in enumerate(texts)]
    found = list(analysis.results([items[0], missing, *items[1:]]))
    assert [getattr(item, "code", "report") for item in found] == [
        *("report", "missing", "internal", "report"),
    ]
    assert found[0] == claimtrack.analyze_article(items[0])


def test_batches_keep_order_and_size():
    items = [read_text("x" * size, id=str(size)) for size in (5, 90_000, 20_000, *[7] * 30)]
    found = list(analysis.batches(items))
    assert [item for batch in found for item in batch] == items
    assert all(len(batch) <= 12 for batch in found)
    assert [len(item.text) for item in found[0]] == [5, 90_000]


PIECES = st.sampled_from(
    [
        *("The council said ", "“", "”", "'", '"', "he ", "Mr. Smith ", "told Reuters ", "that "),
        *("according to police, ", "reportedly ", ". ", "? ", ": ", "\n", "\n\n", "the sea ", "—"),
        *("is closed", "Read more: x", "(AP) — ", "U.S. ", "http://x.org ", "…", "it is said "),
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=300)))
def test_every_report_keeps_to_the_contract(text):
    try:
        report = claimtrack.analyze(text, id="x")
    except claimtrack.InputProblem:
        return
    setting = Setting(claimtrack.Generator("claimtrack", claimtrack.__version__, "linear"))
    document = json.loads("".join(named("json").render([report], setting)))
    assert list(contract.problems(document)) == []
    article = document["articles"][0]
    spans = [
        span
        for item in article["attributions"]
        for span in (item["source_mention"], item["cue"], *item["content"])
        if span is not None
    ]
    spans += [span for item in article["sources"] for span in item["mentions"]]
    for span in spans:
        assert span["start"] < span["end"]
        assert article["text"][span["start"] : span["end"]] == span["text"]
    ids = {
        key: {item["id"] for item in article[key]}
        for key in ("statements", "attributions", "sources")
    }
    last = 0
    for item in article["statements"]:
        assert last <= item["start"] < item["end"]
        last = item["end"]
        assert set(item["attribution_ids"]) <= ids["attributions"]
        assert set(item["source_ids"]) <= ids["sources"]
        assert bool(item["source_ids"]) == (item["status"] == "attributed")
    for item in article["attributions"]:
        assert {item["source_id"], *item["via"]} - {None} <= ids["sources"]
        assert {item["continues"], item["within"]} - {None} <= ids["attributions"]
