"""Options that several commands have, and what commands say while they work."""

from __future__ import annotations

import click

ENGINES = ("linear", "accurate")
"""The engines by name. ``attribution`` has the same list, but importing it takes long."""

engine_option = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=ENGINES[0],
    show_default=True,
    help="What marks attributions: rules and a linear model, or a small transformer (an extra).",
)
text_field_option = click.option(
    "--text-field", metavar="NAME", help="The field of a row that holds the text."
)
id_field_option = click.option(
    "--id-field", metavar="NAME", help="The field of a row that holds the id."
)


def tell(message: str) -> None:
    """Say something on standard error, without what could upset a terminal."""
    from claimtrack.rendering.width import plain

    click.echo(f"claimtrack: {plain(message)}", err=True)
