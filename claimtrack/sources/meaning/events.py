"""What the pass over an article must look at: names, pronouns, people, bodies, source mentions."""

from __future__ import annotations

from collections.abc import Iterable, Set
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from claimtrack.language import TAGS
from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity, Registry
from claimtrack.sources.meaning.standing import SUBJECT
from claimtrack.sources.naming.names import Name
from claimtrack.sources.phrases import Index
from claimtrack.sources.text import Text

_PRONOUN_TAGS = np.array([name in ("PRP", "PRP$") for name in TAGS])
_COMMON = np.array([name in ("NN", "NNS") for name in TAGS])
_PEOPLE_NOUNS = frozenset({"role", "kin", "person", "spokesperson", "official"})
_STUDIES = frozenset("study report survey poll audit review analysis ruling bill".split())
_SOURCE = 3
"""The order of an event that is a source mention: after whatever else stands at its token."""

_TELLING = frozenset({"the", "his", "her", "their", "its"})

THIRD = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
"""The pronouns that are always followed, because they tell who is being spoken of."""


class Event(NamedTuple):
    """Something at ``token`` that the pass must look at."""

    token: int
    order: int
    kind: str
    name: Name | None = None
    payload: int = -1


def events(
    document: Text,
    index: Index,
    sources: Iterable[tuple[int, int]],
    pronouns: frozenset[str] = THIRD,
    reporting: Set[int] = frozenset(),
) -> list[Event]:
    """Return names, pronouns, persons called by a noun and source mentions in the text's order.

    ``sources`` holds (head token, number) of the source mentions; ``pronouns`` says which words
    to look at even where they are no source. Sentences ``reporting`` what somebody says bring in
    only people who are new ("a woman"); in others "the mayor" may be who speaks next.
    """
    found = [Event(name.last - 1, 0, "name", name) for name in index.names]
    found.extend(Event(token, _SOURCE, "source", None, number) for token, number in sources)
    words, heads = document.words, {event.token for event in found if event.order == _SOURCE}
    for token in np.flatnonzero(_PRONOUN_TAGS[document.document.tags]).tolist():
        if words[token].lower() in pronouns and token not in heads:
            found.append(Event(token, 1, "pronoun"))
    for token in np.flatnonzero(_COMMON[document.document.tags]).tolist():
        noun = lexicon.noun(words[token])
        if noun is None or token in heads:
            continue
        if noun.group == "body":
            begin = _subject_body(document, index, token, plural=noun.plural)
            if begin >= 0:
                found.append(Event(token, 2, "body", None, begin))
        if noun.group == "document" and noun.singular in _STUDIES:
            begin = _subject_body(document, index, token, plural=noun.plural)
            if begin >= 0:
                found.append(Event(token, 2, "document", None, begin))
        if noun.group not in _PEOPLE_NOUNS:
            continue
        if noun.plural:
            opens = token - document.sentence(token).first < 3
            subject = opens or document.relations[token] in SUBJECT
            if token + 1 in index.at:
                continue
            if subject and not document.quote_depth[token]:
                found.append(Event(token, 2, "people"))
        else:
            start = _introduced_from(document, index, token)
            if start >= 0:
                found.append(Event(token, 2, "person", None, start))
            elif document.sentence_of[token] not in reporting:
                start = _known_from(document, index, token)
                if start >= 0:
                    found.append(Event(token, 2, "known", None, start))
    found.sort(key=attrgetter("token", "order", "payload"))
    return found


def _subject_body(document: Text, index: Index, token: int, *, plural: bool) -> int:
    """Return where "the council" starts as a subject, which a later "it" may mean, or -1."""
    if plural or not token or document.relations[token] not in SUBJECT:
        return -1
    if document.quote_depth[token]:
        return -1
    if document.words[token - 1] in ("the", "The"):
        return token - 1
    tags, start = document.tags, token
    while start > 0 and token - start < 5 and tags[start - 1] in ("NN", "JJ", "NNP", "POS"):
        start -= 1
    if document.words[start - 1] in ("the", "The"):
        return start - 1
    named = index.within(start, token)
    return start if named and named[0].first == start and token > named[0].last else -1


def _introduced_from(document: Text, index: Index, token: int) -> int:
    """Return where the phrase starts that brings a new person in ("a woman"), or -1."""
    words, tags = document.words, document.tags
    if token + 1 < len(words) and (
        tags[token + 1] in ("NN", "NNS", "NNP", "POS") or token + 1 in index.at
    ):
        return -1
    for back in range(token - 1, max(-1, token - 5), -1):
        if words[back] in ("My", "Our"):
            return back
        if words[back].lower() in ("a", "an", "one", "another"):
            before = words[back - 1].lower() if back else ""
            if _named_apart(document, index, token):
                return -1
            return -1 if before in (",", "is", "was", "as", "be", "not", "like") else back
        if tags[back] not in ("JJ", "NN", "NNP", "VBN", "CD"):
            return -1
    return -1


def _named_apart(document: Text, index: Index, token: int) -> bool:
    """Tell "a delegate from the Quetta group, Sayed Gailani, summed up" from a person not named."""
    home = document.sentence(token).last
    for place in range(token + 1, min(token + _APART, home - 2)):
        if document.words[place] == ",":
            name = index.at.get(place + 1)
            return name is not None and document.words[name.last : name.last + 1] == (",",)
        if document.tags[place] not in _DESCRIBING:
            return False
    return False


_APART = 10
_DESCRIBING = frozenset({"IN", "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "TO", "CC"})


def _known_from(document: Text, index: Index, token: int) -> int:
    """Return where a subject starts that is told from others: "the mayor", "her son", or -1."""
    words, tags = document.words, document.tags
    if document.relations[token] not in SUBJECT or document.quote_depth[token]:
        return -1
    if tags[token + 1 : token + 2] == ["POS"] or index.covering(token) is not None:
        return -1
    home = max(document.sentence(token).first, token - 4)
    for back in range(token - 1, home - 1, -1):
        if words[back].lower() in _TELLING:
            return back
        if tags[back] not in ("JJ", "NN", "NNP") or index.covering(back) is not None:
            return -1
    return -1


def introduce(document: Text, registry: Registry, token: int, start: int = -1) -> Entity:
    """Return a new entity for a person who is named by a noun only."""
    noun = lexicon.noun(document.words[token])
    entity = registry.add("nominal")
    entity.nominal = (start if 0 <= start <= token else token, token + 1)
    if noun is not None:
        entity.roles[noun.singular] = token
        entity.vote(lexicon.noun_gender().get(noun.singular), 4.0)
        entity.plural = noun.plural
    return entity
