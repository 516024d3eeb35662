"""Somebody or something an article speaks of, under all its names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimtrack.sources import lexicon
from claimtrack.sources.naming.names import Name, NameKind

if TYPE_CHECKING:
    from claimtrack.sources.profile.apposition import Phrase


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something the article speaks of, and how it has been called so far.

    ``order`` is its place in the text; ``forms`` are its names (word tuples) with the place of
    each first use; ``roles`` the common nouns said of it; ``gender`` votes for "m", "f" and "n".
    ``group`` is the group that somebody is one of ("one of the officials").
    """

    order: int
    kind: NameKind | str
    names: list[Name] = field(default_factory=list)
    forms: dict[tuple[str, ...], int] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=dict)
    gender: dict[str, float] = field(default_factory=dict)
    plural: bool = False
    nominal: tuple[int, int] | None = None
    owner: Entity | None = None
    group: Entity | None = None
    acronym: str | None = None
    parties: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    held: dict[int, tuple[int, int, Entity]] = field(default_factory=dict)

    @property
    def person(self) -> bool:
        """Tell whether this is a human being."""
        return self.kind == "person"

    def fullest(self) -> tuple[str, ...]:
        """Return the fullest name: the longest, the earliest among equals.

        A person's name that opens with a given name beats a longer one that does not.
        """
        given = lexicon.given_names() if self.kind == "person" else {}
        return min(
            self.forms,
            key=lambda form: (
                len(form) == 1,
                form[0].lower() not in given,
                -min(len(form), 5),
                self.forms[form],
            ),
        )

    def vote(self, gender: str | None, weight: float) -> None:
        """Count a hint at the entity's gender."""
        if gender:
            self.gender[gender] = self.gender.get(gender, 0.0) + weight

    def sex(self) -> str | None:
        """Return "m" or "f" where the hints agree on one."""
        male, female = self.gender.get("m", 0.0), self.gender.get("f", 0.0)
        if male == female:
            return None
        return "m" if male > female else "f"


@dataclass(slots=True)
class Registry:
    """All entities, and which name occurrence belongs to which.

    ``bodies`` finds organisations by the first and last words of their names ("ministry"),
    ``holders`` people by the nouns said of them ("president"). ``pending`` are titles whose
    "the company" is still to be understood, by the last token of the name. ``police`` is the
    first name that "police" follows ("Toledo police"). ``said_of`` tells whom the tokens of a
    title beside a name speak of; ``beside`` keeps the phrases beside a use of a person's name, by
    its first token.
    """

    entities: list[Entity] = field(default_factory=list)
    of_name: dict[int, Entity] = field(default_factory=dict)
    bodies: dict[str, list[Entity]] = field(default_factory=dict)
    holders: dict[str, list[Entity]] = field(default_factory=dict)
    police: Name | None = None
    said_of: dict[int, Entity] = field(default_factory=dict)
    pending: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    beside: dict[int, tuple[Phrase, ...]] = field(default_factory=dict)

    def add(self, kind: NameKind | str) -> Entity:
        """Return a new entity of this kind."""
        entity = Entity(len(self.entities), kind)
        self.entities.append(entity)
        return entity

    def merge(self, one: Entity, other: Entity) -> None:
        """Let all names of ``one`` belong to ``other``: the text says that they are the same."""
        if one is other or (one.person and len(one.fullest()) > 1 and one.kind != other.kind):
            return
        for name in one.names:
            self.of_name[name.first] = other
        _move(one, other)

    def attach(self, name: Name, entity: Entity) -> None:
        """Let one occurrence of a name belong to ``entity``."""
        self.of_name[name.first] = entity
        entity.names.append(name)
        entity.forms.setdefault(name.words, name.first)
        if name.gender:
            entity.vote(name.gender, 5.0)


def _move(one: Entity, other: Entity) -> None:
    """Let everything said of ``one`` be said of ``other``."""
    other.names.extend(one.names)
    for form, place in one.forms.items():
        other.forms.setdefault(form, place)
    for role, place in one.roles.items():
        other.roles.setdefault(role, place)
    one.names.clear()
