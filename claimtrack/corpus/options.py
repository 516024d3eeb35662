"""What a run over a corpus may be told: everything that decides what it writes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from claimtrack.reading.options import DEFAULTS, ReadingOptions


@dataclass(frozen=True, slots=True)
class Options:
    """How to run; two runs with the same options over the same inputs write the same bytes.

    ``form`` is how shards are written (see ``FORMS``). ``shard_size`` is how many articles of the
    input a shard covers; those that failed are missing in it. ``sample`` takes that share of the
    articles, each by a hash of ``seed`` and its place in the input; ``limit`` then takes the first
    so many. How many processes work, and where, decides nothing and is no option.
    """

    engine: str = "linear"
    form: str = "jsonl"
    shard_size: int = 1_000
    sample: float | None = None
    seed: int = 0
    limit: int | None = None
    reading: ReadingOptions = DEFAULTS

    def to_dict(self) -> dict[str, Any]:
        """Return the options as a manifest holds them."""
        return asdict(self)
