"""brat: stand-off annotations for the brat annotation tool, with the text beside them.

Statements, sources, cues and contents are text-bound annotations; relations tie a content to its
source and its cue. brat knows no annotation over a line break or tab, so a span is cut there into
fragments of one discontinuous annotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimtrack.model import ArticleReport, Attribution, Span
from claimtrack.rendering import words
from claimtrack.rendering.characters import clean, line
from claimtrack.rendering.formats import Entry, Result, Setting

CONFIGURATION = """\
[entities]
Statement
Source
Cue
Content

[relations]
Says\tArg1:Source, Arg2:Content
Signals\tArg1:Cue, Arg2:Content

[events]

[attributes]
Status\tArg:Statement, Value:{statuses}
Quotation\tArg:Content, Value:{quotations}
Attitude\tArg:Content, Value:{attitudes}
Implicit\tArg:Content
""".format(
    statuses="|".join(words.STATUSES),
    quotations="|".join(words.QUOTATIONS),
    attitudes="|".join(words.ATTITUDES),
)
"""The types, relations and attributes that brat is to know."""

_LINES = re.compile(r"[^\n\t]+")


def render(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    """Give the annotations (``.ann``) of each article; their text is what ``texts`` gives."""
    for result in results:
        if isinstance(result, ArticleReport):
            yield from _annotations(result)


def texts(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    """Give the text (``.txt``) that the annotations stand off from.

    Characters that brat would not show come out as U+FFFD, and each line break as a line feed, one
    for one, so that every offset holds.
    """
    for result in results:
        if isinstance(result, ArticleReport):
            yield _text(result.article.text)


def configuration(entries: Iterable[Entry], setting: Setting) -> Iterator[str]:
    """Give brat's ``annotation.conf`` for a folder of these annotations."""
    yield CONFIGURATION


def _text(text: str) -> str:
    return clean(text).replace("\r", "\n").replace("\u0085", "\n")


class _Numbers:
    """Counts annotations of each type, and remembers those that were written before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.bound: dict[tuple[str, Span], str] = {}
        self.counts = {"T": 0, "R": 0, "A": 0, "#": 0}

    def next(self, kind: str) -> str:
        self.counts[kind] += 1
        return f"{kind}{self.counts[kind]}"

    def mark(self, kind: str, spans: Iterable[Span]) -> tuple[str, list[str]]:
        """Return the key of the annotation of ``spans``, and its line unless it has one."""
        found = [piece for span in spans for piece in self._pieces(span)]
        if not found:
            return "", []
        whole = (kind, Span(found[0].start, found[-1].end))
        if kind in ("Source", "Cue") and whole in self.bound:
            return self.bound[whole], []
        key = self.next("T")
        self.bound[whole] = key
        places = ";".join(f"{piece.start} {piece.end}" for piece in found)
        shown = " ".join(piece.of(self.text) for piece in found)
        return key, [f"{key}\t{kind} {places}\t{shown}\n"]

    def _pieces(self, span: Span) -> Iterator[Span]:
        for match in _LINES.finditer(self.text, span.start, span.end):
            start, end = match.span()
            part = match.group()
            start += len(part) - len(part.lstrip())
            end -= len(part) - len(part.rstrip())
            if start < end:
                yield Span(start, end)


def _annotations(report: ArticleReport) -> Iterator[str]:
    numbers = _Numbers(_text(report.article.text))
    names = {source.id: line(source.name) for source in report.sources}
    for statement in report.statements:
        key, lines = numbers.mark("Statement", [statement.span])
        yield from lines
        if key:
            yield f"{numbers.next('A')}\tStatus {key} {statement.status}\n"
    for item in report.attributions:
        yield from _attribution(item, numbers, names)


def _attribution(item: Attribution, numbers: _Numbers, names: dict[str, str]) -> Iterator[str]:
    content, lines = numbers.mark("Content", sorted(item.content))
    yield from lines
    if not content:
        return
    yield f"{numbers.next('A')}\tQuotation {content} {item.quotation}\n"
    yield f"{numbers.next('A')}\tAttitude {content} {item.attitude}\n"
    if item.implicit:
        yield f"{numbers.next('A')}\tImplicit {content}\n"
    name = names.get(item.source_id or "", "nobody named")
    yield f"{numbers.next('#')}\tAnnotatorNotes {content}\tsource: {name}\n"
    for kind, relation, span in (
        ("Source", "Says", item.source_mention),
        ("Cue", "Signals", item.cue),
    ):
        if span is not None:
            key, lines = numbers.mark(kind, [span])
            yield from lines
            if key:
                yield f"{numbers.next('R')}\t{relation} Arg1:{key} Arg2:{content}\n"
