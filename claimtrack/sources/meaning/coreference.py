"""Who is meant: one pass over the article, from its first mention to its last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np

from claimtrack.language import RELATIONS, TAGS
from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity, Registry
from claimtrack.sources.meaning import ranking
from claimtrack.sources.meaning.mentions import PRONOUNS
from claimtrack.sources.meaning.ranking import Place, Role, Trace
from claimtrack.sources.naming.names import Name
from claimtrack.sources.phrases import Index
from claimtrack.sources.text import Text

_PRONOUN_TAGS = np.array([name in ("PRP", "PRP$") for name in TAGS])
_COMMON = np.array([name in ("NN", "NNS") for name in TAGS])
_SUBJECT = frozenset(RELATIONS.index(name) for name in ("nsubj", "nsubjpass"))
_FAR = 3
_FAMILY = {"m": 0, "f": 0, "n": 1, "u": 2}
_PEOPLE_NOUNS = frozenset({"role", "kin", "person", "spokesperson", "official"})

THIRD = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
"""The pronouns that are always followed, because they tell who is being spoken of."""

Chooser = Callable[[Place, list[Trace], int], Entity | None]
"""Chooses among candidates (the most recent first); the last argument is the last speaker."""


@dataclass(slots=True)
class Discourse:
    """The state of the pass: who was spoken of, most recently first, and who spoke last.

    ``firm`` is the company that the article is about, once somebody has asked for it.
    """

    document: Text
    registry: Registry
    choose: Chooser
    traces: dict[Entity, Trace] = field(default_factory=dict)
    recent: list[Trace] = field(default_factory=list)
    speaker: int = -1
    opened: int = -1
    firm: tuple[Entity | None] | None = None
    of_pronoun: dict[int, Entity] = field(default_factory=dict)

    def see(self, entity: Entity, token: int, form: int) -> None:
        """Note that ``entity`` is mentioned at ``token`` (form 0 name, 1 noun, 2 pronoun)."""
        document = self.document
        trace = self.traces.get(entity)
        if trace is None:
            trace = self.traces[entity] = Trace(entity)
        else:
            with suppress(ValueError):
                self.recent.remove(trace)
        sentence = document.sentence_of[token]
        trace.token, trace.sentence, trace.form = token, sentence, form
        trace.paragraph = document.sentences[sentence].paragraph
        trace.role = role_at(document, token)
        trace.count += 1
        trace.quoted = bool(document.quote_depth[token])
        trace.opening = sentence != self.opened
        self.opened = sentence
        self.recent.insert(0, trace)
        if len(self.recent) > ranking.WINDOW * 3:
            self.recent.pop()

    def speak(self, entity: Entity, token: int) -> None:
        """Note that ``entity`` is the source of an attribution at ``token``."""
        trace = self.traces.get(entity)
        if trace is not None:
            trace.spoke = token
            trace.spoke_paragraph = self.paragraph(token)
        self.speaker = entity.order

    def speakers_first(self) -> list[Trace]:
        """Return who was spoken of, most recently first, but before all who spoke last."""
        if 0 <= self.speaker < len(self.registry.entities):
            trace = self.traces.get(self.registry.entities[self.speaker])
            if trace is not None and trace in self.recent:
                return [trace, *self.recent]
        return self.recent

    def _far(self, place: Place, candidates: list[Trace]) -> bool:
        """Tell whether nobody was spoken of nearby, so that only the last speaker can be meant."""
        return any(trace.entity.order == self.speaker for trace in candidates) and all(
            place.sentence - trace.sentence > _FAR for trace in candidates
        )

    def _same_subject(self, place: Place, candidates: list[Trace]) -> Entity | None:
        """Return the subject of the clause before: "The Star welcomed it; it wrote that …"."""
        if not place.source or place.family != 1 or place.role != 0:
            return None
        for trace in candidates:
            if trace.sentence == place.sentence and trace.role == 0 and trace.form == 0:
                return trace.entity
        return None

    def paragraph(self, token: int) -> int:
        """Return the paragraph that ``token`` stands in."""
        document = self.document
        return document.sentence(token).paragraph

    def pronoun(self, token: int, *, source: bool) -> Entity | None:
        """Return who the pronoun at ``token`` means, and note it."""
        known = self.of_pronoun.get(token)
        if known is not None:
            return known
        _, gender = PRONOUNS[self.document.words[token].lower()]
        family = _FAMILY.get(gender)
        if family is None:
            return None
        document = self.document
        sentence = document.sentence_of[token]
        place = Place(
            token,
            sentence,
            document.sentences[sentence].paragraph,
            family,
            gender,
            role_at(document, token),
            bool(document.quote_depth[token]),
            source,
            sentence != self.opened,
        )
        candidates: list[Trace] = []
        for trace in self.recent:
            if ranking.compatible(trace.entity, place):
                candidates.append(trace)
                if len(candidates) == ranking.WINDOW:
                    break
        if family == 1 and source:
            candidates = [
                trace
                for trace in candidates
                if trace.entity.kind != "place" or trace.role == 0 or trace.count > 1
            ]
        found = self._same_subject(place, candidates) or self.choose(
            place, candidates, self.speaker
        )
        if source and family == 0 and self._far(place, candidates):
            found = self.registry.entities[self.speaker]
        if found is not None:
            self.of_pronoun[token] = found
            if family == 0:
                found.vote(gender, 0.6)
            self.see(found, token, 2)
        return found


def role_at(document: Text, token: int) -> Role:
    """Return where the mention that ends with ``token`` stands in its clause."""
    following = token + 1
    if following < len(document.words) and document.tags[following] == "POS":
        return 2
    if document.tags[token] == "PRP$":
        return 2
    return 0 if document.relations[token] in _SUBJECT else 1


def best(place: Place, candidates: list[Trace], speaker: int) -> Entity | None:
    """Choose the candidate that the learned weights prefer."""
    table = ranking.weights()
    found, top = None, -1e9
    for recency, trace in enumerate(candidates):
        score = 0.0
        for feature in ranking.features(trace, place, recency, speaker):
            score += table[feature]
        if score > top:
            found, top = trace.entity, score
    return found


@dataclass(frozen=True, slots=True)
class Event:
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
) -> list[Event]:
    """Return names, pronouns, indefinite persons and source mentions in the order of the text.

    ``sources`` holds (head token, number) of the source mentions; ``pronouns`` says which words
    to look at even where they are no source.
    """
    found = [Event(name.last - 1, 0, "name", name) for name in index.names]
    found.extend(Event(token, 3, "source", None, number) for token, number in sources)
    words, heads = document.words, {event.token for event in found if event.kind == "source"}
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
        if noun.group not in _PEOPLE_NOUNS:
            continue
        if noun.plural:
            opens = token - document.sentence(token).first < 3
            subject = opens or document.relations[token] in _SUBJECT
            if token + 1 in index.at:
                continue
            if subject and not document.quote_depth[token]:
                found.append(Event(token, 2, "people"))
        else:
            start = _introduced_from(document, index, token)
            if start >= 0:
                found.append(Event(token, 2, "person", None, start))
    found.sort(key=lambda event: (event.token, event.order, event.payload))
    return found


def _subject_body(document: Text, index: Index, token: int, *, plural: bool) -> int:
    """Return where "the council" starts as a subject, which a later "it" may mean, or -1."""
    if plural or not token or document.relations[token] not in _SUBJECT:
        return -1
    if document.quote_depth[token]:
        return -1
    if document.words[token - 1] in ("the", "The"):
        return token - 1
    tags, start = document.tags, token
    while start > 0 and token - start < 5 and tags[start - 1] in ("NN", "JJ", "NNP", "POS"):
        start -= 1
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
            before = words[back - 1] if back else ""
            return -1 if before in (",", "is", "was", "as", "be", "not", "like") else back
        if tags[back] not in ("JJ", "NN", "NNP", "VBN", "CD"):
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
