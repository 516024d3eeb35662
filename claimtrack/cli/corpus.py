"""``claimtrack corpus``: very many articles, with many processes, into shards."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from claimtrack.cli.options import engine_option, id_field_option, tell, text_field_option
from claimtrack.cli.progress import timed
from claimtrack.corpus.outputs import FORMS

if TYPE_CHECKING:
    from claimtrack.corpus import Options, Step

RUNNERS = ("local", "ray")
MOST_TOLD = 20
"""So many failures are told as they happen; all of them are in the file."""


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="IN...")
@click.option("-o", "--output", required=True, metavar="DIR", help="The folder for the shards.")
@click.option(
    "--format",
    "form",
    type=click.Choice([item.name for item in FORMS]),
    default=FORMS[0].name,
    show_default=True,
    help="How shards are written; parquet is an extra.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; by default one a usable core.")
@click.option(
    "--shard-size",
    type=click.IntRange(min=1),
    default=1_000,
    show_default=True,
    help="Articles of the input that a shard covers.",
)
@click.option(
    "--sample",
    type=click.FloatRange(0, 1, min_open=True),
    metavar="SHARE",
    help="Take only this share of the articles, such as 0.01; always the same ones.",
)
@click.option("--seed", default=0, show_default=True, help="Another seed samples other articles.")
@click.option("--limit", type=click.IntRange(min=1), help="Take at most so many articles.")
@engine_option
@click.option(
    "--runner",
    type=click.Choice(RUNNERS),
    default=RUNNERS[0],
    show_default=True,
    help="Where it runs: on this machine, or on a Ray cluster (an extra).",
)
@text_field_option
@id_field_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def corpus(
    inputs: tuple[str, ...],
    output: str,
    form: str,
    jobs: int | None,
    shard_size: int,
    sample: float | None,
    seed: int,
    limit: int | None,
    engine: str,
    runner: str,
    text_field: str | None,
    id_field: str | None,
    quiet: bool,
) -> None:
    """Report on very many articles with many processes, into shards in a folder.

    INs are files, folders or patterns in any format that `claimtrack report` reads. DIR gets
    shards (articles-00000.jsonl, ...), _errors.jsonl with the articles that failed and why, and at
    the very end _manifest.json. The bytes are the same whatever the number of jobs.

    A run that was broken off, in whatever way, goes on where it stopped when the same command is
    given again. Exits with 0 if all went well, 1 if some input failed (the rest is done), 2 if the
    command was not understood.

    \b
    Examples:
      claimtrack corpus news/ -o out/
      claimtrack corpus "part-*.jsonl.gz" -o out/ --format parquet --jobs 8
      claimtrack corpus crawl/ -o try/ --sample 0.001 --limit 500
    """
    from claimtrack.corpus import Options
    from claimtrack.reading import ReadingOptions

    if "-" in inputs:
        raise click.UsageError("standard input cannot be read again to resume; give a file")
    if runner == "ray" and limit is not None:
        raise click.UsageError("--limit counts over all inputs; with --runner ray use --sample")
    options = Options(
        engine=engine,
        form=form,
        shard_size=shard_size,
        sample=sample,
        seed=seed,
        limit=limit,
        reading=ReadingOptions(text_field=text_field, id_field=id_field),
    )
    steps = _steps(runner, inputs, output, options, jobs)
    try:
        failed = _follow(steps, output, quiet)
    except OSError as failure:
        place = failure.filename or output
        raise click.ClickException(f"cannot write {place}: {failure.strerror}") from None
    sys.exit(1 if failed else 0)


def _steps(
    runner: str, inputs: tuple[str, ...], output: str, options: Options, jobs: int | None
) -> Iterator[Step]:
    if runner == "ray":
        from claimtrack.corpus import cluster

        return cluster.run(inputs, output, options, jobs=jobs)
    from claimtrack.corpus import local

    return local.run(inputs, output, options, jobs=jobs)


def _follow(steps: Iterator[Step], output: str, quiet: bool) -> int:
    """Follow a run to its end, telling what fails; return how many articles failed in all."""
    from claimtrack.corpus.records import Step

    told = 0
    last = Step(0, 0)
    for last in steps if quiet else timed(steps):
        if last.skipped and last.done == last.skipped and not quiet:
            tell(f"{output}: goes on after {last.skipped:,} of {last.total:,} {last.unit}")
        for failure in last.failures:
            told += 1
            if told <= MOST_TOLD and not quiet:
                tell(f"{failure.input}: {failure.message}")
    if not quiet:
        failed = f"{last.failed:,} failed (_errors.jsonl)" if last.failed else "none failed"
        tell(f"{output}: {last.total:,} {last.unit}, {failed}")
    return last.failed
