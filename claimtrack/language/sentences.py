"""Where sentences end."""

from __future__ import annotations

from claimtrack.language import abbreviations

_STOPS = frozenset({".", "?", "!", "…", "..."})
_CLOSERS = frozenset({"”", '"', "''", "’", "'", ")", "]", "»", "’’", "}"})


def split(
    text: str, starts: list[int], ends: list[int], words: list[str], first: int, stop: int
) -> list[int]:
    """Return the end (exclusive) of each sentence among the tokens ``[first, stop)``."""
    cuts: list[int] = []
    index = first
    while index < stop:
        word = words[index]
        if word[-1] in ".?!…" and (word in _STOPS or len(word) > 1):
            following = index + 1
            while (
                following < stop
                and words[following] in _CLOSERS
                and starts[following] == ends[following - 1]
            ):
                following += 1
            while following < stop and words[following] in _STOPS:
                following += 1
            if following >= stop:
                break
            if _ends(text, starts, ends, words, index, following):
                cuts.append(following)
            index = following
            continue
        index += 1
    cuts.append(stop)
    return cuts


def _ends(
    text: str, starts: list[int], ends: list[int], words: list[str], index: int, following: int
) -> bool:
    word, after = words[index], words[following]
    if after[0].islower() or after[0] in ",;:)—–-":
        return False
    if word not in _STOPS and word[-1] == ".":
        bare = word[:-1]
        if bare.lower() in abbreviations.TITLES or bare.lower() in abbreviations.MONTHS:
            return False
        if len(bare) == 1 or after[0].isdigit():
            return False
        return after in {"The", "He", "She", "It", "But", "In", "“", '"', "And", "They", "A", "We"}
    return True
