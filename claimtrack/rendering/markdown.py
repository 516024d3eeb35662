"""Markdown: a report to paste into notes, a wiki or a teaching sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimtrack.model import ArticleReport
from claimtrack.rendering import words
from claimtrack.rendering.characters import line
from claimtrack.rendering.formats import Result, Setting
from claimtrack.rendering.view import Mark, Saying, View, build
from claimtrack.rendering.voices import Voice

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#!|~@&$^]|:(?=//)")
_OPENING = re.compile(r"^(\d{0,9})([-+=:.)])")


def render(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    """Give one report after the other, with a rule between them."""
    opened = False
    for result in results:
        if isinstance(result, ArticleReport):
            if opened:
                yield "\n---\n\n"
            yield from _article(build(result), result)
            opened = True
    if opened:
        generator = setting.generator
        yield f"\n*{words.DISCLAIMER}*\n\n"
        yield f"*{escape(generator.name)} {escape(generator.version)}, "
        yield f"model {escape(generator.model)}.*\n"


def escape(text: str) -> str:
    """Return ``text`` on one line, so that nothing in it is read as Markdown or HTML.

    Some signs mean something only where a text begins, as in "1." and "- "; there they are escaped.
    """
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", line(text)))


def _article(view: View, report: ArticleReport) -> Iterator[str]:
    yield f"# {escape(view.title)}\n\n"
    if view.byline:
        yield " · ".join(escape(item) for item in view.byline) + "\n\n"
    if view.url is not None:
        yield f"<{view.url.replace('<', '%3C').replace('>', '%3E').replace(' ', '%20')}>\n\n"
    yield f"{view.summary}\n"
    yield from _sources(view)
    yield "\n## Statements\n\n"
    for mark, statement in zip(view.marks, report.statements, strict=True):
        yield f"{mark.number}. {escape(statement.span.of(report.article.text))}\n"
        yield f"   — {_who(mark)}\n"
    yield "\n## Figures\n\n| figure | value | meaning |\n| --- | --: | --- |\n"
    for _, figures in view.groups:
        for figure in figures:
            yield f"| {figure.term.name} | {figure.value} | {figure.term.meaning} |\n"
    if view.notices:
        yield "\n## What to bear in mind\n\n"
        for notice in view.notices:
            yield f"- {escape(notice)}\n"


def _sources(view: View) -> Iterator[str]:
    if not view.voices:
        return
    yield "\n## Sources\n\n| | source | kind | position | statements |\n"
    yield "| --- | --- | --- | --- | --: |\n"
    for voice in view.voices:
        position = "" if voice.source is None else voice.source.title or voice.source.affiliation
        yield f"| {voice.label} | {escape(voice.name)} | {voice.kind} "
        yield f"| {escape(position or '')} | {voice.count} |\n"


def _who(mark: Mark) -> str:
    if mark.status != "attributed":
        return f"*{mark.meaning}*"
    names = " and ".join(_name(voice) for voice in mark.voices)
    told = "; ".join(dict.fromkeys(_told(saying) for saying in mark.sayings))
    carried = ", carried over" if mark.implicit else ""
    return f"**{names}**{carried}" + (f" ({told})" if told else "")


def _name(voice: Voice) -> str:
    return f"{voice.label} {escape(voice.name)}" if voice.source else voice.name


def _told(saying: Saying) -> str:
    cue = "" if saying.cue is None else f"“{escape(saying.cue)}”, "
    return cue + saying.quotation
