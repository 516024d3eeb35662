"""JSON: one document of the published schema for a whole run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from claimtrack.model import SCHEMA_VERSION, InputError
from claimtrack.provenance import Tally
from claimtrack.rendering.formats import Result, Setting
from claimtrack.rendering.json_text import article, dumps, nest


def render(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    """Give the document piece by piece: an article is written before the next is read.

    The pieces together are what ``json.dumps(report.to_dict(), indent=2)`` gives.
    """
    errors: list[InputError] = []
    tally = Tally()
    yield '{\n  "schema_version": ' + dumps(SCHEMA_VERSION)
    yield ',\n  "generator": ' + _nest(asdict(setting.generator), 1)
    yield ',\n  "articles": ['
    opened = False
    for result in results:
        tally.add(result)
        if isinstance(result, InputError):
            errors.append(result)
            continue
        yield ",\n    " if opened else "\n    "
        yield from article(result, indent=2, depth=2)
        opened = True
    yield "\n  ]" if opened else "]"
    yield ',\n  "errors": ' + _nest([asdict(error) for error in errors], 1)
    yield ',\n  "summary": ' + _nest(tally.summary(), 1)
    yield "\n}\n"


def _nest(value: Any, depth: int) -> str:
    return nest(value, 2, "\n" + "  " * depth)
