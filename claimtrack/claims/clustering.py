"""From links between pairs to claims: a grouping that only depends on which links there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

COHESION = 0.5
"""Two groups become one when the mean probability over all their pairs is at least this."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two wordings, by digest, that may say the same; ``blocked`` by a conflict or not."""

    first: str
    second: str
    probability: float
    blocked: bool


def group(wordings: Iterable[str], links: Iterable[Link]) -> dict[str, str]:
    """Return for each wording the name of its group: the least digest in it.

    Links are taken from the most probable down, so the order in which they came does not count.
    A pair without a link counts as 0, a blocked pair keeps its groups apart for good.
    """
    members: dict[str, list[str]] = {item: [item] for item in wordings}
    name = {item: item for item in members}
    strength: dict[str, dict[str, float]] = {item: {} for item in members}
    apart: dict[str, set[str]] = {item: set() for item in members}
    open_links = []
    for link in links:
        if link.blocked:
            apart[link.first].add(link.second)
            apart[link.second].add(link.first)
        else:
            strength[link.first][link.second] = link.probability
            strength[link.second][link.first] = link.probability
            open_links.append(link)
    open_links.sort(key=lambda link: (-link.probability, *sorted((link.first, link.second))))
    for link in open_links:
        one, other = sorted((name[link.first], name[link.second]))
        if one == other or other in apart[one]:
            continue
        if strength[one][other] < COHESION * len(members[one]) * len(members[other]):
            continue
        for item in members[other]:
            name[item] = one
        members[one] += members.pop(other)
        for third, value in strength.pop(other).items():
            del strength[third][other]
            if third != one:
                whole = strength[one].get(third, 0.0) + value
                strength[one][third] = strength[third][one] = whole
        for third in apart.pop(other):
            apart[third].discard(other)
            apart[third].add(one)
            apart[one].add(third)
    return name
