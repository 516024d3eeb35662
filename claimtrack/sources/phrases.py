"""The noun phrases that source mentions are made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimtrack.sources import lexicon
from claimtrack.sources.naming.names import Name
from claimtrack.sources.text import Text

QUANTITIES = frozenset(
    "some many several most few all both others other one two three four five six seven eight nine"
    " ten another each none any half those these dozens hundreds thousands millions everyone"
    " everybody anyone someone somebody nobody neither either more fewer much this that".split()
)
_PARTITIVE = frozenset(
    "majority minority half third quarter percent percentage % number dozens hundreds thousands"
    " millions lot handful couple dozen plurality part bulk rest share few group trio pair series"
    " variety host crowd chorus coalition panel string array".split()
)
BREAK = frozenset({"IN", "TO", ",", ":", ".", "WP", "WDT", "WP$", "WRB", "VBD", "VBZ", "VBP", "VB",
                    "MD", "-LRB-", "-RRB-", "''", "``", "RP", "EX", "UH"})  # fmt: skip
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LEADING = frozenset({"IN", "TO", "VBG", ",", ":", "``", "''", "CC", "-LRB-", "."})


class Index:
    """The names of an article by token."""

    __slots__ = ("at", "firsts", "names")

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self.firsts = [name.first for name in names]
        self.at = {name.first: name for name in names}

    def within(self, first: int, last: int) -> list[Name]:
        """Return the names that start in ``[first, last)``."""
        begin, end = bisect_left(self.firsts, first), bisect_left(self.firsts, last)
        return list(self.names[begin:end])

    def covering(self, token: int) -> Name | None:
        """Return the name that ``token`` is part of."""
        place = bisect_left(self.firsts, token + 1) - 1
        if place >= 0 and self.names[place].last > token:
            return self.names[place]
        return None


def trim(document: Text, first: int, last: int) -> tuple[int, int]:
    """Drop prepositions before a mention, and marks and possessive endings around it."""
    words, tags = document.words, document.tags
    begin, end = first, last
    if words[first].lower() == "at" and words[first + 1 : first + 2] in (("least",), ("most",)):
        return first, last
    while (
        begin < end - 1
        and (tags[begin] in _LEADING or words[begin].lower() in ("according", "citing", "quoting"))
        and not (tags[begin] in ("IN", "VBG") and begin > first + 2)
    ):
        begin += 1
    while (
        end - 1 > begin
        and (
            not any(char.isalnum() for char in words[end - 1])
            or tags[end - 1] == "POS"
            or words[end - 1] in ("'s", "’s")
        )
        and words[end - 1] not in (")",)
    ):
        end -= 1
    return begin, end


def noun_phrase(document: Text, index: Index, first: int, last: int) -> tuple[int, int, int | None]:
    """Return head and end of the first noun phrase, and what stands behind a partitive "of"."""
    words, tags = document.words, document.tags
    position, head, end = first, -1, first + 1
    of: int | None = None
    at = index.at
    while position < last:
        name = at.get(position)
        if name is not None and name.last <= max(last, position + 1):
            head, end = name.last - 1, name.last
            position = name.last
            continue
        tag = tags[position]
        if position > first and tag in BREAK and not (tag == "VBD" and head < 0):
            counts = words[position].lower() == "of" and _is_partitive(document, head, position)
            if counts and position + 1 < last and not (head >= 0 and at.get(head)):
                inner, end, _ = noun_phrase(document, index, position + 1, last)
                return (
                    (inner, end, position) if tags[inner] in NOUNS else (head, position, position)
                )
            break
        if tag == "CC":
            if head >= 0 and not _joins_words(document, position, last):
                break
        elif tag in NOUNS:
            head, end = position, position + 1
        elif tag in ("VBG", "VBN") and head >= 0 and tags[position - 1] not in ("POS", "VBG"):
            break
        elif head < 0:
            end = position + 1
        position += 1
    if head < 0:
        head = min(end, last) - 1 if lexicon.noun(words[first]) is None else first
        for candidate in range(first, min(end, last)):
            if tags[candidate] in ("CD", "JJ", "PRP", "DT", "PRP$"):
                head = candidate
    return head, max(end, head + 1), of


def _is_partitive(document: Text, head: int, position: int) -> bool:
    before = document.words[position - 1].lower()
    return before in _PARTITIVE or before in QUANTITIES or before.isdigit()


def _joins_words(document: Text, position: int, last: int) -> bool:
    """Tell whether "and" joins two adjectives or modifiers of one head ("chief and captain" no)."""
    return position + 1 < last and document.tags[position + 1] in ("JJ", "RB", "VBG")


def split(document: Text, index: Index, first: int, last: int) -> list[tuple[int, int]]:
    """Return the parts of a mention of several: "the union and the airline" has two.

    Groups without a name ("parents, students and staff") stay one.
    """
    whole = [(first, last)]
    if "and" not in document.words[first:last]:
        return whole
    covering = index.covering(first)
    if covering is not None and covering.first < first and covering.last == last:
        return whole  # the last words of "the Forestry, Mining and Energy Union"
    begin, _ = trim(document, first, last)
    if any("and" in document.words[name.title : name.first] for name in index.within(first, last)):
        return whole
    if document.words[begin].lower() in ("both", "neither", "either"):
        begin += 1
    parts: list[tuple[int, int]] = []
    joined = named = comma = False
    earlier: Name | None = None
    while begin < last:
        head, end, _ = noun_phrase(document, index, begin, last)
        if document.tags[head] not in NOUNS and document.tags[head] not in ("PRP", "CD"):
            return whole
        name = index.covering(head)
        single = name is not None or not _plural(document, head)
        if comma and (name is None) is not (earlier is None):
            return whole
        earlier = name
        named = named or name is not None or document.words[begin].lower() in ("the", "his", "her")
        if not single and name is None:
            return whole
        parts.append((begin, end))
        if end >= last:
            break
        if document.words[end] == "(":
            close = next(
                (t for t in range(end, min(end + 7, last)) if document.words[t] == ")"), -1
            )
            if close < 0 or close + 1 >= last:
                break
            end = close + 1
        word = document.words[end]
        if word == "," and end + 1 < last and document.words[end + 1] == "and":
            end += 1
            word = "and"
        if word not in ("and", ","):
            return whole if not joined else parts
        joined = joined or word == "and"
        comma = word == ","
        begin = end + 1
        if word == "," and begin >= last:
            break
    return parts if joined and named and len(parts) > 1 else whole


def _plural(document: Text, head: int) -> bool:
    noun = lexicon.noun(document.words[head])
    return noun.plural if noun is not None else document.tags[head] == "NNS"
