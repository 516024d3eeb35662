import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimtrack.cli.main import main
from claimtrack.cli.progress import duration
from tests.corpus.made import contents, rows

ROOT = Path(__file__).parent.parent.parent
TEXT = "The old bridge is closed, the city council said on Monday. It was built in 1902."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three articles and one that is none, to stand in."""
    monkeypatch.chdir(tmp_path)
    rows(tmp_path / "news.jsonl", [TEXT, "", TEXT, TEXT])
    return tmp_path


def corpus(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["corpus", *map(str, arguments)])


def test_it_writes_shards_and_says_what_failed(here: Path) -> None:
    ran = corpus("news.jsonl", "-o", "out", "--shard-size", 3, "--jobs", 1)
    assert ran.exit_code == 1
    assert ran.stdout == ""
    assert ran.stderr == (
        "claimtrack: news.jsonl:2: is empty\n"
        "claimtrack: out: 4 articles, 1 failed (_errors.jsonl)\n"
    )
    assert sorted(contents(here / "out")) == [
        "_errors.jsonl",
        "_manifest.json",
        "articles-00000.jsonl",
        "articles-00001.jsonl",
    ]
    again = corpus("news.jsonl", "-o", "out", "--shard-size", 3, "--quiet")
    assert (again.exit_code, again.output) == (1, "")
    other = corpus("news.jsonl", "-o", "out", "--shard-size", 4)
    assert other.exit_code == 1
    assert "shard_size 3 where now it is 4" in str(other.exception)


def test_all_went_well(here: Path) -> None:
    options = ["--limit", 1, "--seed", 3, "--sample", 1, "--format", "jsonl.gz", "-q"]
    ran = corpus("news.jsonl", "-o", "out", *options)
    assert (ran.exit_code, ran.output) == (0, "")
    manifest = json.loads((here / "out/_manifest.json").read_text())
    assert manifest["articles"] == 1
    assert manifest["options"]["seed"] == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["news.jsonl"], "Missing option '-o'"),
        (["-o", "out"], "Missing argument 'IN...'"),
        (["-", "-o", "out"], "standard input cannot be read again"),
        (["news.jsonl", "-o", "out", "--sample", "0"], "--sample"),
        (["news.jsonl", "-o", "out", "--runner", "ray", "--limit", "1"], "use --sample"),
    ],
)
def test_what_is_not_understood(here: Path, arguments: list[str], message: str) -> None:
    ran = corpus(*arguments)
    assert ran.exit_code == 2
    assert message in ran.stderr
    assert not (here / "out").exists()


def test_a_folder_that_cannot_be_written_to_is_named(here: Path) -> None:
    (here / "out").write_text("a file")
    ran = corpus("news.jsonl", "-o", "out")
    assert ran.exit_code == 1
    assert "cannot write out" in ran.stderr


@pytest.mark.parametrize(("form", "runner", "extra"), [("parquet", "local", "parquet")])
def test_a_missing_extra_is_named_before_anything_is_begun(
    here: Path, monkeypatch: pytest.MonkeyPatch, form: str, runner: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "claimtrack.corpus.parquet", raising=False)
    ran = corpus("news.jsonl", "-o", "out", "--format", form, "--runner", runner)
    assert f'pip install "claimtrack[{extra}]"' in str(ran.exception)
    assert not (here / "out").exists()


def test_progress_is_shown_on_a_terminal(here: Path) -> None:
    rows(here / "more.jsonl", [TEXT] * 60)
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "claimtrack", "corpus", "more.jsonl", "-o", "out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    code = (
        "import sys; from claimtrack.cli import main, progress; progress.PATIENCE = 0.0\n"
        "progress.PAUSE = 0.0\n"
        "if __name__ == '__main__': main.run()"
    )
    script = here / "patient.py"
    script.write_text(code)
    command = [sys.executable, str(script), *command[3:]]
    ran = subprocess.run(command, stderr=inner, stdout=subprocess.PIPE, env=environment)
    os.close(inner)
    shown = os.read(outer, 65_536).decode()
    os.close(outer)
    assert ran.returncode == 0, shown
    assert "looking through the inputs" in shown
    assert "24 of 60 articles, " in shown and " a second, " in shown and " left" in shown
    assert shown.endswith("\r\x1b[Kclaimtrack: out: 60 articles, none failed\r\n")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(4, "4 s"), (89, "89 s"), (200, "3 min"), (7_200, "2.0 h"), (86_400 * 30, "30.0 days")],
)
def test_times_are_said_as_people_say_them(seconds: float, said: str) -> None:
    assert duration(seconds) == said
