"""Sources called by a common noun: whom to ask for them, documents, and who "the former" is."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning.bodies import Bodies
from claimtrack.sources.meaning.coreference import Discourse
from claimtrack.sources.meaning.groups import Groups
from claimtrack.sources.meaning.mentions import Mention
from claimtrack.sources.meaning.persons import Persons
from claimtrack.sources.meaning.spokespeople import speaks_for
from claimtrack.sources.phrases import Index
from claimtrack.sources.profile import kinds
from claimtrack.sources.text import Text

_REPORTS = frozenset({"report", "reports", "sources", "media"})
_VOICES = frozenset(
    "statement estimate figure announcement tweet post message forecast projection investigation"
    " calculation assessment release comment".split()
)
_SPEAKING_FOR = frozenset("investigator prosecutor inspector detective regulator".split())
_SCHOLARLY = frozenset(
    "research scientific academic white working peer-reviewed position policy discussion".split()
)
_PUBLISHED = (("published",), ("titled",), ("entitled",), ("co-authored",), ("authored",))
_OTHER = frozenset("previous earlier other another separate older past prior different".split())
_HUMAN_ENDINGS = ("er", "or", "ist", "ant", "ian", "man", "woman", "eer", "ee", "person")


@dataclass(slots=True)
class Descriptions:
    """Finds or makes the entity that a described source is; remembers those it has made."""

    document: Text
    index: Index
    discourse: Discourse
    bodies: Bodies
    groups: Groups
    persons: Persons
    documents: dict[str, Entity] = field(default_factory=dict)
    pair: tuple[Entity, Entity, int] | None = None

    def find(self, mention: Mention) -> Entity:
        """Return the entity that a nominal or quantity mention means."""
        group = mention.noun.group if mention.noun is not None else None
        if self._unnamed_reports(mention):
            return self.groups.find(mention)
        if self.document.words[mention.head].lower() in ("former", "latter"):
            found = self._of_two(mention)
            if found is not None:
                return found
        if mention.form == "quantity" or mention.of is not None:
            return self.groups.find(mention)
        kept = kinds.anonymity_of(self.document, mention.first, mention.extent) is not None
        if not kept and (group in ("spokesperson", "official") or self._officers(mention)):
            held = self.bodies.held_by(mention) or speaks_for(self.bodies, mention)
            if held is not None and held.kind != "person":
                return held
        if self._is_study(mention):
            return self._document(mention)
        if (group in ("body", "medium") and not mention.plural) or self._police(mention):
            return self.bodies.find(mention)
        if group == "document":
            speaker = self._speaks_through(mention)
            return self._document(mention) if speaker is None else speaker
        if not mention.plural and (group in lexicon.PEOPLE or self._human_word(mention)):
            return self.persons.find(mention)
        return self.groups.find(mention)

    def _is_study(self, mention: Mention) -> bool:
        """Tell a paper that scholars wrote from one that is sold: "a paper published in Nature"."""
        if mention.noun is None or mention.noun.singular != "paper":
            return False
        words = self.document.words
        before = {word.lower() for word in words[mention.first : mention.head]}
        after = words[mention.head + 1 : mention.head + 2]
        known = "paper" in self.documents and mention.definite
        return known or not _SCHOLARLY.isdisjoint(before) or after in _PUBLISHED

    def _officers(self, mention: Mention) -> bool:
        """Tell "investigators for the board", who speak for it, from "a teacher at the school"."""
        return (
            mention.noun is not None and mention.plural and mention.noun.singular in _SPEAKING_FOR
        )

    def _police(self, mention: Mention) -> bool:
        return mention.noun is not None and mention.noun.singular == "police"

    def _unnamed_reports(self, mention: Mention) -> bool:
        """Tell whether a headline ends "… - Reports": somebody, it does not say who."""
        alone = mention.last - mention.first == 1
        words, headline = self.document.words, self.document.sentence(mention.head).section
        return alone and headline == "headline" and words[mention.head].lower() in _REPORTS

    def _of_two(self, mention: Mention) -> Entity | None:
        """Return who "the former" or "the latter" is: of the two last named together."""
        if self.pair is None:
            traces = [trace for trace in self.discourse.recent[:8] if trace.entity.names]
            if not traces:
                return None
            sentence = max(trace.sentence for trace in traces)
            kind = next(trace.entity.kind for trace in traces if trace.sentence == sentence)
            together = [
                trace.entity
                for trace in sorted(traces, key=lambda item: item.token)
                if trace.sentence == sentence and trace.entity.kind == kind
            ]
            if len(together) < 2:
                latter = self.document.words[mention.head].lower() == "latter"
                return together[-1] if latter and kind != "place" else None
            self.pair = (together[0], together[1], sentence)
        first, second, sentence = self.pair
        if self.document.sentence_of[mention.head] - sentence > 4:
            self.pair = None
            return self._of_two(mention)
        return first if self.document.words[mention.head].lower() == "former" else second

    def _human_word(self, mention: Mention) -> bool:
        """Tell whether a noun that the lexicon lacks looks like one for a human being."""
        word = self.document.words[mention.head].lower()
        if self.document.words[mention.head] in lexicon.demonyms():
            return True
        return mention.noun is None and (
            "year-old" in word or (len(word) > 4 and word.endswith(_HUMAN_ENDINGS))
        )

    def _speaks_through(self, mention: Mention) -> Entity | None:
        """Return who speaks in "a statement from the company" or "Bernstein's estimates"."""
        if mention.noun is None or mention.noun.singular not in _VOICES:
            return None
        held = self.bodies.held_by(mention)
        if held is None and mention.within and mention.within[-1].last <= mention.head:
            held = self.discourse.registry.of_name.get(mention.within[-1].first)
        return held if held is not None and held.kind in ("organization", "person") else None

    def _document(self, mention: Mention) -> Entity:
        assert mention.noun is not None
        noun = mention.noun.singular
        issuer = self.bodies.held_by(mention)
        if issuer is None and mention.within:
            issuer = self.discourse.registry.of_name.get(mention.within[0].first)
            if self.document.tags[mention.within[0].first] == "JJ" and issuer is not None:
                issuer = (
                    issuer if issuer.kind == "organization" else None
                )  # "An International study"
        earlier = self.documents.get(noun)
        if (
            earlier is not None
            and not self._another(mention, earlier)
            and (mention.definite or earlier.owner is issuer)
            and (issuer is None or earlier.owner in (None, issuer))
        ):
            earlier.owner = earlier.owner or issuer
            return earlier
        found = self.discourse.registry.add("document")
        found.roles[noun] = mention.head
        found.nominal = (mention.first, mention.extent)
        found.owner = issuer
        found.plural = mention.plural
        self.documents[noun] = found
        return found

    def _another(self, mention: Mention, earlier: Entity) -> bool:
        """Tell "previous studies" from the study that the article is about."""
        if mention.plural is not earlier.plural:
            return True
        opening = self.document.words[mention.first : mention.head]
        return any(word.lower() in _OTHER for word in opening)
