"""Web Annotation: the W3C's JSON-LD model, one annotation a statement, for annotation tools.

Every annotation finds its statement twice: by the quote with what stands before and after it, and
by its position in the text, in code points.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from claimtrack.model import Article, ArticleReport, Generator, Statement
from claimtrack.rendering import words
from claimtrack.rendering.characters import REPLACEMENT, line
from claimtrack.rendering.formats import Result, Setting

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of prefix and suffix."""

_ADDRESS = re.compile(r"https?://[\x21-\x7e]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    """Give one annotation collection for all articles, annotation by annotation.

    Its id follows from what it holds, so it stands at the end.
    """
    digest = sha256()
    total = 0
    yield f'{{"@context": "{CONTEXT}", "type": "AnnotationCollection",\n'
    yield ' "label": "Who says so, statement by statement",\n'
    yield ' "first": {"type": "AnnotationPage", "startIndex": 0, "items": ['
    for result in results:
        if isinstance(result, ArticleReport):
            for annotation in annotate(result, setting.generator):
                digest.update(annotation["id"].encode())
                yield (",\n" if total else "\n") + json.dumps(annotation, ensure_ascii=False)
                total += 1
    home = _urn(digest.hexdigest())
    yield f'],\n "id": "{home}#page", "partOf": "{home}"}},\n'
    yield f' "total": {total}, "id": "{home}"}}\n'


def annotate(report: ArticleReport, generator: Generator) -> Iterator[dict[str, Any]]:
    """Give one annotation a statement, in the order of the text."""
    article = report.article
    text = _SURROGATE.sub(REPLACEMENT, article.text)
    known = sha256(f"{article.id}\n{text}".encode(errors="replace")).hexdigest()
    names = {source.id: source.name for source in report.sources}
    cues = {item.id: item.cue for item in report.attributions}
    for statement in report.statements:
        said_by = [line(names[key]) for key in statement.source_ids if key in names]
        found = [cues.get(key) for key in statement.attribution_ids]
        said = [line(cue.of(text)) for cue in found if cue is not None]
        yield {
            "id": _urn(f"{known} {statement.id}"),
            "type": "Annotation",
            "motivation": "identifying",
            "generator": {
                "id": _urn(generator.name),
                "type": "Software",
                "name": f"{generator.name} {generator.version}, model {generator.model}",
            },
            "body": [
                _body("classifying", statement.status),
                *(_body("identifying", name) for name in said_by),
                _body("describing", _sentence(statement, said_by, said)),
            ],
            "target": {"source": _place(article, known), "selector": _selectors(statement, text)},
        }


def _selectors(statement: Statement, text: str) -> list[dict[str, Any]]:
    start, end = statement.span.start, statement.span.end
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _body(purpose: str, value: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": "en",
    }


def _sentence(statement: Statement, names: list[str], cues: list[str]) -> str:
    if statement.status != "attributed" or not names:
        return words.STATUSES[statement.status].capitalize()
    carried = ", carried over from before" if statement.implicit else ""
    shown = ", ".join(f"“{cue}”" for cue in dict.fromkeys(cues))
    return f"Attributed to {' and '.join(names)}{carried}" + (f" by {shown}" if shown else "")


def _place(article: Article, known: str) -> str:
    """Return where the text is: its address if it is one, else a name made from the text."""
    url = article.url
    if url is not None and _ADDRESS.fullmatch(url):
        return url
    return _urn(known)


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'claimtrack ' + name)}"
