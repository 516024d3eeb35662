"""The command, over a tiny text and with no peer installed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import contestants, rates, starts
from benchmarks.__main__ import main
from benchmarks.processes import Failed, Processes

TEXT = "The bridge is closed, the city council said on Monday. It was built in 1902.\n"


@pytest.fixture
def no_peers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the peers from the processes that are started."""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    for package in ("spacy", "textacy"):
        (hidden / f"{package}.py").write_text(f"raise ImportError({package!r})", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(hidden))
    monkeypatch.setattr(starts, "versions", installed)


def installed(packages: Iterable[str]) -> dict[str, str | None]:
    return {name: None if name in ("spacy", "textacy") else "1.0" for name in packages}


@pytest.mark.slow
def test_the_command_measures_what_is_there(tmp_path: Path, no_peers: None) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    options = ["--words", "30", "--rounds", "1", "--stream", "2", "--longest", "1000"]

    ran = CliRunner().invoke(main, [str(article), *options], catch_exceptions=False)

    assert ran.exit_code == 0, ran.output
    assert "| claimtrack | reports, as objects |" in ran.stdout
    assert ran.stdout.count("not installed") >= 3
    assert "| `claimtrack report seeds/` |" in ran.stdout
    assert "| 1 KB |" in ran.stdout


def test_rounds_begin_with_another_contestant() -> None:
    order: list[str] = []

    def run(name: str) -> contestants.Run:
        def through(texts):
            order.append(name)
            sum(range(10_000))
            yield from texts

        return through

    found = rates.race({name: run(name) for name in "abc"}, ["one two"], 2)

    assert order == [*"abc", *"bca", *"cab"]
    assert all(len(rounds) == 2 and min(rounds) > 0 for rounds in found.values())


def test_a_process_that_fails_is_told_with_its_message() -> None:
    with Processes() as running, pytest.raises(Failed, match="no such thing"):
        running.python("-c", "raise SystemExit('no such thing')")


def test_a_process_is_timed_and_weighed() -> None:
    with Processes() as running:
        cost = running.python("-c", "sum(range(3_000_000)); bytearray(60_000_000)")

    assert cost.processor > 0.01
    assert cost.clock > 0.01
    assert cost.peak > 60
