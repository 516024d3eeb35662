"""The training loop of the accurate engine: epochs, checkpoints, and a held-out measure."""

from __future__ import annotations

import copy
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from claimtrack.attribution.accurate.windows import windows
from claimtrack.attribution.accurate.wordpieces import Vocabulary
from claimtrack.training.accurate.batches import (
    IGNORED,
    Batch,
    batches,
    pack,
    random_windows,
)
from claimtrack.training.accurate.examples import Example
from claimtrack.training.accurate.network import Network, save

CHECKPOINT = "checkpoint.npz"
"""The last weights, written every half epoch."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the network is trained: in cycles, whose ends are averaged (Izmailov et al. 2018).

    Each cycle's rate rises, then falls to nothing; a later cycle begins where the one before ended.
    """

    epochs: tuple[int, ...] = (4, 2, 2)
    """Of each cycle."""
    rates: tuple[float, ...] = (2e-4, 1e-4, 1e-4)
    """The highest rate of each cycle."""
    warm_up: float = 0.06
    batch: int = 12
    limit: int = 238
    smoothing: float = 0.05
    pointer_weight: float = 0.3
    average: float = 0.99
    """How much of the running average of the weights each step keeps."""
    seed: int = 1
    threads: int = 2


def loss_of(network: Network, batch: Batch, schedule: Schedule) -> tuple[torch.Tensor, float]:
    """Return the loss of a batch, and its pointer part alone."""
    scores, pointers = network(batch.ids, batch.kinds, batch.mask)
    loss = functional.cross_entropy(
        scores.flatten(0, 1),
        batch.labels.flatten(),
        ignore_index=IGNORED,
        label_smoothing=schedule.smoothing,
    )
    asked = batch.targets.any(-1)
    if not schedule.pointer_weight or not asked.any():
        return loss, 0.0
    pointers = pointers.masked_fill(~batch.keys[:, None, None, :], -1e4)
    chosen, targets = pointers[asked], batch.targets[asked]
    right = chosen.masked_fill(~targets, -1e4).logsumexp(-1)
    pointing = (chosen.logsumexp(-1) - right).mean()
    return loss + schedule.pointer_weight * pointing, float(pointing.detach())


def fit(
    network: Network,
    examples: Sequence[Example],
    held_out: Sequence[Example],
    vocabulary: Vocabulary,
    directory: Path,
    *,
    schedule: Schedule,
    say: Callable[[str], None],
) -> Network:
    """Train, and return the network with averaged weights; a checkpoint lies in ``directory``."""
    torch.set_num_threads(schedule.threads)
    directory.mkdir(parents=True, exist_ok=True)
    ends: list[Network] = []
    for number in range(len(schedule.epochs)):
        network = cycle(network, examples, vocabulary, directory, schedule, number, say=say)
        ends.append(copy.deepcopy(network))
        figures = measure(network, held_out, vocabulary, schedule=schedule)
        say(f"held out, cycle {number + 1}: {json.dumps(figures)}")
    result = mean(ends)
    save(result, directory / CHECKPOINT)
    return result


def cycle(
    network: Network,
    examples: Sequence[Example],
    vocabulary: Vocabulary,
    directory: Path,
    schedule: Schedule,
    number: int,
    *,
    say: Callable[[str], None],
) -> Network:
    """Train through one cycle, and return the running average of the weights."""
    torch.manual_seed(schedule.seed + number)
    chance = random.Random(schedule.seed + number)
    averaged = copy.deepcopy(network)
    learned, followed = _learned(network), _learned(averaged)
    optimizer = _optimizer(learned)
    step = 0
    began = time.monotonic()
    epochs, rate = schedule.epochs[number], schedule.rates[number]
    for epoch in range(epochs):
        cut = random_windows(examples, limit=schedule.limit, chance=chance)
        per_epoch = -(-len(cut) // schedule.batch)
        network.train()
        sums = np.zeros(2)
        for place, batch in enumerate(
            batches(cut, vocabulary, size=schedule.batch, chance=chance), 1
        ):
            done = step / (per_epoch * epochs)
            factor = min(done / schedule.warm_up, (1 - done) / (1 - schedule.warm_up))
            for group in optimizer.param_groups:
                group["lr"] = rate * max(0.01, factor)
            loss, pointing = loss_of(network, batch, schedule)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            sums += float(loss.detach()), pointing
            step += 1
            kept = min(schedule.average, step / (step + 10))
            with torch.no_grad():
                for slow, quick in zip(followed, learned, strict=True):
                    slow.lerp_(quick, 1 - kept)
            if place % 20 == 0:
                say(
                    f"cycle {number + 1} epoch {epoch + 1} step {place}/{per_epoch} "
                    f"loss {sums[0] / 20:.4f} pointers {sums[1] / 20:.4f} "
                    f"seconds {time.monotonic() - began:.0f}"
                )
                sums[:] = 0
            if place in (per_epoch // 2, per_epoch):
                save(averaged, directory / CHECKPOINT)
    save(averaged, directory / f"cycle-{number + 1}.npz")
    return averaged


def mean(networks: Sequence[Network]) -> Network:
    """Return the network whose weights are the mean of others' of the same shape."""
    result = copy.deepcopy(networks[0])
    with torch.no_grad():
        for slow, *rest in zip(_learned(result), *map(_learned, networks[1:]), strict=True):
            slow.copy_(torch.stack([slow, *rest]).mean(dim=0))
    return result


def _learned(network: Network) -> list[torch.nn.Parameter]:
    return [weight for weight in network.parameters() if weight.requires_grad]


def _optimizer(learned: Sequence[torch.nn.Parameter]) -> torch.optim.Optimizer:
    plain = [weight for weight in learned if weight.ndim < 2]
    decayed = [weight for weight in learned if weight.ndim >= 2]
    return torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}],
        lr=0.0,
        fused=True,
    )


def scores(
    network: Network, item: Example, vocabulary: Vocabulary, *, limit: int, overlap: int = 48
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return label log-probabilities (words, 7) and pointer hits (words, 2: 1, 0 or none: -1)."""
    network.eval()
    result = np.zeros((len(item.labels), 7), dtype=np.float32)
    hits = np.full((len(item.labels), 2), -1, dtype=np.float32)
    some = windows(item.cuts, limit=limit, overlap=overlap)
    for at in range(0, len(some), 8):
        part = some[at : at + 8]
        batch = pack([(item, window) for window in part], vocabulary)
        with torch.inference_mode():
            labels, pointers = network(batch.ids, batch.kinds, batch.mask)
            labels = functional.log_softmax(labels, -1).numpy()
            pointers = pointers.masked_fill(~batch.keys[:, None, None, :], -1e4)
            best = pointers.argmax(-1)
            hit = batch.targets.gather(3, best[..., None])[..., 0].numpy()
            asked = batch.targets.any(-1).numpy()
        for row, window in enumerate(part):
            first, last = np.searchsorted(item.pieces.word_at, [window.core_start, window.core_end])
            places = item.pieces.word_at[first:last] - window.start + 1
            result[first:last] = labels[row, places]
            for column in range(2):
                hits[first:last, column] = np.where(
                    asked[row, column, places], hit[row, column, places], -1
                )
    return result, hits


def measure(
    network: Network,
    held_out: Sequence[Example],
    vocabulary: Vocabulary,
    *,
    schedule: Schedule,
) -> dict[str, float]:
    """Return F1 of words by role (micro), and the share of right pointers (source, cue)."""
    counts = np.zeros((3, 3))
    hits: list[NDArray[np.float32]] = []
    for item in held_out:
        found, hit = scores(network, item, vocabulary, limit=schedule.limit)
        hits.append(hit)
        said, gold = (found.argmax(1) + 1) // 2, (item.labels + 1) // 2
        for role in (1, 2, 3):
            counts[role - 1] += (
                ((said == role) & (gold == role)).sum(),
                (said == role).sum(),
                (gold == role).sum(),
            )
    all_hits = np.concatenate(hits)
    figures = {
        name: round(float(2 * part[0] / max(1, part[1] + part[2])), 4)
        for name, part in zip(
            ("source", "cue", "content", "micro"), [*counts, counts.sum(0)], strict=True
        )
    }
    for column, name in enumerate(("source_link", "cue_link")):
        asked = all_hits[:, column] >= 0
        figures[name] = round(float(all_hits[asked, column].mean()), 4) if asked.any() else 0.0
    return figures
