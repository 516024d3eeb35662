"""Annotated articles in brat standoff: ``name.txt`` with ``name.ann`` beside it.

The types are those that ``claimtrack report --format brat`` writes: text-bound ``Source``, ``Cue``
and ``Content``, and the relations ``Says`` (source to content) and ``Signals`` (cue to content).
So a report can be corrected in brat and learned from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimtrack.errors import CorpusProblem
from claimtrack.model import Span
from claimtrack.training.corpus import GoldAttribution

_RELATIONS = {"Says": "source", "Signals": "cue"}


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article of a brat folder: its text file and what is marked in it."""

    path: Path
    text: str
    attributions: tuple[GoldAttribution, ...]


@dataclass(slots=True)
class _Links:
    source: list[str] = field(default_factory=list)
    cue: list[str] = field(default_factory=list)


def read(folder: Path) -> Iterator[Annotated]:
    """Yield the annotated articles of a folder, by name.

    Raises ``CorpusProblem`` for a line that cannot be read, or a folder without annotations.
    """
    found = sorted(folder.glob("*.ann"))
    if not found:
        raise CorpusProblem(
            f"{folder}: no .ann files; a brat folder has them beside the .txt files"
        )
    for path in found:
        beside = path.with_suffix(".txt")
        try:
            text = beside.read_text(encoding="utf-8")
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError as problem:
            raise CorpusProblem(f"{path}: cannot be read ({problem})") from problem
        yield Annotated(beside, text, parse(lines, str(path)))


def parse(lines: list[str], name: str) -> tuple[GoldAttribution, ...]:
    """Return the attributions of one ``.ann`` file, in the order of their contents."""
    spans: dict[str, tuple[str, tuple[Span, ...]]] = {}
    links: dict[str, _Links] = {}
    for number, line in enumerate(lines, 1):
        try:
            key, _, rest = line.partition("\t")
            if key.startswith("T"):
                kind, _, places = rest.partition("\t")[0].partition(" ")
                spans[key] = (kind, tuple(_span(item) for item in places.split(";")))
            elif key.startswith("R"):
                relation, first, second = rest.split()[:3]
                ends = links.setdefault(second.removeprefix("Arg2:"), _Links())
                if relation in _RELATIONS:
                    getattr(ends, _RELATIONS[relation]).append(first.removeprefix("Arg1:"))
        except ValueError as problem:
            raise CorpusProblem(f"{name}:{number}: not a line of brat standoff") from problem
    found = [
        GoldAttribution(
            source=_of(spans, links.get(key, _Links()).source),
            cue=_of(spans, links.get(key, _Links()).cue),
            content=content,
        )
        for key, (kind, content) in spans.items()
        if kind == "Content"
    ]
    return tuple(sorted(found, key=lambda item: item.content))


def _span(text: str) -> Span:
    start, end = text.split()
    return Span(int(start), int(end))


def _of(spans: dict[str, tuple[str, tuple[Span, ...]]], keys: list[str]) -> tuple[Span, ...]:
    return tuple(sorted(span for key in keys if key in spans for span in spans[key][1]))
