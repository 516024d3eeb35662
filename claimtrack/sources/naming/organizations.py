"""Which organisations, places and works the names of an article belong to."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity, Registry
from claimtrack.sources.naming.names import Name, folded, without_form
from claimtrack.sources.text import Text

_COMPANY_TAILS = lexicon.TRADING | frozenset(
    "corporation company group tv channel television news newspaper magazine".split()
)
_GENERIC = frozenset(
    "university department ministry office bureau board council commission committee court bank"
    " institute center centre association federation league organization academy church".split()
)


_COUNTRIES = frozenset({"U.S.", "US", "U.K.", "UK", "American", "British"})
"""What stands before an agency's name and not in its acronym: "the U.S. … (SEC)"."""


def gather(document: Text, registry: Registry, names: list[Name]) -> None:
    """Let the names of organisations, places and other things find together."""
    by_key: dict[tuple[str, ...], Entity] = {}
    by_edge: dict[str, list[Entity]] = defaultdict(list)
    by_initials: dict[str, Entity] = {}
    words = document.words
    acronyms: dict[str, Entity] = {}
    for name in sorted(names, key=lambda name: (-len(_key(name.words)), name.first)):
        key = _key(name.words)
        entity = by_key.get(key)
        if entity is None and name.kind in ("organization", "other", "place") and len(key) < 6:
            entity = _shortened(key, name, by_edge)
        if entity is None and len(key) == 1 and _is_acronym(name.words[0]):
            plain = name.words[0].replace(".", "")
            entity = acronyms.get(plain) or by_initials.get(plain)
        if entity is None:
            entity = registry.add(name.kind)
            if name.kind == "group":
                entity.plural = True
            by_edge[key[-1]].append(entity)
            if key[0] != key[-1]:
                by_edge[key[0]].append(entity)
            if len(key) > 1:
                for initials in sorted(initials_of(name.words)):
                    by_initials.setdefault(initials, entity)
        by_key.setdefault(key, entity)
        registry.attach(name, entity)
        after = name.last
        if (
            after + 2 < len(words)
            and words[after] == "("
            and words[after + 2] == ")"
            and _is_acronym(words[after + 1])
        ):
            acronyms.setdefault(words[after + 1].replace(".", ""), entity)
            entity.acronym = words[after + 1]


def _is_acronym(word: str) -> bool:
    """Tell whether a word is made of initials, as a whole or nearly: "CSTO", "MoWI"."""
    return len(word) > 1 and word[0].isupper() and sum(map(str.isupper, word)) * 2 > len(word)


@lru_cache(maxsize=20_000)
def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words by which a name is known: folded, without "the" and "Inc."."""
    parts = list(folded(words))
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    if len(parts) > 1 and parts[-1] == "tv":
        parts.pop()
    return without_form(tuple(parts))


def _shortened(key: tuple[str, ...], name: Name, by_edge: dict[str, list[Entity]]) -> Entity | None:
    """Return the entity that ``key`` is a short form of: "Edison", "the Foreign Ministry"."""
    if len(key) == 1 and key[0] in lexicon.PARTIES:
        return None
    for entity in by_edge.get(key[-1], [])[:20]:
        for form in entity.forms:
            longer = folded(form)
            if (
                len(longer) > len(key)
                and longer[-len(key) :] == key
                and entity.kind == "organization"
                and not (longer[-len(key) - 1] in ("of", "for", "in") and _is_place(name))
            ):
                return entity
    for entity in by_edge.get(key[0], [])[:20]:
        for form in entity.forms:
            longer = without_form(folded(form))
            if longer[: len(key)] == key and all(
                word in _COMPANY_TAILS for word in longer[len(key) :]
            ):
                return entity
            if _first_of_firm(key, name, entity, longer):
                return entity
            if (
                len(key) == 1
                and key[0] in _GENERIC
                and longer[: len(key)] == key
                and len(longer) > 1
                and longer[1] in ("of", "for")
            ):
                return entity
    return None


def _first_of_firm(
    key: tuple[str, ...], name: Name, entity: Entity, longer: tuple[str, ...]
) -> bool:
    """Tell whether one word stands for a firm of two: "Crestline" for "Crestline Stone"."""
    word = name.words[0]
    if len(key) != 1 or len(longer) != 2 or longer[0] != key[0] or not word[1:].islower():
        return False
    if _is_place(name) or word in lexicon.organization_heads():
        return False
    rest = longer[1].capitalize()
    other = rest in lexicon.organization_heads() or rest in lexicon.outlet_words()
    other = other or word in lexicon.known_organizations()
    if other or key[0] in lexicon.outlets() or lexicon.noun(longer[1]) is not None:
        return False
    return entity.kind == name.kind == "organization"


def _is_place(name: Name) -> bool:
    """Tell a country from the bank that has it in its name: "Kenya" is no "Bank of Kenya"."""
    return name.kind == "place" or " ".join(name.words) in lexicon.places()


@lru_cache(maxsize=20_000)
def initials_of(words: tuple[str, ...]) -> frozenset[str]:
    """Return the acronyms that a name of several words may be shortened to."""
    capitals = [word for word in words if word[0].isupper()]
    found = {"".join(word[0] for word in capitals)}
    found.add("".join(word[0].upper() for word in words if word not in ("the", "The")))
    inner = "".join(word if word.isupper() and len(word) > 1 else word[0] for word in capitals)
    found.add(inner)
    if len(capitals) > 3 and capitals[0] in _COUNTRIES:
        found.add("".join(word[0] for word in capitals[1:]))
    return frozenset(item for item in found if len(item) > 1)
