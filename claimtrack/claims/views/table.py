"""Claims on a terminal: the list, and one claim's timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabulate import tabulate

from claimtrack.claims.lineage import outlet_of, step_words, when
from claimtrack.claims.records import Appearance, Claim, Drift, Timeline
from claimtrack.rendering.width import cut, plain, wrap
from claimtrack.rendering.words import plural

LONGEST = 300
"""The most columns of text that one cell shows; JSON has all of it."""


def listed(claims: Sequence[Claim], width: int) -> Iterator[str]:
    """Give one row a claim."""
    if not claims:
        yield "No claims.\n"
        return
    room = max(20, width - 45)
    rows = []
    for item in claims:
        drifts = ", ".join(
            words(kind) + (f" ×{count}" if count > 1 else "") for kind, count in item.drifts.items()
        )
        facts = [
            plural(item.articles, "article") + ", " + plural(len(item.outlets), "outlet"),
            "from " + (item.first_seen or "unknown date")[:10],
            ", ".join(f"{count} {status}" for status, count in sorted(item.statuses.items())),
        ]
        if item.single_origin is not None:
            facts.append(f"single origin: {item.single_origin}")
        said = [_fold(item.said, room)]
        if item.sources:
            said.append(_fold("Sources: " + "; ".join(item.sources), room))
        if drifts:
            said.append(_fold("Drift: " + drifts, room))
        rows.append((item.id, "\n".join(said), "\n".join(_fold(fact, 26) for fact in facts)))
    yield tabulate(rows, ("id", "claim", "seen"), tablefmt="simple_grid") + "\n"


def shown(item: Timeline, width: int) -> Iterator[str]:
    """Give one claim: its head, its timeline, where it comes from, and what contradicts it."""
    claim = item.claim
    yield from (line + "\n" for line in wrap(cut(plain(claim.said), 2 * LONGEST), width))
    outlets = plural(len(claim.outlets), "outlet")
    yield f"{claim.id} · {plural(claim.articles, 'article')}, {outlets}\n"
    if claim.single_origin is not None:
        told = f"Single origin: {outlets} trace back to {claim.single_origin}"
        yield from (line + "\n" for line in wrap(plain(told), width))
    yield "\n"
    yield _steps(item, width) + "\n"
    yield "\nWhere it comes from\n"
    rows = [
        (_fold(origin.name, 34), _fold("; ".join(origin.outlets), 34)) for origin in item.origins
    ]
    yield tabulate(rows, ("origin", "carried by"), tablefmt="simple_grid") + "\n"
    for other in item.contradictions:
        conflict = other.conflict
        told = (
            f"Contradicted by {other.claim} ({conflict.kind}: “{conflict.first}” here,"
            f" “{conflict.second}” there): {other.said}"
        )
        yield "\n" + "\n".join(wrap(cut(plain(told), LONGEST), width)) + "\n"


def words(kind: str) -> str:
    """Return a kind of drift as people read it."""
    return kind.replace("_", " ")


def _steps(item: Timeline, width: int) -> str:
    place = {step.number: str(at) for at, step in enumerate(item.steps, 1)}
    rows = []
    for step in item.steps:
        drifts = [drift for drift in item.drifts if drift.later == step.number]
        rows.append(_step(step, place, drifts, width))
    foreign = {step.number: step for step in item.others}
    for drift in item.drifts:
        if drift.later in foreign:
            step = foreign.pop(drift.later)
            drifts = [one for one in item.drifts if one.later == step.number]
            rows.append(_step(step, place, drifts, width))
    return tabulate(rows, ("", "when and where", "words, source, drift"), tablefmt="simple_grid")


def _step(
    step: Appearance, place: dict[int, str], drifts: list[Drift], width: int
) -> tuple[str, str, str]:
    passage = step.passage
    room = max(24, width - 36)
    who = passage.source or "nobody named"
    if passage.via:
        who = ", citing ".join((*passage.via, who))
    status = f"{passage.status}: {who}" if passage.status != "unattributed" else "own voice"
    if passage.quotation in ("direct", "mixed"):
        status += f", {passage.quotation} quotation"
    lines = [_fold(step_words(step), room), _fold(f"[{status}]", room)]
    if step.copy_of is not None:
        lines.append(_fold(f"copied from {place.get(step.copy_of, 'elsewhere')}", room))
    for drift in drifts:
        since = place.get(drift.earlier, "another claim")
        told = f"! {words(drift.kind)} since {since}: {drift.before} → {drift.after}"
        lines.append(_fold(told, room))
    where = [_fold(fact, 22) for fact in (when(step), outlet_of(step))]
    return place.get(step.number, "≠"), "\n".join(where), "\n".join(lines)


def _fold(text: str, width: int) -> str:
    return "\n".join(wrap(cut(plain(text), LONGEST), width))
