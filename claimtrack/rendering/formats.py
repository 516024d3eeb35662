"""The table of formats: it drives the command line, the documentation and the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from claimtrack.model import ArticleReport, Generator, InputError, Metrics

Result = ArticleReport | InputError
"""What a run gives for each input: its report, or why there is none."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a format may need to know beside the reports.

    ``width`` and ``colour`` concern formats for a terminal only; the others ignore them.
    """

    generator: Generator
    width: int = 80
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in the index of a folder: its file there, and what an overview shows of it."""

    file: str
    id: str
    headline: str | None
    publisher: str | None
    published: str | None
    metrics: Metrics


Render = Callable[[Iterable[Result], Setting], Iterator[str]]
RenderIndex = Callable[[Iterable[Entry], Setting], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name on the command line, and the function that writes it.

    ``renderer`` is ``"module:function"``, imported on first use. ``suffix`` is the file suffix by
    which the format is recognised, and under which files of a folder are written. With ``index``
    a folder of articles gets an overview of its own, ``index`` with the same suffix:
    ``render_index(entries, setting)``, again ``"module:function"``; ``index_name`` if that file
    has a name of its own. ``beside`` are files that belong to each report: suffix and renderer.
    """

    name: str
    suffix: str
    description: str
    renderer: str
    index: str | None = None
    index_name: str | None = None
    beside: tuple[tuple[str, str], ...] = ()

    def render(self, results: Iterable[Result], setting: Setting) -> Iterator[str]:
        """Write ``results`` in this format, piece by piece."""
        return cast(Render, _load(self.renderer))(results, setting)

    def render_beside(
        self, results: Sequence[Result], setting: Setting
    ) -> Iterator[tuple[str, Iterator[str]]]:
        """Give the suffix and text of each file that belongs beside this format's own."""
        for suffix, renderer in self.beside:
            yield suffix, cast(Render, _load(renderer))(results, setting)

    def render_index(self, entries: Iterable[Entry], setting: Setting) -> Iterator[str]:
        """Write the overview of a folder; only where the format has one."""
        if self.index is None:
            raise ValueError(f"{self.name} has no index page")
        return cast(RenderIndex, _load(self.index))(entries, setting)


FORMATS: tuple[Format, ...] = (
    Format("table", ".txt", "for reading on a terminal", "claimtrack.rendering.table:render"),
    Format(
        "json",
        ".json",
        "one document of the published schema",
        "claimtrack.rendering.json_document:render",
    ),
    Format(
        "jsonl",
        ".jsonl",
        "one article a line, for streams",
        "claimtrack.rendering.json_lines:render",
    ),
    Format(
        "html",
        ".html",
        "a page to look at and print, with every statement marked",
        "claimtrack.rendering.html:render",
        index="claimtrack.rendering.index:render",
    ),
    Format(
        "markdown",
        ".md",
        "for notes, wikis and teaching sheets",
        "claimtrack.rendering.markdown:render",
    ),
    Format(
        "csv", ".csv", "one row a statement, for spreadsheets", "claimtrack.rendering.csv:render"
    ),
    Format(
        "webannotation",
        ".jsonld",
        "W3C Web Annotations, one a statement",
        "claimtrack.rendering.webannotation:render",
    ),
    Format(
        "brat",
        ".ann",
        "stand-off files for the brat annotation tool; write them to a folder",
        "claimtrack.rendering.brat:render",
        index="claimtrack.rendering.brat:configuration",
        index_name="annotation.conf",
        beside=((".txt", "claimtrack.rendering.brat:texts"),),
    ),
)
"""Every format that ``--format`` knows, in the order of the documentation."""


def named(name: str) -> Format:
    """Return the format of this name; a ``KeyError`` says that there is none."""
    for item in FORMATS:
        if item.name == name:
            return item
    raise KeyError(name)


def of_suffix(suffix: str) -> Format | None:
    """Return the format that a file of this suffix holds, if one does."""
    for item in FORMATS:
        if item.suffix == suffix.lower():
            return item
    return None


def _load(target: str) -> object:
    module, function = target.split(":")
    found: object = getattr(import_module(module), function)
    return found
