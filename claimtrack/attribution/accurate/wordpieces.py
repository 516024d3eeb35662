"""Words to word pieces: what the transformer reads.

Each word of an article becomes one or a few pieces of a fixed vocabulary (greedy, longest first,
lower-cased and without accents, as the base model was trained). What lower-casing loses is kept
beside the pieces as a *kind*: how the word was written, and whether it stands in quotation marks.
A marker piece opens every paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

KINDS = 6
"""Kinds of a piece: (lower case or none, Capitalised, ALL CAPITALS) x (plain, quoted)."""

MAX_PIECES = 8
"""Longer words (addresses, mostly) are cut to this many pieces."""

MAX_CHARACTERS = 100
"""Longer words are unknown to the vocabulary, as in the base model."""

_PADDING, _UNKNOWN, _START, _END, _PARAGRAPH = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused1]"
_CHUNK = re.compile(r"\w+|[^\w\s]", re.UNICODE)
_SAME_AS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "–": "-",
        "—": "-",
    }
)
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_TOGGLING = frozenset({'"'})


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one article, and where its words and sentences lie among them."""

    ids: NDArray[np.int64]
    kinds: NDArray[np.int64]
    word_at: NDArray[np.int32]
    """For each word, its first piece."""
    sentence_at: NDArray[np.int32]
    """For each sentence its first piece (its paragraph marker, if it has one), and the end."""


class Vocabulary:
    """The pieces that the model knows, and a memory of the words already cut."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._ids = {piece: index for index, piece in enumerate(pieces)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.padding = self._ids[_PADDING]
        self.start = self._ids[_START]
        self.end = self._ids[_END]
        self._unknown = self._ids[_UNKNOWN]
        self._paragraph = self._ids[_PARAGRAPH]

    @classmethod
    def read(cls, path: Path) -> Vocabulary:
        """Read a vocabulary file: one piece a line, its number is its id."""
        return cls(path.read_text(encoding="utf-8").split("\n"))

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the ids of a word's pieces, at least one."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > 200_000:
                self._known.clear()
            found = self._known[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > MAX_CHARACTERS:
            return (self._unknown,)
        plain = unicodedata.normalize("NFD", word.translate(_SAME_AS).lower())
        plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
        ids: list[int] = []
        for chunk in _CHUNK.findall(plain):
            ids.extend(self._cut_chunk(chunk))
            if len(ids) >= MAX_PIECES:
                break
        return tuple(ids[:MAX_PIECES]) or (self._unknown,)

    def _cut_chunk(self, chunk: str) -> list[int]:
        ids: list[int] = []
        at = 0
        while at < len(chunk):
            end = len(chunk)
            while end > at:
                piece = chunk[at:end] if at == 0 else "##" + chunk[at:end]
                if piece in self._ids:
                    break
                end -= 1
            else:
                return [self._unknown]
            ids.append(self._ids[piece])
            at = end
        return ids

    def encode(
        self,
        words: Sequence[str],
        sentences: Sequence[tuple[int, int]],
        paragraphs: Sequence[int],
    ) -> Pieces:
        """Cut an article: its words, its sentences (half-open) and each sentence's paragraph."""
        ids: list[int] = []
        kinds: list[int] = []
        word_at = np.zeros(len(words), dtype=np.int32)
        sentence_at = np.zeros(len(sentences) + 1, dtype=np.int32)
        quoted = False
        before: int | None = None
        for number, ((first, last), paragraph) in enumerate(
            zip(sentences, paragraphs, strict=True)
        ):
            sentence_at[number] = len(ids)
            if paragraph != before:
                ids.append(self._paragraph)
                kinds.append(0)
                quoted = False
                before = paragraph
            for index in range(first, last):
                word = words[index]
                inside = quoted
                if word in _OPENING:
                    quoted = inside = True
                elif word in _CLOSING:
                    quoted = False
                elif word in _TOGGLING:
                    quoted = not quoted
                    inside = True
                pieces = self.cut(word)
                word_at[index] = len(ids)
                ids.extend(pieces)
                kinds.extend([_kind(word) + (3 if inside else 0)] * len(pieces))
        sentence_at[len(sentences)] = len(ids)
        return Pieces(
            np.array(ids, dtype=np.int64), np.array(kinds, dtype=np.int64), word_at, sentence_at
        )


def _kind(word: str) -> int:
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1
