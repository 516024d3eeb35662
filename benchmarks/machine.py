"""The machine and the versions that figures were measured with."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

_THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
ONE_THREAD = dict.fromkeys(_THREADS, "1")
"""What keeps the libraries of every contestant to one thread."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What figures depend on: processor, cores, memory in GiB, system, Python."""

    processor: str
    cores: int
    memory: int
    system: str
    python: str

    def __str__(self) -> str:
        return (
            f"{self.processor}, {self.cores} cores, {self.memory} GiB of memory; "
            f"{self.system}; Python {self.python}"
        )


def this() -> Machine:
    """Return the machine that this runs on."""
    return Machine(
        _processor(),
        os.cpu_count() or 1,
        round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        f"{platform.system()} {platform.machine()}",
        platform.python_version(),
    )


def versions(packages: Iterable[str]) -> dict[str, str | None]:
    """Return the version of each package, ``None`` where it is not installed."""
    found: dict[str, str | None] = {}
    for package in packages:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = None
    return found


def environment() -> dict[str, str]:
    """Return the environment of every process that is timed: one thread, quick second starts.

    Byte code is kept, as it is once a package is installed, even where this machine's settings
    would have it made anew at each start.
    """
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **ONE_THREAD}


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
