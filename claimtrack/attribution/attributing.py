"""The way from a document to its attributions: score, read, choose, complete, explain."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution import description, evidence, stretches
from claimtrack.attribution.engine import Engine, Opinion
from claimtrack.attribution.models import selection
from claimtrack.attribution.models.decoding import Draft
from claimtrack.attribution.models.judging import Judged, judge
from claimtrack.attribution.models.selection import Reading, Thresholds
from claimtrack.attribution.models.view import View
from claimtrack.attribution.models.weights import Weights, look
from claimtrack.attribution.outline import Outline, outline
from claimtrack.attribution.rules import (
    blocks,
    constructions,
    continuation,
    edges,
    frames,
    mentions,
    nesting,
    patterns,
    quotes,
    quoting,
    seconds,
    subjects,
    tails,
    turns,
    uttered,
    veiled,
    vetoes,
)
from claimtrack.language import Document
from claimtrack.model import Attribution


def attribute(document: Document, engine: Engine) -> tuple[Attribution, ...]:
    """Return the attributions of a document, in the order of their first words."""
    return attribute_all((document,), engine)[0]


def attribute_all(documents: Sequence[Document], engine: Engine) -> list[tuple[Attribution, ...]]:
    """Return the attributions of each document, as if it stood alone.

    The models look at all of them together, which is quicker than one by one.
    """
    found: list[tuple[Attribution, ...]] = [()] * len(documents)
    learned = engine.weights
    short = []
    for place, document in enumerate(documents):
        if len(document) > stretches.LENGTH:
            judged, opinion = _in_stretches(document, engine)
            found[place] = _attributed(document, outline(document), judged, learned, opinion)
        elif len(document):
            short.append(place)
    if not short:
        return found
    seen, judged, opinion = _judge(tuple(documents[place] for place in short), engine)
    for number, place in enumerate(short):
        start, end = seen.starts[number][0], seen.starts[number + 1][0]
        view, own = seen.of(number), None if opinion is None else opinion.of(start, end)
        found[place] = _attributed(documents[place], view, judged.of(start, end), learned, own)
    return found


def _in_stretches(document: Document, engine: Engine) -> tuple[Judged, Opinion | None]:
    """Judge a long document stretch by stretch."""
    parts, opinions = [], []
    for stretch in stretches.stretches(document):
        _, judged, opinion = _judge((stretch.document,), engine)
        parts.append(judged.of(stretch.start, stretch.end, -stretch.offset))
        if opinion is not None:
            opinions.append(opinion.of(stretch.start, stretch.end))
    return Judged.joined(parts), opinions[0].joined(opinions) if opinions else None


def _judge(documents: tuple[Document, ...], engine: Engine) -> tuple[View, Judged, Opinion | None]:
    """Look at documents side by side, and judge what may be attributions in them."""
    scores, opinion = engine.scores(documents), engine.opinion(documents)
    seen = look(documents, engine.weights)
    return seen, judge(seen, scores, engine.weights, opinion), opinion


def _attributed(
    document: Document,
    seen: Outline,
    judged: Judged,
    learned: Weights,
    opinion: Opinion | None,
) -> tuple[Attribution, ...]:
    readings = read(document, seen, judged.drafts, judged.standing, learned.thresholds, opinion)
    numbers = [item.candidate for item in judged.drafts]
    confidence = dict(zip(numbers, judged.right.tolist(), strict=True))
    places = {candidate: number for number, candidate in enumerate(numbers)}
    used = [item.draft.candidate for item in readings if item.draft is not None]
    features = judged.features[:, [places[candidate] for candidate in used]]
    shares = learned.drafts.contributions(features, 1) * 2
    strongest = dict(zip(used, evidence.strongest(shares), strict=True))
    return _attributions(document, readings, confidence, strongest)


def read(
    document: Document,
    seen: Outline,
    drafts: Sequence[Draft],
    standing: NDArray[np.float32],
    thresholds: Thresholds,
    opinion: Opinion | None = None,
) -> list[Reading]:
    """Return the readings that stand once the rules have had their say."""
    readings = selection.select(drafts, standing, seen.sentence, thresholds)
    readings = mentions.with_names(document, readings)
    readings = edges.tidy(document, subjects.complete(document, readings))
    if opinion is not None:
        settled = mentions.with_names(document, opinion.settle(document, readings))
        readings = [
            mentions.tidied(document, item, before.source)
            for item, before in zip(settled, readings, strict=True)
        ]
    readings = turns.split(document, tails.cut(document, readings))
    readings = frames.shared(document, frames.clear(document, readings))
    readings = seconds.part(document, readings)
    readings = patterns.add(document, seen, vetoes.veto(document, readings))
    readings = uttered.add(document, quoting.complete(document, readings))
    readings = constructions.add(document, readings)
    readings = blocks.add(document, readings)
    readings = veiled.add(document, seen, readings)
    readings = quotes.carry(document, seen, readings)
    readings = nesting.nest(document, readings)
    return continuation.carry_on(document, readings)


def _attributions(
    document: Document,
    readings: Sequence[Reading],
    confidence: dict[int, float],
    strongest: dict[int, evidence.Strongest],
) -> tuple[Attribution, ...]:
    order = sorted(range(len(readings)), key=lambda k: (_opening(readings[k]), k))
    names = {number: f"a{place}" for place, number in enumerate(order, 1)}
    found = []
    for number in order:
        reading = readings[number]
        own = () if reading.draft is None else strongest[reading.draft.candidate]
        found.append(
            Attribution(
                id=names[number],
                content=tuple(document.span(*piece) for piece in reading.content),
                source_mention=None if reading.source is None else document.span(*reading.source),
                cue=None if reading.cue is None else document.span(*reading.cue),
                quotation=description.quotation(document, reading),
                attitude=description.attitude(document, reading),
                implicit=reading.implicit,
                continues=None if reading.continues is None else names[reading.continues],
                within=None if reading.within is None else names[reading.within],
                confidence=round(_confidence(reading, confidence), 3),
                evidence=evidence.reasons(document, reading, own),
            )
        )
    return tuple(found)


def _opening(reading: Reading) -> int:
    starts = [piece[0] for piece in reading.content]
    for part in (reading.cue, reading.source):
        if part is not None and not reading.implicit:
            starts.append(part[0])
    return min(starts)


def _confidence(reading: Reading, confidence: dict[int, float]) -> float:
    if reading.draft is None:
        return reading.probability
    own = confidence[reading.draft.candidate]
    if reading.source != reading.draft.source:
        return max(own, reading.probability * _BY_GRAMMAR)
    return own


_BY_GRAMMAR = 0.8
"""How often a source that grammar gives is right."""
