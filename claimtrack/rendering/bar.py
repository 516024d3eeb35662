"""The bars of a page: where in the article which voice speaks, and how much each status has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimtrack.model import Metrics, Statement
from claimtrack.rendering import words
from claimtrack.rendering.voices import Voice

LANES = 4
"""How many voices of one statement stand side by side in the bar."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of the bar, in per cent of its length; ``lane`` of ``lanes`` side by side."""

    start: float
    length: float
    voice: Voice
    statement: int
    lane: int = 0
    lanes: int = 1

    @property
    def left(self) -> float:
        """Where its lane begins, in per cent of the bar's width."""
        return round(100 * self.lane / self.lanes, 3)

    @property
    def width(self) -> float:
        """How wide its lane is, in per cent of the bar's width."""
        return round(100 / self.lanes, 3)


@dataclass(frozen=True, slots=True)
class Share:
    """One part of all statements: its name, look and value, and its place in the bar."""

    name: str
    look: str
    value: str
    start: float
    length: float


def ticks(statements: Sequence[Statement], voices: Sequence[tuple[Voice, ...]]) -> Iterator[Tick]:
    """Give the stretches of the bar; neighbours with the same voices are one stretch."""
    total = sum(len(statement.span) for statement in statements) or 1
    at = 0
    numbered = enumerate(zip(voices, statements, strict=True), 1)
    for speaking, run in groupby(numbered, lambda item: item[1][0]):
        first, number = at, 0
        for place, (_, statement) in run:
            number = number or place
            at += len(statement.span)
        start, length = round(100 * first / total, 3), round(100 * (at - first) / total, 3)
        for lane, voice in enumerate(speaking[:LANES]):
            yield Tick(start, length, voice, number, lane, min(LANES, len(speaking)))


def shares(metrics: Metrics) -> Iterator[Share]:
    """Give the parts of the bar of statuses."""
    at = 0.0
    for name, look, share in (
        ("attributed", "attributed", metrics.attributed_share),
        ("veiled", "veiled", metrics.veiled_share),
        ("own voice", "own", metrics.unattributed_share),
    ):
        if share is not None:
            yield Share(name, look, words.percent(share), round(100 * at, 3), round(100 * share, 3))
            at += share
