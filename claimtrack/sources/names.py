"""Proper names in an article: where they stand, what they name, and the title before them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from claimtrack.language import ENTITIES, TAGS
from claimtrack.sources import lexicon
from claimtrack.sources.text import Text

NameKind = Literal["person", "organization", "place", "group", "other"]

_TAG = {name: index for index, name in enumerate(TAGS)}
_PROPER = np.array([name in ("NNP", "NNPS") for name in TAGS])
_NAMED = np.array(
    [name.endswith(("PERSON", "ORGANIZATION", "LOCATION", "MISC")) for name in ENTITIES]
)
_NOMINAL = np.array([name in ("NN", "NNS", "JJ") for name in TAGS])
_COMMON = np.array([name in ("NN", "NNS") for name in TAGS])
_DATED = np.array([name.endswith("DATE") for name in ENTITIES])
_CLASS = tuple(name[2:] for name in ENTITIES)
_INSIDE = tuple(name.startswith("I-") for name in ENTITIES)
_PARTICLES = frozenset("de la le van von der den bin ibn al el di du da dos del ter ten y".split())
_OPENING = frozenset({'"', "“", "``", "‘", "("})
_CLOSING = frozenset({'"', "”", "''", "’", ")"})
_FRESH = frozenset({'"', "“", "``", "‘", "(", ":", "—", "–", "-", "…", "..."})
_MARKS = frozenset({'"', "“", "”", "``", "''", "‘", "(", ")", ","})
_MAX_TOKENS = 14
_NOT_NAMES = frozenset(
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June"
    " July August September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec. GMT EST"
    " PM AM The A An But And Or In On At He She They We It You If As When While After Before What"
    " Who Why How This That These Those There Here Not No Yes So".split()
)
_JOINING = frozenset({"of", "for", "on", "to", "against"})
_NOT_ALONE = frozenset(
    "Federal State National Local Former Senior Chief Another Many Most Several Some".split()
)
_PEOPLE_PREPOSITIONS = frozenset({"at", "against", "without", "with", "in"})
_POSSESSED = frozenset(
    "Sheriff Women Men Children Attorney-General General Governor People".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name: tokens ``[first, last)``, without the title before it.

    ``title`` is the first token of the capitalised title ("Kazakh President") or ``first`` when
    there is none. ``words`` are the name's words; ``gender`` is what an honorific ("f" for "Mrs.")
    tells, ``honorific`` whether there is one. ``nickname`` is a name given in quotes inside it.
    """

    first: int
    last: int
    title: int
    words: tuple[str, ...]
    kind: NameKind
    gender: str | None = None
    honorific: bool = False
    nickname: str | None = None

    @property
    def text(self) -> str:
        """The words of the name, folded."""
        return " ".join(self.words)


def scan(document: Text) -> tuple[Name, ...]:
    """Return the names of the article in the order of the text."""
    words, tags, labels = document.words, document.document.tags, document.document.entities
    upper = np.fromiter((word[0].isupper() for word in words), np.bool_, len(words))
    named = upper & (_PROPER[tags] | _NAMED[labels])
    named &= ~_DATED[labels] | _PROPER[tags]
    common = upper & _COMMON[tags] & ~_DATED[labels]
    common[[item.first for item in document.sentences]] = False
    for token in np.flatnonzero(common).tolist():
        named[token] |= words[token - 1] not in _FRESH
    sentence = document.sentence_of
    entities = document.entities
    goes_on = (upper & (named | _NOMINAL[tags])).tolist()
    titled = _title_case(document, upper)
    runs: list[tuple[int, int]] = []
    held: list[tuple[int, int]] = []
    last = -1
    for start in np.flatnonzero(named).tolist():
        if start < last or words[start] in _NOT_NAMES:
            continue
        if sentence[start] in titled:
            last = _same_label(entities, sentence, start)
            held.append((start, last))
            continue
        while start > last and _leads_in(document, goes_on, start - 1, sentence[start]):
            start -= 1
        last = _extend(words, goes_on, entities, sentence, start)
        runs.append((start, last))
    found: list[tuple[Name, dict[str, float]]] = []
    for first, last in runs:
        found.extend(_names(document, entities, first, last))
    known = {tuple(word.lower() for word in name.words) for name, _ in found}
    known |= {parts[-1:] for parts in known if len(parts) > 1}
    for first, last in _known_runs(document, titled, known, held):
        found.extend(_names(document, entities, first, last))
    found.sort(key=lambda pair: pair[0].first)
    return _agree(found)


def _leads_in(document: Text, marks: list[bool], token: int, home: int) -> bool:
    """Tell whether a capitalised word that the tagger took for no name opens one ("the Red …")."""
    return (
        token > document.sentences[home].first
        and marks[token]
        and document.words[token] not in _NOT_NAMES
        and document.words[token - 1] in ("the", "The", "of", "at", "by", "and")
    )


_STOPS = frozenset({".", "!", "?", "”", '"', "''", ":", ",", "…"})


def _title_case(document: Text, upper: NDArray[np.bool_]) -> frozenset[int]:
    """Return the headline sentences whose every word starts with a capital."""
    styled = set()
    for number, sentence in enumerate(document.sentences):
        if sentence.section != "headline" and (
            sentence.last - sentence.first > 14 or document.words[sentence.last - 1] in _STOPS
        ):
            continue
        long = [
            bool(upper[token])
            for token in range(sentence.first, sentence.last)
            if len(document.words[token]) > 3 and document.words[token].isalpha()
        ]
        if sentence.section == "body" and len(long) < 4:
            continue
        if long and sum(long) >= 0.8 * len(long):
            styled.add(number)
    return frozenset(styled)


def _same_label(entities: list[int], sentence: list[int], start: int) -> int:
    """Return where the entity that starts at ``start`` ends, going by its labels alone."""
    last = start + 1
    while (
        last < len(entities)
        and last - start < _MAX_TOKENS
        and sentence[last] == sentence[start]
        and entities[start]
        and _INSIDE[entities[last]]
        and _CLASS[entities[last]] == _CLASS[entities[start]]
    ):
        last += 1
    return last


def _known_runs(
    document: Text,
    titled: frozenset[int],
    known: set[tuple[str, ...]],
    held: list[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Return the names in title-case headlines: those of the body, then those with a label."""
    words = document.words
    runs: list[tuple[int, int]] = []
    covered: set[int] = set()
    for first, last in held:
        if last - first > 1 and _CLASS[document.entities[first]] == "PERSON":
            runs.append((first, last))
            covered.update(range(first, last))
    for number in sorted(titled):
        sentence = document.sentences[number]
        position = sentence.first
        while position < sentence.last:
            for size in range(min(6, sentence.last - position), 0, -1):
                parts = tuple(word.lower() for word in words[position : position + size])
                if position in covered:
                    continue
                if parts in known and words[position][0].isupper():
                    runs.append((position, position + size))
                    covered.update(range(position, position + size))
                    position += size
                    break
            else:
                position += 1
    for first, last in held:
        if not covered.intersection(range(first, last)) and document.entities[first]:
            runs.append((first, last))
    return runs


def _extend(
    words: tuple[str, ...], marks: list[bool], entities: list[int], sentence: list[int], start: int
) -> int:
    """Return where the run of capitalised words that starts at ``start`` ends."""
    joints = lexicon.organization_joints()
    stop = min(len(words), start + _MAX_TOKENS)
    home = sentence[start]
    position, opened = start + 1, words[start] in joints
    while position < stop and sentence[position] == home:
        word = words[position]
        if marks[position] and word not in _NOT_NAMES:
            opened = opened or word in joints
            position += 1
            continue
        ahead = position + 1
        more = ahead < stop and sentence[ahead] == home
        follows = more and marks[ahead] and words[ahead] not in _NOT_NAMES
        if word.isdigit() and len(word) <= 3 and _takes_number(words, position, entities):
            position += 1
        elif word in _JOINING and words[position - 1] in joints and more:
            if (
                not follows
                and words[ahead] in ("the", "a")
                and ahead + 1 < stop
                and marks[ahead + 1]
            ):
                ahead += 1
                follows = True
            if not follows:
                break
            position = ahead + 1
            opened = True
        elif follows and (
            (word in _PEOPLE_PREPOSITIONS and position == start + 1 and words[start] in joints)
            or word in _PARTICLES
            or word == "&"
            or (
                word == "and"
                and (
                    _INSIDE[entities[position]]
                    or _open_list(words, start, position)
                    or _one_body(words, marks, entities, start, position, stop)
                )
            )
            or (word == "of" and _INSIDE[entities[position]] and _INSIDE[entities[ahead]])
            or (word in _POSSESSIVE and _possesses(words, marks, entities, position, stop))
        ):
            position = ahead + 1
        elif follows and word in _OPENING and ahead + 2 < stop and words[ahead + 1] in _CLOSING:
            if word == "(" or not marks[ahead + 2] or sentence[ahead + 2] != home:
                break
            position = ahead + 3
        elif word == "," and more and words[ahead] in lexicon.titles().suffixes:
            position = ahead + 1
        else:
            break
    return position


def _one_body(
    words: tuple[str, ...],
    marks: list[bool],
    entities: list[int],
    start: int,
    position: int,
    stop: int,
) -> bool:
    """Tell whether "and" stands inside one name: "Citizenship and Immigration Services"."""
    heads = lexicon.organization_heads()
    if position - start < 2 or words[position - 1] in heads:
        return False
    end = position + 1
    while end < stop and marks[end]:
        end += 1
    organization = (
        _CLASS[entities[position - 1]] == _CLASS[entities[position + 1]] == "ORGANIZATION"
    )
    return organization and end - position > 2 and words[end - 1] in heads - _WEAK_HEADS


_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def _possesses(
    words: tuple[str, ...], marks: list[bool], entities: list[int], position: int, stop: int
) -> bool:
    """Tell whether a possessive is part of a body's name: "Lebanon's Health Ministry"."""
    owner = words[position - 1]
    if owner in _POSSESSED:
        return True
    end = position + 1
    while end < stop and marks[end] and end - position < 6:
        end += 1
    heads = lexicon.organization_heads()
    if words[end - 1] not in heads or words[end - 1] in _WEAK_HEADS:
        return False
    if words[position] in ("'", "’"):
        return owner.endswith("s")
    if owner in lexicon.places() or end - position > 2:
        return _CLASS[entities[position - 1]] != "PERSON"
    return False


_WEAK_HEADS = frozenset(
    "House Senate Congress Party Campaign Center School Church Bank Company Group Media Project City"
    " County Town State Company Hospital Street Foundation University Conference".split()
)


def _takes_number(words: tuple[str, ...], position: int, entities: list[int]) -> bool:
    """Tell whether the number at ``position`` belongs to the name before it ("Khabar 24")."""
    before = words[position - 1]
    if before in _NOT_NAMES or before.endswith(".") or before in lexicon.places():
        return False
    if position + 1 < len(words) and words[position + 1] in ("%", "percent", "years", "other", "-"):
        return False
    return _INSIDE[entities[position]] or _CLASS[entities[position]] in ("", "NUMBER")


def _open_list(words: tuple[str, ...], start: int, position: int) -> bool:
    """Tell whether "and" at ``position`` goes on with "Department of A …"."""
    joints = lexicon.organization_joints()
    for back in range(position - 1, max(start, position - 4), -1):
        if words[back] in ("of", "for", "on") and words[back - 1] in joints:
            return "and" not in words[back:position]
    return False


def _names(
    document: Text, entities: list[int], first: int, last: int
) -> list[tuple[Name, dict[str, float]]]:
    """Split a run of capitalised words into title and name, and weigh what it names."""
    words, tags = document.words, document.tags
    table = lexicon.titles()
    heads = lexicon.organization_heads()
    begin, gender, honorific, titled, office = first, None, False, False, first
    ends_as_body = words[last - 1] in heads or words[last - 1] in lexicon.outlet_words()
    for position in range(first, last - 1):
        word = words[position]
        if word in table.honorifics:
            begin, honorific = position + 1, True
            gender = table.honorifics[word] or gender
        elif word in table.expand or _is_title_word(word) or _is_joint_title(word):
            following = words[position + 1]
            if following in ("of", "for", "on", "and", "&", "'s", "’s"):
                continue
            if not ends_as_body or _CLASS[entities[last - 1]] == "PERSON":
                begin, titled, office = position + 1, True, position
    proper = [word for word in words[begin:last] if word not in _MARKS]
    nickname = None
    for position in range(begin + 1, last - 2):
        if words[position] in _OPENING and words[position + 2] in _CLOSING:
            nickname = words[position + 1]
            proper = [word for word in proper if word != nickname]
    if begin == last - 1 and (words[begin] in table.expand or words[begin] in table.honorifics):
        return []
    if all(_is_title_word(word) or word in table.modifiers for word in proper):
        return []
    if len(proper) == 1 and proper[0] in _NOT_ALONE:
        return []
    given = lexicon.given_names()
    if begin == first and len(proper) > 2 and proper[0].lower() not in given:
        known = proper[1].lower() in given and words[first + 1] == proper[1]
        if known and (tags[first] == "JJ" or _is_party(proper[0])):
            begin, proper = first + 1, proper[1:]
    described = None
    if not titled and not honorific and begin == first and first > 0:
        before = lexicon.noun(words[first - 1])
        if before is not None and not before.plural and tags[first - 1] in ("NN", "NNP"):
            titled = before.group in ("role", "spokesperson")
            described = before.group
    name = Name(begin, last, first, tuple(proper), "other", gender, honorific, nickname)
    found = [(name, _weigh(document, entities, name, titled, described))]
    if titled and office - first > 1 and words[first] not in table.modifiers:
        held = Name(first, first, first, tuple(words[first:office]), "organization")
        found.append((held, {"organization": 2.0}))
    return found


def _is_title_word(word: str) -> bool:
    noun = lexicon.noun(word)
    return (
        noun is not None
        and (noun.group in ("role", "spokesperson") or word in _OFFICES)
        and not noun.plural
        and word not in ("Major", "Model", "Fellow", "Officer", "Head", "King", "Prince")
    )


_OFFICES = frozenset({"Leader", "Executive", "Administrator", "Aide", "Official"})


def _is_joint_title(word: str) -> bool:
    """Tell whether a plural before names says what they are: "Ministers", "Twins"."""
    noun = lexicon.noun(word)
    return noun is not None and noun.plural and noun.group in ("role", "kin")


def _is_party(word: str) -> bool:
    """Tell whether a word before a name says where somebody belongs ("Republican Ann Lee")."""
    noun = lexicon.noun(word)
    known = noun is not None and noun.group in ("person", "role")
    return known or word in ("Crooked", "Former")


def _weigh(
    document: Text, entities: list[int], name: Name, titled: bool, described: str | None
) -> dict[str, float]:
    """Return how much speaks for each kind of name at this place of the text."""
    words = document.words
    weights: dict[str, float] = defaultdict(float)
    parts = name.words
    given = lexicon.given_names()
    for position in range(name.first, name.last):
        label = _CLASS[entities[position]]
        if label:
            weights[_LABELS.get(label, "other")] += 1.5 / (name.last - name.first)
    if titled or name.honorific:
        weights["person"] += 3.0
    if parts[0].lower() in given:
        weights["person"] += 2.0 if len(parts) > 1 else 0.8
    if len(parts) in (2, 3) and all(part[0].isupper() and not part.isupper() for part in parts):
        weights["person"] += 0.6 if document.words[name.first - 1].lower() == "the" else 1.0
        if parts[-1].lower() in given:
            weights["person"] += 0.7
    if len(parts) > 2 and any(len(part) == 2 and part.endswith(".") for part in parts[:-1]):
        weights["person"] += 1.5
    last_noun = lexicon.noun(parts[-1]) if len(parts) > 1 else None
    if last_noun is not None and last_noun.group in ("document", "body", "medium", "crowd"):
        weights["person"] -= 2.0
        weights["other"] += 0.5
    if parts[-1] in lexicon.titles().suffixes:
        weights["person"] += 2.0
    after = words[name.last] if name.last < len(words) else ""
    further = words[name.last + 1] if name.last + 1 < len(words) else ""
    if after == "," and further.isdigit() and len(further) == 2:
        weights["person"] += 1.5
    before = words[name.first - 1] if name.first else ""
    heads = lexicon.organization_heads()
    if parts[-1] in heads:
        weights["organization"] += 3.0
    elif any(part in heads for part in parts):
        weights["organization"] += 1.5
    if " ".join(parts).lower().removeprefix("the ") in lexicon.outlets():
        weights["organization"] += 3.0
    elif len(parts) > 1 and parts[-1] in lexicon.outlet_words():
        weights["organization"] += 2.0
    if len(parts) == 1 and parts[0].isupper() and 2 <= len(parts[0]) <= 6:
        weights["organization"] += 1.2
    if before in ("the", "The") and not titled:
        weights["organization"] += 1.5
    if after in ("TV", "channel", "newspaper", "magazine", "company", "agency", "campaign"):
        weights["organization"] += 1.0
    if " ".join(parts) in lexicon.places():
        weights["place"] += 2.5
    if described in ("body", "medium"):
        weights["organization"] += 3.0
    if before in ("in", "near"):
        weights["place"] += 0.6
    elif before in ("at", "for", "of", "with") and name.first > 1:
        role = lexicon.noun(words[name.first - 2])
        if role is not None and role.group in ("spokesperson", "official", "role"):
            weights["organization"] += 1.5 if before == "at" else 0.8
    if after and after.islower() and not titled:
        tail = lexicon.noun(after)
        if tail is not None and tail.group in ("spokesperson", "official"):
            weights["organization"] += 0.8
        elif tail is not None and tail.group == "medium":
            weights["organization"] += 2.5
    if len(parts) == 1 and document.tags[name.first] in ("NNPS", "NNS"):
        weights["group"] += 2.0 if _CLASS[entities[name.first]] in ("MISC", "") else 0.5
        noun = lexicon.noun(parts[0])
        if noun is not None and noun.plural and noun.group in lexicon.PEOPLE:
            weights["group"] += 3.0
    return weights


_LABELS = {
    "PERSON": "person",
    "ORGANIZATION": "organization",
    "LOCATION": "place",
    "MISC": "other",
}
_KINDS: tuple[NameKind, ...] = ("person", "organization", "place", "group", "other")


def _agree(found: list[tuple[Name, dict[str, float]]]) -> tuple[Name, ...]:
    """Give equal names one kind: what speaks for each, averaged over the article."""
    total: dict[tuple[str, ...], dict[str, float]] = {}
    for name, weights in found:
        sums = total.setdefault(_folded(name.words), defaultdict(float))
        for kind, weight in weights.items():
            sums[kind] += weight
    persons: set[str] = set()
    given: set[str] = set()
    for parts, sums in total.items():
        if len(parts) > 1 and _best(sums) == "person":
            persons.add(parts[-1])
            given.add(parts[0])
    given.update(name.nickname.lower() for name, _ in found if name.nickname)
    for parts, sums in total.items():
        if len(parts) == 1 and parts[0] in persons and "-" not in parts[0]:
            sums["person"] += 100.0
        elif len(parts) == 1 and parts[0] in given:
            sums["person"] += 3.0
    return tuple(
        _of_kind(name, _best(total[_folded(name.words)]))
        for name, _ in found
        if name.first < name.last
    )


def _of_kind(name: Name, kind: NameKind) -> Name:
    return Name(
        name.first,
        name.last,
        name.title,
        name.words,
        kind,
        name.gender,
        name.honorific,
        name.nickname,
    )


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _best(sums: dict[str, float]) -> NameKind:
    return max(_KINDS, key=lambda kind: sums.get(kind, 0.0) - (0.1 if kind == "other" else 0.0))
