"""People called by a common noun: "the mayor", "his mother", "the woman", "a nurse"."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning import ranking
from claimtrack.sources.meaning.bodies import Bodies
from claimtrack.sources.meaning.coreference import Discourse
from claimtrack.sources.meaning.events import introduce
from claimtrack.sources.meaning.mentions import Mention
from claimtrack.sources.meaning.ranking import Place
from claimtrack.sources.meaning.standing import role_at
from claimtrack.sources.profile import kinds
from claimtrack.sources.text import Text

_FEW = 50
_NEAR = 6
_LOOSE_PEOPLE = frozenset(
    "man woman boy girl candidate nominee contender billionaire businessman businesswoman"
    " senator lawmaker congressman congresswoman governor politician author star teenager teen"
    " mogul magnate tycoon celebrity hopeful maverick standard-bearer newcomer front-runner"
    " frontrunner veteran lawyer attorney analyst professor official republican democrat"
    " native father mother parent husband wife".split()
)
_TRADES = frozenset(
    "teenager teen boy girl lawyer attorney analyst professor teacher doctor driver pilot player"
    " singer actor author official researcher scientist academic economist historian guide expert"
    " campaigner farmer nurse photographer artist writer novelist journalist coach striker"
    " midfielder defender goalkeeper winger batsman bowler quarterback boxer sprinter".split()
)
"""What nobody is called who was introduced as something else."""
_EPITHETS = frozenset("boss supremo strongman legislator cleric don".split())
"""What somebody may be called who holds an office: "the county boss", but not "the boss"."""
_ANYBODY = frozenset({"man", "woman", "boy", "girl"})
_PARTISANS = frozenset({"republican", "democrat"})
_POLITICS = frozenset(
    "representative senator governor congressman congresswoman lawmaker president mayor candidate"
    " leader speaker chairman chairwoman chair minister nominee secretary".split()
)
_WITHHELD = frozenset({"insider", "source", "tipster", "informant"})
_OFFICES = frozenset("minister secretary director officer chief justice".split())


@dataclass(slots=True)
class Persons:
    """Finds or makes the person that a description means."""

    document: Text
    discourse: Discourse
    bodies: Bodies
    barred: Entity | None = None
    """In whose words the mention stands: "Ann Lee said the teacher …" speaks of another."""

    def find(self, mention: Mention) -> Entity:
        """Return the person that a mention means: one spoken of before, or somebody new."""
        document = self.document
        noun = document.words[mention.head].lower()
        noun = mention.noun.singular if mention.noun is not None else noun
        registry, discourse = self.discourse.registry, self.discourse
        if mention.owner is not None or self._has_possessor(mention):
            owner = self.bodies.owner_of(mention.owner) if mention.owner is not None else None
            key = ("kin", owner.order if owner is not None else self.bodies.normal(mention), noun)
            found = self.bodies.by_phrase.get(key)
            if found is None:
                found = self.bodies.by_phrase[key] = introduce(document, registry, mention.head)
                found.nominal = (mention.first, mention.extent)
                found.owner = owner
            return found
        kept = self._withheld(noun) if mention.definite else None
        if kept is not None:
            return kept
        headline = document.sentence(mention.head).section == "headline"
        if mention.definite or headline:
            for trace in discourse.recent:
                entity = trace.entity
                if (
                    noun in entity.roles
                    and entity.kind in ("person", "nominal")
                    and not entity.plural
                    and entity is not self.barred
                    and not self._conflicts(mention, entity)
                ):
                    return entity
            holders = [
                entity
                for entity in registry.holders.get(noun, ())[:_FEW]
                if entity is not self.barred and not self._conflicts(mention, entity)
            ]
            if holders:
                return min(holders, key=lambda item: abs(item.names[0].first - mention.head))
            spoke = self._just_spoke(mention, noun)
            if spoke is not None:
                return spoke
            loose = (
                noun in _LOOSE_PEOPLE
                or noun in _TRADES
                or document.words[mention.head] in lexicon.demonyms()
            )
            epithet = noun in _EPITHETS and mention.head - mention.first > 1
            if epithet or loose or self._aged(mention) or self._modified(mention):
                chosen = self._loosely(mention, noun)
                if chosen is not None:
                    return chosen
        own: tuple[object, ...] = ("at", mention.head)
        if mention.definite:
            own = ("person", self.bodies.normal(mention))
        found = self.bodies.by_phrase.get(own)
        if found is None:
            found = self.bodies.by_phrase[own] = self._introduced(mention)
        return found

    def _just_spoke(self, mention: Mention, noun: str) -> Entity | None:
        """Return who "the woman" is right after "a resident" whose name is not told has spoken."""
        sentence = self.document.sentence_of[mention.head]
        gender = lexicon.noun_gender().get(noun)
        if noun not in _ANYBODY or gender is None:
            return None
        for trace in self.discourse.recent[:_NEAR]:
            entity = trace.entity
            near = trace.spoke >= 0 and 0 <= sentence - trace.sentence <= 2
            if near and entity.kind == "nominal" and not entity.plural and not entity.owner:
                if entity is not self.barred and entity.sex() in (None, gender):
                    return entity
            elif near and entity.person:
                return None
        return None

    def _withheld(self, noun: str) -> Entity | None:
        """Return who "the insider" is: the person whose name is kept, and who has spoken."""
        if noun not in _WITHHELD:
            return None
        for trace in self.discourse.recent[:_NEAR]:
            entity = trace.entity
            if trace.spoke < 0 or entity.kind != "nominal" or entity.nominal is None:
                continue
            if kinds.anonymity_of(self.document, *entity.nominal) is not None:
                return entity
        return None

    def _conflicts(self, mention: Mention, entity: Entity) -> bool:
        """Tell whether a description says another party or another office than the person's."""
        office = {word.lower() for word in self.document.words[mention.first + 1 : mention.head]}
        office = {word for word in office if word.isalpha()}
        noun = self.document.words[mention.head].lower()
        if noun in _OFFICES and noun in entity.titled and office and not office & entity.titled:
            return True
        if noun in entity.titled and self._of_another(mention, entity):
            return True
        if not entity.parties:
            return False
        words = self.document.words[mention.first : mention.chunk]
        named = {lexicon.PARTIES[word.lower()] for word in words if word.lower() in lexicon.PARTIES}
        return bool(named) and not named & entity.parties

    def _of_another(self, mention: Mention, entity: Entity) -> bool:
        """Tell "the head of Turkey's agency" from who heads Slovenia's."""
        words = self.document.words
        start = mention.head + 1
        if words[start : start + 1] not in (("of",), ("for",)):
            return False
        held = words[start + 1 : max(mention.extent, mention.last)]
        named = {word.lower() for word in held if word[0].isupper()}
        return bool(named) and not named & entity.titled and len(entity.titled) > 1

    def _introduced(self, mention: Mention) -> Entity:
        for trace in self.discourse.recent[:3]:
            nominal = trace.entity.nominal
            if nominal is not None and nominal[1] == mention.head + 1:
                trace.entity.nominal = (mention.first, mention.extent)
                return trace.entity
        found = introduce(self.document, self.discourse.registry, mention.head)
        found.nominal = (mention.first, mention.extent)
        return found

    def _has_possessor(self, mention: Mention) -> bool:
        tags = self.document.tags
        return any(tags[position] == "POS" for position in range(mention.first, mention.head))

    def _aged(self, mention: Mention) -> bool:
        return "year-old" in self.document.words[mention.head]

    def _modified(self, mention: Mention) -> bool:
        """Tell whether a description tells more than the office: "the Vermont senator"."""
        words = self.document.words[mention.first + 1 : mention.head]
        return any(word.lower() in ("former", "then", "ex") or word[0].isupper() for word in words)

    def _loosely(self, mention: Mention, noun: str) -> Entity | None:
        """Return the person last spoken of, if close: "the candidate", "the 52-year-old"."""
        document = self.document
        sentence = document.sentence_of[mention.head]
        gender = lexicon.noun_gender().get(noun)
        candidates = []
        speaker = self.discourse.person_speaks(sentence)
        for trace in self.discourse.recent:
            if not trace.entity.person or sentence - trace.sentence > 3:
                continue
            if trace.quoted and speaker:
                continue  # who is spoken of in a quotation, not who speaks
            if trace.entity is self.barred or self._conflicts(mention, trace.entity):
                continue
            if noun in _TRADES and trace.entity.roles:
                continue
            if gender and trace.entity.sex() not in (None, gender):
                continue
            candidates.append(trace)
        if noun in _PARTISANS:
            held = [trace for trace in candidates if not _POLITICS.isdisjoint(trace.entity.roles)]
            candidates = held or candidates
        if not candidates:
            return None
        place = Place(
            mention.head, sentence, self.discourse.paragraph(mention.head), 0,
            gender or "", role_at(document, mention.head),
            bool(document.quote_depth[mention.head]), True, True,
        )  # fmt: skip
        return self.discourse.choose(place, candidates[: ranking.WINDOW], self.discourse.speaker)
