"""``claimtrack schema``: the contract of the reports."""

from __future__ import annotations

import click

from claimtrack.contract import names, schema_text


@click.command()
@click.argument("name", type=click.Choice(names()), default="report", required=False)
def schema(name: str) -> None:
    """Print a JSON Schema (2020-12): of the reports, or of NAME.

    \b
    Example:
      claimtrack schema > report.schema.json
    """
    click.echo(schema_text(name), nl=False)
