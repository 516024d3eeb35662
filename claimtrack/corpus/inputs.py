"""The articles of a run in their order: found, sampled, counted, and cut into chunks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import blake2b, file_digest, sha256
from itertools import islice
from pathlib import Path
from typing import Any

from claimtrack.corpus.options import Options
from claimtrack.corpus.records import Chunk, Found
from claimtrack.errors import ClaimtrackError, InputProblem
from claimtrack.reading import discover, find_path
from claimtrack.reading.unread import UnreadFile, UnreadPage

CHUNK_ARTICLES = 24
CHUNK_BYTES = 2**20
"""A chunk holds no more articles than this, and none after so many bytes.

Small enough that few articles wait in memory and that workers end together; large enough that
handing them over costs nothing beside the work, and that articles are looked at together, as the
analysis does best.
"""

_SAMPLE_SCALE = 2**64


@dataclass(frozen=True, slots=True)
class Survey:
    """The inputs of a run, looked through once: as they were given, how much, and a digest."""

    given: tuple[str, ...]
    articles: int
    bytes: int
    sha256: str

    def to_dict(self) -> dict[str, Any]:
        """Return the survey as a manifest holds it."""
        return {**asdict(self), "given": list(self.given)}


class Inputs:
    """The articles behind paths, found anew each time that they are gone through.

    Only the articles that the options ask for come, in a stable order. Going through all of them
    makes ``survey``: it tells, without a list in memory, whether they are still the same.
    """

    def __init__(
        self, paths: Iterable[str | Path], options: Options, output: Path | None = None
    ) -> None:
        self.given = tuple(map(str, paths))
        self._options, self._output = options, output
        self._last: Survey | None = None

    def __iter__(self) -> Iterator[Found]:
        digest = sha256()
        count = size = 0
        for item in islice(self._sampled(), self._options.limit):
            where = item.source if isinstance(item, InputProblem) else item.where
            mark, length = _content(item)
            digest.update(f"{len(where)}:{where}:{length}:".encode("utf-8", "surrogatepass"))
            digest.update(mark)
            count, size = count + 1, size + length
            yield item
        self._last = Survey(self.given, count, size, digest.hexdigest())

    def survey(self) -> Survey:
        """Go through all articles without reading them, and say what there was."""
        for _ in self:
            pass
        return self.latest

    @property
    def latest(self) -> Survey:
        """Return what there was when they were last gone through to the end."""
        assert self._last is not None, "the inputs were not gone through"
        return self._last

    def _sampled(self) -> Iterator[Found]:
        for file, path in enumerate(files(self.given, self._output)):
            yield from sampled(find(path, self._options), file, self._options)


def chunks(items: Iterable[Found], shard_size: int, first_shard: int = 0) -> Iterator[Chunk]:
    """Cut the articles of shards from ``first_shard`` on into chunks.

    Where a chunk ends depends on the articles before it in its shard alone, so that a resumed run
    cuts as the undisturbed one did.
    """
    shard, filled, size = first_shard, 0, 0
    held: list[Found] = []
    for item in items:
        held.append(item)
        filled += 1
        size += 0 if isinstance(item, InputProblem) else item.size
        whole = filled == shard_size
        if whole or len(held) == CHUNK_ARTICLES or size >= CHUNK_BYTES:
            yield Chunk(shard, tuple(held))
            held, size = [], 0
        if whole:
            shard, filled = shard + 1, 0
    if held:
        yield Chunk(shard, tuple(held))


def files(paths: Iterable[str], output: Path | None) -> Iterator[Path | InputProblem]:
    """Yield the files behind paths, but for those in the folder that is written to."""
    folder = None if output is None else output.absolute()
    for path in discover(paths):
        own = isinstance(path, Path) and folder is not None and folder in path.absolute().parents
        if not own:
            yield path


def sampled(items: Iterable[Found], file: int, options: Options) -> Iterator[Found]:
    """Yield those articles of a file that a run takes; ``file`` is its number in the input."""
    for row, item in enumerate(items):
        if options.sample is None or _draw(options.seed, file, row) < options.sample:
            yield item


def find(path: Path | InputProblem, options: Options) -> Iterator[Found]:
    """Give what is in a file; whatever goes wrong comes as a problem, and stops no other file."""
    if isinstance(path, InputProblem):
        yield path
        return
    try:
        yield from find_path(path, options=options.reading)
    except ClaimtrackError as failure:  # a missing extra
        yield InputProblem(str(path), str(failure), code=failure.code)
    except Exception as failure:  # a reader's own fault must not stop the other inputs
        message = f"unexpected {type(failure).__name__}: {failure}"
        yield InputProblem(str(path), message, code="internal")


def _draw(seed: int, file: int, row: int) -> float:
    """Return a number from 0 to 1 that this place always draws under this seed."""
    drawn = blake2b(f"{seed}:{file}:{row}".encode(), digest_size=8).digest()
    return int.from_bytes(drawn, "big") / _SAMPLE_SCALE


def _content(item: Found) -> tuple[bytes, int]:
    """Return what tells an article's content from any other, and its length in bytes."""
    if isinstance(item, InputProblem):
        return item.message.encode("utf-8", "surrogatepass"), 0
    if isinstance(item, UnreadFile):
        try:
            with item.path.open("rb") as file:
                return file_digest(file, "sha256").digest(), item.path.stat().st_size
        except (OSError, ValueError):  # reading it will say so
            return b"", 0
    data = item.data if isinstance(item, UnreadPage) else item.record
    if not isinstance(data, bytes):
        data = json.dumps(data, default=str).encode()
    return data, len(data)
