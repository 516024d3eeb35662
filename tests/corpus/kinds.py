"""Inputs of every kind, each with few articles."""

import gzip
from pathlib import Path

import pytest

from tests.corpus.made import rows
from tests.reading.opening import PAGE, warc_record


def mixed(folder: Path) -> Path:
    """Write one input of each kind that holds many articles, and one that is an article."""
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    pytest.importorskip("warcio")
    pytest.importorskip("trafilatura")
    folder.mkdir()
    (folder / "a.txt").write_text("The mayor said so.")
    (folder / "b.csv").write_text("id,text\n1,The council said so.\n2,\n")
    (folder / "c.json").write_text('[{"text": "Police said so."}, 3]')
    rows(folder / "d.jsonl", ["The ministry said so."])
    parquet.write_table(
        arrow.table({"id": [7, 8], "text": ["He said so.", ""]}), folder / "e.parquet"
    )
    page = warc_record("https://example.com/bridge", "200 OK", "text/html", PAGE)
    none = warc_record("https://example.com/empty", "200 OK", "text/html", "<html></html>")
    (folder / "f.warc.gz").write_bytes(gzip.compress(page) + gzip.compress(none))
    return folder
