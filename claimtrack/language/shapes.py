"""What a tagger sees of a word: its letters' case, its ends, its make-up."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 40
"""Only so many characters of a word are looked at; the rest changes nothing."""

MOST = 12
"""No word has more features than this."""

_DIGITS = re.compile(r"\d+")
_QUOTES = {
    **dict.fromkeys("“„‟«", "“"),
    **dict.fromkeys("”»", "”"),
    **dict.fromkeys("’‘‚‹›ʼ`´′", "'"),
    **dict.fromkeys("–—―‒", "—"),
    **dict.fromkeys("‑‐−", "-"),
}
_FOLD = str.maketrans(_QUOTES)
_WHOLE = {"``": "“", "‘‘": "“", "’’": "''", "--": "—", "---": "—", "...": "…", "....": "…"}


def fold(word: str) -> str:
    """Return ``word`` cut to size, with its quotes and dashes folded and its digits as 0."""
    word = word[:LONGEST]
    if word.isascii() and word.isalpha():
        return word
    word = _WHOLE.get(word, word).translate(_FOLD)
    return _DIGITS.sub(_zeros, word)


def _zeros(match: re.Match[str]) -> str:
    return "0" * min(len(match.group()), 4)


def case(word: str) -> str:
    """Return a word's case and make-up as one short string."""
    if word.isalpha():
        if word.islower():
            return "x"
        if word.isupper():
            return "X" if len(word) > 1 else "A"
        if word[0].isupper() and word[1:].islower():
            return "Xx"
        return "xX"
    kinds = []
    last = ""
    for letter in word:
        if letter.isdigit():
            kind = "0"
        elif letter.isalpha():
            kind = "X" if letter.isupper() else "x"
        else:
            kind = letter if letter.isascii() else unicodedata.category(letter)
        if kind != last:
            kinds.append(kind)
            last = kind
    return "".join(kinds[:8])


def features(word: str) -> list[str]:
    """Return the features of a word, each a short string; the same at every place of a window."""
    word = fold(word)
    lower = word.lower()
    shape = case(word)
    found = [f"w{lower}", f"c{shape}"]
    if word != lower:
        found.append(f"W{word}")
    size = len(lower)
    if size > 1:
        found.append(f"1{lower[-1]}")
        found.append(f"2{lower[-2:]}")
        if size > 3:
            found.append(f"3{lower[-3:]}")
            found.append(f"P{lower[:3]}")
            found.append(f"S{lower[-2:]}{shape}")
            if size > 4:
                found.append(f"4{lower[-4:]}")
                found.append(f"p{lower[:2]}")
    if "-" in word:
        head, _, tail = lower.rpartition("-")
        found.append(f"-{tail[-4:]}")
        found.append(f"h{head[:5]}")
    return found
