"""``claimtrack claims`` and ``claimtrack track``."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimtrack import contract
from claimtrack.claims import Store
from claimtrack.cli.main import main
from tests.claims.made import Line, report

SAID = "Military forces have been stationed at all 13 checkpoints around the city"


@pytest.fixture
def store(tmp_path: Path) -> str:
    path = tmp_path / "claims.db"
    with Store(path) as made:
        made.add_dict(report("one", "Post", "2022-01-10T08:00", Line(SAID, "the ministry")))
        made.add_dict(
            report(
                "two",
                "Herald",
                "2022-01-11",
                SAID,
                "An old wooden mill near the harbour burned down",
            )
        )
    return str(path)


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["claims", *arguments], input=stdin)


def test_the_list(store: str) -> None:
    ran = run("--db", store)
    assert ran.exit_code == 0, ran.output
    assert "source lost" in ran.output and "2 articles" in ran.output
    for arguments, count in (
        (["--since", "2022-01-11"], 1),
        (["--since", "2023"], 0),
        (["--source", "Ministry"], 1),
        (["--drift", "source_lost"], 1),
        (["--drift", "hedge_added"], 0),
        (["--search", "checkpoints city"], 1),
        (["--articles", "1"], 2),
    ):
        made = json.loads(run("--db", store, "--format", "json", *arguments).output)
        assert len(made["claims"]) == count, arguments
        assert list(contract.problems(made, name="claims")) == []


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("table", "source lost"),
        ("json", '"parent": "p1"'),
        ("html", "<svg"),
        ("webannotation", "linking"),
    ],
)
def test_one_claim(store: str, tmp_path: Path, name: str, sign: str) -> None:
    (claim,) = json.loads(run("--db", store, "--format", "json").output)["claims"]
    ran = run("show", claim["id"], "--db", store, "--format", name)
    assert ran.exit_code == 0, ran.output
    assert sign in ran.output
    assert run("--db", store, "show", claim["id"], "--format", name).output == ran.output
    suffix = {"table": "txt", "webannotation": "jsonld"}.get(name, name)
    target = tmp_path / f"claim.{suffix}"
    assert run("show", claim["id"], "--db", store, "-o", str(target)).exit_code == 0
    assert target.read_text("utf-8") == ran.output


def test_export(store: str) -> None:
    lines = run("export", "--db", store).output.splitlines()
    assert len(lines) == 2
    for line in lines:
        assert list(contract.problems(json.loads(line), part="claim", name="claims")) == []
    assert len(run("export", "--db", store, "--format", "csv").output.splitlines()) == 4


def test_unknown_claims_and_stores_are_named(store: str, tmp_path: Path) -> None:
    for arguments, part in (
        (["show", "c0123456789", "--db", store], "no such claim"),
        (["--db", str(tmp_path / "none.db")], "no such store"),
        (["compare", str(tmp_path / "none.tsv")], "none.tsv"),
    ):
        ran = run(*arguments)
        assert ran.exit_code != 0
        assert part in str(ran.exception) + ran.output


def test_pairs_are_compared(tmp_path: Path) -> None:
    pairs = "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n1\t1\t2\t" + SAID + "\t" + SAID + ".\n"
    named = tmp_path / "named.tsv.gz"
    named.write_bytes(gzip.compress(("\ufeff" + pairs).encode()))
    first, second = run("compare", str(named)).output.splitlines()
    assert first.split("\t") == ["match", "probability", "conflicts", "first", "second"]
    assert second.split("\t") == ["1", "1.000000", "[]", SAID, SAID + "."]
    bare = f"{SAID}\t{SAID.replace('13', '30')}\n"
    output = run("compare", "-", stdin=bare.encode()).output
    match, _, conflicts = output.splitlines()[1].split("\t")[:3]
    assert match == "0"
    assert json.loads(conflicts) == [
        {"kind": "number", "first": "13 checkpoints", "second": "30 checkpoints"}
    ]


def test_a_line_without_a_pair_keeps_its_place() -> None:
    ran = CliRunner().invoke(main, ["claims", "compare", "-"], input="a\tb\nalone\nc\td\n")
    assert ran.exit_code == 1
    assert [line.split("\t")[0] for line in ran.stdout.splitlines()[1:]] == ["0", "", "0"]
    assert "line 2: no pair" in ran.stderr


def test_track_needs_articles() -> None:
    ran = CliRunner().invoke(main, ["track"])
    assert ran.exit_code == 2


def test_rebuild(store: str) -> None:
    ran = CliRunner().invoke(main, ["track", "--rebuild", "--db", store])
    assert ran.exit_code == 0, ran.output
    assert "rebuilt the claims of 2 articles" in ran.stderr
