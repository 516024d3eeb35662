"""All the names of an article, gathered into the entities they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from claimtrack.sources.entities import Entity, Registry
from claimtrack.sources.naming import organizations, people
from claimtrack.sources.naming.names import Name, NameKind
from claimtrack.sources.text import Text

_KINDS: dict[str, NameKind] = {kind: kind for kind in get_args(NameKind)}
_ALIAS = frozenset({"aka", "a.k.a.", "alias"})
_ALIASING = frozenset({",", "(", "also", "better", "known", "as", "aka", "a.k.a.", "alias", "and"})


def gather(document: Text, names: Sequence[Name]) -> Registry:
    """Let the names of an article find together: surnames, acronyms, shortened names."""
    registry = Registry()
    known = {
        initials
        for name in names
        if name.kind != "person"
        for initials in organizations.initials_of(name.words)
    }
    persons = [name for name in names if name.kind == "person" and name.text not in known]
    knights = {name.first for name in persons if _is_knight(document, name)}
    people.gather(registry, persons, knights)
    taken = {name.first for name in persons}
    organizations.gather(document, registry, [name for name in names if name.first not in taken])
    _aliases(document, registry, names)
    _turns(document, registry, names)
    for entity in registry.entities:
        entity.names.sort(key=lambda name: name.first)
        if entity.kind == "organization":
            for word in {part.lower() for form in entity.forms for part in (form[0], form[-1])}:
                registry.bodies.setdefault(word, []).append(entity)
    return registry


def _is_knight(document: Text, name: Name) -> bool:
    """Tell a name behind "Sir" or "Dame", whose bearer goes by the given name."""
    return name.first > 0 and document.words[name.first - 1] in _KNIGHTLY


_KNIGHTLY = frozenset({"Sir", "Dame", "Lord", "Lady"})


def settled(names: Sequence[Name], registry: Registry) -> tuple[Name, ...]:
    """Return the names with the kind of the entity that each turned out to belong to."""
    kinds = ((name, _KINDS.get(registry.of_name[name.first].kind, name.kind)) for name in names)
    return tuple(name if name.kind == kind else replace(name, kind=kind) for name, kind in kinds)


def _aliases(document: Text, registry: Registry, names: Sequence[Name]) -> None:
    words = document.words
    for name, following in pairwise(names):
        between = words[name.last : following.title]
        if not 0 < len(between) < 6:
            continue
        if between == ("(",) and words[following.last : following.last + 1] == (")",):
            same = name.kind != "person" and _is_short(following.text)
        else:
            known = between[-1] == "as" and "known" in between
            same = (known or between[-1] in _ALIAS) and set(between) <= _ALIASING
        if same:
            registry.merge(registry.of_name[following.first], registry.of_name[name.first])


def _turns(document: Text, registry: Registry, names: Sequence[Name]) -> None:
    """Let the initials before an interview's turns ("RA: …") belong to who has them."""
    words = document.words
    opening = [
        name
        for name in names
        if words[name.last : name.last + 1] == (":",)
        and len(name.words) == 1
        and len(name.text) in (2, 3)
        and name.text.isupper()
        and document.sentence(name.first).first == name.first
    ]
    if not opening:
        return
    people: dict[str, Entity] = {}
    for entity in registry.entities:
        if entity.person:
            people.setdefault("".join(word[0].upper() for word in entity.fullest()), entity)
    for name in opening:
        person = people.get(name.text)
        if person is not None:
            registry.merge(registry.of_name[name.first], person)


def _is_short(text: str) -> bool:
    """Tell whether a name in brackets is a short form: "CSTO", "SUPER UW"."""
    plain = text.replace(".", "")
    capitals = sum(char.isupper() for char in plain)
    return (capitals >= 2 and " " not in plain) or plain.split()[-1].isupper()
