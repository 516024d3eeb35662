"""Who the names of an article belong to: one entity for all the forms of a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from claimtrack.sources import lexicon
from claimtrack.sources.names import Name, NameKind
from claimtrack.sources.text import Text

_MEDIUM_TAILS = frozenset({"TV", "Television", "Channel"})
_COMPANY_TAILS = frozenset(
    "inc inc. corp corp. corporation co co. company ltd ltd. llc plc group holdings tv channel"
    " television news newspaper magazine".split()
)
_NICKNAMES: dict[str, str] = {
    "bill": "william",
    "billy": "william",
    "will": "william",
    "bob": "robert",
    "bobby": "robert",
    "rob": "robert",
    "dick": "richard",
    "rick": "richard",
    "rich": "richard",
    "jim": "james",
    "jimmy": "james",
    "jeb": "john",
    "jack": "john",
    "mike": "michael",
    "tom": "thomas",
    "ted": "edward",
    "ed": "edward",
    "chuck": "charles",
    "charlie": "charles",
    "liz": "elizabeth",
    "beth": "elizabeth",
    "peggy": "margaret",
    "maggie": "margaret",
    "kate": "katherine",
    "kathy": "katherine",
    "bernie": "bernard",
    "joe": "joseph",
    "tony": "anthony",
    "andy": "andrew",
    "dan": "daniel",
    "dave": "david",
    "ron": "ronald",
    "steve": "stephen",
    "steven": "stephen",
    "sue": "susan",
    "jeff": "jeffrey",
    "hank": "henry",
    "harry": "harold",
    "larry": "lawrence",
    "jerry": "gerald",
    "terry": "terence",
    "gerry": "gerald",
    "becky": "rebecca",
    "cathy": "catherine",
    "debbie": "deborah",
    "barb": "barbara",
    "vicky": "victoria",
    "mitt": "willard",
}


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something the article speaks of, and how it has been called so far.

    ``order`` is its place in the text; ``forms`` are its names (word tuples) with the place of
    each first use; ``roles`` the common nouns said of it; ``gender`` votes for "m", "f" and "n".
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
    acronym: str | None = None
    parties: set[str] = field(default_factory=set)

    @property
    def person(self) -> bool:
        """Tell whether this is a human being."""
        return self.kind == "person"

    def fullest(self) -> tuple[str, ...]:
        """Return the fullest name: a person's full name as mostly used, else the longest."""
        if self.kind == "person":
            uses = Counter(name.words for name in self.names)
            return min(
                self.forms,
                key=lambda form: (len(form) == 1, -uses[form], -len(form), self.forms[form]),
            )
        return min(self.forms, key=lambda form: (-len(form), self.forms[form]))

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
    ``holders`` people by the nouns said of them ("president").
    """

    entities: list[Entity] = field(default_factory=list)
    of_name: dict[int, Entity] = field(default_factory=dict)
    bodies: dict[str, list[Entity]] = field(default_factory=dict)
    holders: dict[str, list[Entity]] = field(default_factory=dict)

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


def gather(document: Text, names: tuple[Name, ...]) -> Registry:
    """Let the names of an article find together: surnames, acronyms, shortened names."""
    registry = Registry()
    known = {
        initials for name in names if name.kind != "person" for initials in _initials(name.words)
    }
    people = [name for name in names if name.kind == "person" and name.text not in known]
    _people(registry, people)
    taken = {name.first for name in people}
    _bodies(document, registry, [name for name in names if name.first not in taken])
    _aliases(document, registry, names)
    for entity in registry.entities:
        entity.names.sort(key=lambda name: name.first)
        if entity.kind == "organization":
            for word in {part.lower() for form in entity.forms for part in (form[0], form[-1])}:
                registry.bodies.setdefault(word, []).append(entity)
    return registry


# Names that the text itself says are one: "known as", and short forms in brackets.


def _aliases(document: Text, registry: Registry, names: tuple[Name, ...]) -> None:
    words = document.words
    for name, following in pairwise(names):
        between = words[name.last : following.title]
        if not 0 < len(between) < 6:
            continue
        if between == ("(",) and words[following.last : following.last + 1] == (")",):
            short = following.text.replace(".", "")
            fits = sum(char.isupper() for char in short) >= 2 and " " not in short.strip()
            if name.kind != "person" and (fits or short.split()[-1].isupper()):
                registry.merge(registry.of_name[following.first], registry.of_name[name.first])
        elif ("as" in between[-1:] and "known" in between) or between[-1] in (
            "aka",
            "a.k.a.",
            "alias",
        ):
            if set(between) <= _ALIASING:
                registry.merge(registry.of_name[following.first], registry.of_name[name.first])


_ALIASING = frozenset({",", "(", "also", "better", "known", "as", "aka", "a.k.a.", "alias", "and"})


# People: full names first, over the whole article, then single words.


def _people(registry: Registry, names: list[Name]) -> None:
    by_surname: dict[str, list[Entity]] = defaultdict(list)
    by_tail: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    by_given: dict[str, list[Entity]] = defaultdict(list)
    exact: dict[tuple[str, ...], Entity] = {}
    full = [name for name in names if len(_bare(name)) > 1]
    for name in sorted(full, key=lambda name: (-len(_bare(name)), name.first)):
        parts = _bare(name)
        entity = exact.get(parts)
        if entity is None:
            candidates = by_surname[parts[-1]][:20] + by_tail[parts][:5]
            entity = next((item for item in candidates if _compatible(item, parts)), None)
        if entity is None:
            entity = registry.add("person")
            by_surname[parts[-1]].append(entity)
            by_given[parts[0]].append(entity)
            for tail in range(1, len(parts) - 1):
                by_tail[parts[tail:]].append(entity)
        exact[parts] = entity
        registry.attach(name, entity)
        if name.nickname:
            by_given[name.nickname.lower()].append(entity)
        sex = lexicon.given_names().get(parts[0])
        if sex in ("m", "f"):
            entity.vote(sex, 1.0)
    frequency: dict[Entity, int] = {entity: len(entity.names) for entity in registry.entities}
    for word, gender, uses in _strangers(names, by_surname):
        stranger = registry.add("person")
        stranger.vote(gender, 5.0)
        by_surname[word].append(stranger)
        frequency[stranger] = uses
    recent: dict[str, tuple[Entity, int]] = {}
    singles = [name for name in names if len(_bare(name)) == 1]
    placed: dict[str, list[tuple[int, Entity]]] = defaultdict(list)
    for key, holders in by_surname.items():
        if len(holders) > 1:
            for entity in holders:
                placed[key].extend((name.first, entity) for name in entity.names)
            placed[key].sort(key=lambda pair: pair[0])
    cursor: dict[str, int] = defaultdict(int)
    for name in sorted(singles, key=lambda name: name.first):
        word = _bare(name)[0]
        holders = by_surname.get(word, [])
        if len(holders) > 1:
            pairs = placed[word]
            while cursor[word] < len(pairs) and pairs[cursor[word]][0] < name.first:
                recent[word] = (pairs[cursor[word]][1], pairs[cursor[word]][0])
                cursor[word] += 1
            found = _namesake(name, holders[:20], frequency, recent.get(word))
            recent[word] = (found, name.first)
        elif holders:
            found = holders[0]
        else:
            given = by_given.get(word, [])
            found = max(given, key=lambda item: frequency[item]) if given else None
            if found is not None and name.honorific and given:
                found = None
        if found is not None and name.gender and found.sex() not in (None, name.gender):
            same = [item for item in holders[:20] if item.sex() in (None, name.gender)]
            found = same[0] if same else None
        if found is None:
            found = registry.add("person")
            by_surname[word].append(found)
            frequency[found] = 0
            sex = lexicon.given_names().get(word)
            if sex in ("m", "f") and not name.honorific:
                found.vote(sex, 0.5)
        registry.attach(name, found)


def _strangers(
    names: list[Name], by_surname: dict[str, list[Entity]]
) -> list[tuple[str, str, int]]:
    """Return surnames whose "Mr." or "Mrs." fits nobody named in full: surname, gender, uses."""
    uses: Counter[tuple[str, str]] = Counter()
    for name in names:
        if name.gender and len(_bare(name)) == 1:
            uses[_bare(name)[0], name.gender] += 1
    return [
        (word, gender, count)
        for (word, gender), count in uses.items()
        if word in by_surname
        and by_surname[word]
        and all(item.sex() not in (None, gender) for item in by_surname[word])
    ]


def _namesake(
    name: Name,
    holders: list[Entity],
    frequency: dict[Entity, int],
    recent: tuple[Entity, int] | None,
) -> Entity:
    """Choose among people of one surname: by honorific, then the one last named, if close."""
    if name.gender:
        holders = [item for item in holders if item.sex() in (None, name.gender)] or holders
    elif name.title < name.first and not name.honorific:
        titled = [
            item
            for item in holders
            if not item.forms or any(each.title < each.first for each in item.names)
        ]
        holders = titled or holders
        recent = None
    best = max(holders, key=lambda item: (frequency[item], -item.order))
    if recent is not None and recent[0] in holders and name.first - recent[1] < 40:
        if frequency[recent[0]] * 3 >= frequency[best]:
            return recent[0]
    return best


def _bare(name: Name) -> tuple[str, ...]:
    suffixes = lexicon.titles().suffixes
    parts = tuple(word.lower() for word in name.words if word not in suffixes)
    return parts or tuple(word.lower() for word in name.words)


def _compatible(entity: Entity, parts: tuple[str, ...]) -> bool:
    """Tell whether a full name may be another form of the entity's."""
    suffixes = lexicon.titles().suffixes
    for form in entity.forms:
        other = tuple(word.lower() for word in form if word not in suffixes)
        if other[-len(parts) :] == parts:
            return True
        if other[-1] == parts[-1] and _same_given(other[0], parts[0]):
            return True
    return False


def _same_given(one: str, other: str) -> bool:
    if one == other or _NICKNAMES.get(one, one) == _NICKNAMES.get(other, other):
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3)


# Organisations, places and other names: equal, shortened, or an acronym.


def _bodies(document: Text, registry: Registry, names: list[Name]) -> None:
    by_key: dict[tuple[str, ...], Entity] = {}
    by_edge: dict[str, list[Entity]] = defaultdict(list)
    by_initials: dict[str, Entity] = {}
    words = document.words
    acronyms: dict[str, Entity] = {}
    for name in sorted(names, key=lambda name: (-len(_key(name)), name.first)):
        key = _key(name)
        entity = by_key.get(key)
        if entity is None and name.kind in ("organization", "other", "place") and len(key) < 6:
            entity = _shortened(key, name, by_edge)
        if entity is None and len(key) == 1 and name.words[0].isupper():
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
                for initials in _initials(name.words):
                    by_initials.setdefault(initials, entity)
        by_key.setdefault(key, entity)
        registry.attach(name, entity)
        after = name.last
        if (
            after + 2 < len(words)
            and words[after] == "("
            and words[after + 2] == ")"
            and words[after + 1].isupper()
            and len(words[after + 1]) > 1
        ):
            acronyms.setdefault(words[after + 1].replace(".", ""), entity)
            entity.acronym = words[after + 1]


def _key(name: Name) -> tuple[str, ...]:
    parts = [word.lower() for word in name.words]
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in ("inc", "inc.", "corp.", "corp", "co.", "ltd", "tv"):
        parts.pop()
    return tuple(parts)


def _shortened(key: tuple[str, ...], name: Name, by_edge: dict[str, list[Entity]]) -> Entity | None:
    """Return the entity that ``key`` is a short form of: "Edison", "the Foreign Ministry"."""
    for entity in by_edge.get(key[-1], [])[:20]:
        for form in entity.forms:
            longer = tuple(word.lower() for word in form)
            if (
                len(longer) > len(key)
                and longer[-len(key) :] == key
                and entity.kind == "organization"
            ):
                return entity
    for entity in by_edge.get(key[0], [])[:20]:
        for form in entity.forms:
            longer = tuple(word.lower() for word in form)
            if longer[: len(key)] == key and all(
                word in _COMPANY_TAILS for word in longer[len(key) :]
            ):
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


_GENERIC = frozenset(
    "university department ministry office bureau board council commission committee court bank"
    " institute center centre association federation league organization academy church".split()
)


def _initials(words: tuple[str, ...]) -> set[str]:
    capitals = [word for word in words if word[0].isupper()]
    found = {"".join(word[0] for word in capitals)}
    found.add("".join(word[0].upper() for word in words if word not in ("the", "The")))
    inner = "".join(word if word.isupper() and len(word) > 1 else word[0] for word in capitals)
    found.add(inner)
    return {item for item in found if len(item) > 1}
