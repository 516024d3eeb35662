"""Which people the names of an article belong to: full names, surnames, given names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set
from functools import lru_cache

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity, Registry
from claimtrack.sources.naming.names import Name, folded

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def gather(registry: Registry, names: list[Name], knights: Set[int] = frozenset()) -> None:
    """Let the names of people find together: full names first, over the whole article.

    ``knights`` are the first tokens of the names behind "Sir", "Dame", "Lord" or "Lady".
    """
    by_surname: dict[str, list[Entity]] = defaultdict(list)
    by_tail: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    by_given: dict[str, list[Entity]] = defaultdict(list)
    exact: dict[tuple[str, ...], Entity] = {}
    full = [name for name in names if len(bare(name)) > 1]
    young, juniors = _namesakes(full), set[Entity]()
    for name in sorted(full, key=lambda name: (-len(bare(name)), name.first)):
        parts = bare(name)
        form = (*parts, _generation(name)) if parts in young else parts
        entity = exact.get(form)
        if entity is None and parts not in young:
            candidates = by_surname[parts[-1]][:20] + by_tail[parts][:5]
            entity = next((item for item in candidates if _compatible(item, parts)), None)
        if entity is None:
            entity = registry.add("person")
            by_surname[parts[-1]].append(entity)
            by_given[parts[0]].append(entity)
            for tail in range(1, len(parts) - 1):
                by_tail[parts[tail:]].append(entity)
            if parts in young and _generation(name):
                juniors.add(entity)
        exact[form] = entity
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
    singles = [name for name in names if len(bare(name)) == 1]
    placed: dict[str, list[tuple[int, Entity]]] = defaultdict(list)
    for key, holders in by_surname.items():
        if len(holders) > 1:
            for entity in holders:
                placed[key].extend((name.first, entity) for name in entity.names)
            placed[key].sort(key=lambda pair: pair[0])
    cursor: dict[str, int] = defaultdict(int)
    for name in sorted(singles, key=lambda name: name.first):
        word = bare(name)[0]
        holders = by_surname.get(word, [])
        found: Entity | None
        if len(holders) > 1:
            pairs = placed[word]
            while cursor[word] < len(pairs) and pairs[cursor[word]][0] < name.first:
                recent[word] = (pairs[cursor[word]][1], pairs[cursor[word]][0])
                cursor[word] += 1
            junior = bool(_generation(name))
            same = [item for item in holders[:20] if (item in juniors) is junior]
            known = _introduced(name, same or holders[:20], frequency)
            found = _namesake(name, known, frequency, recent.get(word))
            frequency[found] += 1
            recent[word] = (found, name.first)
        elif holders:
            found = holders[0]
        else:
            given = by_given.get(word, [])
            found = max(given, key=lambda item: frequency[item]) if given else None
            if found is not None and name.honorific and given:
                found = _knight(given, knights) if name.first in knights else None
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


def _knight(given: list[Entity], knights: Set[int]) -> Entity | None:
    """Return who is called "Sir Keir" after "Sir Keir Starmer": a knight goes by his given name."""
    for entity in given:
        if any(other.first in knights and len(bare(other)) > 1 for other in entity.names):
            return entity
    return None


def _generation(name: Name) -> str:
    """Return "jr" for "Ann Lee Jr.", and nothing for who needs no such word."""
    last = name.words[-1].rstrip(".").lower()
    return last if last in _GENERATIONS else ""


def _namesakes(full: list[Name]) -> set[tuple[str, ...]]:
    """Return the full names that two people bear: "Ann Lee" first, and "Ann Lee Jr." later on."""
    firsts: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for name in full:
        places = firsts[bare(name)]
        places[_generation(name)] = min(name.first, places.get(_generation(name), name.first))
    return {
        parts
        for parts, places in firsts.items()
        if len(places) > 2
        or (len(places) == 2 and ("" not in places or places[""] == min(places.values())))
    }


def _strangers(
    names: list[Name], by_surname: dict[str, list[Entity]]
) -> list[tuple[str, str, int]]:
    """Return surnames whose "Mr." or "Mrs." fits nobody named in full: surname, gender, uses."""
    uses: Counter[tuple[str, str]] = Counter()
    for name in names:
        if name.gender and len(bare(name)) == 1:
            uses[bare(name)[0], name.gender] += 1
    return [
        (word, gender, count)
        for (word, gender), count in uses.items()
        if word in by_surname
        and by_surname[word]
        and all(item.sex() not in (None, gender) for item in by_surname[word])
    ]


def _introduced(name: Name, holders: list[Entity], frequency: dict[Entity, int]) -> list[Entity]:
    """Return those of one surname who can be meant: not who is named in full only later on.

    Whom an article names much more often than the others may be meant before.
    """
    before = [item for item in holders if item.names and item.names[0].first < name.first]
    if not before:
        return holders
    most = max(frequency[item] for item in before)
    return [
        item for item in holders if item in before or not item.names or frequency[item] >= 3 * most
    ]


def _namesake(
    name: Name,
    holders: list[Entity],
    frequency: dict[Entity, int],
    recent: tuple[Entity, int] | None,
) -> Entity:
    """Choose among people of one surname: by honorific, then the one last named, if close.

    Further off it is who is named most, and among equals who was named last.
    """
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
    last = None if recent is None else recent[0]
    best = max(holders, key=lambda item: (frequency[item], item is last, -item.order))
    if (
        recent is not None
        and recent[0] in holders
        and name.first - recent[1] < 40
        and frequency[recent[0]] * 3 >= frequency[best]
    ):
        return recent[0]
    return best


def bare(name: Name) -> tuple[str, ...]:
    """Return the words of a name in lower case, without "Jr." and the like."""
    return _bare(name.words)


@lru_cache(maxsize=20_000)
def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    suffixes = lexicon.titles().suffixes
    return folded(tuple(word for word in words if word not in suffixes)) or folded(words)


def _compatible(entity: Entity, parts: tuple[str, ...]) -> bool:
    """Tell whether a full name may be another form of the entity's."""
    for form in entity.forms:
        other = _bare(form)
        if other[-len(parts) :] == parts:
            return True
        if other[-1] == parts[-1] and _same_given(other[0], parts[0]):
            return True
    return False


def _same_given(one: str, other: str) -> bool:
    nicknames = lexicon.nicknames()
    if one == other or nicknames.get(one, one) == nicknames.get(other, other):
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3)
