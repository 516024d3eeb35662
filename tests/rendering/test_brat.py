"""brat's files: every annotation holds the very words at its offsets."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import ArticleReport, Source
from claimtrack.rendering import brat, named
from claimtrack.rendering.folder import write_folder
from tests.rendering.newsroom import SETTING, Line, bridge, compose, quick


def check(report: ArticleReport) -> list[str]:
    """Read the annotations as brat would; return the kinds that were found."""
    text = "".join(brat.texts([report], SETTING))
    lines = "".join(brat.render([report], SETTING)).split("\n")
    assert lines.pop() == ""
    known: set[str] = set()
    kinds = []
    for row in lines:
        key, what, *rest = row.split("\t")
        kind, *places = what.split(" ", 1)
        if key.startswith("T"):
            (shown,) = rest
            parts = [tuple(map(int, place.split(" "))) for place in places[0].split(";")]
            assert shown == " ".join(text[start:end] for start, end in parts)
            assert "\n" not in shown and shown.strip() == shown
            known.add(key)
            kinds.append(kind)
        elif key.startswith("R"):
            assert set(re.findall(r"Arg\d:(\w+)", places[0])) <= known
        else:
            assert places[0].split(" ")[0] in known
    return kinds


def test_annotations_stand_at_their_words() -> None:
    kinds = check(bridge())
    assert kinds.count("Statement") == 7
    assert kinds.count("Content") == 5


def test_a_span_over_lines_is_cut_into_fragments() -> None:
    line = Line("⟦a1 content|The bridge\nis closed⟧, ⟦a1 source|he⟧ ⟦a1 cue|said⟧.")
    report = compose([line], [Source("src1", "He", "unnamed_person")], {"a1": "src1"})
    assert "T2\tContent 0 10;11 20\tThe bridge is closed\n" in "".join(
        brat.render([report], SETTING)
    )
    check(report)


@quick
@given(st.text(st.characters(exclude_characters="⟦⟧|"), min_size=1, max_size=40))
def test_any_text_keeps_its_offsets(text: str) -> None:
    report = compose(
        [Line(f"⟦a1 content|{text}⟧ ⟦a1 cue|{text}⟧")],
        [Source("src1", text, "document")],
        {"a1": "src1"},
    )
    assert len("".join(brat.texts([report], SETTING))) == len(report.article.text)
    check(report)


def test_a_folder_holds_text_annotations_and_configuration(tmp_path: Path) -> None:
    list(write_folder([bridge()], tmp_path, named("brat"), SETTING))
    assert {path.name for path in tmp_path.iterdir()} == {
        "article.ann",
        "article.txt",
        "annotation.conf",
    }
