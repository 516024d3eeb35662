"""People whose name follows an office and what it is for: "Minister for Education Orla Keane"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimtrack.language import CLASSES
from claimtrack.sources import lexicon
from claimtrack.sources.text import Text

_LINKS = frozenset({"of", "for", "to", "at", "with"})
_INNER = frozenset({"of", "for", "and", "&", "the", "at", "on", "in", "'s", "’s"})
_BEFORE = frozenset({"JJ", "NN", "NNP", "NNPS"})
_COMPASS = frozenset({"West", "East", "North", "South", "New"})
_FIELDS = frozenset(
    "opposition staff police state operations communications defence defense finance health"
    " security research policy strategy mission party parliament council marketing sales"
    " development education infrastructure government investigations nursing engineering"
    " production programmes programs campaigns compliance analytics affairs relations".split()
)
"""What an office in small letters may be for: "chief of staff", "head of communications"."""

_LONGEST = 16
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Holder:
    """A person's name ``[first, last)`` and the first token of the office before it."""

    office: int
    first: int
    last: int


def holders(document: Text) -> Iterator[Holder]:
    """Find the names that stand right behind an office, in the order of the text."""
    words = document.words
    single: frozenset[str] | None = None
    past = 0
    for place in [before for before, word in enumerate(words[1:-2]) if word in _LINKS]:
        if place < past:
            continue
        if words[place + 2].islower():
            holder = _of_field(document, place)
            if holder is not None:
                yield holder
                past = holder.last
                continue
        if not _is_office(words[place]):
            holder = _of_body(document, place)
            if holder is not None:
                yield holder
                past = holder.last
            continue
        end = _end(document, place + 2)
        single = _singles(document) if single is None else single
        first = _name(document, place + 2, end, single)
        if first is not None:
            yield Holder(_opening(document, place), first, end)
            past = end


def _of_field(document: Text, place: int) -> Holder | None:
    """Return who holds an office like "chief of staff", named right behind it."""
    words, first = document.words, place + 2
    if _FIELDS.isdisjoint(words[first : first + 3]):
        return None
    stop = document.sentence(place).last
    while first < stop and first < place + 5 and words[first].islower():
        first += 1
    if words[first - 1] not in _FIELDS or not _is_office(words[place].capitalize()):
        return None
    end = first
    while end < stop and end - first < _LONGEST_NAME and words[end][0].isupper():
        end += 1
    if end - first < 2 or document.tags[first] not in ("NNP", "NNPS"):
        return None
    given = words[first].lower() in lexicon.given_names()
    if not given and not all(_is_person(document, token) for token in range(first, end)):
        return None
    office = place if words[place].islower() else _opening(document, place)
    return Holder(office, first, end)


def _of_body(document: Text, place: int) -> Holder | None:
    """Return who is named right behind a role and whose it is: "envoy for Sudan Ann Lee"."""
    words = document.words
    noun = lexicon.noun(words[place])
    if noun is None or noun.group not in ("role", "official", "spokesperson") or noun.plural:
        return None
    start = place + 2 + (words[place + 2] == "the")
    end = _end(document, start)
    if end - start < 3 or words[end : end + 1] in (("'s",), ("’s",)):
        return None
    first = _past_place(document, start, end)
    if first is None:
        first = _name(document, start, end, frozenset())
        if first is None or first == start:
            return None
        if words[first - 1] not in lexicon.organization_heads() | lexicon.places():
            return None
    return Holder(_opening(document, place, small=True), first, end)


def _past_place(document: Text, start: int, end: int) -> int | None:
    """Return where a name begins behind a place: "president of Chad Idriss Deby"."""
    words, places = document.words, lexicon.places()
    first = start
    while first < end and (
        words[first] in places
        or CLASSES[document.entities[first]] == "LOCATION"
        or (first > start and words[first - 1] in _COMPASS)
    ):
        first += 1
    rest = words[first:end]
    if first == start or not 2 <= len(rest) <= _LONGEST_NAME:
        return None
    if rest[-1] in lexicon.organization_heads():
        return None
    return first if all(word[1:].islower() for word in rest) else None


def alone(document: Text, first: int, last: int) -> bool:
    """Tell whether a run is an office alone: "Secretary of State", not "… of State's Office"."""
    words = document.words
    if "Secretary" not in words[first:last]:
        return False
    place = words.index("Secretary", first)
    if words[place + 1 : place + 2] != ("of",) or words[last : last + 1] in (("'s",), ("’s",)):
        return False
    return last - place == 3


def _is_office(word: str) -> bool:
    written = lexicon.titles().expand.get(word, word)
    noun = lexicon.noun(written) if word[0].isupper() else None
    return noun is not None and noun.group in ("role", "official") and not noun.plural


def _opening(document: Text, place: int, *, small: bool = False) -> int:
    """Return where the office begins: with "U.S." in "U.S. Secretary of State".

    With ``small``, words in small letters belong to it too: "UN special envoy".
    """
    home = document.sentence(place).first
    while (
        place > home
        and (small or document.words[place - 1][0].isupper())
        and document.tags[place - 1] in _BEFORE
    ):
        place -= 1
    return place


def _end(document: Text, place: int) -> int:
    """Return where the capitalised words end, with "and", "of" and commas of a list between."""
    words, stop = document.words, min(document.sentence(place).last, place + _LONGEST)
    while place < stop:
        inner = words[place] in _INNER or (words[place] == "," and _lists(document, place, stop))
        if not words[place][0].isupper() and not (
            inner and place + 1 < stop and _leads_on(words[place + 1])
        ):
            break
        place += 1
    return place


def _leads_on(word: str) -> bool:
    return word[0].isupper() or word == "the"


def _lists(document: Text, place: int, stop: int) -> bool:
    """Tell whether "and" follows the next capitalised word: "Culture, Media and Sport"."""
    ahead = place + 1
    while ahead < stop and (document.words[ahead][0].isupper() or document.words[ahead] == ","):
        ahead += 1
    return ahead < stop and document.words[ahead] == "and" and ahead > place + 1


def _name(document: Text, start: int, end: int, single: frozenset[str]) -> int | None:
    """Return where the name at the end of the words ``[start, end)`` begins, if one does."""
    words, given = document.words, lexicon.given_names()
    low = end
    while low > start and words[low - 1][0].isupper():
        low -= 1
    first = max(low + 1, end - _LONGEST_NAME)
    if end - first < 2:
        return None
    for place in range(first, end - 1):
        region = words[place] in lexicon.places() or words[place - 1] in _COMPASS
        if words[place].lower() in given and not region:
            return place
    if words[end - 1] in lexicon.organization_heads():
        return None
    labelled = [place for place in range(first, end) if _is_person(document, place)]
    if end - 1 in labelled:
        start = min(labelled[0], end - 2)
        while start - 1 >= first and len(words[start - 1]) == 1:
            start -= 1
        return start
    return end - 2 if words[end - 1] in single else None


def _is_person(document: Text, place: int) -> bool:
    return CLASSES[document.entities[place]] == "PERSON"


def _singles(document: Text) -> frozenset[str]:
    """Return the capitalised words that stand somewhere with no other before them."""
    return frozenset(
        word
        for before, word in pairwise(document.words)
        if word[0].isupper() and not before[0].isupper()
    )
