"""The guides say what is so: the fields of the contract, the formats, the options."""

from __future__ import annotations

import json
import re
from pathlib import Path

from claimtrack import contract
from claimtrack.rendering import FORMATS

DOCS = Path(__file__).parent.parent / "docs"


def test_the_fields_that_are_named_are_those_of_the_schema() -> None:
    page = (DOCS / "tool-builder.md").read_text("utf-8")
    definitions = json.loads(contract.schema_text())["$defs"]
    table = re.findall(
        r"^\| `(\w+)` \| (.*) \|$", page.split("## The JSON")[1].split("- `start`")[0], re.M
    )
    parts = {"statements": "statement", "attributions": "attribution", "sources": "source"}
    assert {name for name, _ in table} <= set(definitions["article"]["properties"])
    for name, meaning in table:
        if name in parts:
            fields = set(re.findall(r"`(\w+)`", meaning))
            assert fields and fields <= set(definitions[parts[name]]["properties"]), name


def test_the_formats_that_are_named_exist() -> None:
    page = (DOCS / "tool-builder.md").read_text("utf-8").split("## Other formats")[1]
    named = set(re.findall(r"^\| `(\w+)` \|", page, re.M))
    assert named == {item.name for item in FORMATS} - {"table", "json", "jsonl"}


def test_the_options_of_the_server_that_are_named_exist() -> None:
    from claimtrack.cli.serve import serve

    known = {name for option in serve.params for name in (*option.opts, *option.secondary_opts)}
    page = (DOCS / "tool-builder.md").read_text("utf-8").split("## The HTTP interface")[1]
    assert set(re.findall(r"`(--[\w-]+)`", page)) <= known
