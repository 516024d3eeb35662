"""What passes between the parts of a run: chunks of articles, their outcomes, shards, steps."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.errors import InputProblem
from claimtrack.model import InputError
from claimtrack.reading.unread import Unread

Found = Unread | InputProblem
"""An article of the input, or why there is none in its place."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A few articles that a worker does at once; all of them belong to one shard."""

    shard: int
    items: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a chunk came to: the reports as they are written, and the articles that failed."""

    data: bytes
    articles: int
    words: int
    failures: tuple[InputError, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A shard that is whole: its file, what is in it, and the articles that failed."""

    file: str
    articles: int
    words: int
    bytes: int
    sha256: str
    failures: tuple[InputError, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: articles of the input done, of how many, and how many articles failed.

    ``skipped`` counts those that were done before this run began; ``failures`` are the latest. On
    a cluster nobody has counted the articles, and ``unit`` says what is counted instead.
    """

    done: int
    total: int
    failed: int = 0
    skipped: int = 0
    failures: tuple[InputError, ...] = ()
    unit: str = "articles"
