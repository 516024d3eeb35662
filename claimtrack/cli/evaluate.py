"""``claimtrack evaluate``: how good the marks are on annotated articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.options import ENGINES

if TYPE_CHECKING:
    from claimtrack.training.evaluation import Evaluation


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0])
@click.option(
    "--samples", default=1000, show_default=True, help="Resamples of the articles for intervals."
)
def evaluate(gold: tuple[Path, ...], engine: str, samples: int) -> None:
    """Compare the marks with those of GOLD files and print the figures.

    Intervals hold 95 % of the figures on resampled articles (bootstrap). A construction's figure
    is its recall: content and source right.

    \b
    Example:
      claimtrack evaluate polnear/dev.jsonl.gz
    """
    from claimtrack.analysis import analyze_document, engine_of
    from claimtrack.training.evaluation import evaluate as measure

    marker = engine_of(engine)
    found = measure(gold, lambda item: analyze_document(item.document, marker), samples=samples)
    click.echo(_table(found))


def _table(found: Evaluation) -> str:
    from tabulate import tabulate

    figures = [
        (item.name, *map(_share, (item.precision, item.recall, item.f1, item.low, item.high)))
        for item in found.figures
    ]
    names = [item.name for item in found.figures]
    short = [_SHORT.get(name, name.removeprefix("token_")) for name in names]
    publishers = [
        (name, *(_share(values[figure]) for figure in names))
        for name, values in found.publishers.items()
    ]
    forms = [(name, count, _share(value)) for name, (value, count) in found.constructions.items()]
    error = found.calibration_error
    return "\n\n".join(
        (
            tabulate(figures, (f"{found.articles} articles", "P", "R", "F1", "from", "to")),
            tabulate(publishers, ("F1 by publisher", *short)),
            tabulate(forms, ("recall by construction", "there", "recall")),
            f"calibration error of confidence: {_share(error)}",
        )
    )


_SHORT = {
    "sentence_attributed": "sentences",
    "sentence_right_source": "right source",
    "attribution_content50": "contents",
    "attribution_content50_and_source": "with source",
    "token_micro": "words",
}


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
