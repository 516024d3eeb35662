"""HTML: one claim on a self-contained page, with its way through the outlets drawn."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from claimtrack.claims.lineage import outlet_of, step_words, when
from claimtrack.claims.records import Appearance, Timeline
from claimtrack.claims.views.table import words
from claimtrack.rendering.characters import clean, shorten
from claimtrack.rendering.words import DISCLAIMER, QUOTATIONS, STATUSES, plural

LANE = 46
STEP = 150
LEFT = 190
TOP = 34
SHORT = 24
"""Columns of an outlet's name in the drawing; the table below has all of it."""

_SAFE = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Mark:
    """One appearance in the drawing and in the table below it."""

    key: str
    step: Appearance
    label: str
    outlet: str
    words: str
    status: str
    who: str
    quotation: str
    link: str | None
    foreign: bool
    drifts: tuple[tuple[str, str, str, str], ...]
    copied: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line from one appearance to the next, with the kinds of drift on it."""

    x1: int
    y1: int
    x2: int
    y2: int
    drifted: bool
    label: str
    short: str

    @property
    def middle(self) -> tuple[int, int]:
        """Where the line's label stands."""
        return (self.x1 + self.x2) // 2, (self.y1 + self.y2) // 2


@dataclass(frozen=True, slots=True)
class Lane:
    """An outlet's line in the drawing."""

    name: str
    y: int


def render(item: Timeline, version: str) -> Iterator[str]:
    """Give the page of one claim."""
    style = _part("claim.css")
    marks = _marks(item)
    lanes = {mark.outlet: Lane(shorten(mark.outlet, SHORT), mark.y) for mark in marks}
    stream = (
        _environment()
        .get_template("claim.html")
        .stream(
            style=Markup(style),
            style_hash=Markup(_digest(style)),
            claim=item.claim,
            item=item,
            marks=marks,
            lanes=list(lanes.values()),
            lines=_lines(item, {mark.step.number: mark for mark in marks}),
            width=LEFT + STEP * len(marks),
            height=TOP + LANE * len(lanes),
            disclaimer=DISCLAIMER,
            version=version,
        )
    )
    stream.enable_buffering(2048)
    yield from stream


def _marks(item: Timeline) -> list[Mark]:
    foreign = {step.number for step in item.others}
    steps = sorted((*item.steps, *item.others), key=lambda s: (s.published or "9999", s.number))
    names = {step.number: str(at) for at, step in enumerate(steps, 1)}
    lanes: dict[str, int] = {}
    marks = []
    for at, step in enumerate(steps):
        outlet = outlet_of(step)
        lane = lanes.setdefault(outlet, len(lanes))
        passage = step.passage
        marks.append(
            Mark(
                key=names[step.number],
                step=step,
                label=when(step),
                outlet=outlet,
                words=step_words(step),
                status=STATUSES[passage.status],
                who=", citing ".join((*passage.via, passage.source or "nobody named")),
                quotation="" if passage.quotation is None else QUOTATIONS[passage.quotation],
                link=step.url if step.url and step.url.startswith(_SAFE) else None,
                foreign=step.number in foreign,
                drifts=tuple(
                    (words(one.kind), names.get(one.earlier, "?"), one.before, one.after)
                    for one in item.drifts
                    if one.later == step.number
                ),
                copied=names.get(step.copy_of or -1, ""),
                x=LEFT + STEP * at + STEP // 2,
                y=TOP + LANE * lane + LANE // 2,
            )
        )
    return marks


def _lines(item: Timeline, marks: dict[int, Mark]) -> list[Line]:
    ways = {
        (parent, step.number)
        for step, parent in zip(item.steps, item.parents, strict=True)
        if parent is not None
    } | {(drift.earlier, drift.later) for drift in item.drifts}
    lines = []
    for earlier, later in sorted(ways):
        if earlier not in marks or later not in marks:
            continue
        kinds = [
            words(drift.kind)
            for drift in item.drifts
            if (drift.earlier, drift.later) == (earlier, later)
        ]
        one, other = marks[earlier], marks[later]
        label = f"from {one.key} to {other.key}: {', '.join(kinds) or 'no drift'}"
        short = kinds[0] + (f" +{len(kinds) - 1}" if len(kinds) > 1 else "") if kinds else ""
        lines.append(Line(one.x, one.y, other.x, other.y, bool(kinds), label, short))
    return lines


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_part),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.filters["clean"] = clean
    environment.filters["shorten"] = shorten
    environment.filters["counted"] = plural
    return environment


@cache
def _part(name: str) -> str:
    folder = files("claimtrack.claims.views").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
