"""Ordinary articles come out whole: gold spans of two corpora lie in the paragraphs found."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.reading import read_text

DATA = Path(__file__).parents[3] / "shared" / "data"
Row = tuple[str, set[tuple[int, int]]]


def polnear() -> Iterator[Row]:
    with gzip.open(DATA / "polnear" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = {
                (start, end)
                for annotations in row["annotations"].values()
                for annotation in annotations
                for start, end in annotation["content"]
            }
            yield row["text"], spans


def scu() -> Iterator[Row]:
    with (DATA / "scu" / "dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["text"], {tuple(span) for item in row["rows"] for span in item["spans"]}


@pytest.mark.parametrize("corpus", [polnear, scu])
def test_gold_spans_are_kept(corpus: object) -> None:
    if not DATA.is_dir():
        pytest.skip("the shared corpora are not there")
    assert callable(corpus)
    gold = kept = 0
    for text, spans in corpus():
        inside = bytearray(len(text))
        for paragraph in read_text(text).paragraphs:
            span = paragraph.span
            inside[span.start : span.end] = b"\1" * len(span)
        gold += sum(end - start for start, end in spans)
        kept += sum(sum(inside[start:end]) for start, end in spans)
    assert kept / gold > 0.997
