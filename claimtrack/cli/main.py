"""The group of commands; each is imported only when it runs."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from claimtrack import __version__
from claimtrack.errors import ClaimtrackError

COMMANDS: dict[str, tuple[str, str]] = {
    "claims": ("claimtrack.cli.claims:claims", "List claims, and what became of them on the way."),
    "corpus": ("claimtrack.cli.corpus:corpus", "Report on very many articles, into shards."),
    "track": ("claimtrack.cli.track:track", "Follow the claims of articles: add them to a store."),
    "evaluate": ("claimtrack.cli.evaluate:evaluate", "Measure the marks on annotated articles."),
    "report": ("claimtrack.cli.report:report", "Report who says what, article by article."),
    "serve": ("claimtrack.cli.serve:serve", "Serve reports to a browser and to programs."),
    "schema": ("claimtrack.cli.schema:schema", "Print the JSON Schema of the reports."),
    "sources": ("claimtrack.cli.sources:sources", "List the sources of many articles."),
    "train": ("claimtrack.cli.train:train", "Train the weights on annotated articles."),
    "validate": ("claimtrack.cli.validate:validate", "Check report files against the schema."),
}
"""Command name -> where it lives ("module:function"), and its line in ``--help``."""

EPILOG = """\b
Examples:
  claimtrack report article.txt            the report as a table
  claimtrack report article.txt --format json
  cat article.txt | claimtrack report -    from standard input
  claimtrack report news/ --format jsonl -o reports.jsonl
"""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted({*COMMANDS, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, function = COMMANDS[cmd_name][0].split(":")
        command = getattr(import_module(module), function)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader of its output that went away ends it quietly."""
        try:
            outcome: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _close_quietly()
            ctx.exit(0)
        return outcome

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in sorted(COMMANDS.items())])


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimtrack")
def main() -> None:
    """Say, statement by statement, who a news article's claims come from."""


def run() -> None:
    """Run the command line: the entry point of the console script."""
    try:
        code = main(prog_name="claimtrack", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except ClaimtrackError as error:
        click.echo(f"claimtrack: {error}", err=True)
        code = 1
    except KeyboardInterrupt:
        code = 130
    sys.exit(code if isinstance(code, int) else 0)


def _close_quietly() -> None:
    """Let nothing more be written to a pipe that nobody reads: no message, no traceback."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
