"""Who is meant: one pass over the article, from its first mention to its last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from claimtrack.sources.entities import Entity, Registry
from claimtrack.sources.meaning import ranking, standing
from claimtrack.sources.meaning.mentions import PRONOUNS
from claimtrack.sources.meaning.ranking import Place, Trace
from claimtrack.sources.naming.names import Name
from claimtrack.sources.text import Text

_FAR = 3
_FAMILY = {"m": 0, "f": 0, "n": 1, "u": 2}

_REACTIONS = frozenset(
    (word,)
    for word in (
        "disagreed agreed objected concurred differed countered replied responded retorted"
        " protested disagrees agrees objects concurs differs counters replies responds".split()
    )
)
"""What somebody does whose words come next."""

Chooser = Callable[[Place, list[Trace], int], Entity | None]
"""Chooses among candidates (the most recent first); the last argument is the last speaker."""


@dataclass(slots=True)
class Discourse:
    """The state of the pass: who was spoken of, most recently first, and who spoke last.

    ``firm`` is the company that the article is about, once somebody has asked for it; ``reacting``
    who was last brought in as differing from or agreeing with another, and in which sentence;
    ``voice`` the body that somebody unnamed last spoke for, where, and of which sex.
    """

    document: Text
    registry: Registry
    choose: Chooser
    traces: dict[Entity, Trace] = field(default_factory=dict)
    recent: list[Trace] = field(default_factory=list)
    speaker: int = -1
    opened: int = -1
    firm: tuple[Entity | None] | None = None
    reacting: tuple[Entity | None, int] = (None, -9)
    voice: tuple[Entity | None, int, str | None] = (None, -1, None)
    of_pronoun: dict[int, Entity] = field(default_factory=dict)
    relatives: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Find the relative clauses, which bring in nobody who acts in the sentence."""
        self.relatives = standing.relatives(self.document)

    def name(self, entity: Entity, name: Name) -> None:
        """Note a name of ``entity``, who may react to another: "Her rival, Ann Lee, agreed"."""
        self.see(entity, name.last - 1, 0)
        document, first = self.document, name.title
        while first > 1 and document.tags[first - 1] in ("DT", "NN", "JJ"):
            first -= 1
        if (
            first > 1
            and document.words[first - 1] == ","
            and (document.relations[first - 2] in standing.SUBJECT)
        ):
            self.traces[entity].role = 0
            after = name.last + (document.words[name.last : name.last + 1] == (",",))
            self.reacting = (
                entity if document.words[after : after + 1] in _REACTIONS else None,
                document.sentence_of[first],
            )

    def see(self, entity: Entity, token: int, form: int) -> None:
        """Note that ``entity`` is mentioned at ``token`` (form 0 name, 1 noun, 2 pronoun)."""
        document = self.document
        trace = self.traces.get(entity)
        if trace is None:
            trace = self.traces[entity] = Trace(entity)
        elif trace in self.recent:
            self.recent.remove(trace)
        sentence = document.sentence_of[token]
        trace.token, trace.sentence, trace.form = token, sentence, form
        trace.paragraph = document.sentences[sentence].paragraph
        trace.role = standing.role_at(document, token)
        trace.count += 1
        trace.embedded = standing.embedded(document, self.relatives, token)
        trace.quoted = bool(document.quote_depth[token])
        trace.outside = trace.outside or not trace.quoted
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

    def speak_for(self, body: Entity, token: int, gender: str | None) -> None:
        """Note that somebody unnamed spoke for ``body``, whom "he" or "she" may mean next."""
        self.voice = (body, token, gender)

    def _spokesman(self, place: Place) -> Entity | None:
        """Return the body for which "he" or "she" spoke just before, and nobody else since."""
        body, token, gender = self.voice
        if body is None or body.order != self.speaker or place.family != 0 or not place.source:
            return None
        sentence = self.document.sentence_of[token]
        if place.sentence - sentence > _FAR or (gender and gender != place.gender):
            return None
        if any(
            trace.token > token and trace.role == 0 and ranking.compatible(trace.entity, place)
            for trace in self.recent
        ):
            return None
        self.voice = (body, place.token, gender or place.gender)
        return body

    def speakers_first(self) -> list[Trace]:
        """Return who was spoken of, most recently first, but before all who spoke last."""
        if 0 <= self.speaker < len(self.registry.entities):
            trace = self.traces.get(self.registry.entities[self.speaker])
            if trace is not None and trace in self.recent:
                return [trace, *self.recent]
        return self.recent

    def person_speaks(self, sentence: int) -> bool:
        """Tell whether a person spoke last, shortly before, and was not just spoken of."""
        return any(
            trace.entity.order == self.speaker
            and trace.entity.person
            and not trace.quoted
            and sentence - trace.sentence <= _FAR
            for trace in self.recent[: ranking.WINDOW]
        )

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

    def _answerer(self, place: Place, candidates: list[Trace]) -> Entity | None:
        """Return who spoke up against another: "His rival, Ann Lee, disagreed. “No,” she said."."""
        entity, sentence = self.reacting
        if entity is None or not place.source or place.family != 0:
            return None
        near = 0 < place.sentence - sentence <= 2
        return entity if near and any(trace.entity is entity for trace in candidates) else None

    def _others(
        self, token: int, candidates: list[Trace], words: Sequence[tuple[int, int]]
    ) -> list[Trace]:
        """Return the candidates but for those that the pronoun speaks of: "Israel, it said, …".

        Words before it may be of the speaker ("Lee was ill, he said") if their subject is, and
        nobody else spoke last.
        """
        depth = self.document.quote_depth
        quoted = any(depth[place] for first, last in words for place in range(first, last))
        amid = token > 1 and self.document.words[token - 1] == ","
        of = [
            trace
            for trace in candidates
            if (
                (trace.form < 2 or (quoted and trace.entity.order != self.speaker))
                and (depth[trace.token] or not quoted)
                and any(first <= trace.token < last for first, last in words)
            )
            or (amid and trace.form < 2 and trace.token == token - 2)
        ]
        rest = [trace for trace in candidates if trace not in of]
        if not of or not rest:
            return candidates
        amid = amid and any(trace.token == token - 2 for trace in of)
        own = any(trace.role == 0 for trace in of) and not amid
        if own and not any(trace.entity.order == self.speaker for trace in rest):
            return candidates
        return rest

    def _unnamed(
        self, token: int, candidates: list[Trace], words: Sequence[tuple[int, int]]
    ) -> list[Trace]:
        """Return the candidates but for those named in what follows: "He says Mr Hicks wanted …".

        A pronoun is nobody whose name stands in its own clause behind it (Chomsky 1981).
        """
        end = self.document.sentence(token).last
        named = {
            self.registry.of_name[place]
            for first, last in words
            for place in range(max(first, token), min(last, end))
            if place in self.registry.of_name
        }
        rest = [trace for trace in candidates if trace.entity not in named]
        return rest or candidates

    def paragraph(self, token: int) -> int:
        """Return the paragraph that ``token`` stands in."""
        document = self.document
        return document.sentence(token).paragraph

    def pronoun(
        self,
        token: int,
        *,
        source: bool,
        barred: Entity | None = None,
        words: Sequence[tuple[int, int]] = (),
    ) -> Entity | None:
        """Return who the pronoun at ``token`` means, and note it.

        ``barred`` is in whose quotation it stands: "they" is not the one who speaks of them.
        ``words`` are the tokens that it is the source of, in ranges.
        """
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
            standing.role_at(document, token),
            bool(document.quote_depth[token]),
            source,
            sentence != self.opened,
        )
        candidates: list[Trace] = []
        for trace in self.recent:
            if not place.quoted and trace.quoted and standing.only_described(trace):
                continue
            if barred is not None and family == 2 and not standing.several(trace.entity):
                continue
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
        candidates = standing.unembedded(candidates)
        if family == 0:
            candidates = standing.without_subject(document, token, sentence, candidates)
            candidates = standing.of_sex(candidates, place)
        if source:
            if family == 0:
                candidates = self._unnamed(token, candidates, words)
            candidates = self._others(token, candidates, words)
        found = (
            self._spokesman(place)
            or self._same_subject(place, candidates)
            or self._answerer(place, candidates)
            or self.choose(place, candidates, self.speaker)
        )
        if source and family == 0 and self._far(place, candidates):
            found = self.registry.entities[self.speaker]
        if found is not None:
            self.of_pronoun[token] = found
            if family == 0 and found is not self.voice[0]:
                found.vote(gender, 0.6)
            if source or not standing.has_somebody(document, token):
                self.see(found, token, 2)
        return found


def best(place: Place, candidates: list[Trace], speaker: int) -> Entity | None:
    """Choose the candidate that the learned weights prefer."""
    if len(candidates) == 1:
        return candidates[0].entity
    table = ranking.weights()
    found, top = None, -1e9
    for recency, trace in enumerate(candidates):
        score = 0.0
        for feature in ranking.features(trace, place, recency, speaker):
            score += table[feature]
        if score > top:
            found, top = trace.entity, score
    return found
