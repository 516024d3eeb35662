"""Proper names found in an article, each with the title before it."""

from __future__ import annotations

from claimtrack.language import CLASSES
from claimtrack.sources import lexicon
from claimtrack.sources.lexicon import NounClass
from claimtrack.sources.naming import headlines, offices, runs
from claimtrack.sources.naming.names import LEGAL_FORMS, Name, NameKind
from claimtrack.sources.naming.openings import Openings, openings
from claimtrack.sources.naming.runs import CLOSING, OPENING
from claimtrack.sources.naming.title_words import (
    NOT_AFTER,
    ends_office,
    is_joint_title,
    is_party,
    is_title_word,
)
from claimtrack.sources.naming.weighing import agree, weigh
from claimtrack.sources.text import Text

_MARKS = frozenset({'"', "“", "”", "``", "''", "‘", "(", ")", ","})


_KINDS = frozenset({"NGO", "NGOs", "Startup"})
"""What a body is, before its name: "the NGO Front Line Defenders"."""
_LETTERS = frozenset("AI TV GDP DNA PC PCs HR PR VR AR EV EVs GPS UFO IQ ID IDs CV URL USB".split())
"""Letters for things, which name nobody."""
_AIRED = (("channel",), ("station",), ("network",), ("broadcaster",))
_CERTAIN = 12.0


def scan(document: Text) -> tuple[Name, ...]:
    """Return the names of the article in the order of the text."""
    found: list[tuple[Name, dict[NameKind, float]]] = []
    plain, held = runs.find(document)
    opened = openings(document, plain)
    held_by = list(offices.holders(document))
    for item in held_by:
        proper = document.words[item.first : item.last]
        name = Name(item.first, item.last, item.office, proper, "person")
        found.append((name, {"person": _CERTAIN}))
    taken = {token for item in held_by for token in range(item.office, item.last)}
    for first, last in plain:
        if not taken.isdisjoint(range(first, last)) or offices.alone(document, first, last):
            continue
        if document.words[last : last + 2] == ("of", "Famer"):
            continue
        if last - first == 1 and opened.no_name(first):
            continue
        if any(_is_credit(document, first, token) for token in range(first + 1, last)):
            continue
        found.extend(_names(document, opened, first, last))
    if held.sentences or held.labelled:
        known = {tuple(word.lower() for word in name.words) for name, _ in found}
        known |= {parts[-1:] for parts in known if len(parts) > 1}
        for first, last in headlines.names(document, held, known):
            found.extend(_names(document, opened, first, last))
    found.sort(key=lambda pair: pair[0].first)
    return agree(found)


def _names(
    document: Text, opened: Openings, first: int, last: int
) -> list[tuple[Name, dict[NameKind, float]]]:
    """Split a run of capitalised words into title and name, and weigh what it names."""
    words, tags, entities = document.words, document.tags, document.entities
    table = lexicon.titles()
    while last - first > 1 and (
        words[first].lower().endswith("-year-old")
        or words[first] in _KINDS
        or _is_role(document, first)
    ):
        first += 1
    if last - first == 1 and words[first] in _LETTERS:
        return []
    begin, gender, honorific, titled, office = first, None, False, False, first
    for position in range(first, last - 1):
        word = words[position]
        if word in table.honorifics or (word.isupper() and word.title() in table.honorifics):
            begin, honorific = position + 1, True
            gender = table.honorifics[word.title()] or gender
        elif (
            (word in table.expand and not _is_letters(document, position, last))
            or is_title_word(word)
            or is_joint_title(word)
            or ends_office(words, first, position)
            or (word == "Officer" and position == first and last - first <= 3)
        ):
            following = words[position + 1]
            firm = words[last - 1] in LEGAL_FORMS
            if firm or following in NOT_AFTER or _is_given(document, position, first):
                continue
            if following in lexicon.organization_heads() and is_joint_title(word):
                continue  # "Builders Association of Tuscaloosa"
            if CLASSES[entities[last - 1]] == "PERSON" or not _ends_as_body(words[last - 1]):
                begin, titled, office = position + 1, True, position
    if last - begin > 1 and words[last - 1] == "TV" and words[last : last + 1] in _AIRED:
        last -= 1
    proper = [word for word in words[begin:last] if word not in _MARKS]
    nickname = None
    for position in range(begin + 1, last - 2):
        if words[position] in OPENING and words[position + 2] in CLOSING:
            nickname = words[position + 1]
            proper = [word for word in proper if word != nickname]
    if begin == last - 1 and (words[begin] in table.expand or words[begin] in table.honorifics):
        return []
    if first < begin == last - 1 and words[begin - 1] in _RANKS and is_title_word(words[begin]):
        return []
    if len(proper) > 1 and all(
        is_title_word(word) or word.lower() in table.modifiers for word in proper
    ):
        return []
    given = lexicon.given_names()
    office_alone = begin == first and (
        is_title_word(proper[-1]) or ends_office(words, first, last - 1)
    )
    if office_alone and proper[0].lower() not in given and CLASSES[entities[last - 1]] != "PERSON":
        return []
    if begin == first and len(proper) > 2 and proper[0].lower() not in given:
        known = proper[1].lower() in given and words[first + 1] == proper[1]
        adjective = tags[first] == "JJ" or is_party(proper[0])
        if known and (adjective or proper[0] in lexicon.organization_heads()):
            begin, proper = first + 1, proper[1:]
    if begin == first and len(proper) > 2 and opened.leads_in(first, last):
        begin, proper = first + 1, proper[1:]
    described: NounClass | None = None
    if not titled and not honorific and begin == first and first > 0:
        before = lexicon.noun(words[first - 1])
        noun = tags[first - 1] in ("NN", "NNP") or (
            before is not None and before.group == "medium" and words[first - 1].islower()
        )
        if before is not None and not before.plural and noun:
            titled = before.group in ("role", "spokesperson")
            described = before.group
        elif words[first - 1] == "," and words[last : last + 1] == (",",):
            described = _apposed_to(document, first - 2)
    name = Name(begin, last, first, tuple(proper), "other", gender, honorific, nickname)
    found = [(name, weigh(document, entities, name, titled, described))]
    if titled and office - first > 1 and words[first] not in table.modifiers:
        held = Name(first, first, first, tuple(words[first:office]), "organization")
        found.append((held, {"organization": 2.0}))
    return found


def _is_role(document: Text, token: int) -> bool:
    """Tell the "Leg-spinner" that opens a sentence from "Jean-Luc": only one is written small."""
    _, _, tail = document.words[token].partition("-")
    small = tail.islower() and tail.endswith(_DOERS) and len(tail) > _SHORTEST_ROLE
    return small and document.sentence(token).first == token


_SHORTEST_ROLE = 4
_DOERS = ("er", "or", "ist", "man", "eer", "ant", "woman")


def _ends_as_body(word: str) -> bool:
    """Tell whether a name that ends with this word is an organisation's or an outlet's."""
    return word in lexicon.organization_heads() or word in lexicon.outlet_words()


def _apposed_to(document: Text, token: int) -> NounClass | None:
    """Return the class of what a name between commas is in apposition to, if it is a body's.

    "The chief of the army, Hans Beck," is a person's, whatever stands before the comma.
    """
    if token < 1 or document.tags[token] != "NN":
        return None
    noun = lexicon.noun(document.words[token])
    if noun is None or noun.group not in ("body", "medium") or noun.singular in _TERRITORIES:
        return None
    start = token
    while start > 1 and document.tags[start - 1] in _PHRASE:
        start -= 1
    holder = lexicon.noun(document.words[start - 2]) if start > 1 else None
    if document.words[start - 1] in ("of", "for", "at", "from", "with") and holder is not None:
        return holder.group if holder.group in lexicon.PEOPLE else noun.group
    return noun.group


_RANKS = frozenset({"Chief", "Deputy", "Prime", "Vice", "First"})
"""What with a title's word is a title still, and no name: "the Chief Minister"."""
_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$"})
_TERRITORIES = frozenset(
    "state city county town village district municipality borough province country nation kingdom"
    " republic precinct parish".split()
)


def _is_given(document: Text, token: int, first: int) -> bool:
    """Tell a given name from a title of the same form: "coach Dean Abbot", not "Dean Abbot"."""
    if token > first or not token or document.words[token].lower() not in lexicon.given_names():
        return False
    before = lexicon.noun(document.words[token - 1])
    return before is not None and before.group == "role" and not before.plural


def _is_letters(document: Text, position: int, last: int) -> bool:
    """Tell the letters of a body's name from a rank: "SP Group", not "SP Raj Malhotra"."""
    if not document.words[position].isupper() or document.words[position].endswith("."):
        return False
    given = lexicon.given_names()
    return not any(
        document.words[token].lower() in given or CLASSES[document.entities[token]] == "PERSON"
        for token in range(position + 1, last)
    )


def _is_credit(document: Text, first: int, token: int) -> bool:
    """Tell whether a word joins a photographer to an agency: "Ann Lee/Evening Post"."""
    left, _, right = document.words[token].partition("/")
    joined = left.isalpha() and right.isalpha() and len(left) > 1 and len(right) > 1
    return joined and CLASSES[document.entities[first]] == "PERSON"
