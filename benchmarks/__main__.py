"""``python -m benchmarks``: measure, print the tables, and put them into the documentation."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from benchmarks import growth, machine, page, quality, rates, starts, texts
from benchmarks.processes import Processes

PACKAGES = ("claimtrack", "numpy", "spacy", "textacy")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--words", default=30_000, show_default=True, help="Words of text in a round.")
@click.option("--rounds", default=5, show_default=True, help="Rounds, and runs of a cold start.")
@click.option("--stream", default=500, show_default=True, help="Articles of a stream.")
@click.option(
    "--longest", default=growth.SIZES[-1], show_default=True, help="Bytes of the longest article."
)
@click.option("--write", is_flag=True, help="Put the tables into docs/benchmarks.md.")
def main(
    paths: tuple[Path, ...], words: int, rounds: int, stream: int, longest: int, write: bool
) -> None:
    """Measure claimtrack beside its peers, on one thread.

    PATHS are articles in any format that claimtrack reads; without any, the repository's own are
    taken. Peers that are not installed are left out: pip install -e ".[benchmarks]"
    """
    articles = texts.given(paths) if paths else texts.own()
    chosen = articles.repeated(words)
    with Processes() as processes:
        _tell("words a second …")
        speed = rates.measured(processes, chosen, rounds)
        _tell("cold starts …")
        cold = starts.cold(processes, rounds)
        _tell("memory …")
        memory = starts.streams(processes, articles, stream)
        _tell("growth …")
        sizes = [size for size in growth.SIZES if size <= longest]
        points = growth.points(processes, articles, sizes)
    outcome = page.Outcome(
        machine=machine.this(),
        versions=machine.versions(PACKAGES),
        texts=_described(articles, chosen),
        rates=speed,
        starts=cold,
        streams=memory,
        articles=stream,
        points=points,
        quality=quality.figures(),
    )
    found = page.figures(outcome)
    sys.stdout.write(found)
    if write:
        changed = page.with_figures(page.PAGE.read_text(encoding="utf-8"), found)
        page.PAGE.write_text(changed, encoding="utf-8")


def _described(articles: texts.Articles, chosen: tuple[str, ...]) -> str:
    count = sum(map(texts.words, chosen))
    times = count / articles.words
    again = f", {times:.1f} times over" if times > 1 else ""
    return f"{articles.origin}{again}: {len(chosen):,} articles, {count:,} words a round"


def _tell(what: str) -> None:
    click.echo(what, err=True)


if __name__ == "__main__":
    main()
