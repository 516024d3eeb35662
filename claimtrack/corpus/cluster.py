"""A run on a Ray cluster: files of the input dealt out to actors, each of which writes shards."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from claimtrack.corpus import manifest
from claimtrack.corpus.assignments import Assignment, assignments, items
from claimtrack.corpus.inputs import chunks
from claimtrack.corpus.journal import JOURNAL, MANIFEST, Plan, compare, entry_of
from claimtrack.corpus.options import Options
from claimtrack.corpus.outputs import form
from claimtrack.corpus.places import Place
from claimtrack.corpus.records import Entry, Outcome, Step
from claimtrack.corpus.shards import STEM, Shard
from claimtrack.corpus.work import Reporting, Work
from claimtrack.corpus.workers import MOST_DEATHS, Crew, calm
from claimtrack.errors import ClaimtrackError, InputProblem, MissingExtra
from claimtrack.rendering.json_text import dumps

RUNNER = "ray"
UNIT = "groups of input files"

_DONE = "_done-"
_BEGUN = "_begun-"
"""What the names of notes begin with: for each assignment whose shards are all there, and for each
that was begun, with the number of times."""


def run(
    paths: Iterable[str | Path],
    folder: str | Path,
    options: Options | None = None,
    *,
    jobs: int | None = None,
    work: Work | None = None,
) -> Iterator[Step]:
    """Report on all articles behind ``paths`` into shards in ``folder``, on a Ray cluster.

    Paths and folder are seen by all machines: shared folders, or addresses that Arrow understands
    (``s3://``, ``gs://``, ``hdfs://``). ``jobs`` is the number of actors, by default one for each
    core. The cluster is the one that ``RAY_ADDRESS`` names, else this machine. A run that was
    broken off goes on with the files that are not done.
    """
    options = options or Options()
    work = work or Reporting(options.engine, options.form, options.reading)
    form(options.form).encoder()
    place = Place(str(folder))
    place.prepare()
    dealt, inputs = assignments(map(str, paths), Path(folder))
    made = manifest.plan(inputs, options, work.load().generator, RUNNER)
    before = _agreed(place, made, Path(folder))
    if before is not None:
        yield Step(len(dealt), len(dealt), before["failed"], len(dealt), unit=UNIT)
        return
    done = {int(name[len(_DONE) : -len(".json")]) for name in place.names(_DONE)}
    left = [item for item in dealt if item.number not in done]
    failed = sum(len(entry.failures) for entry in _entries(place))
    count = skipped = len(done)
    yield Step(count, len(dealt), failed, skipped, unit=UNIT)
    for number in _mapped(left, str(folder), options, work, jobs):
        failures = [failure for entry in _note(place, number) for failure in entry.failures]
        count, failed = count + 1, failed + len(failures)
        yield Step(count, len(dealt), failed, skipped, tuple(failures), UNIT)
    _finish(place, made)


class Analyst:
    """An actor: weights are loaded once, and then one assignment after the other is done.

    An actor that dies is replaced by Ray, and its assignment done again. When that has happened
    several times with one assignment, a process apart does it, so that the article to blame is
    found and left out as on one machine.
    """

    def __init__(self, work: Work, options: Options, folder: str) -> None:
        calm()
        self._work, self._options = work, options
        self._worker = work.load()
        self._place = Place(folder)

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Do the assignments of a batch, and say which they were."""
        for told in batch["assignment"]:
            row = json.loads(told)
            self._do(Assignment(row["number"], row["first"], tuple(row["files"])))
        return {"number": batch["number"]}

    def _do(self, assignment: Assignment) -> None:
        """Write the shards of an assignment; done again it writes the same over them."""
        begun = f"{_BEGUN}{assignment.number:06d}.json"
        deaths = int(self._place.read(begun) or 0)
        self._place.write(begun, str(deaths + 1))
        entries: list[Entry] = []
        with TemporaryDirectory(prefix="claimtrack-") as folder:
            for entry in self._shards(assignment, Path(folder), deaths >= MOST_DEATHS):
                self._place.put(Path(folder) / entry.file)
                (Path(folder) / entry.file).unlink()
                entries.append(entry)
        told = dumps([asdict(entry) for entry in entries])
        self._place.write(f"{_DONE}{assignment.number:06d}.json", told)
        self._place.remove(begun)

    def _shards(self, assignment: Assignment, folder: Path, apart: bool) -> Iterator[Entry]:
        """Write the shards of an assignment on this machine, one after the other."""
        chosen = form(self._options.form)
        for number, outcomes in groupby(self._outcomes(assignment, apart), lambda pair: pair[0]):
            shard = Shard(folder, f"{assignment.number:06d}-{number:05d}", chosen)
            for _, outcome in outcomes:
                shard.add(outcome)
            yield shard.commit()

    def _outcomes(self, assignment: Assignment, apart: bool) -> Iterator[tuple[int, Outcome]]:
        """Yield each chunk's outcome with the number of its shard."""
        found = chunks(items(assignment, self._options), self._options.shard_size)
        if not apart:
            for chunk in found:
                yield chunk.shard, self._worker.do(chunk.items)
            return
        with Crew(self._work, 1) as crew:
            for chunk, outcome in crew.outcomes(found):
                yield chunk.shard, outcome


def _mapped(
    left: list[Assignment], folder: str, options: Options, work: Work, jobs: int | None
) -> Iterator[int]:
    """Have the assignments done, and yield their numbers as they are."""
    if not left:
        return
    ray = _ray()
    size = min(len(left), jobs or int(ray.cluster_resources().get("CPU", 1)))
    rows = [{"number": item.number, "assignment": json.dumps(item.to_dict())} for item in left]
    mapped = ray.data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        Analyst,
        fn_constructor_args=(work, options, folder),
        batch_size=1,
        compute=ray.data.ActorPoolStrategy(size=size),
        num_cpus=1,
    )
    try:
        for row in mapped.iter_rows():
            yield int(row["number"])
    except ray.exceptions.RayError as failure:
        message = f"the cluster gave up: {failure}"
        advice = "what is done is kept; run again to go on"
        raise ClaimtrackError(f"{message[:1_000]}\n{advice}") from failure


def _ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    try:
        import ray
        import ray.data
    except ImportError:
        raise MissingExtra("running on a Ray cluster", "ray") from None
    if not ray.is_initialized():
        ray.init(logging_level="ERROR", log_to_driver=False)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    return ray


def _agreed(place: Place, made: Plan, folder: Path) -> dict[str, Any] | None:
    """Refuse a folder that holds another run; return the manifest if this one is finished."""
    if (written := place.read(MANIFEST)) is not None:
        before: dict[str, Any] = json.loads(written)
        compare(manifest.plan_of(before), made, folder)
        _clear(place)
        return before
    if (written := place.read(JOURNAL)) is not None:
        compare(json.loads(written), made, folder)
    elif stranger := place.names(STEM):
        message = f"holds {stranger[0]} of a run that is not known; write to another folder"
        raise InputProblem(str(folder), message, code="other-run")
    else:
        place.write(JOURNAL, dumps(made) + "\n")
    return None


def _note(place: Place, number: int) -> list[Entry]:
    return list(map(entry_of, json.loads(place.read(f"{_DONE}{number:06d}.json") or "[]")))


def _entries(place: Place) -> Iterator[Entry]:
    for name in place.names(_DONE):
        yield from map(entry_of, json.loads(place.read(name) or "[]"))


def _finish(place: Place, made: Plan) -> None:
    """Write the list of failures and the manifest, and clear the notes away."""
    entries = list(_entries(place))
    errors = "".join(manifest.failures(entries))
    place.write(manifest.ERRORS, errors)
    digest = sha256(errors.encode()).hexdigest()
    place.write(MANIFEST, "".join(manifest.pieces(made, lambda: entries, digest)))
    _clear(place)


def _clear(place: Place) -> None:
    """Clear away what is there only until a run is finished."""
    for name in (*place.names(_BEGUN), *place.names(_DONE), *place.names(JOURNAL)):
        place.remove(name)
