from __future__ import annotations

import numpy as np
import pytest

from claimtrack.attribution.accurate.wordpieces import MAX_PIECES, Vocabulary

PIECES = (
    "[PAD]", "[unused1]", "[UNK]", "[CLS]", "[SEP]",
    "the", "spokes", "##woman", "said", "cafe", '"', "'", "-", "s", "a", "##a",
)  # fmt: skip
PARAGRAPH, UNKNOWN = 1, 2


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(PIECES)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("the", ["the"]),
        ("The", ["the"]),
        ("spokeswoman", ["spokes", "##woman"]),
        ("café", ["cafe"]),
        ("CAFÉ", ["cafe"]),
        ("“", ['"']),
        ("’s", ["'", "s"]),
        ("said—the", ["said", "-", "the"]),
        ("zebra", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("a" * 101, ["[UNK]"]),
        ("a" * 60, ["a"] + ["##a"] * (MAX_PIECES - 1)),
    ],
)
def test_words_are_cut_as_the_base_model_was_trained(
    vocabulary: Vocabulary, word: str, pieces: list[str]
) -> None:
    assert [PIECES[index] for index in vocabulary.cut(word)] == pieces


def test_every_word_has_its_first_piece_and_every_paragraph_its_mark(
    vocabulary: Vocabulary,
) -> None:
    words = ["The", "spokeswoman", "said", "the", "café"]
    pieces = vocabulary.encode(words, [(0, 2), (2, 3), (3, 5)], [0, 0, 1])
    assert [PIECES[index] for index in pieces.ids] == [
        "[unused1]", "the", "spokes", "##woman", "said", "[unused1]", "the", "cafe",
    ]  # fmt: skip
    assert pieces.word_at.tolist() == [1, 2, 4, 6, 7]
    assert pieces.sentence_at.tolist() == [0, 4, 5, 8]


def test_kinds_keep_case_and_quotation_marks(vocabulary: Vocabulary) -> None:
    words = ["The", "“", "THE", "the", "”", "said"]
    pieces = vocabulary.encode(words, [(0, 6)], [0])
    assert pieces.kinds[1:].tolist() == [1, 3, 5, 3, 3, 0]


def test_an_open_quotation_ends_with_its_paragraph(vocabulary: Vocabulary) -> None:
    pieces = vocabulary.encode(['"', "said", "said"], [(0, 2), (2, 3)], [0, 1])
    assert pieces.kinds.tolist() == [0, 3, 3, 0, 0]


def test_no_words_no_pieces(vocabulary: Vocabulary) -> None:
    pieces = vocabulary.encode([], [], [])
    assert len(pieces.ids) == 0
    assert np.array_equal(pieces.sentence_at, [0])
