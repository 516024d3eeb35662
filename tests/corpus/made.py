"""Work that takes no time and can go wrong on purpose, and inputs for it."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack.corpus.records import Found, Outcome
from claimtrack.corpus.work import Worker, crashed, where
from claimtrack.errors import ClaimtrackError, InputProblem
from claimtrack.model import Generator, InputError
from claimtrack.reading import DEFAULTS


@dataclass(frozen=True)
class Made:
    """A line for each article; texts say what else happens, unless they stay ``unread``.

    ``once`` is a folder in which a text notes that it happened, so that it does so only once.
    """

    once: Path
    seconds: float = 0.0
    model: str = "made 1"
    trouble: str = ""
    unread: bool = False

    def load(self) -> Worker:
        note = self.once / f"{os.getpid()}.pid"
        note.touch()
        if self.trouble == "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.trouble == "misses":
            raise ClaimtrackError("weights are missing")
        if self.trouble == "fails":
            raise FileNotFoundError("no such thing")
        return MadeWorker(self)


class MadeWorker:
    def __init__(self, made: Made) -> None:
        self._made = made
        self.generator = Generator("made", "1", made.model)

    def do(
        self,
        items: Sequence[Found],
        skip: Collection[int] = (),
        at: Callable[[int], None] | None = None,
    ) -> Outcome:
        lines: list[str] = []
        failures: list[InputError] = []
        for place, item in enumerate(items):
            if at is not None:
                at(place)
            time.sleep(self._made.seconds)
            line = crashed(item) if place in skip else self._one(item)
            if isinstance(line, InputError):
                failures.append(line)
            else:
                lines.append(line)
        return Outcome("".join(lines).encode(), len(lines), 0, tuple(failures))

    def _one(self, item: Found) -> str | InputError:
        if isinstance(item, InputProblem):
            return InputError(item.source, item.code, item.message)
        if self._made.unread:
            return where(item) + "\n"
        try:
            article = item.read(DEFAULTS)
        except InputProblem as problem:
            return InputError(problem.source, problem.code, problem.message)
        if article.text == "kill always":
            os.kill(os.getpid(), signal.SIGKILL)
        if article.text == "kill once" and not (self._made.once / "killed").exists():
            (self._made.once / "killed").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if article.text == "threads":
            return os.environ["OMP_NUM_THREADS"] + "\n"
        return json.dumps({"id": article.id, "where": where(item), "text": article.text}) + "\n"


def rows(path: Path, texts: Sequence[str]) -> Path:
    """Write JSON Lines with these texts."""
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def alive(notes: Path) -> list[int]:
    """Return which of the workers that left a note are there still."""
    return [int(path.stem) for path in notes.glob("*.pid") if running(int(path.stem))]


def running(process: int) -> bool:
    """Tell whether a process is there, and no mere zombie."""
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
