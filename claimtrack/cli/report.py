"""``claimtrack report``: the main job."""

from __future__ import annotations

import gc
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from claimtrack.cli.options import engine_option, id_field_option, tell, text_field_option
from claimtrack.cli.progress import counted
from claimtrack.errors import InputProblem
from claimtrack.rendering.folder import write_folder
from claimtrack.rendering.formats import FORMATS, Format, Result, Setting, named, of_suffix
from claimtrack.rendering.output import write

if TYPE_CHECKING:
    from claimtrack.model import Article
    from claimtrack.reading import ReadingOptions

SEEDS = Path("seeds")
REPORTS = Path("reports")
STANDARD_INPUT = "standard input"
_COLLECT_RARELY = 200_000
"""Reports are trees without cycles: looking for cycles at every turn costs a third of the time."""

WIDEST = 120
"""Wider terminals get a table of this width: longer lines are hard to read."""


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([item.name for item in FORMATS]),
    help="How to write the reports. By default the suffix of -o decides, else it is a table.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE|DIR",
    help="Write to a file; or to a folder (one that exists, or ends in /), one file an article.",
)
@engine_option
@text_field_option
@id_field_option
def report(
    paths: tuple[str, ...],
    format_name: str | None,
    output: str | None,
    engine: str,
    text_field: str | None,
    id_field: str | None,
) -> None:
    """Report who says what in articles, statement by statement.

    PATHs are files, folders, or - for standard input. Without any, standard input is read if
    something is piped in, else the files in seeds/; the table is printed, and the JSON report of
    each article is written to reports/.

    Exits with 0 if all went well, 1 if some input failed, 2 if the command was not understood.

    \b
    Examples:
      claimtrack report article.txt
      claimtrack report article.txt --format json
      cat article.txt | claimtrack report -
      claimtrack report news/ more.jsonl.gz -o reports.jsonl
      claimtrack report news/ --format json -o reports/
    """
    from claimtrack.analysis import generator, results
    from claimtrack.reading import ReadingOptions

    target = None if output is None else Path(output)
    folder = output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir())
    chosen = _format(format_name, None if folder else target, "json" if folder else "table")
    items = _items(paths, ReadingOptions(text_field=text_field, id_field=id_field))
    setting = Setting(generator(engine), _width(), _colourful())
    run = Announced(results(items, engine))
    gc.set_threshold(_COLLECT_RARELY)
    try:
        if target is None:
            both = not paths and format_name is None
            _print(_saved(run, setting) if both else run, chosen, setting)
        elif folder:
            for _ in write_folder(run, target, chosen, setting):
                pass
        else:
            write(target, chosen.render(run, setting))
    except BrokenPipeError:
        raise
    except OSError as failure:
        place = failure.filename or target or "standard output"
        raise click.ClickException(f"cannot write {place}: {failure.strerror}") from None
    sys.exit(1 if run.failures else 0)


class Announced:
    """The results of a run, told on standard error as they pass: failures, warnings, progress."""

    def __init__(self, results: Iterable[Result]) -> None:
        self.failures = 0
        self._results = results

    def __iter__(self) -> Iterator[Result]:
        from claimtrack.model import InputError

        for result in counted(self._results):
            if isinstance(result, InputError):
                self.failures += 1
                tell(f"{result.input}: {result.message}")
            else:
                for notice in result.article.notices:
                    name = result.article.source_file or result.article.id
                    tell(f"{name}: warning: {notice.message}")
            yield result


def seeds() -> list[Path]:
    """Return the files in ``seeds/`` itself: what is reported on when nothing else is given."""
    return sorted(path for path in SEEDS.glob("*") if path.is_file())


def _items(paths: tuple[str, ...], options: ReadingOptions) -> Iterator[Article | InputProblem]:
    """Give what the paths hold; without any, standard input or the seeds."""
    from claimtrack.analysis import articles, stream_articles

    if not paths:
        stream = _standard_input()
        if stream is not None and _holds_text(stream):
            yield from stream_articles(stream, STANDARD_INPUT, options)
            return
        paths = tuple(map(str, seeds()))
        if not paths:
            raise click.UsageError(f"no PATH, nothing on standard input, no files in {SEEDS}/ here")
    for path in paths:
        if path != "-":
            yield from articles([path], options)
        elif (stream := _standard_input()) is not None:
            yield from stream_articles(stream, STANDARD_INPUT, options)
        else:
            yield InputProblem(STANDARD_INPUT, "is closed", code="unreadable")


def _standard_input() -> io.BufferedReader | None:
    """Return standard input as a stream of bytes; ``None`` where it is closed."""
    if sys.stdin is None or sys.stdin.closed:
        return None
    stream: BinaryIO = sys.stdin.buffer
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream))


def _holds_text(stream: io.BufferedReader) -> bool:
    """Tell whether something is piped in: no terminal, and not empty."""
    try:
        return not stream.isatty() and bool(stream.peek(1))
    except OSError:  # a folder, or nothing that can be read
        return False


def _format(name: str | None, file: Path | None, otherwise: str) -> Format:
    """Return the format asked for by name, else by the suffix of the output file."""
    if name is not None:
        return named(name)
    return (file and of_suffix(file.suffix)) or named(otherwise)


def _print(results: Iterable[Result], chosen: Format, setting: Setting) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    for piece in chosen.render(results, setting):
        sys.stdout.write(piece)


def _saved(results: Iterable[Result], setting: Setting) -> Iterator[Result]:
    """Write the JSON report of each article to the folder of reports as it passes."""
    for result, path in write_folder(results, REPORTS, named("json"), setting):
        yield result
        if path is not None:
            tell(f"wrote {path}")


def _width() -> int:
    return min(WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 80


def _colourful() -> bool:
    """Tell whether to colour: only on a terminal, and never with NO_COLOR."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
