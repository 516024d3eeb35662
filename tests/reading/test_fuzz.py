"""Whatever comes in: an article whose paragraphs lie in its text, or an ``InputProblem``."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading import READERS, read_path, read_text

PIECES = (
    "The minister said on Monday that the bridge would be closed.", "“No,” he said.", "By Ann Lee",
    "https://example.org/2022/01/10/bridge-closed", "LONDON (Reuters) - The man left.", "2022",
    "9 January 2022, 18:06 GMT", "Bridge closed for repairs", "kalm, bridge, repairs", "=====",
    "Title: Bridge closed", "Date: 2022-01-10", "Related articles", "Comments (3)", "en_EN", "-",
    "the bridge over the river", "- an item of a list", "© 2022 Example", "Photo: A / B", "\ufeff",
    "FILE - The bridge is seen in this photo. (AP Photo/A B)", "# Heading", "[a](b)", "\0",
    "\x1b[0m", "Read more: Other story", "We use cookies on our site.", "{{ }}", "</style><script>",
    "\u202e",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(PIECES), max_size=30).map("\n".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("\n\n".join),
    st.lists(st.sampled_from([*PIECES, "\n", " ", "\u2028"]), max_size=40).map("".join),
    st.lists(st.characters(codec="utf-16", exclude_categories=()), max_size=60).map("".join),
)
RELAXED = settings(
    max_examples=80, deadline=2_000, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def check(article: Article) -> None:
    before = 0
    for paragraph in article.paragraphs:
        span = paragraph.span
        assert before <= span.start < span.end <= len(article.text)
        words = span.of(article.text)
        assert words == words.strip()
        before = span.end
    sections = [paragraph.section for paragraph in article.paragraphs]
    assert sections.count("headline") <= 1
    fields = (article.headline, article.url, article.publisher, article.dateline, article.agency,
              article.published, article.id, *article.authors)  # fmt: skip
    assert all(field is None or field for field in fields)
    "".join(field or "" for field in fields).encode("utf-8")
    article.text.encode("utf-8")


@RELAXED
@given(TEXTS)
def test_texts(text: str) -> None:
    try:
        article = read_text(text)
    except InputProblem as problem:
        assert problem.code == "empty"
        assert not text.strip()
    else:
        assert len(article.text) == len(text)
        check(article)


def test_the_same_text_gives_the_same_article() -> None:
    text = "\n".join(PIECES)
    assert read_text(text) == read_text(text)


STARTS = {
    ".json": b'[{"id": 1, "text": "',
    ".jsonl": b'{"id": 1, "text": "',
    ".csv": b"id,title,text\n1,x,",
    ".tsv": b"id\ttitle\ttext\n1\tx\t",
    ".html": b"<html><body><article><p>",
    ".pdf": b"%PDF-1.4\n1 0 obj\n",
    ".docx": b"PK\x03\x04",
    ".warc": b"WARC/1.0\r\nWARC-Type: response\r\n",
}


@pytest.mark.parametrize("suffix", sorted({*READERS, ".txt.gz", ".jsonl.gz"}))
def test_files(suffix: str) -> None:
    needed = {".html": "trafilatura", ".htm": "trafilatura", ".xhtml": "trafilatura",
              ".docx": "docx", ".pdf": "pypdf", ".warc": "warcio"}  # fmt: skip
    if suffix in needed:
        pytest.importorskip(needed[suffix])
    start = STARTS.get(suffix, b"")

    @settings(max_examples=15, deadline=None, derandomize=True)
    @given(st.binary(max_size=300), st.booleans(), TEXTS)
    def run(data: bytes, started: bool, text: str) -> None:
        written = text.encode("utf-8", errors="replace") if len(data) % 2 else data
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"a{suffix}"
            path.write_bytes(start + written if started else written)
            for item in read_path(path):
                if isinstance(item, Article):
                    check(item)
                else:
                    assert isinstance(item, InputProblem) and item.code != "input"

    run()
