"""Runs of words that make one name, and headlines whose every word has a capital."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from claimtrack.language import CLASSES, ENTITIES, TAGS
from claimtrack.sources import lexicon
from claimtrack.sources.naming import headlines, inside
from claimtrack.sources.naming.headlines import INSIDE, Headlines
from claimtrack.sources.naming.names import LEGAL_FORMS
from claimtrack.sources.naming.openings import FRESH
from claimtrack.sources.naming.weighing import PARTICLES
from claimtrack.sources.text import Text

_PROPER = np.array([name in ("NNP", "NNPS") for name in TAGS])
_NAMED = np.array(
    [name.endswith(("PERSON", "ORGANIZATION", "LOCATION", "MISC")) for name in ENTITIES]
)
_COMMON = np.array(
    [name in ("NN", "NNS", "VBN", "VBD", "VB", "FW", "JJ", "RB", "WP") for name in TAGS]
)
_DATED = np.array([name.endswith("DATE") for name in ENTITIES])
OPENING = frozenset({'"', "“", "``", "‘", "("})
CLOSING = frozenset({'"', "”", "''", "’", ")"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MAX_TOKENS = 14
_JOINING = frozenset({"of", "for", "on", "to", "against"})
_AIMS = frozenset(
    "Prevention Protection Prohibition Promotion Advancement Elimination Cooperation Coordination"
    " Preservation Conservation Relief Treatment Study Defence Defense Rights Status Cruelty"
    " Violence".split()
)
"""What a body may be for or on, of something else: "Society for the Prevention of Cruelty"."""
_PEOPLE_PREPOSITIONS = frozenset({"at", "against", "without", "with", "in"})
_LOOSE_OPENINGS = frozenset(
    "Former Local Many Several Some Other Most Additional Recent Late Early Such Next Last"
    " Yesterday Today Tomorrow Tonight Thank Thanks Let See Read Meet Ask Call Say Given Asked"
    " Told Like".split()
)
_GENERATIONS = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_COUNTING = frozenset({"All", "One", "Every", "Both"})


def find(document: Text) -> tuple[list[tuple[int, int]], Headlines]:
    """Return the runs of words that make a name, and what headlines in title case may hold."""
    words, tags, labels = document.words, document.document.tags, document.document.entities
    upper = np.frombuffer(bytes(map(_is_capital, words)), np.bool_)
    named = upper & (_PROPER[tags] | _NAMED[labels])
    named &= ~_DATED[labels] | _PROPER[tags]
    common = upper & _COMMON[tags] & ~_DATED[labels]
    opening = {item.first for item in document.sentences}
    for token in np.flatnonzero(common & ~named).tolist():
        if (token not in opening and words[token - 1] not in FRESH) or (
            words[token].isupper() and len(words[token]) > 1
        ):
            named[token] = True
    sentence = document.sentence_of
    entities = document.entities
    inner = upper.copy()
    inner[[item.first for item in document.sentences]] = False
    goes_on = (named | inner).tolist()
    titled = headlines.title_case(document, upper)
    runs: list[tuple[int, int]] = []
    held: list[tuple[int, int]] = []
    last = -1
    for start in np.flatnonzero(named).tolist():
        if start < last or (words[start] in inside.NOT_NAMES and not _is_premier(words, start)):
            continue
        if sentence[start] in titled:
            last = headlines.labelled_end(document, start)
            held.append((start, last))
            continue
        while start > last and _leads_in(document, goes_on, start - 1, sentence[start]):
            start -= 1
        last = _legal_form(words, _extend(words, goes_on, entities, sentence, start))
        if start not in opening and _opens_name(document, start, last):
            start -= 1
        if start >= 3 and _double(document, start, last):
            start -= 2
        if words[start:last] == ("TV",):  # "state TV" names no channel
            continue
        runs.append((start, last))
    surnames = {
        words[last - 1] for first, last in runs if last - first > 1 and _is_person(entities, last)
    }
    alone = {words[first] for first, last in runs if last - first == 1 and first not in opening}
    organizations = lexicon.known_organizations()
    covered = {token for first, last in runs for token in range(first, last)}
    for token in np.flatnonzero(upper & ~named).tolist():
        if token in covered or sentence[token] in titled:
            continue
        known = words[token] in alone or words[token] in organizations
        if words[token] in surnames or (known and _acts(document, token)):
            runs.append((token, token + 1))
    return runs, Headlines(titled, held)


def _legal_form(words: tuple[str, ...], last: int) -> int:
    """Return the end of a name with its legal form: "Veltrona Diagnostics, Inc."."""
    place = last + (words[last : last + 1] == (",",))
    while words[place : place + 1] and words[place] in LEGAL_FORMS:
        place = last = place + 1
    return last


def _is_premier(words: tuple[str, ...], token: int) -> bool:
    """Tell the title in "PM Modi" from the time in "5 PM Monday"."""
    if words[token] != "PM" or token + 1 >= len(words):
        return False
    following = words[token + 1]
    return (
        following[0].isupper()
        and following not in inside.NOT_NAMES
        and (not token or not words[token - 1][0].isdigit())
    )


def _acts(document: Text, token: int) -> bool:
    """Tell whether a word that opens a sentence is its subject: "Tesla estimates that …"."""
    opens = document.sentence(token).first == token and token + 1 < len(document.words)
    return opens and document.tags[token + 1] in ("VBD", "VBZ", "VBP", "MD")


@lru_cache(50_000)
def _is_capital(word: str) -> bool:
    """Tell words with a capital, behind an article too: "al-Khatib", "el-Sisi"."""
    article, dash, rest = word.partition("-")
    return word[0].isupper() or (bool(dash) and article in _ARTICLES and rest[:1].isupper())


_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "az", "ash", "ben", "bin"})


def _is_person(entities: Sequence[int], last: int) -> bool:
    return CLASSES[entities[last - 1]] == "PERSON"


def _opens_name(document: Text, start: int, last: int) -> bool:
    """Tell whether the word that opens a sentence belongs to the name after it.

    Its capital does not tell; "Greater Fens Police" and "Lindqvist Motors" are names all the same.
    """
    token = start - 1
    if token < 0 or document.sentence(start).first != token:
        return False
    word, tag = document.words[token], document.tags[token]
    if word in _LOOSE_OPENINGS or word in inside.NOT_NAMES or not word[1:].islower():
        return False
    if word.lower() in lexicon.given_names() and CLASSES[document.entities[start]] in (
        "",
        "PERSON",
    ):
        return True
    if tag in ("JJ", "JJR"):
        return last - start > 1 and document.words[last - 1] in lexicon.organization_heads()
    return tag in ("NN", "NNS", "FW", "VBN", "VB") and lexicon.noun(word) is None


def _double(document: Text, start: int, last: int) -> bool:
    """Tell whether "the Economic and" opens the name "Financial Crimes Commission"."""
    words = document.words
    return (
        words[start - 1] == "and"
        and words[start - 2][0].isupper()
        and document.tags[start - 2] == "JJ"
        and words[start - 3] in ("the", "The")
        and words[last - 1] in lexicon.organization_heads()
    )


def _leads_in(document: Text, marks: list[bool], token: int, home: int) -> bool:
    """Tell whether a capitalised word that the tagger took for no name opens one ("the Red …")."""
    return (
        token > document.sentences[home].first
        and marks[token]
        and document.words[token] not in inside.NOT_NAMES
        and (
            document.words[token - 1] in ("the", "The", "of", "at", "by", "and")
            or document.words[token].lower() in lexicon.given_names()
            or document.words[token] in lexicon.titles().expand
            or inside.names_medium(document.words[token - 1])
            or (document.words[token] in _COUNTING and _heads_body(document, marks, token + 1))
        )
    )


def _heads_body(document: Text, marks: list[bool], start: int) -> bool:
    """Tell whether the capitalised words from here end in the head of a body's name."""
    end, stop = start, min(len(marks), start + 6)
    while end < stop and marks[end]:
        end += 1
    return end - start > 1 and document.words[end - 1] in lexicon.organization_heads()


def _names_person(word: str) -> bool:
    """Tell whether a word says that the next ones name somebody ("inspector V K Shinde")."""
    noun = lexicon.noun(word.lower())
    return noun is not None and noun.group == "role" and not noun.plural


def _one_entity(entities: Sequence[int], joint: int) -> bool:
    """Tell whether an "and" goes on the entity before it: not "William and Prince Harry"."""
    before, joined = entities[joint - 1], entities[joint]
    return bool(INSIDE[joined]) and CLASSES[before] in ("", CLASSES[joined])


def _extend(
    words: tuple[str, ...],
    marks: list[bool],
    entities: Sequence[int],
    sentence: Sequence[int],
    start: int,
) -> int:
    """Return where the run of capitalised words that starts at ``start`` ends."""
    joints, heads = lexicon.organization_joints(), lexicon.organization_heads()
    given = lexicon.given_names()
    stop = min(len(words), start + _MAX_TOKENS)
    home = sentence[start]
    position, opened = start + 1, words[start] in joints
    while position < stop and sentence[position] == home:
        word = words[position]
        if marks[position] and word not in inside.NOT_NAMES:
            opened = opened or word in joints
            position += 1
            continue
        ahead = position + 1
        more = ahead < stop and sentence[ahead] == home
        if word in PARTICLES and more and words[ahead] in PARTICLES:
            ahead += 1
            more = ahead < stop and sentence[ahead] == home
        follows = more and marks[ahead] and words[ahead] not in inside.NOT_NAMES
        if word.isdigit() and len(word) <= 3 and inside.takes_number(words, position, entities):
            position += 1
        elif (
            word in _JOINING
            and more
            and (words[position - 1] in joints or (opened and words[position - 1] in _AIMS))
        ):
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
            or word in PARTICLES
            or word == "&"
            or (
                word == "and"
                and (
                    (_one_entity(entities, position) and words[position - 1] not in heads)
                    or inside.opens_list(words, start, position)
                    or inside.lists_trades(words, marks, start, position, stop)
                    or inside.one_body(words, marks, entities, start, position, stop)
                )
            )
            or (
                word == "of"
                and INSIDE[entities[position]]
                and INSIDE[entities[ahead]]
                and not (start and _names_person(words[start - 1]))
                and not (position - start == 2 and words[start].lower() in given)
            )
            or (
                word in _POSSESSIVE
                and inside.possesses(words, marks, entities, start, position, stop)
            )
        ):
            position = ahead + 1
        elif follows and word in OPENING and ahead + 2 < stop and words[ahead + 1] in CLOSING:
            if word == "(" or not marks[ahead + 2] or sentence[ahead + 2] != home:
                break
            position = ahead + 3
        elif (
            word == ","
            and more
            and (
                words[ahead] in _GENERATIONS
                or (opened and follows and inside.lists(words, marks, start, position, stop))
                or (follows and inside.lists_trades(words, marks, start, position, stop))
            )
        ):
            position = ahead + 1
        else:
            break
    return position
