"""What a source mention is made of: its head, its name, who owns it, what it is said of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimtrack.sources import lexicon
from claimtrack.sources.lexicon import Noun
from claimtrack.sources.naming.names import Name
from claimtrack.sources.phrases import BREAK, NOUNS, QUANTITIES, Index, noun_phrase, trim
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
_MAX_EXTENT = 12
_HOME = 8


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


def analyse(document: Text, index: Index, first: int, last: int) -> Mention:
    """Take the mention that tokens ``[first, last)`` make apart."""
    words, tags = document.words, document.tags
    first, last = trim(document, first, last)
    covering = index.covering(first)
    if covering is not None and covering.first < first and covering.last <= last:
        first = covering.first
    held = next(
        (name for name in index.within(first, last) if name.title <= first < name.first), None
    )
    if held is not None and {"and", "of", "for"} & {*words[held.title : held.first]}:
        first = held.first  # "Minister for Trade and Work Ann Lee" is Ann Lee
    for token in range(first + 2, min(last - 1, first + _HOME)):
        if words[token].endswith("-based") and "," in words[first:token]:
            first = token  # "the Boston, Massachusetts-based company" names no source
            break
    lower = words[first].lower()
    if last - first == 1 or not _goes_on(document, first, last):
        if lower in PRONOUNS:
            number, _ = PRONOUNS[lower]
            return Mention(first, last, first, first + 1, "pronoun", None, number == "p", True)
        if (
            lower in RELATIVES
            and first not in index.at
            and tags[first] in ("WP", "WDT", "WP$", "IN")
        ):
            return Mention(first, last, first, first + 1, "relative", None, False, True)
    first = _past_work(document, first, last)
    head, chunk, of = noun_phrase(document, index, first, last)
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
    if name is not None and head == first + 1 and name.text in lexicon.demonyms():
        name = None if lower in ("the", "a", "an") and tags[head] != "NNPS" else name
    if name is None and within and document.sentence(first).section == "headline":
        name = within[0] if within[0].kind == "person" and within[0].last < chunk else None
    if name is None:
        name = _borne(document, index, first, chunk, last)
    elif name.words[-1] in _PARTISANS and lower == "the":
        name = None  # "the California Republican"
    noun = None if name is not None else lexicon.phrase(words, head, first)
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
        if following is None:
            following = _apposed(document, index, _extent(document, chunk, last), noun)
        one = of is not None and words[of - 1].lower() in ("one", "another")
        one = one or (form == "quantity" and words[head].lower() in ("one", "another"))
        if following is not None and (one or (form == "nominal" and not plural)):
            name, apposed, form = following, True, "name"
    elif name is not None and name.kind == "organization":
        office = lexicon.noun(name.words[0].lower())
        holder = None
        if office is not None and office.group == "role" and not office.plural:
            holder = _apposed(document, index, _extent(document, chunk, last), office)
        if holder is not None and holder.kind == "person":
            name, apposed = holder, True
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


def _past_work(document: Text, first: int, last: int) -> int:
    """Return where a mention begins behind a work's title: "“Parasite” director Bong Joon Ho"."""
    words = document.words
    if words[first] not in _OPENING and (not first or words[first - 1] not in _OPENING):
        return first
    stop = min(last - 1, first + _HOME)
    close = next((k for k in range(first + 1, stop) if words[k] in _CLOSING), None)
    if close is None or document.tags[close + 1] not in NOUNS:
        return first
    return close + 1


_OPENING = frozenset({'"', "“", "``", "‘", "'"})
_CLOSING = frozenset({'"', "”", "''", "’", "'"})
_PARTISANS = frozenset({"Republican", "Democrat"})


def _borne(document: Text, index: Index, first: int, chunk: int, last: int) -> Name | None:
    """Return the name that ends a mention, behind its office: "Head of reporting Ann Lee".

    So it does behind "named": "a nurse named Ann Lee"; not behind a preposition: "friends of Ann".
    """
    words, tags = document.words, document.tags
    inner = index.within(first, last)
    name = inner[-1] if inner else None
    if name is None or name.kind != "person" or name.last != last or name.first < chunk:
        return None
    before = name.first - 1
    if words[before] in ("named", "called"):
        return name
    opening = next((tags[place] for place in range(first, chunk) if tags[place] in NOUNS), "NNS")
    if opening in ("NNS", "NNPS"):
        return None  # "ministers of the late Ann Lee cabinet"
    if "," in words[first:last] or not all(
        tags[place] in _OFFICIAL or words[place] in "()" for place in range(first, name.first)
    ):
        return None
    titled = name.title < name.first or tags[before] in ("NN", "NNS", "NNP", "NNPS")
    ahead = tags[min(name.title, before + 1) - 1]
    return name if titled and ahead not in ("IN", "CC", "POS") else None


_OFFICIAL = frozenset("NN NNS NNP NNPS JJ DT POS PRP$ IN TO CC VBG -LRB- -RRB-".split())


def _extent(document: Text, chunk: int, last: int) -> int:
    """Return where a description ends: "people familiar with the matter"."""
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
    loose = size > 1 and name.kind != "organization"
    return loose and noun.group in lexicon.PEOPLE and not noun.plural


def _human(noun: Noun | None) -> bool:
    return noun is None or noun.group in lexicon.PEOPLE


def _goes_on(document: Text, first: int, last: int) -> bool:
    """Tell whether a noun phrase goes on after a pronoun-like first word ("his campaign")."""
    tag = document.tags[first + 1]
    return (
        tag in NOUNS
        or tag in ("JJ", "CD", "VBN", "VBG", "JJS", "JJR", "``")
        or (document.tags[first] == "PRP$" and tag not in BREAK)
    )


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
    position = _past_asides(document, index, position, human=_human(noun))
    if position >= len(words):
        return None
    if words[position] in (",", ":", "—") and position + 1 < len(words):
        position += 1
        begin = position + (words[position] == "the" and _human(noun))
        name = None
        for token in range(begin, min(begin + 5, len(words))):
            name = index.at.get(token)
            titled = words[token] in lexicon.titles().expand
            if name is not None or (not titled and document.tags[token] not in ("NN", "JJ", "NNP")):
                break
        if name is None or not _suits(name, noun):
            return None
        if name.first > position and name.kind != "person":
            return None
        return name if _closes(document, index, name.last) else None
    return None


def _past_asides(document: Text, index: Index, position: int, *, human: bool) -> int:
    """Return where a comma may bring in a name, behind "(NMA)", "in Lagos" or "who was there"."""
    words = document.words
    if words[position : position + 1] == ("(",) and words[position + 2 : position + 3] == (")",):
        position += 3
        if words[position : position + 1] == ("in",) and position + 1 in index.at:
            position = index.at[position + 1].last
    elif human and words[position : position + 1] == ("who",):
        home = document.sentence(position).last
        stop = min(position + _RELATIVE, home)
        return next((k for k in range(position, stop) if words[k] == ","), position)
    return position


_RELATIVE = 9
"""How many tokens a relative clause before a name in apposition may have."""


def _closes(document: Text, index: Index, position: int) -> bool:
    """Tell whether an apposition ends here, or behind where its name is from: "of Kansas,"."""
    words = document.words
    if words[position : position + 1] in (("of",), ("from",), ("in",)):
        home = index.at.get(position + 1 + (words[position + 1 : position + 2] == ("the",)))
        if home is not None:
            position = home.last
    if position >= len(words) or words[position] in (",", ".", ";", "—", ":", "(", ")"):
        return True
    said = document.tags[position] in ("VBD", "VBZ", "VBP")
    return said and words[position + 1 : position + 2] != (",",)
