"""Organisations called by a common noun: "the ministry", "his campaign", "the company's …"."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning import called, earlier
from claimtrack.sources.meaning.called import AGENCIES
from claimtrack.sources.meaning.coreference import Discourse
from claimtrack.sources.meaning.earlier import LOOSE_BODIES, STATE_HEADS
from claimtrack.sources.meaning.mentions import PRONOUNS, Mention, analyse
from claimtrack.sources.naming.names import Name
from claimtrack.sources.phrases import Index
from claimtrack.sources.text import Text

_HOLDING = frozenset({"for", "of", "at", "with", "from", "by"})
_AUTHORITIES = frozenset(
    "force guard"
    " army navy military embassy consulate regime state city county town village district"
    " municipality township borough province country nation kingdom republic judiciary prosecution"
    " defense defence presidency monarchy legislature tribunal jury panel office center centre"
    " hospital institute service administration government secretariat exchange police church"
    " academy union".split()
)
_UMBRELLAS = frozenset({"u.n.", "un", "united nations", "eu", "e.u.", "european union"})
_MEMBERS = frozenset({"agency", "body", "watchdog", "organization", "organisation"})
"""What a member of an umbrella body may be called: "the U.N. agency"."""

_FIRMS = frozenset({"company", "firm", "business", "corporation"})
"""What one firm that is never named may be called in turn."""

_PAGES = frozenset("website site webpage homepage page account blog".split())


@dataclass(slots=True)
class Bodies:
    """Finds or makes the organisation that a description means; remembers those it has made."""

    document: Text
    index: Index
    discourse: Discourse
    by_phrase: dict[tuple[object, ...], Entity] = field(default_factory=dict)
    depth: int = 0

    def held_by(self, mention: Mention) -> Entity | None:
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
            owner = self.owner_of(mention.owner)
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

    def _office_of(self, name: Name) -> str | None:
        """Return "mayor's office" in "the Vilnius mayor's office"."""
        words = self.document.words
        if name.last + 2 >= len(words) or self.document.tags[name.last + 1] != "POS":
            return None
        holder, noun = lexicon.noun(words[name.last]), lexicon.noun(words[name.last + 2])
        if holder is None or holder.group not in ("role", "official") or noun is None:
            return None
        if noun.group != "body" or noun.plural:
            return None
        return "".join((words[name.last], words[name.last + 1], " ", noun.singular))

    def _possessor(self, mention: Mention) -> Entity | None:
        """Return who "the company" is in "the company's spokesman"."""
        tags = self.document.tags
        for position in range(mention.first + 1, mention.head):
            if tags[position] == "POS":
                return self.inner(mention.first, position)
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
            office = self._office_of(name)
            if entity is not None and office is not None:
                return self._phrase(mention, name, office)
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
        return self.inner(start, end)

    def _employs(self, name: Name, preposition: int) -> bool:
        """Tell whether an unknown name after "spokesman for" can only be an employer."""
        return name.kind in ("other", "place") and self.document.words[preposition] == "for"

    def inner(self, first: int, last: int) -> Entity | None:
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
            found = self.find(inner)
        finally:
            self.depth -= 1
        return found if found.names else None

    def owner_of(self, token: int) -> Entity | None:
        """Return whom the possessive pronoun at ``token`` means."""
        gender = PRONOUNS.get(self.document.words[token].lower(), ("s", "1"))[1]
        if gender in ("1", "2"):
            return None
        return self.discourse.pronoun(token, source=False)

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

    def find(self, mention: Mention) -> Entity:
        """Return the organisation or medium that a mention means."""
        assert mention.noun is not None
        noun, registry = mention.noun.singular, self.discourse.registry
        if noun in _PAGES:
            held = self.held_by(mention)
            if held is not None:
                return held
        based = earlier.based(self.document, self.index, self.discourse, noun, mention)
        if based is not None:
            return based
        if mention.within:
            name = mention.within[-1]
            entity = registry.of_name.get(name.first)
            direct = name.last <= mention.head
            if entity is not None and direct:
                if entity.kind == "other" and mention.noun.group == "medium":
                    return self._keyed(
                        ("media", self.normal(mention)), mention, noun, mention.extent
                    )
                umbrella = name.text.lower() in _UMBRELLAS and noun in _MEMBERS
                if umbrella and name.last == mention.head:
                    member = earlier.member(self.document, self.discourse, entity, mention)
                    return member or self._named_phrase(mention, name, noun)
                if (
                    entity.kind == "organization"
                    and not self._names_another(name, mention)
                    and (mention.noun.group == "medium" or noun in LOOSE_BODIES or noun in AGENCIES)
                    and noun != "administration"
                ):
                    return entity
                return self._named_phrase(mention, name, noun)
        if mention.owner is not None:
            owner = self.owner_of(mention.owner)
            if owner is not None:
                return self._owned(owner, mention, noun)
        alone = mention.chunk - mention.first == 1 + mention.definite
        if noun == "police" and alone and registry.police is not None:
            return self._police_of(registry.police)
        told = self.document.words[mention.chunk : mention.chunk + 1] == ("that",)
        if mention.definite and not told:  # "the startup that says so" needs no earlier one
            held = self._possessor(mention)
            owned = "POS" in self.document.tags[mention.first : mention.head]
            if held is None and not owned:
                found = earlier.body(self.document, self.index, self.discourse, noun, mention)
                if found is not None:
                    return found
        words = self.document.words
        if mention.chunk + 1 < len(words) and words[mention.chunk] in ("of", "in"):
            following = mention.chunk + 1
            named = self.index.covering(following) or self.index.covering(
                min(following + 1, len(words) - 1)
            )
            if named is not None and named.first <= mention.chunk + 2 and named.kind in (
                "place", "organization", "other",
            ):  # fmt: skip
                key = ("of", noun, named.words)
                return self._keyed(key, mention, noun, max(named.last, mention.extent))
        wording = self.normal(mention)
        if mention.definite and wording in _FIRMS:
            known = (self.by_phrase.get(("noun", other)) for other in sorted(_FIRMS))
            firm = next((found for found in known if found is not None), None)
            if firm is not None:
                return firm
        return self._keyed(("noun", wording), mention, noun, mention.extent)

    def _names_another(self, name: Name, mention: Mention) -> bool:
        """Tell an office of its own from its owner's name: "U.N. human rights office"."""
        assert mention.noun is not None
        if mention.noun.singular not in AGENCIES:
            return False
        word = name.words[0]
        letters = sum(map(str.isupper, word)) > 1
        small = mention.noun.singular == "office" and len(name.words) == 1 and not letters
        return small or (letters and mention.head > name.last)

    def _named_phrase(self, mention: Mention, name: Name, noun: str) -> Entity:
        entity = self.discourse.registry.of_name[name.first]
        key = ("body", entity.order, noun)
        found = self.by_phrase.get(key)
        if found is None:
            found = self._keyed(key, mention, noun, mention.extent)
            if entity.kind in ("person", "place"):
                found.owner = entity
        return found

    def _police_of(self, name: Name) -> Entity:
        """Return the force that the article names once: "Toledo police"."""
        owner = self.discourse.registry.of_name[name.first]
        key = ("body", owner.order, "police")
        found = self.by_phrase.get(key)
        if found is None:
            found = self.by_phrase[key] = self.discourse.registry.add("body")
            found.roles["police"] = name.last
            found.plural = True
            found.nominal = (name.first, name.last + 1)
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
            authority = noun in _AUTHORITIES or noun in AGENCIES or noun in STATE_HEADS
            authority = authority or (
                noun == "bank" and "central" in called.modifiers(self.document, mention)
            )
            known = not self._indefinite(mention) and (authority or noun == "campaign")
            found = self.by_phrase[key] = self.discourse.registry.add("body" if known else "crowd")
            found.roles[noun] = mention.head
            found.nominal = (mention.first, end)
            found.plural = noun == "police"
        return found

    def _indefinite(self, mention: Mention) -> bool:
        return self.document.words[mention.first].lower() in ("a", "an", "one", "another")

    def normal(self, mention: Mention) -> str:
        """Return the words of a mention's first phrase, without "the", in lower case."""
        words = [word.lower() for word in self.document.words[mention.first : mention.chunk]]
        while len(words) > 1 and words[0] in ("the", "these", "those", "this", "that"):
            words.pop(0)
        return " ".join(words)
