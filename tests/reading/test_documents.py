"""Documents of offices: Word and PDF, and the extras that they and tables in columns need."""

import datetime
import sys
import zipfile
from pathlib import Path

import pytest

from claimtrack.errors import MissingExtra
from claimtrack.reading import read_path
from tests.reading.opening import LINES, codes, read


def test_word_files(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Bridge closed for repairs", 0)
    document.add_paragraph("SPRINGFIELD (AP) — The old bridge will be closed, the council said.")
    document.add_paragraph("“It is not safe,” said Mayor Joe Quimby.")
    path = tmp_path / "a.docx"
    document.save(str(path))
    (article,), _ = read(path)
    assert article.headline == "Bridge closed for repairs"
    assert article.dateline == "SPRINGFIELD (AP)"
    assert len(article.paragraphs) == 3


def test_word_bombs_are_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("docx")
    monkeypatch.setattr("claimtrack.reading.word._MOST_UNPACKED", 2**20)
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("word/document.xml", b"\0" * (2 * 2**20))
    assert codes(path) == ["too-large"]


def pdf_of(*lines: str) -> bytes:
    """Write the smallest PDF file that shows these lines."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 11 Tf 60 760 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        file + b"xref\n0 6\n0000000000 65535 f \n" + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(file)
    )  # fmt: skip


def test_pdf_files(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of("The old bridge will be closed, the council said.", "It is unsafe."))
    (article,), problems = read(path)
    assert not problems
    assert "The old bridge will be closed, the council said." in article.text
    path.write_bytes(pdf_of())
    assert codes(path) == ["no-text"]


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("trafilatura", "a.html", "html"),
        ("warcio.archiveiterator", "a.warc", "warc"),
        ("docx", "a.docx", "docx"),
        ("pypdf", "a.pdf", "pdf"),
        ("pyarrow", "a.parquet", "parquet"),
    ],
)
def test_a_missing_extra_names_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / name
    path.write_bytes(b"x")
    with pytest.raises(MissingExtra, match=rf"claimtrack\[{extra}\]"):
        list(read_path(path))


def test_parquet_files(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path, rest = tmp_path / "a.parquet", tmp_path / "b.parquet"
    table = {
        "id": ["one", None, None],
        "body": [LINES, LINES, None],
        "date": [datetime.date(2024, 5, 1)] * 3,
    }
    parquet.write_table(arrow.table(table), path)
    articles, problems = read(path)
    assert [article.id for article in articles] == ["one", "a-2"]
    assert {article.published for article in articles} == {"2024-05-01"}
    assert {article.text for article in articles} == {LINES}
    assert [(problem.source, problem.code) for problem in problems] == [(f"{path}:3", "no-text")]
    parquet.write_table(arrow.table({"words": [LINES]}), rest)
    assert codes(rest) == ["no-text"]
    assert codes(tmp_path / "none.parquet") == ["not-found"]
