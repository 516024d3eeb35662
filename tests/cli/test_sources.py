"""``claimtrack sources``: one list of the sources of many articles."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from claimtrack.cli.main import main

ONE = "Ann Lee, mayor of Leeds, said on Monday that the bridge was closed. It had rained all night."
TWO = "The bridge will open in May, Ann Lee said on Tuesday. The river is high this year."


def _files(folder: Path) -> list[str]:
    paths = []
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def test_a_source_of_two_articles_is_listed_once(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["sources", *_files(tmp_path), "--format", "json"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    mayor = [item for item in found["sources"] if item["name"] == "Ann Lee"]
    assert len(mayor) == 1
    assert len(mayor[0]["articles"]) == 2
    assert mayor[0]["titles"] == ["mayor of Leeds"]
    assert found["errors"] == []


def test_the_table_goes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "sources.txt"
    result = CliRunner().invoke(main, ["sources", *_files(tmp_path), "-o", str(target)])
    assert result.exit_code == 0, result.output
    assert "Ann Lee" in target.read_text(encoding="utf-8")
    assert result.stdout == ""


def test_an_input_that_fails_is_told_and_the_rest_is_listed(tmp_path: Path) -> None:
    paths = [*_files(tmp_path), str(tmp_path / "missing.txt")]
    result = CliRunner().invoke(main, ["sources", *paths])
    assert result.exit_code == 1
    assert "Ann Lee" in result.stdout
    assert "missing.txt" in result.stderr
