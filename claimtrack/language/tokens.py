"""Tokens with offsets, close to those of the Penn Treebank: "do" "n't", "Mr.", "U.S.", "“"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol

from claimtrack.language import abbreviations
from claimtrack.model import Span

_CACHE_SIZE = 60_000
_LONGEST_CACHED = 40
_AT_ONCE = 1_000

_CHUNK = re.compile(r"\S+")

_LETTER = r"[\w\u0300-\u036f]"
_DOMAINS = (
    "com|org|net|edu|gov|mil|info|biz|int|eu|uk|ru|de|fr|io|tv|co|us|ca|au|cn|jp|nz|html?|php|pdf"
)

_PIECE = re.compile(
    rf"""
      (?P<address>
          (?:https?://|www\.)[^\s<>"“”«»]{{1,2000}}
        | [\w.+-]{{1,64}}@\w[\w-]{{0,250}}\.[\w.-]{{1,250}}
      )
    | (?P<whole>
          <[^<>\s]{{1,80}}>
        | [@\#][^\W\d]\w*
        | \.{{2,}} | …+ | -{{2,}} | _{{2,}} | \*+ | [!?]{{2,}}
        | '' | `` | ‘‘ | ’’ | ,, | <<(?=\S) | >>
        | (?:[$£€¥]|US\$|C\$|A\$)(?=[\d.])
      )
    | (?P<number>
          (?<!\w)\d+(?:[.,:/\-–]\d+)*(?:st|nd|rd|th|ST|ND|RD|TH)\b(?!-\w)
        | (?<!\w)\d+(?:[.,]\d+)+(?:-\w+)+
        | (?<!\w)\d+(?:[.,:]\d+)+(?=[^\W\d])
        | (?<!\w)\d+(?:[.,:/]\d+)*(?![.,:/]?\d|\w|-\w|['’]\w)
        | \.\d+(?!\w)
      )
    | (?P<initials>
          (?:[^\W\d_]\.){{2,}}(?!\w)(?:[-/]\w+)* | (?:[A-Z]\.)+(?=[A-Z][a-z]) | Ph\.D(?:\.|\b)
      )
    | (?P<word>
          {_LETTER}+
          (?:
              [-‑'’‘/&·\xad\u200b-\u200d\u2060]{_LETTER}+
              # A stop between a word and a capital is the end of a sentence without its space.
            | \.(?:(?<![^\W\d_]{{2}}\.)|(?![A-Z])|(?=(?i:{_DOMAINS})\b)){_LETTER}+
          )*
      )
    | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)

_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_LEADING_CLITIC = re.compile(
    r"['’](?:(?:s|re|ve|ll|d|m|em|til|cause|tis|twas|n)(?!\w)|\d\ds?(?!\w))", re.IGNORECASE
)
_FUSED = re.compile(
    r"(?:(can)(not)|(gon)(na)|(got)(ta)|(wan)(na)|(lem)(me)|(gim)(me))$", re.IGNORECASE
)

Piece = tuple[int, int, str]
_cache: dict[str, str | tuple[Piece, ...]] = {}
"""What stretches without white space are made of; most are one word, which is kept as it is."""


class Numbers(Protocol):
    """Whatever numbers can be appended to: a list, or an array that needs an eighth of its room."""

    def append(self, number: int, /) -> None:
        """Add a number at the end."""


def tokenize(text: str, span: Span, starts: Numbers, ends: Numbers, words: list[str]) -> None:
    """Append the tokens of ``text`` within ``span`` to ``starts``, ``ends`` and ``words``.

    White space, control and format characters (a zero-width space, say) are no tokens.
    """
    known = _cache
    add_start, add_end, add_word = starts.append, ends.append, words.append
    for match in _CHUNK.finditer(text, span.start, span.end):
        chunk = match[0]
        found = known.get(chunk) or _cut(chunk)
        base = match.start()
        if isinstance(found, str):
            add_start(base)
            add_end(match.end())
            add_word(found)
            continue
        for start, end, word in found:
            add_start(base + start)
            add_end(base + end)
            add_word(word)


def _cut(chunk: str) -> str | Iterable[Piece]:
    """Return the tokens of a stretch that is not known yet: itself, where it is one."""
    pieces = chain.from_iterable(_pieces(chunk))
    if len(chunk) > _LONGEST_CACHED:
        return pieces
    if len(_cache) >= _CACHE_SIZE:
        _cache.clear()
    kept = tuple(pieces)
    found = chunk if kept == ((0, len(chunk), chunk),) else kept
    _cache[chunk] = found
    return found


def _pieces(chunk: str) -> Iterator[list[Piece]]:
    """Give the tokens of a stretch without white space, some at a time: it may be a whole text."""
    pieces: list[Piece] = []
    position, length = 0, len(chunk)
    while position < length:
        if len(pieces) > _AT_ONCE:
            yield pieces
            pieces = []
        clitic = _LEADING_CLITIC.match(chunk, position)
        if clitic is not None:
            pieces.append((position, clitic.end(), clitic.group()))
            position = clitic.end()
            continue
        match = _PIECE.match(chunk, position)
        assert match is not None
        end = match.end()
        kind = match.lastgroup
        if kind == "word":
            end = _word(chunk, position, end, pieces)
        elif kind == "address":
            end = _trimmed(chunk, position, end)
            pieces.append((position, end, chunk[position:end]))
        elif kind != "mark" or unicodedata.category(chunk[position]) not in ("Cc", "Cf"):
            pieces.append((position, end, chunk[position:end]))
        position = end
    yield pieces


def _trimmed(chunk: str, start: int, end: int) -> int:
    """Leave punctuation that follows an address out of it."""
    while end > start + 1 and chunk[end - 1] in ".,;:!?)'’":
        end -= 1
    return end


def _word(chunk: str, start: int, end: int, pieces: list[Piece]) -> int:
    """Add a word's parts to ``pieces``, its clitic apart; return where it ends."""
    word = chunk[start:end]
    if end < len(chunk) and chunk[end] == "." and abbreviations.shipped().keeps_stop(word):
        end += 1
        pieces.append((start, end, chunk[start:end]))
        return end
    cut = 0
    if "'" in word or "’" in word:
        clitic = _CLITIC.search(word)
        if clitic is not None:
            cut = clitic.start()
    elif len(word) <= 6:
        fused = _FUSED.match(word)
        if fused is not None:
            cut = len(word) - len(next(part for part in reversed(fused.groups()) if part))
    if cut:
        pieces.append((start, start + cut, word[:cut]))
        pieces.append((start + cut, end, word[cut:]))
    else:
        pieces.append((start, end, word))
    return end
