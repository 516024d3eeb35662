"""Worker processes: chunks in, outcomes out in the same order, and workers that die replaced."""

from __future__ import annotations

import gc
import os
import signal
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self

from claimtrack.corpus.records import Chunk, Outcome
from claimtrack.corpus.work import Work
from claimtrack.errors import ClaimtrackError
from claimtrack.model import Generator

MOST_DEATHS = 3
"""So many processes may die at one article before it is left out."""

AHEAD = 4
"""Chunks for each worker that may be under way or wait for an earlier one: a bound on memory."""

_GRACE = 5.0
"""Seconds that a worker has to leave when there is nothing more to do."""

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_COLLECT_RARELY = 200_000
_NOWHERE = -1

# A fresh interpreter for each worker, the same on every system. A fork would copy whatever threads
# and locks the parent happens to have (those of a numeric library, of a notebook), and a fork
# server keeps the environment, and so the number of threads, of whoever started it first.
_PROCESSES = get_context("spawn")


@dataclass
class _Task:
    chunk: Chunk
    outcome: Outcome | None = None
    deaths: Counter[int] = field(default_factory=Counter)
    """Place in the chunk -> processes that died there."""

    @property
    def suspect(self) -> bool:
        """Tell whether to watch at which article it is."""
        return bool(self.deaths)

    @property
    def skip(self) -> frozenset[int]:
        """Places that are left out from now on."""
        return frozenset(place for place, died in self.deaths.items() if died >= MOST_DEATHS)


class _Member:
    """One process, and the end of the pipe that leads to it."""

    def __init__(self, work: Work) -> None:
        self.connection, theirs = _PROCESSES.Pipe()
        self.place: Any = _PROCESSES.RawValue("i", _NOWHERE)
        self.process: BaseProcess = _PROCESSES.Process(
            target=serve, args=(theirs, self.place, work), daemon=True
        )
        self.process.start()
        theirs.close()  # so that the pipe ends when the process does
        self.ready = False
        self.task: _Task | None = None


class Crew:
    """Processes that do chunks, in a ``with`` block.

    Each has one chunk at a time; the next ones are at hand when it is done. A process that dies is
    replaced and its chunk done again, now one article after the other; where several died at one
    article, it is left out and reported. A process whose parent is gone ends by itself.
    """

    def __init__(self, work: Work, jobs: int) -> None:
        self._work, self._jobs = work, jobs
        self._members: list[_Member] = []
        self._todo: deque[_Task] = deque()
        self._generator: Generator | None = None
        self._stillborn = 0

    def __enter__(self) -> Self:
        self._members = [_Member(self._work) for _ in range(self._jobs)]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for member in self._members:
            member.connection.close()
            if kind is not None:
                member.process.terminate()
        for member in self._members:
            member.process.join(_GRACE)
            if member.process.is_alive():
                member.process.kill()
                member.process.join()
        self._members = []

    @property
    def generator(self) -> Generator:
        """Who makes the reports; waits until a worker has loaded its weights."""
        while self._generator is None:
            self._listen()
        return self._generator

    def outcomes(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, Outcome]]:
        """Yield each chunk with its outcome, in the order of the chunks."""
        source = iter(chunks)
        waiting: deque[_Task] = deque()
        more = True
        while more or waiting:
            self._give()
            if more and len(self._todo) < self._jobs and len(waiting) < self._jobs * AHEAD:
                chunk = next(source, None)  # while those who have something to do are doing it
                more = chunk is not None
                if chunk is not None:
                    waiting.append(_Task(chunk))
                    self._todo.append(waiting[-1])
            elif (outcome := waiting[0].outcome) is None:
                self._listen()
            else:
                yield waiting.popleft().chunk, outcome

    def _give(self) -> None:
        """Hand the next chunks to those who have nothing to do."""
        for member in self._members:
            if member.ready and member.task is None and self._todo:
                member.task = task = self._todo.popleft()
                try:
                    member.connection.send((task.chunk.items, task.skip, task.suspect))
                except OSError:  # it died while it waited
                    self._replace(member)

    def _listen(self) -> None:
        """Wait until somebody has something to say, and hear them all."""
        said = wait([member.connection for member in self._members])
        for member in [item for item in self._members if item.connection in said]:
            try:
                self._hear(member, member.connection.recv())
            except (EOFError, OSError):
                self._replace(member)

    def _hear(self, member: _Member, message: object) -> None:
        if isinstance(message, Outcome):
            assert member.task is not None
            member.task.outcome, member.task = message, None
        elif isinstance(message, Generator):
            member.ready = True
            self._generator, self._stillborn = message, 0
        else:
            raise ClaimtrackError(str(message))

    def _replace(self, dead: _Member) -> None:
        """Take a new process for one that died, and have its chunk done again."""
        dead.connection.close()
        dead.process.join(_GRACE)
        code = dead.process.exitcode
        if not dead.ready:
            self._stillborn += 1
        if self._stillborn > MOST_DEATHS:
            message = f"worker processes die before they have begun (exit code {code})"
            raise ClaimtrackError(f"{message}; run again, with fewer --jobs if memory is short")
        if dead.task is not None:
            place = dead.place.value
            dead.task.deaths[place] += 1
            if place == _NOWHERE and dead.task.deaths[place] >= MOST_DEATHS:
                message = f"worker processes die between articles (exit code {code})"
                raise ClaimtrackError(f"{message}; run again, with fewer --jobs if memory is short")
            self._todo.appendleft(dead.task)
        self._members[self._members.index(dead)] = _Member(self._work)


def serve(connection: Connection, place: Any, work: Work) -> None:
    """Be a worker: load what the work needs, and do chunks until the other side hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when it is over
    calm()

    def at(number: int) -> None:
        place.value = number

    with suppress(EOFError, OSError):  # of the pipe: the parent is gone, or done
        try:
            worker = work.load()
        except Exception as failure:
            connection.send(_told(failure))
            return
        connection.send(worker.generator)
        while True:
            items, skip, watched = connection.recv()
            try:
                outcome = worker.do(items, skip, at if watched else None)
            except Exception as failure:
                connection.send(_told(failure))
                return
            connection.send(outcome)
            place.value = _NOWHERE


def _told(failure: Exception) -> str:
    """Say what ends a run, and not only an article."""
    if isinstance(failure, ClaimtrackError):
        return str(failure)
    return f"unexpected {type(failure).__name__} in a worker process: {failure}"


def calm() -> None:
    """Prepare a process to be one of many, before it loads what its work needs."""
    for name in _THREADS:  # as many processes as cores: threads would only get in their way
        os.environ[name] = "1"
    gc.set_threshold(_COLLECT_RARELY)  # reports are trees: looking for cycles costs and finds none
