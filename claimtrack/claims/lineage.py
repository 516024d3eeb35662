"""A claim's way through the articles: which appearance stems from which, and what drifted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from claimtrack.claims.index import likeness
from claimtrack.claims.matching.conflicts import Conflict
from claimtrack.claims.matching.wording import wording
from claimtrack.claims.records import Appearance, Drift, DriftKind, Origin
from claimtrack.model import Kind

QUOTED = ("direct", "mixed")

_CONFLICT_DRIFTS: dict[str, DriftKind] = {
    "number": "number_changed",
    "place": "place_changed",
    "negation": "negation_changed",
}
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"the", "a", "an", "of", "s", "its", "his", "her", "their", "for", "and"})


@dataclass(frozen=True, slots=True)
class Parent:
    """Where an appearance stems from: an earlier one, and the conflicts on the way."""

    step: Appearance
    conflicts: tuple[Conflict, ...] = ()


def moment(published: str | None) -> datetime | None:
    """Return a date or time as a moment that can be compared; a date alone is its first second."""
    if published is None:
        return None
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def in_order(steps: Sequence[Appearance]) -> list[Appearance]:
    """Return appearances by time, the undated last, each in a place that never changes."""
    last = datetime.max.replace(tzinfo=UTC)
    return sorted(
        steps,
        key=lambda step: (
            moment(step.published) or last,
            step.outlet or "",
            step.article,
            step.passage.start,
        ),
    )


def mark_copies(steps: Sequence[Appearance]) -> list[Appearance]:
    """Mark every appearance in a copied paragraph with the first that has the same paragraph.

    ``copy_of`` comes in as the name of the paragraph's family, and goes out as an appearance.
    """
    first: dict[int, Appearance] = {}
    marked = []
    for step in steps:
        family = step.copy_of
        source = None if family is None else first.setdefault(family, step)
        copied = source is not None and source.article != step.article
        marked.append(replace(step, copy_of=source.number if source and copied else None))
    return marked


def main_steps(steps: Sequence[Appearance]) -> list[Appearance]:
    """Return one appearance an article: in the body before the headline, with a source first."""
    best: dict[str, Appearance] = {}
    for step in steps:
        known = best.get(step.article)
        if known is None or _rank(step) < _rank(known):
            best[step.article] = step
    return [step for step in steps if best[step.article] is step]


def parent(step: Appearance, earlier: Sequence[Appearance]) -> Appearance | None:
    """Return which of the appearances this one most likely stems from: the most alike before it.

    Only appearances that are earlier for certain count; between equals the latest does.
    """
    mine = moment(step.published)
    if mine is None:
        return None
    best: tuple[tuple[bool, float, datetime], Appearance] | None = None
    for other in earlier:
        when = moment(other.published)
        if when is None or when >= mine or other.article == step.article:
            continue
        alike = _alike(step.passage.said, other.passage.said)
        family = other.number if other.copy_of is None else other.copy_of
        rank = (step.copy_of == family, alike, when)
        if best is None or rank > best[0]:
            best = (rank, other)
    return None if best is None else best[1]


def _alike(one: str, other: str) -> float:
    return 1.0 if one == other else round(likeness(wording(one), wording(other)), 6)


def drifts(step: Appearance, source: Parent) -> list[Drift]:
    """Return what changed on the way from one appearance to another."""
    found: list[Drift] = []

    def add(kind: DriftKind, before: str, after: str) -> None:
        found.append(Drift(kind, source.step.number, step.number, before, after))

    one, other = source.step.passage, step.passage
    in_body = other.section == "body" and one.section == "body"
    if in_body and one.source is not None and other.source is None:
        add("source_lost", one.source, _nobody(step))
    elif in_body and one.source is None and other.source is not None:
        add("source_gained", _nobody(source.step), other.source)
    elif one.source is not None and other.source is not None:
        if not same_source(one.source, other.source):
            add("source_changed", one.source, other.source)
        elif one.via and not other.via:
            add("chain_shortened", ", citing ".join((*one.via, one.source)), other.source)
    if in_body and one.quotation in QUOTED and other.quotation not in QUOTED:
        add("quote_paraphrased", step_words(source.step), step_words(step))
    if one.hedges and not other.hedges:
        add("hedge_dropped", ", ".join(one.hedges), "-")
    elif other.hedges and not one.hedges:
        add("hedge_added", "-", ", ".join(other.hedges))
    for conflict in source.conflicts:
        add(_CONFLICT_DRIFTS[conflict.kind], conflict.first, conflict.second)
    return found


def when(step: Appearance) -> str:
    """Return the date, and the time to the minute where there is one, as people read it."""
    if step.published is None:
        return "no date"
    date, _, time = step.published.partition("T")
    return f"{date} {time[:5]}".strip()


def step_words(step: Appearance) -> str:
    """Return the exact words of an appearance on one line."""
    return " ".join(step.exact.split())


def origins(steps: Sequence[Appearance], parents: dict[int, Parent]) -> tuple[Origin, ...]:
    """Return where a claim comes from, and who carried it from there, the widest carried first."""
    roots: list[tuple[str, Kind | None, list[Appearance]]] = []
    for step in steps:
        name, kind = _origin(step, parents)
        for at, (other, other_kind, carried) in enumerate(roots):
            if (kind is None) == (other_kind is None) and same_source(name, other):
                fuller = (name, kind) if len(name) > len(other) else (other, other_kind)
                roots[at] = (*fuller, [*carried, step])
                break
        else:
            roots.append((name, kind, [step]))
    found = [
        Origin(
            name,
            kind,
            tuple(sorted({outlet_of(step) for step in carried})),
            len({step.article for step in carried}),
        )
        for name, kind, carried in roots
    ]
    return tuple(sorted(found, key=lambda item: (-len(item.outlets), -item.articles, item.name)))


def _origin(step: Appearance, parents: dict[int, Parent]) -> tuple[str, Kind | None]:
    """Follow an appearance back to a source, or to the outlet that told it first."""
    seen = {step.number}
    while step.passage.source is None and step.number in parents:
        step = parents[step.number].step
        if step.number in seen:
            break
        seen.add(step.number)
    if step.passage.source is not None:
        return step.passage.source, step.passage.kind
    return outlet_of(step), None


def outlet_of(step: Appearance) -> str:
    """Return the outlet, or the article's id where none is known."""
    return step.outlet or step.article


def same_source(one: str, other: str) -> bool:
    """Tell whether two names may well stand for one source ("Tokayev", "Kassym-Jomart Tokayev")."""
    left, right = _name_words(one), _name_words(other)
    if not left or not right:
        return one.casefold() == other.casefold()
    if left <= right or right <= left:
        return True
    return _initials(one) == other.casefold() or _initials(other) == one.casefold()


def _name_words(name: str) -> frozenset[str]:
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name)
        if not unicodedata.combining(letter)
    )
    return frozenset(_WORD.findall(plain.casefold())) - _SMALL


def _initials(name: str) -> str:
    words = [word for word in _WORD.findall(name.casefold()) if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _rank(step: Appearance) -> tuple[bool, bool, int]:
    return (step.passage.section != "body", step.passage.source is None, step.passage.start)


def _nobody(step: Appearance) -> str:
    return "nobody named" if step.passage.status == "veiled" else "own voice"
