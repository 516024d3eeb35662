"""Who is who: every attribution with a mention gets its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimtrack.language import Document
from claimtrack.model import Attribution, Source, Span
from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity, Registry
from claimtrack.sources.meaning import chains, coreference, events, relatives, speech
from claimtrack.sources.meaning.bodies import Bodies
from claimtrack.sources.meaning.coreference import Chooser, Discourse
from claimtrack.sources.meaning.descriptions import Descriptions
from claimtrack.sources.meaning.groups import Groups
from claimtrack.sources.meaning.mentions import Mention, analyse
from claimtrack.sources.meaning.persons import Persons
from claimtrack.sources.meaning.speech import Speech
from claimtrack.sources.naming import scanning
from claimtrack.sources.naming.gathering import gather, settled
from claimtrack.sources.phrases import Index, split
from claimtrack.sources.profile import profiles
from claimtrack.sources.profile.justification import Said
from claimtrack.sources.text import Text, in_order


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
    single: dict[Span, Entity] = field(default_factory=dict)
    spans: list[tuple[Span, Entity]] = field(default_factory=list)


def resolve(parsed: Document, attributions: Sequence[Attribution]) -> Resolution:
    """Say who the source of each attribution is.

    Attributions without a mention (veiled ones) get no source. Sources come in the order of
    their first mention, under ids ``src1``, ``src2``, …
    """
    document = Text(parsed)
    attributions = [speech.impersonal(document, item) for item in attributions]
    index = Index(scanning.scan(document))
    links = chains.find(document, index, attributions)
    own = _mention_spans(attributions)
    cited = {span for link in links.values() for span in link.cited}
    cited.update(link.told for link in links.values() if link.told is not None)
    reading, meant = read(document, index, attributions, own, in_order(cited))
    source_of: dict[str, tuple[Entity, ...]] = {}
    passed: dict[str, tuple[Entity, ...]] = {}
    for item in attributions:
        entities = meant.get(item.source_mention) if item.source_mention is not None else None
        if item.continues is not None and item.continues in source_of and item.implicit:
            source_of[item.id] = source_of[item.continues]
            passed[item.id] = passed[item.continues]
        elif entities:
            link = links.get(item.id, _NO_LINKS)
            source, chain = chains.sources_of(
                document, reading.index, entities[0], link, reading.single
            )
            reporters = (meant[span][0] for span in item.via_mentions if span in meant)
            source_of[item.id] = (source, *(entities[1:] if source is entities[0] else ()))
            passed[item.id] = (*reporters, *chain)
    by_id = {item.id: item for item in attributions}
    first_of = {key: entities[0] for key, entities in source_of.items()}
    vias: dict[str, tuple[Entity, ...]] = {}
    for item in attributions:
        if item.id in source_of:
            chain = (*chains.outward(item, by_id, first_of), *passed[item.id])
            vias[item.id] = tuple(
                dict.fromkeys(each for each in chain if each not in source_of[item.id])
            )
    used: dict[Entity, list[Span]] = {}
    for item in attributions:
        for entity in (*vias.get(item.id, ()), *source_of.get(item.id, ())):
            used.setdefault(entity, [])
    for span, entity in reading.spans:
        if entity in used:
            used[entity].append(span)
    found = profiles.sources(document, reading.index, reading.discourse, used)
    ids = {entity: source.id for entity, source in found}
    filled = tuple(
        item.with_sources(
            ids[source_of[item.id][0]],
            tuple(ids[entity] for entity in source_of[item.id][1:]),
            tuple(ids[entity] for entity in vias[item.id]),
        )
        if item.id in source_of
        else item
        for item in attributions
    )
    said = Said(attributions, own)
    return Resolution(tuple(said.without(source) for _, source in found), filled)


_NO_LINKS = chains.Links()


def _mention_spans(attributions: Sequence[Attribution]) -> list[Span]:
    spans = {item.source_mention for item in attributions if item.source_mention is not None}
    for item in attributions:
        spans.update(item.via_mentions)
    return in_order(span for span in spans if span.start < span.end)


def read(
    document: Text,
    index: Index,
    attributions: Sequence[Attribution],
    spans: Sequence[Span],
    asides: Sequence[Span] = (),
    choose: Chooser = coreference.best,
    pronouns: frozenset[str] = events.THIRD,
) -> tuple[Reading, dict[Span, tuple[Entity, ...]]]:
    """Read the article once and return what each source mention means.

    A mention of several ("the union and the airline") means several entities. ``asides`` are
    spans that may turn out to be links of a chain; their single meanings are in the reading.
    """
    registry = gather(document, index.names)
    index = Index(settled(index.names, registry))
    discourse = Discourse(document, registry, choose)
    profiles.note_roles(document, index, registry)
    bodies = Bodies(document, index, discourse)
    groups = Groups(document, index, discourse, bodies)
    persons = Persons(document, discourse, bodies)
    described = Descriptions(document, index, discourse, bodies, groups, persons)
    reading = Reading(document, index, registry, discourse, described)
    taken: list[tuple[Span, Mention, bool]] = []
    parts: dict[Span, list[Span]] = {}
    speaking = set(spans)
    cues = {
        item.source_mention: item.cue
        for item in attributions
        if item.source_mention is not None
        and item.cue is not None
        and item.source_mention.start < item.cue.start < item.source_mention.end
    }
    for span in in_order({*spans, *asides}):
        first, last = document.tokens_in(span)
        if span in cues:
            last = min(last, max(first + 1, document.tokens_in(cues[span])[0]))
        if first >= last:
            if any(letter.isalnum() for letter in span.of(document.article.text)):
                outside = registry.add("crowd")
                outside.forms[tuple(span.of(document.article.text).split())] = 0
                reading.single[span] = outside
                parts[span] = [span]
            continue
        if not any(word[0].isalnum() for word in document.words[first:last]):
            continue
        for begin, end in split(document, index, first, last):
            piece = span if (begin, end) == (first, last) else document.span(begin, end)
            parts.setdefault(span, []).append(piece)
            taken.append((piece, analyse(document, index, begin, end), span in speaking))
    outer = _outer_mentions(attributions)
    words = _words(document, attributions)
    late: list[tuple[Span, Mention]] = []
    ordered = ((mention.head, number) for number, (_, mention, _) in enumerate(taken))
    reporting = _reporting(document, attributions)
    for event in events.events(document, index, ordered, pronouns, reporting):
        if event.kind != "source":
            _spoken_of(reading, event)
        else:
            span, mention, speaks = taken[event.payload]
            holder = outer.get(span)
            reading.descriptions.persons.barred = (
                None if holder is None else reading.single.get(holder)
            )
            found = _entity(reading, mention, words.get(span, ()))
            if found is None:
                late.append((span, mention))
                continue
            reading.single[span] = found
            if mention.form != "pronoun":
                discourse.see(found, mention.head, 0 if mention.form == "name" else 1)
            if speaks:
                discourse.speak(found, mention.head)
                if found.kind != "person" and _speaks_for_another(mention):
                    assert mention.noun is not None
                    gender = lexicon.noun_gender().get(mention.noun.singular)
                    discourse.speak_for(found, mention.head, gender)
    if late:
        spoken = Speech(document, attributions)
        for span, mention in late:
            reading.single[span] = spoken.speaker(reading, span, mention, reading.single)
    reading.spans = [(span, reading.single[span]) for span in in_order(reading.single)]
    meant = {
        span: tuple(dict.fromkeys(reading.single[piece] for piece in pieces))
        for span, pieces in parts.items()
    }
    return reading, meant


def _spoken_of(reading: Reading, event: events.Event) -> None:
    """Note whom or what an event that is no source mention speaks of."""
    document = reading.document
    if event.kind == "name":
        assert event.name is not None
        entity = reading.registry.of_name[event.name.first]
        for key, first, last in reading.registry.pending.get(event.token, ()):
            body = reading.descriptions.bodies.inner(first, last)
            if body is not None:
                entity.held[key] = (first, last, body)
        if event.name.text not in lexicon.demonyms():
            reading.discourse.name(entity, event.name)
    elif event.kind == "pronoun":
        reading.discourse.pronoun(event.token, source=False)
    elif event.kind == "person":
        entity = events.introduce(document, reading.registry, event.token, event.payload)
        reading.discourse.see(entity, event.token, 1)
    elif event.kind == "known":
        known = _entity(reading, analyse(document, reading.index, event.payload, event.token + 1))
        if known is not None and known.kind in ("person", "nominal"):
            reading.discourse.see(known, event.token, 1)
    elif event.kind == "body":
        subject = analyse(document, reading.index, event.payload, event.token + 1)
        if subject.noun is not None and subject.name is None:
            spoken_of = reading.descriptions.bodies.find(subject)
            if spoken_of.kind in ("body", "organization"):
                reading.discourse.see(spoken_of, event.token, 1)
    elif event.kind == "document":
        study = analyse(document, reading.index, event.payload, event.token + 1)
        if study.noun is not None and study.name is None:
            reading.discourse.see(reading.descriptions.find(study), event.token, 1)
    elif event.kind == "people":
        reading.discourse.see(reading.descriptions.groups.people(event.token), event.token, 1)


def _words(
    document: Text, attributions: Sequence[Attribution]
) -> dict[Span, list[tuple[int, int]]]:
    """Return for each source mention the tokens that it is the source of, in ranges."""
    found: dict[Span, list[tuple[int, int]]] = {}
    for item in attributions:
        if item.source_mention is not None and not item.implicit:
            own = map(document.tokens_in, item.content)
            found.setdefault(item.source_mention, []).extend(own)
    return found


def _reporting(document: Text, attributions: Sequence[Attribution]) -> set[int]:
    """Return the sentences in which somebody says something."""
    cues = (item.cue for item in attributions if item.cue is not None and item.source_mention)
    return {
        document.sentence_of[token] for cue in cues for token in range(*document.tokens_in(cue))
    }


def _outer_mentions(attributions: Sequence[Attribution]) -> dict[Span, Span]:
    """Return for mentions within somebody's words whose words they are: of two different people."""
    mentions = {item.id: item.source_mention for item in attributions}
    found: dict[Span, Span] = {}
    for item in attributions:
        holder = mentions.get(item.within) if item.within is not None else None
        if item.source_mention is not None and holder is not None:
            found[item.source_mention] = holder
    return found


def _speaks_for_another(mention: Mention) -> bool:
    """Tell whether somebody unnamed speaks for a body: "a spokesman for the airline"."""
    if mention.noun is None or mention.plural or mention.form != "nominal":
        return False
    return mention.noun.group in ("spokesperson", "official")


def _entity(
    reading: Reading, mention: Mention, words: Sequence[tuple[int, int]] = ()
) -> Entity | None:
    """Return who a mention means; ``None`` where that needs the speakers of the quotations.

    ``words`` are the tokens that the mention is the source of, in ranges.
    """
    if mention.name is not None:
        found = reading.registry.of_name.get(mention.name.first)
        if found is not None:
            return found
    if mention.form == "nominal" and not mention.plural:
        found = reading.registry.said_of.get(mention.head)
        if found is not None and found is not reading.descriptions.persons.barred:
            return found
    if mention.form == "pronoun":
        quoted = reading.document.quote_depth[mention.head]
        barred = reading.descriptions.persons.barred if quoted else None
        return reading.discourse.pronoun(mention.head, source=True, barred=barred, words=words)
    if mention.form == "relative":
        return relatives.antecedent(reading, mention, _entity)
    return reading.descriptions.find(mention)
