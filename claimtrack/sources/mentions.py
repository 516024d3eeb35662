"""What a source mention is made of: its head, its name, who owns it, what it is said of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimtrack.sources import lexicon
from claimtrack.sources.lexicon import Noun
from claimtrack.sources.names import Name
from claimtrack.sources.text import Text

Form = Literal["name", "nominal", "pronoun", "quantity", "relative", "other"]
"""How a mention refers: by name, by a common noun, by a pronoun, by an amount ("some", "75
percent"), by a relative pronoun ("who"), or otherwise."""

PRONOUNS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("s", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("s", "f")),
    **dict.fromkeys(("it", "its", "itself"), ("s", "n")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("p", "u")),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("s", "1")),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("p", "1")),
    **dict.fromkeys(("you", "your", "yours"), ("u", "2")),
}
"""Pronoun -> number (s, p, u) and gender (m, f, n, u) or person (1, 2)."""

RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
QUANTITIES = frozenset(
    "some many several most few all both others other one two three four five six seven eight nine ten"
    " another each none any half those these dozens hundreds thousands millions everyone everybody"
    " anyone someone somebody nobody neither either more fewer much this that".split()
)
_PARTITIVE = frozenset(
    "majority minority half third quarter percent percentage % number dozens hundreds thousands"
    " millions lot handful couple dozen plurality part bulk rest share few group trio pair series"
    " variety host crowd chorus coalition panel string array".split()
)
_BREAK = frozenset({"IN", "TO", ",", ":", ".", "WP", "WDT", "WP$", "WRB", "VBD", "VBZ", "VBP", "VB",
                    "MD", "-LRB-", "-RRB-", "''", "``", "RP", "EX", "UH"})  # fmt: skip
_MAX_EXTENT = 12
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LEADING = frozenset({"IN", "TO", "VBG", ",", ":", "``", "''", "CC", "-LRB-", "."})


@dataclass(frozen=True, slots=True)
class Mention:
    """A source mention, taken apart.

    Tokens ``[first, last)`` are the mention without stray marks; ``head`` is its head token and
    ``chunk`` the end of its first noun phrase. ``name`` is the proper name that the mention as a
    whole bears (also in apposition), ``within`` are other names inside the first noun phrase
    ("Clinton" in "the Clinton campaign"), ``owner`` the token of a possessive pronoun before the
    head. ``definite`` tells "the", "this" and possessives from "a" and none at all.
    """

    first: int
    last: int
    head: int
    chunk: int
    form: Form
    noun: Noun | None
    plural: bool
    definite: bool
    name: Name | None = None
    within: tuple[Name, ...] = ()
    owner: int | None = None
    of: int | None = None
    apposed: bool = False
    extent: int = 0


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


def analyse(document: Text, index: Index, first: int, last: int) -> Mention:
    """Take the mention that tokens ``[first, last)`` make apart."""
    words, tags = document.words, document.tags
    first, last = _trim(document, first, last)
    lower = words[first].lower()
    if last - first == 1 or not _goes_on(document, first, last):
        if lower in PRONOUNS:
            number, _ = PRONOUNS[lower]
            return Mention(first, last, first, first + 1, "pronoun", None, number == "p", True)
        if lower in RELATIVES and tags[first] in ("WP", "WDT", "WP$", "IN"):
            return Mention(first, last, first, first + 1, "relative", None, False, True)
    head, chunk, of = _noun_phrase(document, index, first, last)
    owner = None
    for position in range(first, head):
        if tags[position] == "PRP$":
            owner = position
            break
    within = tuple(index.within(first, chunk))
    name = within[-1] if within and within[-1].last == chunk and head < chunk else None
    if name is not None and not name.first <= head < name.last:
        name = None
    if name is not None and name.kind != "person" and _common(document, name, last - first):
        name = None
    if name is None and within and document.sentence(first).section == "headline":
        name = within[0] if within[0].kind == "person" and within[0].last < chunk else None
    noun = None if name is not None else lexicon.noun(words[head])
    tag = tags[head]
    plural = noun.plural if noun is not None else tag in ("NNS", "NNPS")
    definite = owner is not None or words[first].lower() in (
        "the",
        "this",
        "that",
        "these",
        "those",
    )
    form: Form = "name" if name is not None else "nominal"
    apposed = False
    if name is None and "year-old" not in words[head] and words[head] not in ("former", "latter"):
        counted = head == first and words[head].lower() in QUANTITIES
        if counted or (noun is None and tag in ("CD", "DT", "JJ", "PDT")):
            form, plural = "quantity", words[head].lower() not in ("one", "another", "someone")
        following = _apposed(document, index, chunk, noun)
        if following is not None and form == "nominal" and not plural:
            name, apposed, form = following, True, "name"
    rest = tuple(item for item in within if item is not name)
    return Mention(
        first,
        last,
        head,
        chunk,
        form,
        noun,
        plural,
        definite,
        name,
        rest,
        owner,
        of,
        apposed,
        _extent(document, chunk, last),
    )


def _extent(document: Text, chunk: int, last: int) -> int:
    """Return where the words that belong to a description end: "people familiar with the matter"."""
    tags, words = document.tags, document.words
    end = chunk
    while end < last and end - chunk < _MAX_EXTENT:
        if words[end] in (",", ";", ":", "(", "—", "–", "who", "which", "that", "whose") or (
            tags[end] in ("VBD", "VBZ", "VBP", "MD", "``", "''", "WDT", "WP", ".")
        ):
            break
        end += 1
    if end == last or words[end] in (",", "who", "that", "which", "(", "whose", "—"):
        return max(end, chunk)
    return chunk


def _common(document: Text, name: Name, size: int) -> bool:
    """Tell whether a capitalised word is no name by itself: "the Republican", "Video shows"."""
    noun = lexicon.noun(name.words[0]) if len(name.words) == 1 else None
    if noun is None:
        return False
    if (
        name.first == document.sentence(name.first).first
        and document.words[name.first][1:].islower()
    ):
        return noun.group not in ("person", "role") or not noun.plural
    return size > 1 and noun.group in lexicon.PEOPLE and not noun.plural


def _human(noun: Noun | None) -> bool:
    return noun is None or noun.group in lexicon.PEOPLE


def _trim(document: Text, first: int, last: int) -> tuple[int, int]:
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


def _goes_on(document: Text, first: int, last: int) -> bool:
    """Tell whether a noun phrase goes on after a pronoun-like first word ("his campaign")."""
    tag = document.tags[first + 1]
    return (
        tag in _NOUNS
        or tag in ("JJ", "CD", "VBN", "VBG", "JJS", "JJR", "``")
        or (document.tags[first] == "PRP$" and tag not in _BREAK)
    )


def _noun_phrase(
    document: Text, index: Index, first: int, last: int
) -> tuple[int, int, int | None]:
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
        if position > first and tag in _BREAK and not (tag == "VBD" and head < 0):
            counts = words[position].lower() == "of" and _is_partitive(document, head, position)
            if counts and position + 1 < last and not (head >= 0 and at.get(head)):
                inner, end, _ = _noun_phrase(document, index, position + 1, last)
                return (
                    (inner, end, position) if tags[inner] in _NOUNS else (head, position, position)
                )
            break
        if tag == "CC":
            if head >= 0 and not _joins_words(document, position, last):
                break
        elif tag in _NOUNS:
            head, end = position, position + 1
        elif tag in ("VBG", "VBN") and head >= 0:
            break
        elif head < 0:
            end = position + 1
        position += 1
    if head < 0:
        head = min(end, last) - 1
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


def _suits(name: Name, noun: Noun | None) -> bool:
    """Tell whether a name in apposition can be the one that the noun describes."""
    if name.kind == "person":
        return _human(noun)
    return (
        name.kind == "organization"
        and noun is not None
        and (noun.group in ("body", "medium", "role"))
    )


def _apposed(document: Text, index: Index, position: int, noun: Noun | None) -> Name | None:
    """Return the person named right after a noun phrase: "a spokesman, John Doe,"."""
    words = document.words
    if position >= len(words):
        return None
    if words[position] in (",", ":", "—") and position + 1 < len(words):
        position += 1
        name = None
        for token in range(position, min(position + 5, len(words))):
            name = index.at.get(token)
            if name is not None or document.tags[token] not in ("NN", "JJ", "NNP"):
                break
        if name is None or not _suits(name, noun):
            return None
        if name.first > position and name.kind != "person":
            return None
        after = words[name.last] if name.last < len(words) else "."
        return name if after in (",", ".", ";", "—", ":", "(", ")") else None
    return None


def split(document: Text, index: Index, first: int, last: int) -> list[tuple[int, int]]:
    """Return the parts of a mention of several: "the union and the airline" has two.

    Groups without a name ("parents, students and staff") stay one.
    """
    whole = [(first, last)]
    if "and" not in document.words[first:last]:
        return whole
    begin, _ = _trim(document, first, last)
    if document.words[begin].lower() in ("both", "neither", "either"):
        begin += 1
    parts: list[tuple[int, int]] = []
    joined = named = False
    while begin < last:
        head, end, _ = _noun_phrase(document, index, begin, last)
        if document.tags[head] not in _NOUNS and document.tags[head] not in ("PRP", "CD"):
            return whole
        name = index.covering(head)
        single = name is not None or not _plural(document, head)
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
        begin = end + 1
        if word == "," and begin >= last:
            break
    return parts if joined and named and len(parts) > 1 else whole


def _plural(document: Text, head: int) -> bool:
    noun = lexicon.noun(document.words[head])
    return noun.plural if noun is not None else document.tags[head] == "NNS"
