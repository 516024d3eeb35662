"""The hostile set: whatever a text, a name or an id holds, no format lets it do anything."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.model import ArticleReport, Attribution, Source, Span
from claimtrack.rendering import FORMATS, Format, named
from claimtrack.rendering.folder import write_folder
from tests.rendering.newsroom import SETTING, Line, compose
from tests.rendering.test_html import Page

SET = {
    "script": "<script>alert(1)</script>",
    "closing style": "</style></script></title><svg onload=alert(1)>",
    "template": "{{ 7 * 7 }}{% for x in y %}{# #}${x}<%= x %>",
    "attribute": "\" ' ` onfocus=alert(1) autofocus x=",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "escapes": "\x1b]0;title\x07\x1b[2J\x1b[31mred\x9b1m",
    "direction": "abc\u202etxt.exe\u2066\u2067\u2068",
    "controls": "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "surrogates": "a\ud800b\udfffc",
    "separators": "a\u2028b\u2029c\u0085d",
    "no characters": "a\ufffeb\uffffc\ufdd0d\U000e0041",
    "marks of combining": "Z" + "\u0301" * 500,
    "paths": "../../../etc/passwd\x00.html",
    "quotes": "“" * 5000 + "”" * 5000,
    "long name": "A" * 10_000,
    "entities": "&lt;script&gt;&#60;&amp;amp;",
    "markdown": "[x](javascript:alert(1)) ![x](http://evil.example/i.png) <b>",
    "brat": "T1\tSource 0 5\tx\nR1\tSays Arg1:T1 Arg2:T9\n",
    "json": '"}]}\\u0000\\',
}


def hostile(text: str) -> ArticleReport:
    """Put a text wherever a report has room for one."""
    text = text.replace("⟦", "").replace("⟧", "")
    line = f"⟦a1 source|{text}⟧ ⟦a1 cue|{text}⟧ ⟦a1 content|{text}⟧"
    source = Source("src1", text, "anonymous_source", text, text, text, outlet=True)
    return compose(
        [
            Line(line),
            Line(text, "veiled", opens=True),
            Line(text, "unattributed", section="caption"),
        ],
        [source],
        {"a1": "src1"},
        before=text,
        after=text,
        reason=text,
        id=text,
        source_file=text,
        url=text,
        headline=text,
        publisher=text,
        authors=(text, text),
        published=text,
        dateline=text,
        language=text,
    )


@pytest.mark.parametrize("name", SET)
@pytest.mark.parametrize("item", FORMATS, ids=lambda item: item.name)
def test_no_format_lets_a_text_do_anything(item: Format, name: str) -> None:
    written = "".join(item.render([hostile(SET[name])], SETTING))
    written.encode()  # which a lone surrogate would not let through
    if item.name not in ("json", "jsonl", "webannotation"):  # where they are escaped in strings
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", written)
    if item.name == "html":
        page = Page(written)
        assert page.tags.count("script") == 1 and "svg" in page.tags and "img" not in page.tags
        assert not any(attribute.startswith("on") for _, attribute, _ in page.attributes)
        assert not any("evil" in value for value in page.values("href"))
    elif item.name in ("json", "webannotation"):
        json.loads(written)
    elif item.name == "csv":
        for row in csv.reader(io.StringIO(written, newline=""), strict=True):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("item", FORMATS, ids=lambda item: item.name)
def test_no_file_leaves_its_folder(item: Format, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    reports = [hostile(text) for text in SET.values()]
    paths = [path for _, path in write_folder(reports, folder, item, SETTING)]
    assert len({str(path).lower() for path in paths}) == len(SET)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert all(path.parent == folder for path in folder.rglob("*"))


def large(statements: int) -> ArticleReport:
    marked = (
        "⟦a{0} content|The bridge number {0} over the river will open again in May⟧, "
        "⟦a{0} source|Mayor Anna Krol⟧ ⟦a{0} cue|said⟧ on Monday."
    )
    lines = [Line(marked.format(number), opens=number % 4 == 0) for number in range(statements)]
    sources = [Source(f"src{n}", f"Anna {n}", "named_person") for n in range(statements // 10)]
    speakers = {f"a{n}": f"src{n % len(sources)}" for n in range(statements)}
    return compose(lines, sources, speakers)


@pytest.mark.parametrize("name", [item.name for item in FORMATS])
def test_eight_times_the_text_takes_about_eight_times_as_long(name: str) -> None:
    """Quadratic growth would take sixty-four times as long."""
    small, eightfold = large(200), large(1600)
    "".join(named(name).render([small], SETTING))  # modules and templates are loaded once

    def seconds(report: ArticleReport) -> float:
        best = 60.0
        for _ in range(3):
            start = time.process_time()
            for _piece in named(name).render([report], SETTING):
                pass
            best = min(best, time.process_time() - start)
        return best

    assert seconds(eightfold) < 24 * seconds(small) + 0.05


def test_overlapping_marks_without_end_stay_quick() -> None:
    """Ten thousand contents that all begin at one place and end at another each."""
    inner = "word " * 10_000
    report = compose([Line(inner.strip())], [Source("src1", "A", "document")], {})
    spans = report.article.text
    attributions = tuple(
        Attribution(f"a{n}", (Span(0, len(spans) - 5 * n),), source_id="src1")
        for n in range(10_000)
    )
    statement = replace(
        report.statements[0], attribution_ids=tuple(item.id for item in attributions)
    )
    crowded = replace(report, statements=(statement,), attributions=attributions)
    start = time.process_time()
    "".join(named("html").render([crowded], SETTING))
    assert time.process_time() - start < 10
