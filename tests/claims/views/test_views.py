"""Claims shown: every format holds what the timeline holds, and hostile text stays text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from claimtrack import contract
from claimtrack.claims import Filter, Store, Timeline
from claimtrack.claims.views import annotations, document, page, rows, table
from tests.claims.made import Line, report

SAID = "military forces had been stationed at all 13 checkpoints around the <b>city</b>"
HOSTILE = '=cmd|"/c calc"!A1 <script>alert(1)</script> \x1b[31m'


@pytest.fixture
def timelines() -> Iterator[list[Timeline]]:
    with Store(":memory:") as store:
        first = Line(SAID, "Kazakh media", ("Khabar 24",))
        store.add_dict(
            report("one", HOSTILE, "2022-01-10T08:00", first, url="https://one.example/a")
        )
        store.add_dict(
            report("two", "Herald", "2022-01-10T09:00", Line(SAID, HOSTILE), url="javascript:x")
        )
        store.add_dict(report("three", "Wire", "2022-01-11", SAID.replace("13", "30")))
        store.add_dict(report("four", None, None, SAID))
        yield store.timelines(Filter(least_articles=1))


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        self.links += [values["href"] or ""] if "href" in values else []
        self.ids += [values["id"] or ""] if "id" in values else []


def test_json_keeps_to_the_schema(timelines: list[Timeline]) -> None:
    claims = [item.claim for item in timelines]
    for made in (document.shown(timelines, "1.0"), document.listed(claims, "1.0")):
        assert list(contract.problems(json.loads(json.dumps(made)), name="claims")) == []
    for line in document.lines(timelines):
        assert list(contract.problems(json.loads(line), part="claim", name="claims")) == []


def test_json_names_steps_and_drifts(timelines: list[Timeline]) -> None:
    whole = document.timeline(timelines[0])["timeline"]
    assert [step["article"] for step in whole["steps"]] == ["one", "two", "four"]
    assert [step["parent"] for step in whole["steps"]] == [None, "p1", None]
    kinds = {(drift["kind"], drift["from"], drift["to"]) for drift in whole["drifts"]}
    assert ("source_changed", "p1", "p2") in kinds
    assert ("number_changed", "p2", "o1") in kinds


def test_the_page_is_whole_and_safe(timelines: list[Timeline]) -> None:
    text = "".join(page.render(timelines[0], "1.0"))
    parsed = Page()
    parsed.feed(text)
    assert not {"script", "b", "img", "iframe", "link"} & set(parsed.tags) - {"b"}
    assert "<script>alert" not in text and "\x1b" not in text
    assert [link for link in parsed.links if not link.startswith("#")] == ["https://one.example/a"]
    assert len(parsed.ids) == len(set(parsed.ids))
    assert "default-src 'none'" in text
    assert parsed.tags.count("circle") == 4
    assert {"title", "desc", "h1", "table", "svg", "main"} <= set(parsed.tags)


def test_cells_are_no_formulas(timelines: list[Timeline]) -> None:
    found = list(csv.DictReader(io.StringIO("".join(rows.render(timelines)))))
    assert len(found) == sum(len(item.steps) for item in timelines)
    for row in found:
        assert tuple(row) == rows.COLUMNS
        for value in row.values():
            assert not value.startswith(("=", "+", "-", "@", "\t"))
    assert any(row["outlet"].startswith("'=cmd") for row in found)


def test_annotations_link_the_later_to_the_earlier(timelines: list[Timeline]) -> None:
    made = annotations.collection(timelines[:1])
    items = made["first"]["items"]
    assert made["total"] == len(items) == 2
    link = next(item for item in items if item["body"][0]["source"] == "https://one.example/a")
    assert link["motivation"] == "linking"
    assert link["target"]["source"].startswith("urn:uuid:")
    quote, position = link["target"]["selector"]
    assert quote["exact"] == SAID
    assert position["end"] - position["start"] == len(SAID)
    assert {body.get("value") for body in link["body"][1:]} == {"source_changed"}
    assert annotations.collection(timelines[:1]) == made


@pytest.mark.parametrize("width", [80, 120])
def test_tables_fit_and_are_plain(timelines: list[Timeline], width: int) -> None:
    listed = "".join(table.listed([item.claim for item in timelines], width))
    shown = "".join(table.shown(timelines[0], width))
    for text in (listed, shown):
        assert "\x1b" not in text
        assert max(map(len, text.splitlines())) <= width
    assert "number changed" in shown
    assert timelines[0].claim.id in listed


def test_an_empty_list_says_so() -> None:
    assert "".join(table.listed([], 80)) == "No claims.\n"
