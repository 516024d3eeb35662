"""Claims as the store holds them: their appearances, and what contradicts them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from claimtrack.claims import lineage
from claimtrack.claims.matching.conflicts import Conflict
from claimtrack.claims.records import Appearance, Passage

ID_LENGTH = 10
BATCH = 500

_APPEARANCES = """
    SELECT p.*, w.said, w.claim, w.digest, v.number AS version_number, v.outlet, v.url,
        v.source_file, v.headline, v.published, a.name AS article_name, g.origin
    FROM passages AS p
    JOIN wordings AS w ON w.id = p.wording
    JOIN versions AS v ON v.id = p.version
    JOIN articles AS a ON a.id = v.article
    LEFT JOIN paragraphs AS g ON g.version = p.version AND g.ordinal = p.paragraph
"""


@dataclass(frozen=True, slots=True)
class Group:
    """A claim as the store holds it: its appearances in order, and which of them count."""

    name: str
    id: str
    steps: tuple[Appearance, ...]
    main: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict between wordings of two claims, from the side of the first."""

    other: str
    conflict: Conflict
    mine: str
    theirs: str


def groups_of(connection: sqlite3.Connection, names: list[str]) -> dict[str, Group]:
    """Return claims by name, with their appearances in order and their copies marked."""
    rows: dict[str, list[tuple[Appearance, str]]] = {}
    for begin in range(0, len(names), BATCH):
        batch = names[begin : begin + BATCH]
        marks = ",".join("?" * len(batch))
        for row in connection.execute(f"{_APPEARANCES} WHERE w.claim IN ({marks})", batch):
            rows.setdefault(row["claim"], []).append((_appearance(row), row["digest"]))
    groups = {}
    for name, found in rows.items():
        digests = {step.number: digest for step, digest in found}
        steps = lineage.mark_copies(lineage.in_order([step for step, _ in found]))
        main = tuple(lineage.main_steps(steps))
        identity = f"c{digests[steps[0].number][:ID_LENGTH]}"
        groups[name] = Group(name, identity, tuple(steps), main)
    return groups


def clashes_of(connection: sqlite3.Connection, names: list[str]) -> dict[str, list[Clash]]:
    """Return the conflicts of claims with other claims, one for each pair and kind."""
    found: dict[str, dict[tuple[str, str], tuple[float, Clash]]] = {}
    rows = connection.execute(
        "SELECT l.probability, l.conflicts, a.claim AS one, b.claim AS other, a.said AS mine,"
        " b.said AS theirs FROM links AS l JOIN wordings AS a ON a.id = l.first"
        " JOIN wordings AS b ON b.id = l.second"
        " WHERE l.conflicts <> '[]' AND a.claim <> b.claim"
        " ORDER BY l.probability DESC, a.digest, b.digest"
    )
    wanted = set(names)
    for row in rows:
        for kind, first, second in json.loads(row["conflicts"]):
            sides = (
                (row["one"], row["other"], first, second, row["mine"], row["theirs"]),
                (row["other"], row["one"], second, first, row["theirs"], row["mine"]),
            )
            for name, other, mine, theirs, said, said_there in sides:
                if name in wanted:
                    clash = Clash(other, Conflict(kind, mine, theirs), said, said_there)
                    found.setdefault(name, {}).setdefault(
                        (other, kind), (row["probability"], clash)
                    )
    return {name: [clash for _, clash in pairs.values()] for name, pairs in found.items()}


def _appearance(row: sqlite3.Row) -> Appearance:
    passage = Passage(
        statement=row["statement"],
        start=row["start"],
        end=row["end"],
        said=row["said"],
        paragraph=row["paragraph"],
        section=row["section"],
        status=row["status"],
        implicit=bool(row["implicit"]),
        quotation=row["quotation"],
        source=row["source"],
        kind=row["kind"],
        via=tuple(json.loads(row["via"])),
        hedges=tuple(json.loads(row["hedges"])),
    )
    return Appearance(
        number=row["id"],
        article=row["article_name"],
        outlet=row["outlet"],
        url=row["url"],
        source_file=row["source_file"],
        headline=row["headline"],
        published=row["published"],
        version=row["version_number"],
        passage=passage,
        exact=row["exact"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        copy_of=row["origin"],
    )
