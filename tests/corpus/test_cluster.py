"""The Ray runner, on a cluster of this machine."""

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimtrack.corpus import Options, Step, run
from claimtrack.errors import InputProblem
from tests.corpus.kinds import mixed
from tests.corpus.made import Made, alive, contents, rows

ray: Any = pytest.importorskip(
    "ray", reason='Ray is not installed: pip install "claimtrack[ray]" (600 MB)'
)
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # Ray's own warnings

NEWS = (
    "The old bridge is closed, the city council said on Monday. It was built in 1902.",
    "Nobody was hurt, according to police. The mayor did not answer.",
    "",
)


@pytest.fixture(scope="module", autouse=True)
def started() -> Iterator[None]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    root = str(Path(__file__).parent.parent.parent)
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        logging_level="ERROR",
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": root}},
    )
    yield
    ray.shutdown()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five files of forty articles, each for itself."""
    monkeypatch.setattr("claimtrack.corpus.assignments.TASK_FILES", 1)
    (tmp_path / "in").mkdir()
    (tmp_path / "notes").mkdir()
    for number in range(5):
        texts = [f"Article {number}-{at}." if at % 10 else "" for at in range(40)]
        rows(tmp_path / "in" / f"{number}.jsonl", texts)
    return tmp_path


def clustered(folder: Path, name: str, seconds: float = 0.0, **options: Any) -> list[Step]:
    from claimtrack.corpus import cluster

    work = Made(folder / "notes", seconds)
    settings = Options(**{"shard_size": 25, **options})
    return list(cluster.run([folder / "in"], folder / name, settings, work=work))


def lines(out: Path) -> list[str]:
    """Return all lines of all shards, in the order of their names."""
    found = sorted(out.glob("articles-*"))
    return [line for path in found for line in path.read_text().splitlines()]


def test_it_says_what_a_local_run_says(folder: Path) -> None:
    steps = clustered(folder, "ray", sample=0.8)
    settings = Options(sample=0.8)
    *_, last = run([folder / "in"], folder / "local", settings, work=Made(folder / "notes"))
    assert lines(folder / "ray") == lines(folder / "local")
    assert len(lines(folder / "ray")) > 100
    assert steps[-1].failed == last.failed > 0
    errors = [(folder / name / "_errors.jsonl").read_bytes() for name in ("ray", "local")]
    assert errors[0] == errors[1]
    manifest = json.loads((folder / "ray/_manifest.json").read_text())
    assert manifest["runner"] == "ray"
    assert manifest["articles"] == len(lines(folder / "ray"))
    assert sorted(contents(folder / "ray")) == sorted(
        [shard["file"] for shard in manifest["shards"]] + ["_errors.jsonl", "_manifest.json"]
    )


def test_reports_in_parquet_are_those_of_a_local_run(tmp_path: Path) -> None:
    from pyarrow import parquet

    from claimtrack.corpus import cluster

    source = rows(tmp_path / "in.jsonl", [NEWS[at % 3] for at in range(12)])
    options = Options(form="parquet", shard_size=5)
    for _ in cluster.run([source], tmp_path / "ray", options, jobs=1):
        pass
    for _ in run([source], tmp_path / "local", options, jobs=1):
        pass
    one, other = (
        [parquet.read_table(path) for path in sorted((tmp_path / name).glob("articles-*"))]
        for name in ("ray", "local")
    )
    assert [table.num_rows for table in one] == [4, 3, 1]
    assert one == other


def test_a_worker_that_is_killed_costs_nothing_but_time(folder: Path) -> None:
    clustered(folder, "whole")
    for note in (folder / "notes").iterdir():
        note.unlink()
    killed: list[int] = []

    def strike() -> None:
        notes, end = folder / "notes", time.monotonic() + 60
        while len(killed) < 2 and time.monotonic() < end:
            for process in alive(notes):
                if process not in (os.getpid(), *killed):
                    time.sleep(0.5)
                    os.kill(process, signal.SIGKILL)
                    killed.append(process)
                    break
            time.sleep(0.1)

    striker = threading.Thread(target=strike)
    striker.start()
    clustered(folder, "struck", 0.02)
    striker.join()
    assert len(killed) == 2
    assert contents(folder / "struck") == contents(folder / "whole")


def test_an_article_that_kills_every_worker_is_left_out(folder: Path) -> None:
    texts = ["Before.", "kill always", "After."]
    rows(folder / "in" / "2.jsonl", texts)
    clustered(folder, "out")
    errors = map(json.loads, (folder / "out/_errors.jsonl").read_text().splitlines())
    (crashed,) = (error for error in errors if error["code"] == "crashed")
    assert crashed["input"].endswith("2.jsonl:2")
    assert [json.loads(line)["text"] for line in lines(folder / "out") if "2.jsonl" in line] == [
        "Before.",
        "After.",
    ]


def test_a_run_that_was_broken_off_goes_on(folder: Path) -> None:
    from claimtrack.corpus import cluster

    clustered(folder, "whole")
    work = Made(folder / "notes")
    steps = cluster.run([folder / "in"], folder / "out", Options(shard_size=25), work=work)
    for step in steps:
        if step.done >= 2:
            break
    steps.close()
    first = clustered(folder, "out")[0]
    assert first.skipped >= 2
    assert contents(folder / "out") == contents(folder / "whole")
    assert clustered(folder, "out") == [Step(5, 5, 20, 5, unit=cluster.UNIT)]
    with pytest.raises(InputProblem, match="options: shard_size 25 where now it is 30"):
        clustered(folder, "out", shard_size=30)


def test_shards_at_addresses_are_read_and_written(folder: Path) -> None:
    from claimtrack.corpus import cluster

    mixed(folder / "mixed")
    (folder / "mixed" / "a.txt").unlink()
    source, out = (folder / "mixed").as_uri(), (folder / "there").as_uri()
    work = Made(folder / "notes")
    for _ in cluster.run([source], out, work=work):
        pass
    for _ in run([folder / "mixed"], folder / "here", work=work):
        pass
    assert len(lines(folder / "here")) == 5
    for name in ("articles-*", "_errors.jsonl"):
        one, other = (
            "".join(path.read_text() for path in sorted((folder / place).glob(name)))
            for place in ("here", "there")
        )
        assert other.replace(source, str(folder / "mixed")) == one != ""
