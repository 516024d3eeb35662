"""Groups of people called by a common noun or an amount: "residents", "one of the officials"."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning.bodies import Bodies
from claimtrack.sources.meaning.coreference import Discourse
from claimtrack.sources.meaning.mentions import Mention
from claimtrack.sources.phrases import Index
from claimtrack.sources.text import Text


@dataclass(slots=True)
class Groups:
    """Finds or makes the group that a description means; remembers those it has made in ``bodies``.

    ``parted`` is the group of which one has spoken, so that another may be "the other".
    """

    document: Text
    index: Index
    discourse: Discourse
    bodies: Bodies
    parted: Entity | None = None

    def find(self, mention: Mention) -> Entity:
        """Return the group, or one of it, that a nominal or quantity mention means."""
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
        key: tuple[object, ...] = ("crowd", self.bodies.normal(mention))
        if singular:
            key = ("at", mention.head)
        elif mention.definite and noun is not None and not mention.within:
            key = ("plural", noun)
        other = self._other(mention)
        if other is not None:
            return other
        short, further = key, self.document.words[mention.chunk : mention.extent]
        if key[0] == "crowd" and not mention.definite and further:
            key = (*key, " ".join(further).lower())
        found = self.bodies.by_phrase.get(key)
        if found is None:
            found = self.discourse.registry.add("nominal" if singular else "crowd")
            self.bodies.by_phrase[key] = found
            self.bodies.by_phrase.setdefault(short, found)
            if singular and mention.of is not None and noun is not None:
                found.group = self.bodies.by_phrase.get(("plural", noun))
                if found.group is not None:
                    self.parted = found.group
            if noun is not None:
                found.roles[noun] = mention.head
                if not singular:
                    self.bodies.by_phrase.setdefault(("plural", noun), found)
            found.plural = not singular
            found.nominal = (mention.first, mention.extent)
        return found

    def _other(self, mention: Mention) -> Entity | None:
        """Return who "the other" is after "one of the officials"."""
        words = self.document.words[mention.first : mention.chunk]
        if self.parted is None or tuple(map(str.lower, words)) not in (
            ("the", "other"), ("the", "second"), ("another",), ("a", "second"), ("the", "third"),
        ):  # fmt: skip
            return None
        found = self.discourse.registry.add("nominal")
        found.nominal = (mention.first, mention.extent)
        found.group = self.parted
        found.roles.update(self.parted.roles)
        return found

    def people(self, token: int) -> Entity:
        """Return the group that a plural noun outside source mentions speaks of."""
        noun = lexicon.noun(self.document.words[token])
        key = ("plural", noun.singular if noun is not None else self.document.words[token])
        found = self.bodies.by_phrase.get(key)
        if found is None:
            found = self.bodies.by_phrase[key] = self.discourse.registry.add("crowd")
            found.plural = True
            start, tags = token, self.document.tags
            while start > 0 and token - start < 4 and tags[start - 1] in ("JJ", "CD", "NN", "NNP"):
                start -= 1
            end, home = token + 1, self.document.sentence(token).last
            if end + 1 < home and self.document.words[end] in ("of", "in", "from", "at"):
                name = self.index.at.get(end + 1 + (self.document.words[end + 1] == "the"))
                end = name.last if name is not None else end
            found.nominal = (start, end)
            if noun is not None:
                found.roles[noun.singular] = token
        return found
