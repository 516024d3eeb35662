import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.corpus.inputs import Inputs, chunks
from claimtrack.corpus.options import Options
from claimtrack.corpus.records import Chunk, Outcome
from claimtrack.corpus.workers import Crew
from claimtrack.errors import ClaimtrackError
from tests.corpus.made import Made, alive, rows


def outcomes(tmp_path: Path, texts: list[str], jobs: int = 2) -> list[Outcome]:
    path = rows(tmp_path / "in.jsonl", texts)
    with Crew(Made(tmp_path), jobs) as crew:
        assert crew.generator.model == "made 1"
        return [found for _, found in crew.outcomes(chunks(Inputs([path], Options()), 1_000))]


def lines(found: list[Outcome]) -> list[bytes]:
    return b"".join(outcome.data for outcome in found).splitlines()


def test_outcomes_come_in_order(tmp_path: Path) -> None:
    found = lines(outcomes(tmp_path, [f"Article {number}." for number in range(500)], jobs=3))
    assert [b"Article %d." % number in line for number, line in enumerate(found)] == [True] * 500


def test_a_worker_that_is_killed_costs_nothing_but_time(tmp_path: Path) -> None:
    texts = [f"Article {number}." for number in range(100)]
    texts[40] = "kill once"
    found = outcomes(tmp_path, texts)
    assert len(lines(found)) == 100
    assert not any(outcome.failures for outcome in found)
    assert len(list(tmp_path.glob("*.pid"))) == 3


def test_an_article_that_kills_every_worker_is_left_out(tmp_path: Path) -> None:
    texts = [f"Article {number}." for number in range(40)]
    texts[7] = texts[8] = "kill always"
    found = outcomes(tmp_path, texts, jobs=1)
    assert len(lines(found)) == 38
    failures = [failure for outcome in found for failure in outcome.failures]
    assert [failure.code for failure in failures] == ["crashed", "crashed"]
    assert failures[0].input.endswith("in.jsonl:8")


@pytest.mark.parametrize(
    ("trouble", "message"),
    [
        ("dies", "die before they have begun .exit code -9.*run again"),
        ("misses", "^weights are missing$"),
        ("fails", "unexpected FileNotFoundError in a worker process: no such thing"),
    ],
)
def test_workers_that_cannot_begin_say_so(tmp_path: Path, trouble: str, message: str) -> None:
    with (
        Crew(Made(tmp_path, trouble=trouble), 1) as crew,
        pytest.raises(ClaimtrackError, match=message),
    ):
        assert crew.generator
    assert alive(tmp_path) == []


def test_workers_have_one_thread_each(tmp_path: Path) -> None:
    assert lines(outcomes(tmp_path, ["threads"], jobs=1)) == [b"1"]


def test_workers_leave_when_a_run_is_given_up(tmp_path: Path) -> None:
    def interrupted() -> Iterator[Chunk]:
        yield Chunk(0, tuple(Inputs([path], Options())))
        raise KeyboardInterrupt

    path = rows(tmp_path / "in.jsonl", ["A.", "B."])
    with pytest.raises(KeyboardInterrupt), Crew(Made(tmp_path, seconds=60.0), 1) as crew:
        assert crew.generator
        begun = time.monotonic()
        list(crew.outcomes(interrupted()))
    assert time.monotonic() - begun < 5
    assert alive(tmp_path) == []
