import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack import analysis, attribution, contract
from claimtrack.cli.main import main
from claimtrack.cli.options import ENGINES

ROOT = Path(__file__).parent.parent.parent
TEXT = "The old bridge is closed, the city council said on Monday. It was built in 1902."


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(*arguments, data=None):
    return CliRunner().invoke(main, ["report", *map(str, arguments)], input=data)


def process(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "claimtrack", "report", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        preexec_fn=interruptible,
        **options,
    )


def interruptible():
    """Undo what a shell does to programs that it starts in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def valid(text):
    document = json.loads(text)
    assert list(contract.problems(document)) == []
    return document


def test_a_file_gives_a_table_and_nothing_else(here):
    Path("bridge.txt").write_text(TEXT)
    ran = report("bridge.txt")
    assert ran.exit_code == 0
    assert "attributed" in ran.stdout and "Statement" in ran.stdout
    assert ran.stderr == ""
    assert [path.name for path in here.iterdir()] == ["bridge.txt"]


def test_json_keeps_to_the_contract(here):
    Path("bridge.txt").write_text(TEXT)
    document = valid(report("bridge.txt", "--format", "json").stdout)
    (article,) = document["articles"]
    assert article["id"] == "bridge"
    assert article["text"] == TEXT
    assert document["generator"]["model"].startswith("linear")


def test_without_a_path_the_seeds_are_reported_and_saved(here):
    Path("seeds").mkdir()
    Path("seeds/bridge.txt").write_text(TEXT)
    ran = report()
    assert ran.exit_code == 0
    assert "Statement" in ran.stdout
    assert "reports/bridge.json" in ran.stderr
    assert valid(Path("reports/bridge.json").read_text())["articles"][0]["id"] == "bridge"


def test_without_a_path_what_is_piped_in_is_reported(here):
    Path("seeds").mkdir()
    Path("seeds/bridge.txt").write_text("Another text. It says little.")
    ran = report(data=TEXT)
    assert "council" in ran.stdout and "Another" not in ran.stdout
    assert valid(Path("reports/stdin.json").read_text())


def test_without_a_path_and_with_a_format_nothing_is_saved(here):
    ran = report("--format", "json", data=TEXT)
    assert valid(ran.stdout)["articles"][0]["id"] == "stdin"
    assert list(here.iterdir()) == []


def test_with_nothing_at_all_it_is_a_usage_error(here):
    ran = report()
    assert ran.exit_code == 2
    assert "seeds" in ran.stderr


def test_a_dash_is_standard_input(here):
    assert valid(report("-", "--format", "json", data=TEXT).stdout)["articles"][0]["text"] == TEXT
    rows = "".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in "ab")
    lines = report("-", "--format", "jsonl", data=rows).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b"]


def test_an_empty_standard_input_is_a_failed_input(here):
    ran = report("-", data="")
    assert ran.exit_code == 1
    assert "standard input" in ran.stderr and ran.stdout == ""


def test_rows_come_out_under_their_ids_with_their_text(here):
    rows = [{"id": "../x", "text": " Odd\r\ntext, they said.\n"}, {"id": "B", "text": TEXT}]
    with gzip.open("in.jsonl.gz", "wt") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    ran = report("in.jsonl.gz", "-o", "out.jsonl")
    assert (ran.exit_code, ran.stdout) == (0, "")
    made = [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]
    assert [{"id": row["id"], "text": row["text"]} for row in made] == rows
    assert all(not list(contract.problems(row, part="article")) for row in made)


@pytest.mark.parametrize("target", ["out/", "there"])
def test_a_folder_gets_a_file_an_article(here, target):
    Path("there").mkdir()
    rows = [{"id": name, "text": TEXT} for name in ("../../x", "a", "A", "b")]
    Path("in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert report("in.jsonl", "-o", target).exit_code == 0
    files = list(Path(target).iterdir())
    assert {valid(path.read_text())["articles"][0]["id"] for path in files} == {
        row["id"] for row in rows
    }
    assert len({path.name.lower() for path in files}) == 4
    assert sorted(path.name for path in here.iterdir()) == sorted(
        {"in.jsonl", "there", Path(target).name}
    )


def test_the_suffix_of_the_output_chooses_the_format(here):
    Path("bridge.txt").write_text(TEXT)
    for name in ("out.json", "out.txt"):
        report("bridge.txt", "-o", name)
    assert valid(Path("out.json").read_text())
    assert "Statement" in Path("out.txt").read_text()


def test_one_bad_input_stops_nothing(here):
    Path("folder").mkdir()
    Path("empty.txt").write_text("")
    Path("binary.txt").write_bytes(bytes(range(256)) * 50)
    Path("rows.jsonl").write_text('{"id": "a"}\nnot json\n' + json.dumps({"text": TEXT}) + "\n")
    Path("good.txt").write_text(TEXT)
    bad = ["missing.txt", "folder", "empty.txt", "binary.txt"]
    ran = report(*bad, "rows.jsonl", "good.txt", "--format", "json")
    assert ran.exit_code == 1
    document = valid(ran.stdout)
    assert len(document["articles"]) == 2
    assert document["summary"]["error_count"] == 6 == len(ran.stderr.splitlines())
    for name in bad:
        assert name in ran.stderr
        assert any(name in error["input"] for error in document["errors"])


def test_what_is_unusual_is_said_and_done(here):
    Path("latin.txt").write_bytes(TEXT.replace("old", "d\xe9mod\xe9").encode("latin-1"))
    Path("wide.txt").write_bytes(b"\xff\xfe" + TEXT.encode("utf-16-le"))
    Path("line.txt").write_text(TEXT * 300)
    Path("german.txt").write_text(
        "Die alte Brücke über den Fluss ist seit Montag gesperrt. Sie wurde im Jahr 1902 gebaut, "
        "und niemand weiß, wann sie wieder geöffnet wird. Das sagte der Rat der Stadt."
    )
    ran = report("latin.txt", "wide.txt", "line.txt", "german.txt", "--format", "json")
    assert ran.exit_code == 0
    latin, wide, line, german = valid(ran.stdout)["articles"]
    assert latin["warnings"] and "latin.txt" in ran.stderr
    assert wide["text"] == TEXT
    assert line["text"] == TEXT * 300
    assert german["warnings"] and "german.txt" in ran.stderr


def test_a_fault_of_ours_costs_one_article_only(here, monkeypatch):
    real = analysis.analyze_articles

    def faulty(articles, **options):
        if any(article.id == "bad" for article in articles):
            raise ZeroDivisionError("oops")
        return real(articles, **options)

    monkeypatch.setattr(analysis, "analyze_articles", faulty)
    rows = [{"id": name, "text": TEXT} for name in ("bad", "good")]
    Path("in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    ran = report("in.jsonl", "--format", "json")
    document = valid(ran.stdout)
    assert ran.exit_code == 1
    assert [article["id"] for article in document["articles"]] == ["good"]
    (error,) = document["errors"]
    assert error["code"] == "internal" and "bad" in error["input"] and "oops" in error["message"]


def test_an_unknown_engine_is_a_usage_error(here):
    ran = report("bridge.txt", "--engine", "steam")
    assert ran.exit_code == 2
    assert "steam" in ran.stderr


def test_the_command_knows_the_engines():
    assert ENGINES == attribution.NAMES


def test_an_output_that_cannot_be_written_is_said(here):
    Path("bridge.txt").write_text(TEXT)
    ran = report("bridge.txt", "-o", "bridge.txt/out.json")
    assert ran.exit_code == 1
    assert "cannot write" in ran.stderr


def test_colours_never_go_into_a_pipe(here):
    Path("bridge.txt").write_text(TEXT)
    assert "\x1b" not in report("bridge.txt").output


def test_a_reader_that_goes_away_ends_it_quietly(here):
    rows = (json.dumps({"id": str(n), "text": TEXT * 20}) + "\n" for n in range(300))
    Path("in.jsonl").write_text("".join(rows))
    ran = process("in.jsonl", "--format", "jsonl", cwd=here)
    ran.stdout.readline()
    ran.stdout.close()
    errors = ran.stderr.read()
    ran.stderr.close()
    assert ran.wait(60) == 0
    assert errors == b""


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX knows them")
def test_an_interrupt_ends_it_quietly(here):
    rows = (json.dumps({"id": str(n), "text": TEXT * 20}) + "\n" for n in range(3000))
    Path("in.jsonl").write_text("".join(rows))
    ran = process("in.jsonl", "-o", "out.jsonl", "--format", "jsonl", cwd=here)
    while not list(here.glob(".out.jsonl*")):
        assert ran.poll() is None
    ran.send_signal(signal.SIGINT)
    _, errors = ran.communicate(timeout=60)
    assert ran.returncode == 130
    assert b"Traceback" not in errors
    assert sorted(path.name for path in here.iterdir()) == ["in.jsonl"]


def test_an_empty_standard_input_that_is_no_terminal_falls_back_to_the_seeds(here):
    Path("seeds").mkdir()
    Path("seeds/bridge.txt").write_text(TEXT)
    ran = process(cwd=here, stdin=subprocess.DEVNULL)
    output, _ = ran.communicate()
    assert ran.returncode == 0
    assert b"council" in output
    assert Path("reports/bridge.json").exists()


def test_the_same_input_gives_the_same_bytes(here):
    Path("bridge.txt").write_text(TEXT)
    first, second = (report("bridge.txt", "--format", "json").stdout for _ in range(2))
    assert first == second
