"""What a report says of each source: name, kind, title, affiliation, reasons, mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimtrack.language import CLASSES
from claimtrack.model import Source, Span
from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity, Registry
from claimtrack.sources.meaning.coreference import Discourse
from claimtrack.sources.naming.names import Name
from claimtrack.sources.phrases import Index
from claimtrack.sources.profile import holders, justification, kinds, titles
from claimtrack.sources.profile.apposition import Phrase
from claimtrack.sources.profile.outlets import is_outlet
from claimtrack.sources.text import Text

_MAX_USES = 80
_HEAD = 6
"""How many tokens of a title may hold its head noun."""


def note_roles(document: Text, index: Index, registry: Registry) -> None:
    """Let every person know the nouns that stand before and after the name."""
    genders = lexicon.noun_gender()
    for name in index.names:
        entity = registry.of_name[name.first]
        if registry.police is None and document.words[name.last : name.last + 1] == ("police",):
            registry.police = name
        if name.kind != "person":
            _note_medium(document, name, entity)
            continue
        age = document.words[name.last : name.last + 3]
        if len(age) == 3 and age[0] == "," and age[1].isdigit() and len(age[1]) < 3:
            entity.roles.setdefault(f"{age[1]}-year-old", name.first)
            registry.holders.setdefault(f"{age[1]}-year-old", []).append(entity)
        for phrase in _beside(document, index, registry, name):
            for token in range(phrase.first, min(phrase.last, phrase.first + _HEAD)):
                registry.said_of.setdefault(token, entity)
            for word in document.words[phrase.first : phrase.last]:
                entity.titled.add(word.lower())
                party = lexicon.PARTIES.get(word.lower())
                if party is not None:
                    entity.parties.add(party)
            if phrase.party is not None:
                letter = document.words[phrase.party[0]][:1].lower()
                entity.parties.add(lexicon.PARTIES.get(letter, letter))
            described = holders.described(document, phrase)
            if described is not None:
                registry.pending.setdefault(name.last - 1, []).append((phrase.first, *described))
            for noun in phrase.nouns:
                if noun not in entity.roles:
                    entity.roles[noun] = name.first
                    registry.holders.setdefault(noun, []).append(entity)
                    entity.vote(genders.get(noun), 3.0)


def _beside(document: Text, index: Index, registry: Registry, name: Name) -> tuple[Phrase, ...]:
    """Return what is said of a person beside one use of the name; it is looked for once."""
    found = registry.beside.get(name.first)
    if found is None:
        found = registry.beside[name.first] = tuple(titles.phrases(document, index, name))
    return found


def _note_medium(document: Text, name: Name, entity: Entity) -> None:
    """Let an organisation know the noun beside its name: "the airline SkyBalt", "Vita magazine"."""
    for token in (name.title - 1, name.last):
        if 0 <= token < len(document.words) and document.tags[token] in ("NN", "JJ", "RB"):
            noun = lexicon.noun(document.words[token])
            if noun is not None and noun.group in ("body", "medium") and not noun.plural:
                entity.roles.setdefault(noun.singular, name.first)
                before = document.words[token - 1] if token else ""
                if noun.singular == "agency" and before in ("news", "press"):
                    entity.roles.setdefault("newswire", name.first)


def sources(
    document: Text,
    index: Index,
    discourse: Discourse,
    used: Mapping[Entity, Sequence[Span]],
) -> list[tuple[Entity, Source]]:
    """Return a source for each entity, in the order of their first mention."""
    spans: dict[Entity, tuple[Span, ...]] = {}
    pronouns: dict[Entity, list[int]] = {}
    for token, entity in discourse.of_pronoun.items():
        if entity in used:
            pronouns.setdefault(entity, []).append(token)
    for entity, mentions in used.items():
        found = list(mentions)
        found.extend(document.span(name.first, name.last) for name in entity.names)
        found.extend(document.span(token, token + 1) for token in pronouns.get(entity, ()))
        spans[entity] = _merged(found)
    ordered = sorted(used, key=lambda entity: spans[entity][0] if spans[entity] else Span(0, 0))
    return [
        (
            entity,
            _source(
                document,
                index,
                discourse.registry,
                entity,
                f"src{number}",
                used[entity],
                spans[entity],
            ),
        )
        for number, entity in enumerate(ordered, 1)
    ]


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Return the spans in order, without those inside or over another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda item: (item.start, -item.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _source(
    document: Text,
    index: Index,
    registry: Registry,
    entity: Entity,
    identity: str,
    mentions: Sequence[Span],
    spans: tuple[Span, ...],
) -> Source:
    anonymity = None
    if entity.kind in ("nominal", "crowd", "group"):
        places = [document.tokens_in(span) for span in mentions]
        if entity.nominal is not None:
            places.append(entity.nominal)
        if entity.group is not None and entity.group.nominal is not None:
            places.append(entity.group.nominal)
        for first, last in places:
            if first < last and anonymity is None:
                anonymity = kinds.anonymity_of(document, first, last)
    kind = kinds.kind_of(entity, anonymity)
    title, affiliation = None, None
    reasons: list[Span] = []
    if entity.person:
        title, affiliation, reasons = _standing(document, index, registry, entity)
    else:
        reasons = _grounds(document, entity)
    return Source(
        id=identity,
        name=display(document, entity),
        kind=kind,
        title=title,
        affiliation=affiliation,
        anonymity_reason=anonymity.reason if anonymity is not None else None,
        justification=tuple(reasons),
        mentions=spans,
        outlet=kind == "named_organization" and is_outlet(entity),
    )


def display(document: Text, entity: Entity) -> str:
    """Return the fullest name that the article gives an entity, or its words as they stand."""
    if entity.kind == "document" and entity.owner is not None and entity.owner.forms:
        return display(document, entity.owner)
    if entity.forms:
        form = entity.fullest()
        for name in entity.names:
            if name.words == form and name.nickname is None:
                return " ".join(document.text(name.first, name.last).split())
        return " ".join(form)
    if entity.nominal is not None:
        words = " ".join(document.text(*entity.nominal).split())
        words = _lowered(document, entity.nominal[0], words)
        if entity.owner is not None and entity.owner.forms:
            owned, _, rest = words.partition(" ")
            if owned.lower() in ("his", "her", "its", "their") and rest:
                owner = display(document, entity.owner)
                return f"{owner}{'’' if owner.endswith('s') else '’s'} {rest}"
        return words
    return "unknown"


_SMALL = frozenset({"NN", "NNS", "DT", "JJ", "CD", "PRP$", "JJR", "JJS", "VBN", "VBG", "RB", "PDT"})


def _lowered(document: Text, first: int, words: str) -> str:
    """Drop "the" before a phrase with a name in it, and a capital that only opens a sentence."""
    opening, tag = document.words[first], document.tags[first]
    label = CLASSES[document.entities[first]]
    crowd = label == "PERSON" and _is_crowd(opening)
    small = crowd or (tag in _SMALL and label in ("", "NUMBER"))
    opens = document.sentence(first).first == first or tag in ("DT", "CD")
    if opens and small and (opening[1:].islower() or opening == "A"):
        words = words[0].lower() + words[1:]
    article, _, rest = words.partition(" ")
    if article in ("the", "The") and rest[:1].isupper():
        return rest
    return words


def _is_crowd(word: str) -> bool:
    """Tell whether a word can only be people of a kind: "Villagers"."""
    noun = lexicon.noun(word)
    return noun is not None and noun.plural and noun.group in lexicon.PEOPLE


def _standing(
    document: Text, index: Index, registry: Registry, entity: Entity
) -> tuple[str | None, str | None, list[Span]]:
    """Return title, affiliation and reasons of a person."""
    best, best_rank = None, -1
    affiliation = None
    reasons: list[Span] = []
    for name in entity.names[:_MAX_USES]:
        found = [
            _Standing(document, index, registry, entity, name, phrase)
            for phrase in _beside(document, index, registry, name)
        ]
        for item in found:
            if not item.phrase.position and item.phrase.nouns:
                reasons.append(document.span(item.phrase.first, item.phrase.last))
        positions = [item for item in found if item.phrase.position]
        if positions:
            held = next((item.held for item in positions if item.held), None)
            affiliation = affiliation or held
            text = " and ".join(item.text for item in positions if item.text)
            rank = 1 + (" " in text) + (held is not None)
            if text and rank > best_rank:
                best, best_rank = text, rank
        for end in (name.last, *(item.phrase.last for item in found if not item.phrase.before)):
            clause = justification.clause_after(document, end)
            if clause is not None and len(reasons) < 4:
                reasons.append(clause)
    return best, affiliation, sorted(set(reasons))


class _Standing:
    """A position as one use of the name gives it: its wording, and who holds it."""

    __slots__ = ("held", "phrase", "text")

    def __init__(
        self,
        document: Text,
        index: Index,
        registry: Registry,
        entity: Entity,
        name: Name,
        phrase: Phrase,
    ) -> None:
        self.phrase = phrase
        self.held: str | None = None
        replaced: list[tuple[int, int, str]] = []
        holder = holders.inside(document, index, phrase)
        described = entity.held.get(phrase.first)
        around = None
        if described is not None:
            first, last, body = described
            self.held = display(document, body)
            replaced.append((max(first, phrase.first), last, self.held))
        elif holder is not None:
            body = registry.of_name[holder.first]
            self.held = display(document, body)
            short = len(holder.words) == 1 and holder.words[0].isupper()
            if short and holder.last == phrase.last and holder.first > phrase.first:
                replaced.append((holder.first, holder.last, self.held))
        elif phrase.position:
            around = self.held = holders.around(document, index, name, phrase)
        text = titles.wording(document, phrase, replaced)
        self.text = f"{text}, {around}" if text and around else text


def _grounds(document: Text, entity: Entity) -> list[Span]:
    """Return why an organisation or a group knows: what is said of it in apposition."""
    reasons = []
    for name in entity.names[:_MAX_USES]:
        found = justification.clause_after(document, name.last)
        found = found or justification.apposition_after(document, name.last)
        if found is not None:
            reasons.append(found)
    if entity.nominal is not None:
        found = justification.clause_after(document, entity.nominal[1])
        if found is not None:
            reasons.append(found)
    return sorted(set(reasons))[:4]
