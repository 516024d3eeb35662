"""A run on this machine: inputs through worker processes into shards, resumed where it stopped."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from claimtrack.corpus import journal, manifest
from claimtrack.corpus.inputs import CHUNK_ARTICLES, Inputs, Survey, chunks
from claimtrack.corpus.journal import Journal
from claimtrack.corpus.options import Options
from claimtrack.corpus.outputs import form
from claimtrack.corpus.records import Chunk, Step
from claimtrack.corpus.shards import Shard
from claimtrack.corpus.work import Reporting, Work
from claimtrack.corpus.workers import Crew
from claimtrack.errors import InputProblem

RUNNER = "local"


def run(
    paths: Iterable[str | Path],
    folder: str | Path,
    options: Options | None = None,
    *,
    jobs: int | None = None,
    work: Work | None = None,
) -> Iterator[Step]:
    """Report on all articles behind ``paths`` into shards in ``folder``, and yield how far it is.

    A run that was broken off goes on after its last whole shard and ends with the same bytes; one
    with other inputs, options or weights than the folder's is refused (``InputProblem``).
    ``jobs`` is the number of processes, by default one for each usable core. ``work`` replaces
    what the processes do. Processes are started afresh, so a script that calls this needs the
    usual ``if __name__ == "__main__":``.
    """
    options = options or Options()
    work = work or Reporting(options.engine, options.form, options.reading)
    form(options.form).encoder()  # what is missing is said before anything is begun
    target = Path(folder)
    inputs = Inputs(paths, options, target)
    with ExitStack() as stack:
        stack.enter_context(journal.alone(target))
        journal.prepare(target)
        survey = inputs.survey()
        useful = max(1, -(-survey.articles // CHUNK_ARTICLES))
        crew = stack.enter_context(Crew(work, min(jobs or cores(), useful)))
        made = manifest.plan(survey.to_dict(), options, crew.generator, RUNNER)
        done = journal.finished(target)
        if done is not None:
            journal.compare(manifest.plan_of(done), made, target)
            journal.discard(target)
            count = survey.articles
            yield Step(count, count, failed=done["failed"], skipped=count)
            return
        record = Journal(target, made)
        yield from _shards(inputs, survey, options, crew, record, target)
        if inputs.latest != survey:
            message = "the inputs changed while they were read; write to another folder"
            raise InputProblem(str(target), message, code="changed")
        manifest.finish(target, made, record.entries)
        journal.discard(target)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _shards(
    inputs: Inputs,
    survey: Survey,
    options: Options,
    crew: Crew,
    record: Journal,
    folder: Path,
) -> Iterator[Step]:
    """Write the shards that are missing, one after the other."""
    skipped = done = min(record.shards * options.shard_size, survey.articles)
    failed = sum(len(entry.failures) for entry in record.entries())
    yield Step(done, survey.articles, failed, skipped)
    items = islice(iter(inputs), skipped, None)
    shard: Shard | None = None
    for chunk, outcome in crew.outcomes(chunks(items, options.shard_size, record.shards)):
        if shard is None:
            shard = Shard(folder, f"{chunk.shard:05d}", form(options.form))
        shard.add(outcome)
        done, failed = done + len(chunk.items), failed + len(outcome.failures)
        if _ends(chunk, done, options, survey):
            record.add(shard.commit())
            shard = None
        yield Step(done, survey.articles, failed, skipped, outcome.failures)


def _ends(chunk: Chunk, done: int, options: Options, survey: Survey) -> bool:
    """Tell whether a shard is whole."""
    return done == (chunk.shard + 1) * options.shard_size or done == survey.articles
