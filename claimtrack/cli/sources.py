"""``claimtrack sources``: the sources of many articles in one list."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from claimtrack import __version__
from claimtrack.cli.options import ENGINES
from claimtrack.cli.progress import counted

WIDEST = 120


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to a file."
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=ENGINES[0],
    show_default=True,
    help="What marks attributions.",
)
def sources(paths: tuple[str, ...], format_name: str, output: str | None, engine: str) -> None:
    """List the sources of articles: name, kind, title, articles and statements.

    Sources of two articles are one line only when both are named in full and of one kind.

    \b
    Examples:
      claimtrack sources news/
      claimtrack sources a.txt b.txt --format json -o sources.json
    """
    from claimtrack.analysis import articles, results
    from claimtrack.model import ArticleReport, InputError
    from claimtrack.rendering import register as rendering
    from claimtrack.sources.register import register

    failures: list[InputError] = []

    def reports() -> Iterator[ArticleReport]:
        for result in counted(results(articles(paths), engine)):
            if isinstance(result, InputError):
                failures.append(result)
                click.echo(f"claimtrack: {result.input}: {result.message}", err=True)
            else:
                yield result

    entries = register(reports())
    if format_name == "json":
        text = rendering.document(entries, failures, __version__)
    else:
        text = rendering.table(entries, _width())
    if output is not None:
        Path(output).write_text(text, encoding="utf-8")
    else:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        sys.stdout.write(text)
    sys.exit(1 if failures else 0)


def _width() -> int:
    return min(WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 80
