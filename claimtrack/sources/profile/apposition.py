"""What is said of a person beside the name: ", a doctor in Leeds," or ", who is the mayor,"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.sources import lexicon
from claimtrack.sources.phrases import NOUNS, Index
from claimtrack.sources.text import Text

POSITIONS = frozenset({"role", "spokesperson", "official"})
_STOP = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB", "''", "``", ":", ".", "WP$"})
_MAX_AFTER = 45
_COPULAS = frozenset({"is", "was", "serves", "served", "works", "worked", "became", "been"})
_DEFINITE = frozenset({"the", "his", "her", "their", "its"})
"""What opens the subject of the next clause: "according to Milan, the singer said"."""
_STATES = frozenset(
    "Ala. Ariz. Ark. Cal. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich."
    " Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D."
    " Tenn. Tex. Vt. Va. Wash. W.Va. Wis. Wyo.".split()
)


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


def is_position(word: str) -> bool:
    """Tell whether a word names a position: "mayor", "Gov."."""
    return group_of(word) in POSITIONS


def group_of(word: str) -> str | None:
    """Return the class of a noun or of a title's abbreviation."""
    if word in lexicon.titles().expand:
        return "role"
    noun = lexicon.noun(word)
    return noun.group if noun is not None else None


def head_nouns(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the nouns for people among ``words``, in the singular."""
    expand = lexicon.titles().expand
    for word in words:
        written = expand.get(word, word)
        noun = lexicon.noun(written.rsplit(" ", 1)[-1])
        if noun is not None and noun.group in lexicon.PEOPLE:
            yield noun.singular
        elif written == word and word in expand:
            yield "officer"  # a rank that stays as it is: "DCI", "SSP"


def after(document: Text, index: Index, position: int) -> list[Phrase]:
    """Return what stands in apposition at ``position``: ", a doctor in Leeds," or ", who is …"."""
    words, tags = document.words, document.tags
    if position <= 0 or position >= len(words):
        return []
    home = document.sentence(position - 1).last
    suffixes = lexicon.titles().suffixes
    while position + 2 < home and words[position] == "," and words[position + 1] in suffixes:
        position += 2  # "Ann Lee, MD, PhD, a doctor in Leeds,"
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
    if copula and start + 1 < home and words[start + 1] == "of" and is_position(words[start]):
        last = _phrase_end(document, start, min(home, start + _MAX_AFTER))
        return [Phrase(start, last, True, False, tuple(head_nouns(words[start : start + 1])))]
    if copula and tags[start] != "DT":
        return []
    last = _phrase_end(document, start, min(home, start + _MAX_AFTER))
    if not start < last < home:
        return []
    closed = words[last] in (",", ".", "(", ")", "—", "–", ";", "“", '"', "``", "who")
    closed = closed or tags[last] in ("WP", "WP$", "WDT")
    if not (copula or closed) and words[start].lower() in _DEFINITE:
        return []
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
    if group is None or (copula and group not in POSITIONS):
        return []
    found = []
    if not copula and not _SPOKEN.isdisjoint(tags[start:last]):
        return []  # a clause, and no description: "Low – he and his lawyer let it go on –"
    charged = (k for k in range(start + 1, last) if words[k] in _CHARGED)
    last = next(charged, last)
    for middle in range(start + 1, last - 2):
        if words[middle : middle + 3] == ("and", "one", "of"):
            last = middle
            break
    if group not in POSITIONS:
        for middle in range(start + 1, last - 1):
            if words[middle] == "and" and tags[middle + 1] == "DT":
                later, others = _apposition_group(document, index, middle + 1, last)
                if later in POSITIONS:
                    found.append(
                        Phrase(_bare(document, middle + 1, last), last, True, False, others)
                    )
                    last = middle
                    break
    start = _bare(document, start, last)
    while last - 1 > start and tags[last - 1] == "RB":
        last -= 1
    return [Phrase(start, last, group in POSITIONS, False, nouns), *found]


def _bare(document: Text, start: int, last: int) -> int:
    """Return where a phrase starts without its article."""
    while start < last - 1 and document.tags[start] in ("DT", "``", "RB"):
        start += 1
    return start


def _phrase_end(document: Text, start: int, stop: int) -> int:
    words, tags = document.words, document.tags
    for position in range(start, stop):
        tag, word = tags[position], words[position]
        letters = len(word) > 1 and word.isupper()  # "WHO" is no pronoun
        named = word[0].isupper() and words[position - 1][0].isupper() and position > start
        letters = letters or (named and tag.startswith("VB"))  # "the Infectious Diseases Society"
        if tag in _STOP and not letters and not (tag == "``" and position == start):
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


def _apposition_group(
    document: Text, index: Index, first: int, last: int, *, plural: bool = False
) -> tuple[str | None, tuple[str, ...]]:
    """Return the class of the appositive's head noun, and its nouns."""
    words, tags = document.words, document.tags
    head, found = -1, None
    also: list[str] = []
    for position in range(first, last):
        tag = tags[position]
        if tag in ("IN", "TO") or words[position] == ",":
            break
        if tag == "CC" and tags[position + 1] == "DT" and found is not None:
            break
        if tag == "CC" and found is not None:
            also.append(found.singular)
        if tag in NOUNS:
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
    others = [noun for noun in also if noun != found.singular]
    held = found.singular in _HELD and words[head + 1] in ("at", "in", "with")
    group = "role" if held else found.group
    return group, (found.singular, *others, *head_nouns(words[head + 1 : last]))


_SPOKEN = frozenset({"PRP", "VBD", "VBZ", "MD"})
_CHARGED = frozenset({"charged", "accused", "convicted", "suspected", "arrested", "jailed"})
"""What somebody is said to have done ends what he is: "a consultant | charged with fraud"."""
_HELD = frozenset({"partner"})
"""What somebody is to somebody, and at a firm a position."""
