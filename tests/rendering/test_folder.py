import json
from dataclasses import replace

from claimtrack.model import InputError
from claimtrack.rendering import Format, named
from claimtrack.rendering.folder import write_folder
from tests.rendering.newsroom import SETTING, bridge


def with_id(identity):
    report = bridge()
    return replace(report, article=replace(report.article, id=identity))


def test_each_article_has_a_file(tmp_path):
    results = [with_id("a"), InputError("x", "empty", "is empty"), with_id("../b")]
    passed = list(write_folder(results, tmp_path, named("json"), SETTING))
    assert [result for result, _ in passed] == results
    assert passed[1][1] is None
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files[0] == "a.json" and len(files) == 2
    assert [json.loads(path.read_text())["articles"][0]["id"] for _, path in passed if path] == [
        "a",
        "../b",
    ]


def listing(entries, setting):
    for entry in entries:
        yield f"{entry.file} {entry.id} {entry.metrics.statement_count}\n"


def test_a_format_with_an_overview_gets_one(tmp_path):
    chosen = Format(
        "jsonl", ".txt", "a test", named("jsonl").renderer, f"{listing.__module__}:listing"
    )
    list(write_folder([with_id("a"), with_id("index")], tmp_path, chosen, SETTING))
    lines = (tmp_path / "index.txt").read_text().splitlines()
    assert lines[0] == "a.txt a 6"
    assert lines[1].endswith(" index 6") and not lines[1].startswith("index.txt")
