"""How far a long run is, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from claimtrack.corpus import Step

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
    count = 0
    with _Line() as line:
        for item in items:
            yield item
            count += 1
            if line.due():
                line.show(f"{count:,} {noun}, {count / line.seconds:,.1f} a second")


def timed(steps: Iterable[Step]) -> Iterator[Step]:
    """Yield the steps of a run; on a terminal, a line says how far it is and what time is left."""
    if not sys.stderr.isatty():
        yield from steps
        return
    with _Line() as line:
        line.show("looking through the inputs")
        for step in steps:
            yield step
            if line.due():
                line.show(_far(step, line.seconds))


def _far(step: Step, seconds: float) -> str:
    rate = (step.done - step.skipped) / seconds
    told = f"{step.done:,} of {step.total:,} {step.unit}"
    if rate == 0:
        return told
    left = duration((step.total - step.done) / rate)
    return f"{told}, {rate:,.1f} a second, {left} left"


def duration(seconds: float) -> str:
    """Return a time as people say it."""
    minutes, hours = seconds / 60, seconds / 3600
    if seconds < 90:
        return f"{seconds:.0f} s"
    if minutes < 90:
        return f"{minutes:.0f} min"
    return f"{hours:.1f} h" if hours < 48 else f"{hours / 24:.1f} days"


class _Line:
    """One line on the terminal, written again and again and gone in the end."""

    def __init__(self) -> None:
        self._begun = self._shown = monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown != self._begun:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return monotonic() - self._begun

    def due(self) -> bool:
        """Tell whether it is time to show something."""
        return self.seconds > PATIENCE and monotonic() - self._shown > PAUSE

    def show(self, text: str) -> None:
        """Write the line anew."""
        self._shown = monotonic()
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
