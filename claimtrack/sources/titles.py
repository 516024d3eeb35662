"""Titles: the position that stands before or after a name, and where it is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrack.sources import lexicon
from claimtrack.sources.names import Name
from claimtrack.sources.phrases import Index
from claimtrack.sources.text import Text

_BEFORE = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "POS", "JJS"})
_STOP = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB", "''", "``", ":", ".", "WP$"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_POSITIONS = frozenset({"role", "spokesperson", "official"})
_RELATIONS = frozenset({"kin", "person"})
_MAX_BEFORE = 9
_MAX_AFTER = 45
_PARTISANS = frozenset({"republican", "democrat", "independent", "libertarian"})
_COPULAS = frozenset({"is", "was", "serves", "served", "works", "worked", "became", "been"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase said of a person: tokens ``[first, last)``.

    ``position`` tells a title ("the mayor") from another reason to listen ("her sister").
    ``party`` holds the tokens of a party-and-state tag. ``nouns`` are its head nouns, singular.
    """

    first: int
    last: int
    position: bool
    before: bool
    nouns: tuple[str, ...] = ()
    party: tuple[int, int] | None = None


def phrases(document: Text, index: Index, name: Name) -> Iterator[Phrase]:
    """Yield what is said of the person right before and right after one use of the name."""
    party, after = _party(document, name.last)
    before = _before(document, name)
    following = _after(document, index, after)
    if following and following[0].nouns[0] in _PARTISANS:
        party = (following[0].first, following[0].last)
        following = following[1:]
    if before is not None:
        yield Phrase(before.first, before.last, before.position, True, before.nouns, party)
    elif party is not None:
        yield Phrase(party[0], party[0], False, True, (), party)
    yield from following


def _before(document: Text, name: Name) -> Phrase | None:
    words, tags = document.words, document.tags
    table = lexicon.titles()
    end = name.first
    while end > name.title and words[end - 1] in table.honorifics:
        end -= 1
    start = min(name.title, end)
    home = document.sentence(name.first).first
    if start == end and start - 2 > home and words[start - 1] == ",":
        return _before_comma(document, name, home)
    if start == name.first or start == end:
        last_word = words[start - 1] if start > home else ""
        noun = lexicon.noun(last_word) if last_word else None
        if noun is None or noun.plural or noun.group not in _POSITIONS | _RELATIONS:
            return None
        if tags[start - 1] not in _NOUNS:
            return None
    while start > home and end - start < _MAX_BEFORE:
        tag, word = tags[start - 1], words[start - 1]
        if (tag in _BEFORE and word not in table.honorifics) or (
            word == "and" and start - 1 > home and _is_position(words[start - 2])
        ):
            start -= 1
        else:
            break
    while start < end and (
        tags[start] == "POS" or words[start] in ("p.m.", "a.m.", "then", "rival")
    ):
        start += 1
    nouns = tuple(_head_nouns(words[start:end]))
    if not nouns or start >= end:
        return None
    group = _group(words[end - 1])
    return Phrase(start, end, group in _POSITIONS, True, nouns)


def _before_comma(document: Text, name: Name, home: int) -> Phrase | None:
    """Return the description before a comma and a name: "the port's director, Sanna Leino,"."""
    words, tags = document.words, document.tags
    after = words[name.last] if name.last < len(words) else "."
    end = name.first - 1
    if after not in (",", ".", ";", ")") or not _is_position(words[end - 1]):
        return None
    start = end
    while (
        start > home
        and end - start < _MAX_BEFORE
        and (tags[start - 1] in _BEFORE or words[start - 1 : start + 1] == ("in", "chief"))
    ):
        start -= 1
    if (
        start - 3 >= home
        and tags[start - 1] == "DT"
        and words[start - 2] in ("for", "of", "to")
        and _is_position(words[start - 3])
    ):
        start -= 3
        while start > home and end - start < _MAX_BEFORE and tags[start - 1] in _BEFORE:
            start -= 1
    opened = start == home or tags[start - 1] in ("DT", "PRP$", ",", "IN", "``", "VBD", "VBZ")
    if start == end or not opened:
        return None
    nouns = tuple(_head_nouns(words[start:end]))
    noun = lexicon.noun(words[end - 1])
    if not nouns or (noun is not None and noun.plural):
        return None
    return Phrase(start, end, True, True, nouns)


def _is_position(word: str) -> bool:
    return _group(word) in _POSITIONS


def _group(word: str) -> str | None:
    if word in lexicon.titles().expand:
        return "role"
    noun = lexicon.noun(word)
    return noun.group if noun is not None else None


def _head_nouns(words: tuple[str, ...]) -> Iterator[str]:
    expand = lexicon.titles().expand
    for word in words:
        noun = lexicon.noun(expand.get(word, word))
        if noun is not None and noun.group in lexicon.PEOPLE:
            yield noun.singular


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


def _after(document: Text, index: Index, position: int) -> list[Phrase]:
    """Return what stands in apposition at ``position``: ", a doctor in Leeds," or ", who is …"."""
    words, tags = document.words, document.tags
    if position <= 0 or position >= len(words):
        return []
    home = document.sentence(position - 1).last
    if words[position] in ("has", "had") and words[position + 1 : position + 2] == ("been",):
        position += 1
    copula = words[position] in _COPULAS
    if words[position] not in (",", "(", "—", "–", "-") and not copula:
        return []
    start = position + 1
    if not copula and start + 2 < home and words[start].isdigit() and words[start + 1] == ",":
        start += 2
    if not copula and start + 2 < home and words[start] == "who":
        described = words[start + 1 : start + 4]
        if words[start + 1] in _COPULAS:
            start, copula = start + 2, True
        elif "as" in described:
            start, copula = start + 2 + described.index("as"), True
    while copula and start < home and (words[start] == "as" or tags[start] == "RB"):
        start += 1
    if start >= home:
        return []
    if copula and start + 1 < home and words[start + 1] == "of" and _is_position(words[start]):
        last = _phrase_end(document, start, min(home, start + _MAX_AFTER))
        return [Phrase(start, last, True, False, tuple(_head_nouns(words[start : start + 1])))]
    if copula and tags[start] != "DT":
        return []
    last = _phrase_end(document, start, min(home, start + _MAX_AFTER))
    if not start < last < home:
        return []
    closed = words[last] in (",", ".", "(", ")", "—", "–", ";", "“", '"', "``", "who")
    closed = closed or tags[last] in ("WP", "WP$", "WDT")
    if not (copula or closed or tags[last].startswith("VB")):
        return []
    return _in_apposition(document, index, start, last, copula)


def _in_apposition(
    document: Text, index: Index, start: int, last: int, copula: bool
) -> list[Phrase]:
    """Return the phrases in tokens ``[start, last)``: "a parent and an organizer" has two."""
    words, tags = document.words, document.tags
    if words[start].lower() in ("and", "or", "but", "in", "on", "at", "with", "for", "as", "of"):
        return []
    another = index.covering(last - 1)
    if another is not None and another.kind == "person" and another.last == last and not copula:
        before = words[max(start, another.title - 1)]
        if before not in ("at", "of", "for", "with", "to", "under", "and", "'s", "’s"):
            return []
    one_of = words[start : start + 2] == ("one", "of")
    if one_of:
        start += 2
    group, nouns = _apposition_group(document, index, start, last, plural=one_of)
    if group is None or (copula and group not in _POSITIONS):
        return []
    found = []
    if group not in _POSITIONS:
        for middle in range(start + 1, last - 1):
            if words[middle] == "and" and tags[middle + 1] == "DT":
                later, others = _apposition_group(document, index, middle + 1, last)
                if later in _POSITIONS:
                    found.append(
                        Phrase(_bare(document, middle + 1, last), last, True, False, others)
                    )
                    last = middle
                    break
    start = _bare(document, start, last)
    while last - 1 > start and tags[last - 1] == "RB":
        last -= 1
    return [Phrase(start, last, group in _POSITIONS, False, nouns), *found]


def _bare(document: Text, start: int, last: int) -> int:
    """Return where a phrase starts without its article."""
    while start < last - 1 and document.tags[start] in ("DT", "``", "RB"):
        start += 1
    return start


def _phrase_end(document: Text, start: int, stop: int) -> int:
    words, tags = document.words, document.tags
    for position in range(start, stop):
        tag, word = tags[position], words[position]
        if tag in _STOP and not (tag == "``" and position == start):
            return position
        if word in ("(", ")", ";", "that", "since", "until"):
            return position
        if word == "," and not _list_goes_on(document, position, stop):
            return position
    return stop


def _list_goes_on(document: Text, position: int, stop: int) -> bool:
    """Tell whether the comma at ``position`` only separates parts of a place or a company name."""
    words = document.words
    if position + 1 >= stop:
        return False
    after = words[position + 1]
    if after in ("at", "of") and position + 2 < stop:
        return document.tags[position + 2] in ("DT", "NNP")
    return after in ("Inc.", "Inc", "LLC", "Ltd.", "D.C.") or (
        after.endswith(".") and after[0].isupper() and len(after) in (4, 5) and after in _STATES
    )


_STATES = frozenset(
    "Ala. Ariz. Ark. Cal. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich."
    " Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D."
    " Tenn. Tex. Vt. Va. Wash. W.Va. Wis. Wyo.".split()
)


def _apposition_group(
    document: Text, index: Index, first: int, last: int, *, plural: bool = False
) -> tuple[str | None, tuple[str, ...]]:
    """Return the class of the appositive's head noun, and its nouns."""
    words, tags = document.words, document.tags
    head, found = -1, None
    for position in range(first, last):
        tag = tags[position]
        if tag in ("IN", "TO") or words[position] == ",":
            break
        if tag == "CC" and tags[position + 1] == "DT" and found is not None:
            break
        if tag in _NOUNS:
            noun = lexicon.noun(words[position])
            if noun is not None and noun.group in lexicon.PEOPLE and noun.plural is plural:
                head, found = position, noun
            elif found is not None and tag in ("NN", "NNS"):
                head, found = position, None
        elif tag == "POS":
            found = None
    if found is None:
        return None, ()
    covering = index.covering(head)
    if covering is not None and covering.kind == "person" and covering.title == covering.first:
        return None, ()
    return found.group, (found.singular, *_head_nouns(words[head + 1 : last]))


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
        text = f"{text}, {tag}"
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
