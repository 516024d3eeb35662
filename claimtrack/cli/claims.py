"""``claimtrack claims``: the claims of a store, one in full, and pairs compared."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack import __version__
from claimtrack.claims.records import DRIFT_KINDS
from claimtrack.cli.track import STORE
from claimtrack.errors import InputProblem

if TYPE_CHECKING:
    from claimtrack.claims import Store

WIDEST = 120

_DB = click.option(
    "--db", default=STORE, show_default=True, metavar="FILE", help="The claim store."
)
_DB_THERE = click.option("--db", metavar="FILE", help="The claim store.")
"""For a subcommand: what stands before its name holds where this is missing."""
_OUTPUT = click.option(
    "-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to a file."
)


@click.group(invoke_without_command=True)
@_DB
@click.option("--since", metavar="DATE", help="Claims that appeared on this date or later.")
@click.option("--source", metavar="NAME", help="Claims with a source of whose name this is part.")
@click.option("--drift", type=click.Choice(DRIFT_KINDS), help="Claims that drifted so.")
@click.option("--search", metavar="WORDS", help="Claims with all these words.")
@click.option(
    "--articles",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="Claims in at least so many articles.",
)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many claims.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
)
@_OUTPUT
@click.pass_context
def claims(
    ctx: click.Context,
    db: str,
    since: str | None,
    source: str | None,
    drift: str | None,
    search: str | None,
    articles: int,
    limit: int | None,
    format_name: str,
    output: str | None,
) -> None:
    """List the claims of a store: who carried each, from where, and what happened on the way.

    \b
    Examples:
      claimtrack claims
      claimtrack claims --drift source_lost --since 2022-01-10
      claimtrack claims --search "curfew Almaty" --format json
      claimtrack claims show c1a2b3c4d5
      claimtrack claims compare pairs.tsv
    """
    if ctx.invoked_subcommand is not None:
        return
    from claimtrack.claims import Filter
    from claimtrack.claims.views import document, rows, table
    from claimtrack.rendering.json_text import dumps

    wanted = Filter(
        least_articles=articles,
        since=since,
        source=source,
        drift=next((kind for kind in DRIFT_KINDS if kind == drift), None),
        search=search,
        limit=limit,
    )
    with _store(db) as store:
        if format_name == "csv":
            _write(rows.render(store.timelines(wanted)), output)
            return
        found = store.claims(wanted)
    if format_name == "json":
        _write([dumps(document.listed(found, __version__), indent=2), "\n"], output)
    else:
        _write(table.listed(found, _width()), output)


@claims.command()
@click.argument("claim", metavar="ID")
@_DB_THERE
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json", "html", "webannotation"]),
    help="By default the suffix of -o decides, else it is a table.",
)
@_OUTPUT
@click.pass_context
def show(
    ctx: click.Context, claim: str, db: str | None, format_name: str | None, output: str | None
) -> None:
    """Show one claim in full: every appearance, its source, and the drift between them."""
    from claimtrack.claims.views import annotations, document, page, table
    from claimtrack.rendering.json_text import dumps

    suffixes = {".json": "json", ".html": "html", ".jsonld": "webannotation"}
    chosen = format_name or suffixes.get(Path(output or "").suffix, "table")
    with _store(db or _before(ctx)) as store:
        found = store.timeline(claim)
    if chosen == "json":
        _write([dumps(document.shown([found], __version__), indent=2), "\n"], output)
    elif chosen == "html":
        _write(page.render(found, __version__), output)
    elif chosen == "webannotation":
        _write([dumps(annotations.collection([found]), indent=2), "\n"], output)
    else:
        _write(table.shown(found, _width()), output)


@claims.command()
@click.argument("file", metavar="FILE.tsv")
@_OUTPUT
def compare(file: str, output: str | None) -> None:
    """Compare pairs of statements: tab-separated in, tab-separated verdicts out.

    The pairs stand in two columns named first and second (or "#1 String" and "#2 String"), or,
    without such a head line, in the last two columns. - is standard input.
    """
    from claimtrack.claims.pairs_file import HEAD, Verdict, row, verdicts

    bad = []

    def lines(found: Iterable[Verdict]) -> Iterator[str]:
        yield HEAD + "\n"
        for verdict in found:
            if verdict.comparison is None:
                bad.append(verdict.line)
                click.echo(f"claimtrack: {file}, line {verdict.line}: no pair", err=True)
            yield row(verdict) + "\n"

    _write(lines(verdicts(_lines(file))), output)
    sys.exit(1 if bad else 0)


@claims.command()
@_DB_THERE
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
)
@_OUTPUT
@click.pass_context
def export(ctx: click.Context, db: str | None, format_name: str, output: str | None) -> None:
    """Write out everything in a store: every claim with its whole timeline."""
    from claimtrack.claims import Filter
    from claimtrack.claims.views import document, rows

    with _store(db or _before(ctx)) as store:
        found = store.timelines(Filter(least_articles=1))
        _write(document.lines(found) if format_name == "jsonl" else rows.render(found), output)


def _before(ctx: click.Context) -> str:
    """Return the store that was named before the subcommand, or the usual one."""
    return str(ctx.parent.params["db"]) if ctx.parent is not None else STORE


def _store(db: str) -> Store:
    from claimtrack.claims import Store

    if not Path(db).is_file():
        raise InputProblem(db, "no such store; `claimtrack track ARTICLES` makes one", code="store")
    return Store(Path(db))


def _lines(file: str) -> Iterator[str]:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        if raw[:2] == b"\x1f\x8b":
            import gzip

            raw = gzip.decompress(raw)
        yield from raw.decode("utf-8-sig").split("\n")
    except OSError as failure:
        raise InputProblem(file, failure.strerror or str(failure), code="unreadable") from None
    except UnicodeDecodeError:
        raise InputProblem(file, "is no UTF-8 text", code="unreadable") from None


def _write(pieces: Iterable[str], output: str | None) -> None:
    if output is not None:
        from claimtrack.rendering.output import write

        write(Path(output), pieces)
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    for piece in pieces:
        sys.stdout.write(piece)


def _width() -> int:
    return min(WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 80
