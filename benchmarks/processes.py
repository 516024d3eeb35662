"""Whole processes: how long one takes, on the clock and on the processor, and its peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.machine import environment
from benchmarks.texts import ROOT


class Failed(RuntimeError):
    """A process that is timed ended with an error."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds on the clock and of the processor, and MB at its peak."""

    clock: float
    processor: float
    peak: float


class Processes:
    """Starts what is timed, always alike: one thread, byte code kept in a folder of its own.

    A context manager; ``folder`` is there for files until it ends.
    """

    def __init__(self) -> None:
        self._temporary = tempfile.TemporaryDirectory(prefix="benchmarks-")
        self.folder = Path(self._temporary.name)
        self._environment: Mapping[str, str] = {
            **environment(),
            "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
            "PYTHONPYCACHEPREFIX": str(self.folder / "bytecode"),
        }

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *problem: object) -> None:
        self._temporary.cleanup()

    def python(self, *arguments: str) -> Cost:
        """Run Python to its end and return what it took; its output is thrown away."""
        with (self.folder / "messages").open("w+b") as messages:
            begin = time.perf_counter()
            child = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=messages,
            )
            _, status, usage = os.wait4(child.pid, 0)
            clock = time.perf_counter() - begin
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode:
                messages.seek(0)
                raise Failed(messages.read().decode(errors="replace"))
        return Cost(clock, usage.ru_utime + usage.ru_stime, _megabytes(usage.ru_maxrss))

    def answer(self, module: str, *arguments: str) -> Any:
        """Run a module of this package, which answers with one value as JSON."""
        ran = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{module}", *arguments],
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if ran.returncode:
            raise Failed(ran.stderr.decode(errors="replace"))
        return json.loads(ran.stdout)


def in_turn(
    processes: Processes, commands: Mapping[str, Sequence[str]], runs: int
) -> dict[str, Cost]:
    """Return the median cost of each command, run in turn; a first round is not counted."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, arguments in commands.items():
            cost = processes.python(*arguments)
            if number:
                costs[name].append(cost)
    return {
        name: Cost(
            median(cost.clock for cost in found),
            median(cost.processor for cost in found),
            max(cost.peak for cost in found),
        )
        for name, found in costs.items()
    }


def _megabytes(resident: int) -> float:
    """Return a peak in MB; Linux counts it in KiB, macOS in bytes."""
    return resident / 1e6 if sys.platform == "darwin" else resident * 1024 / 1e6
