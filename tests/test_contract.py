import json

import jsonschema
import pytest

from claimtrack import contract
from claimtrack.errors import InputProblem
from claimtrack.model import Report
from claimtrack.provenance import Tally, report
from tests.provenance.marking import document, said, source
from tests.rendering.newsroom import GENERATOR


def objects(schema):
    """Yield every part of a schema that describes an object or a property."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


@pytest.fixture
def whole():
    parsed = document("The bridge is closed, the council said. It opened in 1902.", "The end")
    mark = said(
        parsed, "a1", "The bridge is closed", source="the council", cue="said", source_id="src1"
    )
    made = report(parsed, [mark], [source("src1", "named_organization")])
    tally = Tally()
    tally.add(made)
    return Report(GENERATOR, (made,), (), tally.summary()).to_dict()


@pytest.mark.parametrize("name", contract.names())
def test_schemas_are_schemas_that_describe_every_field(name):
    schema = json.loads(contract.schema_text(name))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    for part in objects(schema):
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            for field, value in part["properties"].items():
                assert value.get("description") or "$ref" in value, field


def test_a_report_keeps_to_the_schema(whole):
    assert list(contract.problems(whole)) == []
    assert list(contract.problems(whole["articles"][0], part="article")) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "2.0"),
        (("articles", 0, "verdict"), "false"),
        (("articles", 0, "statements", 0, "status"), "true"),
        (("articles", 0, "statements", 0, "confidence"), 1.5),
        (("articles", 0, "statements", 0, "start"), -1),
        (("articles", 0, "attributions", 0, "content"), []),
        (("articles", 0, "attributions", 0, "source_id"), "the council"),
        (("articles", 0, "sources", 0, "kind"), "person"),
        (("articles", 0, "metrics", "source_count"), None),
    ],
)
def test_what_breaks_the_contract_is_said(whole, path, value):
    at = whole
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    (problem,) = contract.problems(whole)
    assert problem.startswith("$")


def test_files_are_checked_by_document_or_by_line(whole, tmp_path):
    one, many = tmp_path / "one.json", tmp_path / "many.jsonl"
    one.write_text(json.dumps(whole))
    many.write_text(json.dumps(whole["articles"][0]) + "\n{}\n")
    assert list(contract.check(str(one))) == []
    found = list(contract.check(str(many)))
    assert found and all(problem.startswith("line 2: ") for problem in found)
    line = json.dumps(whole["articles"][0]).encode()
    assert list(contract.check("-", line + b"\n" + line)) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"{", "no JSON"), (b"\xff\xfe\xff", "no UTF-8"), (b"[" * 100_000, "JSON|nested")],
)
def test_what_is_no_json_is_a_problem(content, message, tmp_path):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(InputProblem, match=message):
        list(contract.check(str(path)))


def test_a_missing_file_and_an_unknown_schema_are_problems(tmp_path):
    with pytest.raises(InputProblem, match="No such file"):
        list(contract.check(str(tmp_path / "none.json")))
    with pytest.raises(InputProblem, match="no such schema"):
        list(contract.check("x.json", name="verdict"))
