"""``claimtrack validate``: reports held against the contract."""

from __future__ import annotations

import sys

import click

from claimtrack.contract import check
from claimtrack.errors import InputProblem


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--schema", "name", default="report", show_default=True, help="The schema's name.")
def validate(files: tuple[str, ...], name: str) -> None:
    """Check report FILEs (JSON, or JSONL with an article a line; - is standard input).

    Says what is wrong and where, a line a problem, and exits with 1 if anything is.

    \b
    Example:
      claimtrack validate reports/*.json
    """
    failed = False
    for file in files:
        try:
            data = sys.stdin.buffer.read() if file == "-" else None
            found = False
            for problem in check(file, data, name=name):
                click.echo(f"{file}: {problem}")
                found = True
        except InputProblem as problem:
            click.echo(f"claimtrack: {problem}", err=True)
            found = True
        if not found:
            click.echo(f"{file}: valid")
        failed = failed or found
    sys.exit(1 if failed else 0)
