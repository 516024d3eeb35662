from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from claimtrack.errors import CorpusProblem
from claimtrack.model import Span
from claimtrack.training import corpus
from tests.training import made


def test_rows_are_typed(tmp_path: Path) -> None:
    first = next(corpus.read(made.write(tmp_path / "made.jsonl")))

    assert first.id == "made-0"
    assert first.meta == {"publisher": "made"}
    token = first.sentences[0][1]
    assert first.text[token.start : token.end] == "Smith"
    assert (token.tag, token.entity, token.head, token.relation) == ("NNP", "PERSON", 2, "nsubj")
    assert first.coreference == (((0, 0, 2, True),),)
    (attribution,) = first.annotations["a"]
    assert attribution.cue == (Span(10, 14),)
    assert [paragraph.span for paragraph in first.article().paragraphs] == [
        Span(0, len(first.text))
    ]


def test_compressed_rows_are_the_same(tmp_path: Path) -> None:
    plain = made.write(tmp_path / "made.jsonl")
    packed = tmp_path / "made.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))

    assert list(corpus.read(packed)) == list(corpus.read(plain))


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"id": "x"}', '{"id": 1, "text": "x"}'])
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("\n" + line + "\n", encoding="utf-8")

    with pytest.raises(CorpusProblem, match=r"bad\.jsonl:2: not a PolNeAR row"):
        list(corpus.read(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusProblem, match=r"none\.jsonl"):
        list(corpus.read(tmp_path / "none.jsonl"))
