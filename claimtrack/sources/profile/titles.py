"""Titles: the position that stands before or after a name, and where it is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.sources import lexicon
from claimtrack.sources.naming.names import Name
from claimtrack.sources.phrases import NOUNS, Index
from claimtrack.sources.profile import apposition
from claimtrack.sources.profile.apposition import (
    POSITIONS,
    Phrase,
    group_of,
    head_nouns,
    is_position,
)
from claimtrack.sources.text import Text

_BEFORE = frozenset({"JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "POS", "JJS"})


_ACTING = frozenset("presiding managing acting founding governing supervising outgoing".split())
_RELATIONS = frozenset({"kin", "person"})
_MAX_BEFORE = 9

_PARTISANS = frozenset({"republican", "democrat", "independent", "libertarian"})


def phrases(document: Text, index: Index, name: Name) -> Iterator[Phrase]:
    """Yield what is said of the person right before and right after one use of the name."""
    party, after = _party(document, name.last)
    before = _before(document, index, name)
    following = apposition.after(document, index, after)
    if following and following[0].nouns[0] in _PARTISANS:
        party = (following[0].first, following[0].last)
        following = following[1:]
    if before is not None:
        yield Phrase(before.first, before.last, before.position, True, before.nouns, party)
    elif party is not None:
        yield Phrase(party[0], party[0], False, True, (), party)
    yield from following


def _before(document: Text, index: Index, name: Name) -> Phrase | None:
    words, tags = document.words, document.tags
    table = lexicon.titles()
    end = name.first
    while end > name.title and words[end - 1] in table.honorifics:
        end -= 1
    start = min(name.title, end)
    home = document.sentence(name.first).first
    if start == end and start - 2 > home and words[start - 1] == ",":
        comma = start - 1
        if words[comma - 1] == ")" and words[comma - 3 : comma - 2] == ("(",):
            comma -= 3  # "the leader of the People's Party (DF), Ann Lee,"
        return _before_comma(document, name, comma, home)
    if start == name.first or start == end:
        last_word = words[start - 1] if start > home else ""
        noun = lexicon.noun(last_word) if last_word else None
        if noun is None or noun.plural or noun.group not in POSITIONS | _RELATIONS:
            return None
        if tags[start - 1] not in NOUNS:
            return None
    while start > home and end - start < _MAX_BEFORE:
        tag, word = tags[start - 1], words[start - 1]
        if (
            (tag in _BEFORE and word not in table.honorifics)
            or (start - 1 in index.at and word.isupper())
            or (word == "and" and start - 1 > home and is_position(words[start - 2]))
        ):
            start -= 1
        else:
            break
    while start < end and (
        tags[start] == "POS" or words[start] in ("p.m.", "a.m.", "then", "rival")
    ):
        start += 1
    nouns = tuple(head_nouns(words[start:end]))
    if not nouns or start >= end:
        return None
    if len(name.words) == 1 and start > home and words[start - 1] in ("a", "an"):
        return None  # "an employee Low sent" is another than Low
    if start == name.title and start - 2 > home and words[start - 1] == ",":
        other = _before_comma(document, name, start - 1, home)
        if other is not None:  # "the petitioners' counsel, Barrister Imran Khan"
            return Phrase(other.first, end, True, True, (*other.nouns, *nouns))
    held = start <= name.title < name.first and {"of", "for"} & {*words[name.title : end]}
    group = group_of(words[end - 1])
    return Phrase(start, end, bool(held) or group in POSITIONS, True, nouns)


def _before_comma(document: Text, name: Name, end: int, home: int) -> Phrase | None:
    """Return the description before the comma at ``end`` and a name: "the director, Ann Lee,"."""
    words, tags = document.words, document.tags
    after = words[name.last] if name.last < len(words) else "."
    if after not in (",", ".", ";", ")"):
        return None
    start = end if is_position(words[end - 1]) else _office(document, home, end)
    if start is None:
        return None
    while (
        start > home
        and end - start < _MAX_BEFORE
        and (
            tags[start - 1] in _BEFORE
            or words[start - 1].lower() in _ACTING
            or words[start - 1 : start + 1] == ("in", "chief")
        )
    ):
        start -= 1
    if (
        start - 3 >= home
        and tags[start - 1] == "DT"
        and words[start - 2] in ("for", "of", "to")
        and is_position(words[start - 3])
    ):
        start -= 3
        while start > home and end - start < _MAX_BEFORE and tags[start - 1] in _BEFORE:
            start -= 1
    if start - 2 >= home and words[start - 1] == "for":  # an office that somebody is up for
        if not is_position(words[start - 2]):
            return None
        start -= 2
        while start > home and end - start < _MAX_BEFORE and tags[start - 1] in _BEFORE:
            start -= 1
    opened = start == home or tags[start - 1] in ("DT", "PRP$", ",", "IN", "``", "VBD", "VBZ")
    if start == end or not opened:
        return None
    nouns = tuple(head_nouns(words[start:end]))
    noun = lexicon.noun(words[end - 1]) if is_position(words[end - 1]) else None
    if not nouns or (noun is not None and noun.plural):
        return None
    return Phrase(start, end, True, True, nouns)


def _office(document: Text, home: int, end: int) -> int | None:
    """Return the head of an office of several words: "minister for rural affairs" ending here."""
    words, tags = document.words, document.tags
    place = end - 1
    while (
        place > home
        and end - place < _MAX_BEFORE
        and (tags[place] in _BEFORE or tags[place] in ("DT", "CC") or words[place] in ("of", "for"))
    ):
        if words[place] in ("of", "for") and is_position(words[place - 1]):
            noun = lexicon.noun(words[place - 1])
            return None if noun is not None and noun.plural else place
        place -= 1
    return None


def _party(document: Text, position: int) -> tuple[tuple[int, int] | None, int]:
    """Return the tokens of a party-and-state tag at ``position`` and where the text goes on."""
    words = document.words
    if position >= len(words) or words[position] not in ("(", ",", "-LRB-"):
        return None, position
    opening = words[position]
    closing = (")", "-RRB-") if opening != "," else (",", ".", ";")
    stop = min(len(words), position + 8)
    for end in range(position + 1, stop):
        if words[end] in closing:
            text = "".join(words[position + 1 : end])
            known = lexicon.party_tag().fullmatch(text) or (
                opening != "," and text in ("R", "D", "I")
            )
            if known and len(text) < 30:
                skip = end + 1 if opening != "," else end
                return (position + 1, end), skip
            break
    return None, position


def wording(
    document: Text, phrase: Phrase, replaced: Sequence[tuple[int, int, str]] = ()
) -> str | None:
    """Return a title as the report gives it: folded, without article, abbreviations written out.

    ``replaced`` holds tokens and what to write instead: "the company" is given by its name.
    """
    text = ""
    if phrase.first < phrase.last:
        pieces = []
        position = phrase.first
        for first, last, name in (*replaced, (phrase.last, phrase.last, "")):
            if first > position:
                pieces.append(" ".join(document.text(position, first).split()))
            pieces.append(name)
            position = last
        text = " ".join(piece for piece in pieces if piece)
        text = text.replace(" 's ", "'s ").replace(" ’s ", "’s ")
        if phrase.before:
            text = " ".join(_written_out(word) for word in text.split())
    if phrase.party is not None and text:
        tag = document.text(*phrase.party)
        text = f"{text}, {tag}" if len(tag) > 1 else text
    text = text.strip(" ,;")
    for ending in (" and", " of", " at", " in", " for"):
        text = text.removesuffix(ending)
    return text or None


def _written_out(word: str) -> str:
    """Return a title word in full and in the singular: "Senator" for "Sens."."""
    word = lexicon.titles().expand.get(word, word)
    noun = lexicon.noun(word)
    if noun is not None and noun.plural and noun.group == "role" and word.lower().endswith("s"):
        return word[:-1]
    return word
