"""``claimtrack train``: the shipped weights, made again from annotated articles."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack.cli.options import ENGINES


@click.command()
@click.argument("corpus", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder for the weights."
)
@click.option("--engine", type=click.Choice(ENGINES), default="linear", show_default=True)
@click.option(
    "--only",
    type=click.Choice(("attribution", "language")),
    help="Train one part alone: labels of words, or attribution (the default engine).",
)
def train(corpus: tuple[Path, ...], output: Path, engine: str, only: str | None) -> None:
    """Train weights on the annotated articles of CORPUS files and write them to a folder.

    CORPUS is PolNeAR-like JSON Lines (.jsonl, .jsonl.gz), or a folder of brat files (.txt with
    .ann). The same files and versions give the same bytes.

    \b
    Example:
      claimtrack train polnear/train.jsonl.gz -o weights/
    """
    if engine == "accurate":
        from claimtrack.training import accurate

        accurate.train(corpus, output)
        return
    if only in (None, "language"):
        _language(corpus, output)
    if only in (None, "attribution"):
        _attribution(corpus, output)


def _language(corpus: tuple[Path, ...], output: Path) -> None:
    from claimtrack.training import corpus as corpora
    from claimtrack.training import punkt, tagger

    rows = [row for path in corpus for row in corpora.read(path)]
    output.mkdir(parents=True, exist_ok=True)
    _say(str(punkt.train((row.text for row in rows), output)))
    _say(str(tagger.train(rows, output)))


def _attribution(corpus: tuple[Path, ...], output: Path) -> None:
    from claimtrack.training import attribution, examples

    made = attribution.train(list(examples.read(corpus)), output, log=_say)
    _say(f"{output}: weights {made.version}")


def _say(line: str) -> None:
    click.echo(line, err=True)
