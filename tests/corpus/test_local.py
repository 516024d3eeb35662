import gzip
import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimtrack import analysis, contract
from claimtrack.corpus import Options, Step, run
from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.rendering import Setting, named
from tests.corpus import killing
from tests.corpus.kinds import mixed
from tests.corpus.made import Made, alive, contents, rows

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "claims"


def made(source: Path, out: Path, jobs: int = 1, **options: object) -> list[Step]:
    """Run made work over a file."""
    notes = source.parent / "notes"
    notes.mkdir(exist_ok=True)
    return list(run([source], out, Options(**options), jobs=jobs, work=Made(notes)))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    texts = [f"Article {number}." if number % 10 else "" for number in range(205)]
    return rows(tmp_path / "in.jsonl", texts)


def test_reports_are_those_of_the_report_command_whatever_the_jobs(tmp_path: Path) -> None:
    for jobs, size in ((1, 4), (2, 4), (2, 100)):
        out = tmp_path / f"{jobs}-{size}"
        *_, last = run([SEED], out, Options(shard_size=size), jobs=jobs)
        assert (last.done, last.failed) == (last.total, 0)
    one, other, whole = (contents(tmp_path / name) for name in ("1-4", "2-4", "2-100"))
    assert one == other
    shards = [data for name, data in one.items() if name.startswith("articles-")]
    results = analysis.results(analysis.articles([SEED]))
    expected = "".join(named("jsonl").render(results, Setting(analysis.generator())))
    assert b"".join(shards).decode() == whole["articles-00000.jsonl"].decode() == expected
    assert not list(contract.check(str(tmp_path / "2-100/articles-00000.jsonl")))


def test_parquet_and_gzip_say_what_jsonl_says(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    source = rows(tmp_path / "in.jsonl", [killing.TEXTS[at % 4] for at in range(10)])
    for form in ("jsonl", "jsonl.gz", "parquet"):
        for _ in run([source], tmp_path / form, Options(form=form, shard_size=6), jobs=1):
            pass
    for number in range(2):
        lines = (tmp_path / f"jsonl/articles-0000{number}.jsonl").read_bytes()
        packed = (tmp_path / f"jsonl.gz/articles-0000{number}.jsonl.gz").read_bytes()
        assert gzip.decompress(packed) == lines
        table = parquet.read_table(tmp_path / f"parquet/articles-0000{number}.parquet")
        assert table.to_pylist() == list(map(json.loads, lines.splitlines()))


def test_every_kind_of_input_is_read_as_elsewhere(tmp_path: Path) -> None:
    source = mixed(tmp_path / "in")
    *_, last = made(source, tmp_path / "out")
    expected = list(analysis.articles([source]))
    told = list(map(json.loads, (tmp_path / "out/articles-00000.jsonl").read_text().splitlines()))
    assert [(row["id"], row["text"]) for row in told] == [
        (item.id, item.text) for item in expected if isinstance(item, Article)
    ]
    errors = map(json.loads, (tmp_path / "out/_errors.jsonl").read_text().splitlines())
    assert [(error["input"], error["code"]) for error in errors] == [
        (item.source, item.code) for item in expected if isinstance(item, InputProblem)
    ]
    assert (last.total, last.failed) == (10, 4)


def test_what_failed_is_listed_and_stops_nothing(source: Path, tmp_path: Path) -> None:
    *_, last = made(source, tmp_path / "out", shard_size=50)
    assert (last.done, last.total, last.failed) == (205, 205, 21)
    errors = list(map(json.loads, (tmp_path / "out/_errors.jsonl").read_text().splitlines()))
    assert [error["input"] for error in errors] == [f"{source}:{at}" for at in range(1, 206, 10)]
    assert {error["code"] for error in errors} == {"empty"}
    assert not list(contract.problems(errors[0], part="error"))


def test_the_manifest_says_what_was_done(source: Path, tmp_path: Path) -> None:
    made(source, tmp_path / "out", shard_size=50, sample=0.5, limit=80)
    manifest = json.loads((tmp_path / "out/_manifest.json").read_text())
    assert manifest["generator"]["model"] == "made 1"
    assert manifest["inputs"]["given"] == [str(source)]
    assert manifest["inputs"]["articles"] == 80 == manifest["articles"] + manifest["failed"]
    assert manifest["options"]["sample"] == 0.5
    assert [shard["file"] for shard in manifest["shards"]] == [
        "articles-00000.jsonl",
        "articles-00001.jsonl",
    ]
    assert sum(shard["articles"] for shard in manifest["shards"]) == manifest["articles"]
    assert sorted(contents(tmp_path / "out")) == [
        "_errors.jsonl",
        "_manifest.json",
        *(shard["file"] for shard in manifest["shards"]),
    ]
    for shard in (*manifest["shards"], manifest["errors"]):
        ran = subprocess.run(
            ["sha256sum", tmp_path / "out" / shard["file"]], capture_output=True, text=True
        )
        assert ran.stdout.split()[0] == shard["sha256"]


def test_a_run_without_articles_is_a_run(tmp_path: Path) -> None:
    assert made(rows(tmp_path / "in.jsonl", []), tmp_path / "out")[-1] == Step(0, 0)
    assert sorted(contents(tmp_path / "out")) == ["_errors.jsonl", "_manifest.json"]


def test_a_finished_run_is_left_as_it_is(source: Path, tmp_path: Path) -> None:
    made(source, tmp_path / "out")
    before = contents(tmp_path / "out")
    (tmp_path / "out/_unfinished.jsonl").write_text("left over by a kill at the very end")
    assert made(source, tmp_path / "out") == [Step(205, 205, 21, 205)]
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize("finished", [True, False])
def test_other_options_inputs_or_weights_are_refused(
    source: Path, tmp_path: Path, finished: bool
) -> None:
    out = tmp_path / "out"
    steps = run([source], out, Options(shard_size=20), jobs=1, work=Made(tmp_path))
    for step in steps:
        if step.done >= 100 and not finished:
            break
    steps.close()
    before = contents(out)
    assert ("_manifest.json" in before) == finished
    with pytest.raises(InputProblem, match=r"options: shard_size 20 where now it is 30; go on"):
        made(source, out, shard_size=30)
    with pytest.raises(InputProblem, match="options: limit null where now it is 9"):
        made(source, out, shard_size=20, limit=9)
    with pytest.raises(InputProblem, match='generator: model "made 1" where now it is "made 2"'):
        work = Made(tmp_path, model="made 2")
        list(run([source], out, Options(shard_size=20), jobs=1, work=work))
    source.write_text(source.read_text().replace("Article 9.", "Article 8."))
    with pytest.raises(InputProblem, match="another run, with inputs: sha256 "):
        made(source, out, shard_size=20)
    assert contents(out) == before


def test_a_folder_within_the_input_is_no_input(tmp_path: Path) -> None:
    rows(tmp_path / "in.jsonl", ["One.", "Two."])
    steps = run([tmp_path], tmp_path / "out", Options(shard_size=1), work=Made(tmp_path))
    for step in steps:
        if step.done == 1:
            break
    steps.close()
    *_, last = run([tmp_path], tmp_path / "out", Options(shard_size=1), work=Made(tmp_path))
    assert (last.total, last.failed) == (2, 0)


def test_shards_of_nobody_knows_what_are_refused(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "articles-00000.jsonl").write_text("{}")
    with pytest.raises(InputProblem, match="of a run that is not known; write to another folder"):
        made(source, out)
    assert contents(out) == {"articles-00000.jsonl": b"{}"}


def test_two_runs_keep_out_of_one_folder(source: Path, tmp_path: Path) -> None:
    steps = run([source], tmp_path / "out", Options(), jobs=1, work=Made(tmp_path))
    next(steps)
    with pytest.raises(InputProblem, match="another run is writing"):
        made(source, tmp_path / "out")
    steps.close()
    made(source, tmp_path / "out")


def test_inputs_that_change_under_way_are_noticed(source: Path, tmp_path: Path) -> None:
    steps = run([source], tmp_path / "out", Options(shard_size=20), jobs=1, work=Made(tmp_path))
    next(steps)
    source.write_text(source.read_text().replace("Article 204.", "Article 203."))
    with pytest.raises(InputProblem, match="the inputs changed while they were read"):
        list(steps)
    assert not (tmp_path / "out/_manifest.json").exists()


@pytest.mark.parametrize("harm", ["torn line", "lost shard", "short shard", "stray part"])
def test_a_run_goes_on_after_the_last_whole_shard(source: Path, tmp_path: Path, harm: str) -> None:
    made(source, tmp_path / "whole", shard_size=20)
    out, journal = tmp_path / "out", tmp_path / "out/_unfinished.jsonl"
    steps = run([source], out, Options(shard_size=20), jobs=2, work=Made(tmp_path))
    for step in steps:
        if step.done >= 120:
            break
    steps.close()
    skipped = 120
    if harm == "torn line":
        journal.write_bytes(journal.read_bytes()[:-20])
        skipped = 100
    elif harm == "lost shard":
        (out / "articles-00002.jsonl").unlink()
        skipped = 40
    elif harm == "short shard":
        with (out / "articles-00003.jsonl").open("r+b") as file:
            file.truncate(100)
        skipped = 60
    else:
        (out / ".articles-00006.jsonl.part").write_text("half a")
    found = made(source, out, shard_size=20)
    assert (found[0].skipped, found[0].failed) == (skipped, skipped // 10)
    assert contents(out) == contents(tmp_path / "whole")


def command(source: Path, out: Path) -> list[str]:
    code = "from tests.corpus.killing import made_run\nif __name__ == '__main__': made_run()"
    script = source.parent / "made_run.py"
    script.write_text(code)
    return [sys.executable, str(script), str(source), str(out), str(source.parent / "notes")]


def test_kills_at_random_moments_lose_and_double_nothing(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few moments, mostly amid the work; more, with articles: ``tests.corpus.killing``."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / "notes").mkdir()
    out, dice = tmp_path / "out", random.Random(7)
    begun = time.monotonic()
    killing.finish(command(source, tmp_path / "whole"))
    seconds = time.monotonic() - begun
    for number in range(5):
        moment = dice.uniform(0.3, 1.0) * seconds
        killing.strike(command(source, out), moment, together=number % 2 == 1)
        if number == 2:
            killing.finish(command(source, out))
            assert contents(out) == contents(tmp_path / "whole")
            out = tmp_path / f"out{number}"
    killing.finish(command(source, out))
    assert contents(out) == contents(tmp_path / "whole")
    end = time.monotonic() + 5
    while left := alive(tmp_path / "notes"):
        assert time.monotonic() < end, f"workers without a parent: {left}"
        time.sleep(0.05)


def test_memory_is_flat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parent's peak, with few articles and with many; of a worker: benchmarks."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / "notes").mkdir()
    code = (
        "from pathlib import Path\n"
        "from tests.corpus.killing import made_run\n"
        "if __name__ == '__main__':\n"
        "    made_run(0.0)\n"
        "    print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])\n"
    )
    script = tmp_path / "measured.py"
    script.write_text(code)
    peaks = []
    for count in (500, 10_000):
        source = rows(tmp_path / f"{count}.jsonl", ["A text of some length. " * 40] * count)
        arguments = [script, source, tmp_path / f"out{count}", tmp_path / "notes"]
        ran = subprocess.run([sys.executable, *arguments], capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        peaks.append(int(ran.stdout) / 1024)
    assert peaks[1] < peaks[0] + 4, f"MB: {peaks}"
    assert (tmp_path / "10000.jsonl").stat().st_size > 8 * 2**20
