"""Many articles: local processes or a cluster, shards of reports, and runs that can be resumed.

>>> from claimtrack.corpus import Options, run
>>> for step in run(["news"], "out", Options(shard_size=500), jobs=2):  # doctest: +SKIP
...     print(step.done, step.total)

Everything listed in ``__all__`` is public and loads on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.corpus.local import run
    from claimtrack.corpus.options import Options
    from claimtrack.corpus.outputs import FORMS
    from claimtrack.corpus.records import Step

_HOMES = {
    "FORMS": "outputs",
    "Options": "options",
    "Step": "records",
    "run": "local",
}

__all__ = ["FORMS", "Options", "Step", "run"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"claimtrack.corpus.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
