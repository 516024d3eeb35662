"""Killed processes and two writers at once: the store is whole at every moment."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimtrack.claims import Filter, Store
from claimtrack.claims.passages import passages
from tests.claims.made import Line, report

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

KILLS = int(os.environ.get("CLAIMTRACK_KILLS", "12"))
"""Set it to 50 for the full trial."""

TOPICS = "bridge harbour railway school stadium hospital market theatre".split()


def corpus() -> list[dict[str, Any]]:
    """Twenty-four articles, in which three outlets tell the same eight things, and one edit."""
    articles = []
    for number, topic in enumerate(TOPICS):
        for outlet in ("Northern Post", "River Herald", "Eastern Wire"):
            said = f"The council will close the old {topic} near river quarter {number} in spring"
            lines = (Line(said, "the council"), f"Neighbours of the {topic} gathered {outlet}")
            day = f"2022-01-{10 + number}"
            articles.append(report(f"{topic}-{outlet}", outlet, day, *lines))
    edited = report("bridge-Northern Post", "Northern Post", "2022-01-10", "The bridge stays open")
    return [*articles, edited]


def fill(path: Path, articles: list[dict[str, Any]], pause: float = 0.0) -> None:
    with Store(path) as store:
        for item in articles:
            store.add_dict(item)
            time.sleep(pause)


def aside(work: Callable[[], None]) -> int:
    """Do something in a process of its own and return its number."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:
        os._exit(1)
    os._exit(0)


def check(path: Path) -> int:
    """Assert that nothing is half there, and return how many articles there are."""
    with Store(path) as store:
        connection = store.connection
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        stored = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        assert stored == sum(len(passages(item)) for item in store.reports())
        unused = "SELECT count(*) FROM wordings WHERE id NOT IN (SELECT wording FROM passages)"
        assert connection.execute(unused).fetchone()[0] == 0
        current = "SELECT count(*) FROM versions WHERE current = 1"
        assert connection.execute(current).fetchone()[0] == store.articles()
        return store.articles()


def told(path: Path) -> list[Any]:
    with Store(path) as store:
        return store.claims(Filter(least_articles=1))


def test_a_killed_process_leaves_nothing_half_there(tmp_path: Path) -> None:
    articles = corpus()
    whole = tmp_path / "whole.db"
    begun = time.monotonic()
    fill(whole, articles)
    took = time.monotonic() - begun
    assert check(whole) == 24
    chance = random.Random(7)
    path = tmp_path / "killed.db"
    seen = set()
    for trial in range(KILLS):
        if trial % 5 == 0:
            for old in tmp_path.glob("killed.db*"):
                old.unlink()
        child = aside(lambda: fill(path, articles))
        time.sleep(chance.uniform(0, took))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen.add(check(path))
    fill(path, articles)
    assert check(path) == 24
    assert told(path) == told(whole)
    assert len(seen) > 1  # the kills came at different moments


def test_two_writers_do_not_lose_each_others_work(tmp_path: Path) -> None:
    articles = corpus()[:-1]
    alone, both = tmp_path / "alone.db", tmp_path / "both.db"
    fill(alone, articles)
    writers = [
        aside(lambda part=part: fill(both, articles[part:] + articles[:part], 0.001))
        for part in (0, 12)
    ]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in writers] == [0, 0]
    assert check(both) == 24
    assert told(both) == told(alone)


def test_many_may_make_the_same_store_at_once(tmp_path: Path) -> None:
    for trial in range(25):
        path = tmp_path / f"{trial}.db"
        assert made_together(path, makers=4) == [0, 0, 0, 0], f"trial {trial}"
        assert check(path) == 0


def made_together(path: Path, makers: int) -> list[int]:
    """Open a new store in several processes at the same moment; return their exit codes."""
    told, teller = os.pipe()

    def make() -> None:
        os.close(teller)
        os.read(told, 1)  # returns when nobody is left who could write
        fill(path, [])

    children = [aside(make) for _ in range(makers)]
    os.close(teller)
    exits = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    os.close(told)
    return exits
