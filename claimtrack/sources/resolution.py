"""Who is who: every attribution with a mention gets its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrack.language import Document
from claimtrack.model import Attribution, Source, Span
from claimtrack.sources import chains, coreference, names, profiles
from claimtrack.sources.coreference import Chooser, Discourse
from claimtrack.sources.descriptions import Descriptions
from claimtrack.sources.entities import Entity, Registry, gather
from claimtrack.sources.mentions import Index, Mention, analyse
from claimtrack.sources.speech import Speech
from claimtrack.sources.text import Text


@dataclass(frozen=True, slots=True)
class Resolution:
    """The sources of an article, and its attributions with ``source_id`` and ``via`` filled in."""

    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]


@dataclass(slots=True)
class Reading:
    """Everything found out about an article's names and mentions."""

    document: Text
    index: Index
    registry: Registry
    discourse: Discourse
    descriptions: Descriptions


def resolve(parsed: Document, attributions: Sequence[Attribution]) -> Resolution:
    """Say who the source of each attribution is.

    Attributions without a mention (veiled ones) get no source. Sources come in the order of
    their first mention, under ids ``src1``, ``src2``, …
    """
    document = Text(parsed)
    spans = _mention_spans(document, attributions)
    reading, meant = read(document, attributions, spans)
    chained = chains.links(document, reading.index, attributions)
    of_attribution: dict[str, Entity] = {}
    for item in attributions:
        if item.source_mention is not None and item.source_mention in meant:
            of_attribution[item.id] = meant[item.source_mention]
    for item in attributions:
        if item.continues is not None and item.continues in of_attribution:
            of_attribution[item.id] = of_attribution[item.continues]
    vias: dict[str, tuple[Entity, ...]] = {}
    for item in attributions:
        if item.id in of_attribution:
            vias[item.id] = chains.via(reading, item, of_attribution, chained, meant)
    used: dict[Entity, list[Span]] = {}
    for item in attributions:
        entity = of_attribution.get(item.id)
        if entity is not None and item.source_mention is not None:
            used.setdefault(entity, []).append(item.source_mention)
        for entity in vias.get(item.id, ()):
            used.setdefault(entity, [])
    for span in spans:
        entity = meant.get(span)
        if entity in used and span not in used[entity]:
            used[entity].append(span)
    found = profiles.sources(reading.document, reading.index, reading.discourse, used)
    ids = {entity: source.id for entity, source in found}
    filled = tuple(
        replace(
            item,
            source_id=ids[of_attribution[item.id]] if item.id in of_attribution else None,
            via=tuple(ids[entity] for entity in vias.get(item.id, ())),
        )
        for item in attributions
    )
    return Resolution(tuple(source for _, source in found), filled)


def _mention_spans(document: Text, attributions: Sequence[Attribution]) -> list[Span]:
    spans = {item.source_mention for item in attributions if item.source_mention is not None}
    for item in attributions:
        spans.update(item.via_mentions)
    return sorted(span for span in spans if len(span))


def read(
    document: Text,
    attributions: Sequence[Attribution],
    spans: Sequence[Span],
    choose: Chooser = coreference.best,
) -> tuple[Reading, dict[Span, Entity]]:
    """Read the article once and return what each source mention means."""
    index = Index(names.scan(document))
    registry = gather(document, index.names)
    discourse = Discourse(document, registry, choose)
    profiles.note_roles(document, index, registry)
    descriptions = Descriptions(document, index, discourse)
    reading = Reading(document, index, registry, discourse, descriptions)
    taken: list[tuple[Span, Mention]] = []
    for span in spans:
        first, last = document.tokens_in(span)
        if first < last:
            taken.append((span, analyse(document, index, first, last)))
    speech = Speech(document, attributions)
    meant: dict[Span, Entity] = {}
    late: list[tuple[Span, Mention]] = []
    ordered = ((mention.head, number) for number, (_, mention) in enumerate(taken))
    for event in coreference.events(document, index, ordered):
        if event.kind == "name":
            assert event.name is not None
            discourse.see(registry.of_name[event.name.first], event.token, 0)
        elif event.kind == "pronoun":
            discourse.pronoun(event.token, source=False)
        elif event.kind == "person":
            entity = coreference.introduce(document, registry, event.token)
            discourse.see(entity, event.token, 1)
        else:
            span, mention = taken[event.payload]
            found = _entity(reading, mention)
            if found is None:
                late.append((span, mention))
                continue
            meant[span] = found
            if mention.form != "pronoun":
                discourse.see(found, mention.head, 0 if mention.form == "name" else 1)
            discourse.speak(found, mention.head)
    for span, mention in late:
        meant[span] = speech.speaker(reading, span, mention, meant)
    return reading, meant


def _entity(reading: Reading, mention: Mention) -> Entity | None:
    """Return who a mention means; ``None`` where that needs the speakers of the quotations."""
    if mention.name is not None:
        found = reading.registry.of_name.get(mention.name.first)
        if found is not None:
            return found
    if mention.form == "pronoun":
        return reading.discourse.pronoun(mention.head, source=True)
    if mention.form == "relative":
        return _antecedent(reading, mention)
    return reading.descriptions.find(mention)


def _antecedent(reading: Reading, mention: Mention) -> Entity | None:
    """Return who "who" means: the name or noun phrase right before it."""
    document, tags = reading.document, reading.document.tags
    end = mention.first
    while end > 0 and document.words[end - 1] in (",", "-", "—", "–", ")"):
        end -= 1
    home = document.sentence(mention.first).first
    start = end
    while start > home and end - start < 12 and tags[start - 1] in _PHRASE:
        start -= 1
    if start == end:
        return None
    inner = analyse(document, reading.index, start, end)
    if inner.form == "pronoun" and document.words[inner.head].lower() in _THIRD:
        return reading.discourse.pronoun(inner.head, source=False)
    if inner.form in ("relative", "pronoun", "quantity"):
        return None
    return _entity(reading, inner)


_THIRD = frozenset({"he", "she", "they", "him", "her", "them"})
_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "POS", "PRP", "JJS"})
