"""The sources of many articles in one list: the same only if full names and kinds agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimtrack.model import ArticleReport, Kind, Source

_ANYWHERE = frozenset(
    "ministry department police court council office agency government parliament committee board"
    " commission senate university hospital school bureau treasury".split()
)
"""What every country has one of: "Interior Ministry" is no full name."""


@dataclass(slots=True)
class Appearance:
    """One article that a source speaks in: its id, the source's id there, and how often."""

    article_id: str
    source_id: str
    statements: int


@dataclass(slots=True)
class Entry:
    """One source of the list, with all titles that articles give it, in the order of use."""

    name: str
    kind: Kind
    outlet: bool = False
    titles: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    appearances: list[Appearance] = field(default_factory=list)

    @property
    def statements(self) -> int:
        """How many statements of all articles have this source."""
        return sum(item.statements for item in self.appearances)


def register(reports: Iterable[ArticleReport]) -> list[Entry]:
    """Return the sources of all reports, those with most statements first.

    Two articles' sources become one entry only when both are named in full and of one kind: a
    surname alone, or "a spokesman", may be anybody.
    """
    entries: dict[tuple[object, ...], Entry] = {}
    for report in reports:
        counts: dict[str, int] = {}
        for statement in report.statements:
            for source_id in statement.source_ids:
                counts[source_id] = counts.get(source_id, 0) + 1
        for source in report.sources:
            key = _key(source) or (len(entries), source.id)
            entry = entries.get(key)
            if entry is None:
                entry = entries[key] = Entry(source.name, source.kind)
            _add(entry, source)
            entry.appearances.append(
                Appearance(report.article.id, source.id, counts.get(source.id, 0))
            )
    return sorted(
        entries.values(), key=lambda item: (-item.statements, item.name.casefold(), item.kind)
    )


def _add(entry: Entry, source: Source) -> None:
    entry.outlet = entry.outlet or source.outlet
    if source.title is not None and source.title not in entry.titles:
        entry.titles.append(source.title)
    if source.affiliation is not None and source.affiliation not in entry.affiliations:
        entry.affiliations.append(source.affiliation)


def _key(source: Source) -> tuple[object, ...] | None:
    """Return what makes a source the same in another article, or ``None`` if nothing can."""
    words = source.name.casefold().replace("’", "'").split()
    if words[:1] == ["the"]:
        words = words[1:]
    if source.kind == "named_person" and len(words) > 1:
        return (source.kind, *words)
    named = any(letter.isupper() for letter in source.name)
    anywhere = len(words) <= 2 and words[-1:] and words[-1] in _ANYWHERE
    if source.kind == "named_organization" and words and named and not anywhere:
        return (source.kind, *words)
    return None
