"""Sources called by a common noun: "the ministry", "a spokesman for Edison", "his campaign"."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimtrack.sources import lexicon, ranking
from claimtrack.sources.coreference import Discourse, introduce, role_at
from claimtrack.sources.entities import Entity
from claimtrack.sources.mentions import PRONOUNS, Index, Mention, analyse
from claimtrack.sources.names import Name
from claimtrack.sources.ranking import Place
from claimtrack.sources.text import Text

_PREPOSITIONS = frozenset({"for", "of", "at", "with", "from", "in", "by"})
_HOLDING = frozenset({"for", "of", "at", "with", "from", "by"})
_MAX_SENTENCES = 6
_FEW = 50
_LOOSE_BODIES = frozenset(
    "company firm group organization organisation nonprofit non-profit charity startup start-up utility"
    " manufacturer maker retailer carrier airline automaker carmaker bank supplier provider"
    " conglomerate corporation business lender insurer institution association alliance coalition"
    " foundation trust union think-tank body movement team brand chain platform watchdog-group".split()
)
_AGENCIES = frozenset("agency department bureau regulator office administration authority".split())
_LOOSE_PEOPLE = frozenset(
    "man woman boy girl candidate nominee contender billionaire businessman businesswoman senator"
    " lawmaker congressman congresswoman governor politician author star teenager teen"
    " mogul front-runner frontrunner veteran lawyer attorney analyst professor official republican"
    " democrat native father mother parent husband wife teacher doctor driver pilot player singer"
    " actor".split()
)
_STATE_HEADS = frozenset(
    "ministry department senate congress house parliament court council committee commission"
    " government police university college school party board assembly treasury".split()
)
_HUMAN_ENDINGS = ("er", "or", "ist", "ant", "ian", "man", "woman", "eer", "ee", "person")
_PAGES = frozenset("website site webpage homepage page account blog".split())


@dataclass(slots=True)
class Descriptions:
    """Finds or makes the entity that a described source is; remembers those it has made."""

    document: Text
    index: Index
    discourse: Discourse
    by_phrase: dict[tuple[object, ...], Entity] = field(default_factory=dict)
    documents: dict[str, Entity] = field(default_factory=dict)
    depth: int = 0
    pair: tuple[Entity, Entity, int] | None = None

    def find(self, mention: Mention) -> Entity:
        """Return the entity that a nominal or quantity mention means."""
        group = mention.noun.group if mention.noun is not None else None
        if self.document.words[mention.head].lower() in ("former", "latter"):
            found = self._of_two(mention)
            if found is not None:
                return found
        if mention.form == "quantity" or mention.of is not None:
            return self._crowd(mention)
        if group in ("spokesperson", "official"):
            held = self._held_by(mention)
            if held is not None and held.kind != "person":
                return held
        if (group in ("body", "medium") and not mention.plural) or self._police(mention):
            return self._body(mention)
        if group == "document":
            return self._document(mention)
        if not mention.plural and (group in lexicon.PEOPLE or self._human_word(mention)):
            return self._person(mention)
        return self._crowd(mention)

    def _police(self, mention: Mention) -> bool:
        return mention.noun is not None and mention.noun.singular == "police"

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
                return None
            self.pair = (together[0], together[1], sentence)
        first, second, sentence = self.pair
        if self.document.sentence_of[mention.head] - sentence > 4:
            self.pair = None
            return self._of_two(mention)
        return first if self.document.words[mention.head].lower() == "former" else second

    def _human_word(self, mention: Mention) -> bool:
        """Tell whether a noun that the lexicon lacks looks like one for a human being."""
        word = self.document.words[mention.head].lower()
        return mention.noun is None and (
            "year-old" in word or (len(word) > 4 and word.endswith(_HUMAN_ENDINGS))
        )

    # Who a spokesperson speaks for.

    def _held_by(self, mention: Mention) -> Entity | None:
        """Return the organisation that a spokesperson or official is of."""
        for name in reversed(mention.within):
            entity = self.discourse.registry.of_name.get(name.first)
            if name.kind == "organization" and entity is not None:
                tail = self._tail_noun(name, mention.head)
                return entity if tail is None else self._phrase(mention, name, tail)
            if name.kind in ("person", "place") and entity is not None:
                tail = self._tail_noun(name, mention.head)
                if tail is not None:
                    return self._phrase(mention, name, tail)
        if mention.owner is not None:
            owner = self._owner(mention.owner)
            if owner is not None and owner.kind == "organization":
                return owner
        possessed = self._possessor(mention)
        if possessed is not None:
            return possessed
        return self._after_preposition(mention)

    def _tail_noun(self, name: Name, head: int) -> str | None:
        """Return "campaign" in "Clinton campaign spokesman"."""
        words = self.document.words
        for position in range(name.last, head):
            noun = lexicon.noun(words[position])
            if noun is not None and noun.group == "body" and words[position].islower():
                return noun.singular
        return None

    def _possessor(self, mention: Mention) -> Entity | None:
        """Return who "the company" is in "the company's spokesman"."""
        tags = self.document.tags
        for position in range(mention.first + 1, mention.head):
            if tags[position] == "POS":
                return self._inner(mention.first, position)
        return None

    def _after_preposition(self, mention: Mention) -> Entity | None:
        """Return what follows "for", "of" or "at" after a mention's first phrase."""
        words = self.document.words
        position = mention.chunk
        if position + 1 >= len(words) or words[position].lower() not in _HOLDING:
            return None
        start = position + 1
        name = self.index.covering(start) or self.index.covering(min(start + 1, len(words) - 1))
        if name is not None and name.first <= start + 1:
            entity = self.discourse.registry.of_name.get(name.first)
            if entity is not None and (
                name.kind == "organization" or self._employs(name, position)
            ):
                return entity
            tail = self._tail_noun(name, min(name.last + 2, len(words)))
            if entity is not None and tail is not None:
                return self._phrase(mention, name, tail)
            if entity is not None and words[position] == "for" and name.kind == "place":
                return entity
            return None
        end = start
        tags = self.document.tags
        while end < len(words) and end - start < 6 and tags[end] in (
            "DT", "JJ", "NN", "NNP", "PRP$", "NNS",
        ):  # fmt: skip
            end += 1
        if end == start:
            return None
        return self._inner(start, end)

    def _employs(self, name: Name, preposition: int) -> bool:
        """Tell whether an unknown name after "spokesman for" can only be an employer."""
        return name.kind in ("other", "place") and self.document.words[preposition] == "for"

    def _inner(self, first: int, last: int) -> Entity | None:
        """Return the organisation that a phrase inside a mention means."""
        if self.depth > 2:
            return None
        inner = analyse(self.document, self.index, first, last)
        if inner.name is not None:
            return self.discourse.registry.of_name.get(inner.name.first)
        group = inner.noun.group if inner.noun is not None else None
        if group not in ("body", "medium") or inner.plural or not inner.definite:
            return None
        self.depth += 1
        try:
            found = self._body(inner)
        finally:
            self.depth -= 1
        return found if found.names else None

    def _owner(self, token: int) -> Entity | None:
        gender = PRONOUNS.get(self.document.words[token].lower(), ("s", "1"))[1]
        if gender in ("1", "2"):
            return None
        return self.discourse.pronoun(token, source=False)

    # Organisations.

    def _phrase(self, mention: Mention, name: Name, noun: str) -> Entity:
        """Return the body that a name and a noun make together: "the Clinton campaign"."""
        entity = self.discourse.registry.of_name.get(name.first)
        key = ("body", entity.order if entity is not None else name.words, noun)
        found = self.by_phrase.get(key)
        if found is None:
            found = self.by_phrase[key] = self.discourse.registry.add("organization")
            found.roles[noun] = mention.head
            if entity is not None and entity.kind in ("person", "place"):
                found.owner = entity
            text = " ".join((*name.words, noun))
            found.forms[tuple(text.split())] = mention.head
        return found

    def _body(self, mention: Mention) -> Entity:
        assert mention.noun is not None
        noun, registry = mention.noun.singular, self.discourse.registry
        if noun in _PAGES:
            held = self._held_by(mention)
            if held is not None:
                return held
        if mention.within:
            name = mention.within[-1]
            entity = registry.of_name.get(name.first)
            direct = name.last <= mention.head
            if entity is not None and direct:
                if entity.kind == "organization" and (
                    mention.noun.group == "medium" or noun in _LOOSE_BODIES or noun in _AGENCIES
                ):
                    return entity
                return self._named_phrase(mention, name, noun)
        if mention.owner is not None:
            owner = self._owner(mention.owner)
            if owner is not None:
                return self._owned(owner, mention, noun)
        if mention.definite:
            held = self._possessor(mention)
            if held is None:
                found = self._earlier_body(noun, mention)
                if found is not None:
                    return found
        words = self.document.words
        if mention.chunk + 1 < len(words) and words[mention.chunk] in ("of", "in"):
            name = self.index.covering(mention.chunk + 1) or self.index.covering(
                min(mention.chunk + 2, len(words) - 1)
            )
            if name is not None and name.first <= mention.chunk + 2 and name.kind in (
                "place", "organization", "other",
            ):  # fmt: skip
                key = ("of", noun, name.words)
                return self._keyed(key, mention, noun, max(name.last, mention.extent))
        return self._keyed(("noun", self._normal(mention)), mention, noun, mention.extent)

    def _named_phrase(self, mention: Mention, name: Name, noun: str) -> Entity:
        entity = self.discourse.registry.of_name[name.first]
        key = ("body", entity.order, noun)
        found = self.by_phrase.get(key)
        if found is None:
            found = self._keyed(key, mention, noun, mention.extent)
            if entity.kind in ("person", "place"):
                found.owner = entity
        return found

    def _owned(self, owner: Entity, mention: Mention, noun: str) -> Entity:
        key = ("body", owner.order, noun)
        found = self.by_phrase.get(key)
        if found is None:
            found = self._keyed(key, mention, noun, mention.extent)
            found.owner = owner
            if owner.names:
                found.forms.clear()
                short = min(owner.forms, key=lambda form: (len(form), owner.forms[form]))
                last = short[-1]
                ending = "’" if last.endswith("s") else "’s"
                found.forms[(*short[:-1], last + ending, noun)] = mention.head
        return found

    def _keyed(self, key: tuple[object, ...], mention: Mention, noun: str, end: int) -> Entity:
        found = self.by_phrase.get(key)
        if found is None:
            found = self.by_phrase[key] = self.discourse.registry.add(
                "body" if mention.definite or not self._indefinite(mention) else "crowd"
            )
            found.roles[noun] = mention.head
            found.nominal = (mention.first, end)
        return found

    def _indefinite(self, mention: Mention) -> bool:
        return self.document.words[mention.first].lower() in ("a", "an", "one", "another")

    def _earlier_body(self, noun: str, mention: Mention) -> Entity | None:
        """Return the organisation last spoken of that "the ministry" can mean."""
        last = None
        medium = lexicon.noun(noun)
        is_medium = medium is not None and medium.group == "medium"
        sentence = self.document.sentence_of[mention.head]
        said = self._modifiers(mention)
        for trace in self.discourse.recent:
            entity = trace.entity
            if entity.kind not in ("organization", "place", "body"):
                continue
            if noun in _STATE_HEADS and not self._bears(entity, said):
                continue
            if noun in entity.roles or any(
                noun == word.lower() for form in entity.forms for word in form
            ):
                return entity
            if sentence - trace.sentence > _MAX_SENTENCES or last is not None:
                continue
            if entity.kind != "organization":
                continue
            own = {word.lower() for form in entity.forms for word in form}
            if is_medium:
                if is_outlet(entity):
                    last = entity
            elif (noun in _LOOSE_BODIES and not own & _STATE_HEADS and not is_outlet(entity)) or (
                noun in _AGENCIES
                and (
                    own & _AGENCIES
                    or any(len(form) == 1 and form[0].isupper() for form in entity.forms)
                )
            ):
                last = entity
        if last is not None:
            return last
        for entity in self.discourse.registry.bodies.get(noun, ())[:_FEW]:
            if entity.names and self._bears(entity, said):
                return entity
        return None

    def _modifiers(self, mention: Mention) -> set[str]:
        """Return what a description says before its head: "appeals" in "the appeals court"."""
        words = self.document.words[mention.first + 1 : mention.head]
        return {word.lower() for word in words if word.lower() not in ("'s", "’s", "own", "same")}

    def _bears(self, entity: Entity, said: set[str]) -> bool:
        """Tell whether all that a description says stands in one of the entity's names."""
        if not said:
            return True
        own = {word.lower() for form in entity.forms for word in form} | set(entity.roles)
        if entity.nominal is not None:
            own |= {word.lower() for word in self.document.words[slice(*entity.nominal)]}
        return said <= own

    # People.

    def _person(self, mention: Mention) -> Entity:
        document = self.document
        noun = document.words[mention.head].lower()
        noun = mention.noun.singular if mention.noun is not None else noun
        registry, discourse = self.discourse.registry, self.discourse
        if mention.owner is not None or self._has_possessor(mention):
            owner = self._owner(mention.owner) if mention.owner is not None else None
            key = ("kin", owner.order if owner is not None else self._normal(mention), noun)
            found = self.by_phrase.get(key)
            if found is None:
                found = self.by_phrase[key] = introduce(document, registry, mention.head)
                found.nominal = (mention.first, mention.extent)
                found.owner = owner
            return found
        if mention.definite:
            for trace in discourse.recent:
                entity = trace.entity
                if (
                    noun in entity.roles
                    and entity.kind in ("person", "nominal")
                    and not entity.plural
                    and not self._other_party(mention, entity)
                ):
                    return entity
            holders = [
                entity
                for entity in registry.holders.get(noun, ())[:_FEW]
                if not self._other_party(mention, entity)
            ]
            if holders:
                return min(holders, key=lambda item: abs(item.names[0].first - mention.head))
            if noun in _LOOSE_PEOPLE or self._aged(mention) or self._modified(mention):
                chosen = self._loosely(mention, noun)
                if chosen is not None:
                    return chosen
        key = ("person", self._normal(mention)) if mention.definite else ("at", mention.head)
        found = self.by_phrase.get(key)
        if found is None:
            found = self.by_phrase[key] = self._introduced(mention)
        return found

    def _other_party(self, mention: Mention, entity: Entity) -> bool:
        """Tell whether a description names one party, and the person is of another."""
        if not entity.parties:
            return False
        words = self.document.words[mention.first : mention.chunk]
        named = {lexicon.PARTIES[word.lower()] for word in words if word.lower() in lexicon.PARTIES}
        return bool(named) and not named & entity.parties

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
        """Tell whether a description tells more than the office: "the former secretary of state"."""
        words = self.document.words[mention.first + 1 : mention.head]
        return any(word.lower() in ("former", "then", "ex") or word[0].isupper() for word in words)

    def _loosely(self, mention: Mention, noun: str) -> Entity | None:
        """Return the person last spoken of, if close: "the candidate", "the 52-year-old"."""
        document = self.document
        sentence = document.sentence_of[mention.head]
        gender = lexicon.noun_gender().get(noun)
        candidates = []
        for trace in self.discourse.recent:
            if not trace.entity.person or sentence - trace.sentence > 3:
                continue
            if self._other_party(mention, trace.entity):
                continue
            if gender and trace.entity.sex() not in (None, gender):
                continue
            candidates.append(trace)
        if not candidates:
            return None
        place = Place(
            mention.head, sentence, self.discourse.paragraph(mention.head), 0,
            gender or "", role_at(document, mention.head),
            bool(document.quote_depth[mention.head]), True, True,
        )  # fmt: skip
        return self.discourse.choose(place, candidates[: ranking.WINDOW], self.discourse.speaker)

    # Documents and crowds.

    def _document(self, mention: Mention) -> Entity:
        assert mention.noun is not None
        noun = mention.noun.singular
        issuer = self._held_by(mention)
        if issuer is None and mention.within:
            issuer = self.discourse.registry.of_name.get(mention.within[0].first)
        earlier = self.documents.get(noun)
        if earlier is not None and (mention.definite or earlier.owner is issuer):
            if issuer is None or earlier.owner in (None, issuer):
                earlier.owner = earlier.owner or issuer
                return earlier
        found = self.discourse.registry.add("document")
        found.roles[noun] = mention.head
        found.nominal = (mention.first, mention.extent)
        found.owner = issuer
        found.plural = mention.plural
        self.documents[noun] = found
        return found

    def _crowd(self, mention: Mention) -> Entity:
        noun = mention.noun.singular if mention.noun is not None else None
        singular = not mention.plural and (
            mention.form == "quantity"
            or (mention.noun is not None and mention.noun.group in lexicon.PEOPLE)
        )
        if mention.of is not None and self.document.words[mention.first].lower() in (
            "one",
            "another",
        ):
            singular = True
        key: tuple[object, ...] = ("crowd", self._normal(mention))
        if singular:
            key = ("at", mention.head)
        elif mention.definite and noun is not None and not mention.within:
            key = ("plural", noun)
        found = self.by_phrase.get(key)
        if found is None:
            found = self.discourse.registry.add("nominal" if singular else "crowd")
            self.by_phrase[key] = found
            if noun is not None:
                found.roles[noun] = mention.head
                if not singular:
                    self.by_phrase.setdefault(("plural", noun), found)
            found.plural = not singular
            found.nominal = (mention.first, mention.extent)
        return found

    def people(self, token: int) -> Entity:
        """Return the group that a plural noun outside source mentions speaks of."""
        noun = lexicon.noun(self.document.words[token])
        key = ("plural", noun.singular if noun is not None else self.document.words[token])
        found = self.by_phrase.get(key)
        if found is None:
            found = self.by_phrase[key] = self.discourse.registry.add("crowd")
            found.plural = True
            start, tags = token, self.document.tags
            while start > 0 and token - start < 4 and tags[start - 1] in ("JJ", "CD", "NN", "NNP"):
                start -= 1
            end, home = token + 1, self.document.sentence(token).last
            if end + 1 < home and self.document.words[end] in ("of", "in", "from", "at"):
                name = self.index.at.get(end + 1)
                end = name.last if name is not None else end
            found.nominal = (start, end)
            if noun is not None:
                found.roles[noun.singular] = token
        return found

    def _normal(self, mention: Mention) -> str:
        words = [word.lower() for word in self.document.words[mention.first : mention.chunk]]
        while len(words) > 1 and words[0] in ("the", "these", "those", "this", "that"):
            words.pop(0)
        return " ".join(words)


def is_outlet(entity: Entity) -> bool:
    """Tell whether an organisation is a news outlet, by its names."""
    if entity.kind != "organization":
        return False
    known, tails = lexicon.outlets(), lexicon.outlet_words()
    for form in entity.forms:
        text = " ".join(form).lower().removeprefix("the ")
        if text in known or (len(form) > 1 and form[-1] in tails) or form[0] == "Radio":
            return True
        if len(form) > 1 and form[-1] in ("TV", "Television", "Channel"):
            return True
    return bool(set(entity.roles) & _MEDIA)


_MEDIA = frozenset(lexicon.read("nouns")["medium"]["words"].split())
