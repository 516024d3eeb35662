"""Statements cut where the marks of attributions begin and end, in one sweep over the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from claimtrack.model import ArticleReport, Span
from claimtrack.rendering.characters import Piece, pieces
from claimtrack.rendering.voices import VEILED, Voice

Role = Literal["content", "source", "cue"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a statement with one and the same set of marks."""

    pieces: tuple[Piece, ...]
    classes: str


class Sweep:
    """Cuts statements, asked for in the order of the text, where marks begin and end.

    Of the contents open at a place, the outermost gives the ground and the innermost the line, so
    that what X says that Y said shows both.
    """

    def __init__(self, report: ArticleReport, voices: Mapping[str, Voice]) -> None:
        counted = {
            key
            for statement in report.statements
            if statement.status in ("attributed", "veiled")
            for key in statement.attribution_ids
        }
        self.text = report.article.text
        opening: list[tuple[int, int, int, Role, str]] = []
        for number, item in enumerate(report.attributions):
            look = voices.get(item.source_id or "", VEILED).look
            spans: Iterator[tuple[Role, Span | None]] = chain(
                (("content", span) for span in item.content if item.id in counted),
                (("source", item.source_mention), ("cue", item.cue)) if not item.implicit else (),
            )
            for role, span in spans:
                if span is not None and len(span):
                    opening.append((span.start, -span.end, number, role, look))
        opening.sort()
        self.opening = opening
        self.closing = sorted((-end, at) for at, (_, end, _, _, _) in enumerate(opening))
        self.opened = self.closed = 0
        self.active: dict[Role, dict[int, str]] = {"content": {}, "source": {}, "cue": {}}

    def cut(self, span: Span) -> Iterator[Segment]:
        """Give the stretches of ``span``; spans must be asked for in order."""
        at = span.start
        self._move(at)
        while at < span.end:
            ahead = span.end
            if self.opened < len(self.opening):
                ahead = min(ahead, self.opening[self.opened][0])
            if self.closed < len(self.closing):
                ahead = min(ahead, self.closing[self.closed][0])
            yield Segment(tuple(pieces(self.text[at:ahead])), self._classes())
            at = ahead
            self._move(at)

    def _move(self, at: int) -> None:
        """Open and close marks up to and with position ``at``."""
        while self.opened < len(self.opening) and self.opening[self.opened][0] <= at:
            _, end, _, role, look = self.opening[self.opened]
            if -end > at:
                self.active[role][self.opened] = look
            self.opened += 1
        while self.closed < len(self.closing) and self.closing[self.closed][0] <= at:
            number = self.closing[self.closed][1]
            self.active[self.opening[number][3]].pop(number, None)
            self.closed += 1

    def _classes(self) -> str:
        names: list[str] = []
        content = self.active["content"]
        if content:
            names.append("content " + next(reversed(content.values())))
            ground = next(iter(content.values())).split()[0]
            names.append("on-" + ground)
        role: Role
        for role in ("source", "cue"):
            active = self.active[role]
            if active:
                if not content:
                    names.append(next(reversed(active.values())).split()[0])
                names.append(role)
        return " ".join(names)
