"""How far a long run is, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

Item = TypeVar("Item")

PATIENCE = 1.0
"""Seconds before anything is shown: a short run shows nothing."""

PAUSE = 0.2
"""Seconds between two updates."""


def counted(items: Iterable[Item], *, noun: str = "articles") -> Iterator[Item]:
    """Yield ``items``; on a terminal, a line on standard error counts them as they pass."""
    if not sys.stderr.isatty():
        yield from items
        return
    begun = shown = monotonic()
    count = 0
    try:
        for item in items:
            yield item
            count += 1
            now = monotonic()
            if now - begun > PATIENCE and now - shown > PAUSE:
                shown = now
                rate = count / (now - begun)
                sys.stderr.write(f"\r\x1b[K{count:,} {noun}, {rate:,.1f} a second")
                sys.stderr.flush()
    finally:
        if shown != begun:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
