"""Golden cases: a page as it was dumped, and below it what reading must make of it.

Below the line ``== expected ==`` stand the fields, one a line, then the paragraphs with their
section. White space is folded; a field that is not listed must be unknown.
"""

from pathlib import Path

import pytest

from claimtrack.reading import read_text

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
MARK = "== expected ==\n"
FIELDS = ("url", "headline", "publisher", "published", "dateline", "agency", "authors")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    page, _, expected = path.read_text(encoding="utf-8").partition(MARK)
    article = read_text(page, id=path.stem)

    wanted = expected.strip().splitlines()
    fields = dict(line.split(": ", 1) for line in wanted if not line.startswith("["))
    paragraphs = [line for line in wanted if line.startswith("[")]
    assert [
        f"[{paragraph.section}] {' '.join(paragraph.span.of(article.text).split())}"
        for paragraph in article.paragraphs
    ] == paragraphs
    found = {name: getattr(article, name) for name in FIELDS}
    found["authors"] = "; ".join(article.authors) or None
    assert {name: value for name, value in found.items() if value is not None} == fields


def test_there_are_many_layouts() -> None:
    assert len(CASES) >= 15
