"""Second-hand reports: who passed on what a source said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimtrack.model import Attribution, Span
from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning.mentions import analyse
from claimtrack.sources.phrases import Index
from claimtrack.sources.profile.outlets import is_outlet
from claimtrack.sources.text import Text

_REACH = 16
_MAX_LINKS = 4
_CITING = frozenset({"citing", "quoting", "cites", "quotes", "cited", "quoted"})
_REFERRING = frozenset({"reference", "referring", "link"})
_ENDS = frozenset({",", ".", ";", ":", "“", "”", '"', "''", "``", "(", ")", "that", "—", "–"})
_TELLING = frozenset({"told", "tells", "tell", "telling"})
_HINTS = frozenset({*_CITING, *_REFERRING, *_TELLING, "by", "interview", "Citing", "Quoting"})
_BEFORE = 60
_OUTWARD = 4


@dataclass(frozen=True, slots=True)
class Links:
    """The places around one attribution where a chain may show.

    ``cited`` are those that the source mention cites, in order ("citing A, which quoted B");
    ``told`` is whom the source spoke to, or by whom it was quoted.
    """

    cited: tuple[Span, ...] = ()
    told: Span | None = None


def find(document: Text, index: Index, attributions: Sequence[Attribution]) -> dict[str, Links]:
    """Return the possible chains of each attribution, by its id."""
    found: dict[str, Links] = {}
    hints = [token for token, word in enumerate(document.words) if word in _HINTS]
    for item in attributions:
        if item.source_mention is None or item.cue is None or item.implicit:
            continue
        first, last = document.tokens_in(item.source_mention)
        cue, after = document.tokens_in(item.cue)
        if first >= last or cue >= after:
            continue
        start = max(min(last, cue), cue - _BEFORE)
        near = bisect_left(hints, min(start, cue, document.sentence(cue).first))
        if near == len(hints) or hints[near] >= after + _REACH:
            continue
        home = document.sentence(cue)
        cited = _cited_first(document, index, home.first, min(first, cue))
        cited = cited or _cited(document, index, start, home.last, after)
        told = _told(document, index, cue, after, home.last)
        if cited or told is not None:
            found[item.id] = Links(cited, told)
    return found


def _cited(document: Text, index: Index, start: int, stop: int, after: int) -> tuple[Span, ...]:
    """Return those who are cited between a mention and a little way after its cue."""
    words = document.words
    spans: list[Span] = []
    position, limit = start, min(stop, after + _REACH)
    while position < limit and len(spans) < _MAX_LINKS:
        word = words[position].lower()
        begin = -1
        if word in ("citing", "quoting") or (spans and word in _CITING):
            begin = position + 1
        elif word in _REFERRING and position + 1 < stop and words[position + 1] == "to":
            begin = position + 2
        if 0 < begin < stop:
            end = _phrase_end(document, index, begin, stop)
            if end > begin:
                spans.append(document.span(begin, end))
                position = end
                limit = min(stop, end + 5)
                continue
        position += 1
    return tuple(spans)


def _cited_first(document: Text, index: Index, opening: int, stop: int) -> tuple[Span, ...]:
    """Return who is cited before all else: "Citing the ministry, the Gazette reported …"."""
    if document.words[opening] not in ("Citing", "Quoting"):
        return ()
    end = _phrase_end(document, index, opening + 1, stop)
    if end <= opening + 1 or document.words[end : end + 1] != (",",):
        return ()
    return (document.span(opening + 1, end),)


def _phrase_end(document: Text, index: Index, begin: int, stop: int) -> int:
    """Return the end of the mention that begins at ``begin``: up to a comma, but names whole."""
    position = begin
    while position < stop and position - begin < _REACH:
        name = index.at.get(position)
        if name is not None:
            position = name.last
            continue
        if document.words[position] in _ENDS or document.tags[position] in (
            "VBD",
            "VBZ",
            "WDT",
            "WP",
        ):
            break
        position += 1
    return min(position, stop)


def _told(document: Text, index: Index, cue: int, after: int, stop: int) -> Span | None:
    """Return whom a source told ("told Reuters") or who quoted it ("was quoted by …")."""
    words = document.words
    for position in range(cue, min(stop, after + 6)):
        word = words[position].lower()
        begin = -1
        if (word in _TELLING and position < after) or (
            word == "by" and any(each in _CITING for each in words[max(0, cue - 1) : position])
        ):
            begin = position + 1
        elif word == "interview" and position + 1 < stop and words[position + 1] in ("with", "to"):
            begin = position + 2
        if 0 < begin < stop:
            end = begin
            while end < stop and document.tags[end] in ("DT", "JJ", "NN", "PRP$", "POS"):
                if end in index.at:
                    break
                end += 1
            name = index.at.get(end)
            if name is not None:
                return document.span(begin, name.last)
            noun = lexicon.noun(words[end - 1]) if end > begin else None
            if noun is not None and noun.group == "medium":
                return document.span(begin, end)
    return None


def sources_of(
    document: Text,
    index: Index,
    entity: Entity,
    links: Links,
    meant: Mapping[Span, Entity],
) -> tuple[Entity, tuple[Entity, ...]]:
    """Return the source of an attribution and who passed it on, the nearest to the reader first."""
    chain: list[Entity] = []
    source = entity
    if not entity.person and (is_outlet(entity) or entity.kind not in ("nominal", "document")):
        for span in links.cited:
            found = meant.get(span)
            if found is None or found is source or not _can_speak(document, index, span, found):
                break
            chain.append(source)
            source = found
    if links.told is not None:
        told = meant.get(links.told)
        if (
            told is not None
            and told not in (source, *chain)
            and (is_outlet(told) or (told.kind == "organization" and _quotes(document, links.told)))
            and not own(document, told)
        ):
            chain.append(told)
    return source, tuple(chain)


def _quotes(document: Text, told: Span) -> bool:
    """Tell "was quoted by Interfax", which can only be an outlet, from "told the ministry"."""
    first = document.tokens_in(told)[0]
    return first > 0 and document.words[first - 1] == "by"


def _can_speak(document: Text, index: Index, span: Span, entity: Entity) -> bool:
    """Tell whether what is cited can be a source, and is no reason ("citing safety concerns")."""
    first, last = document.tokens_in(span)
    mention = analyse(document, index, first, last)
    if not entity.names and document.words[mention.head] in _REASONS:
        return False
    if entity.names or entity.forms or entity.kind in ("body", "document", "person"):
        return True
    return mention.noun is not None


_REASONS = frozenset("legislation law laws rule rules bill factor reason reasons cause".split())
"""What is cited as a reason, and says nothing itself."""


def own(document: Text, entity: Entity) -> bool:
    """Tell whether an outlet is the article's own publisher, or the agency of its dateline."""
    article = document.article
    for name in (article.publisher, article.agency):
        if not name:
            continue
        words = {word.lower() for word in name.split()} - _SMALL
        for form in entity.forms:
            own_words = {word.lower() for word in form} - _SMALL
            if own_words and words and (own_words <= words or words <= own_words):
                return True
    return False


_SMALL = frozenset({"the", "news", "international", "inc.", "media"})


def outward(
    item: Attribution, by_id: Mapping[str, Attribution], source_of: Mapping[str, Entity]
) -> tuple[Entity, ...]:
    """Return those whose words hold this attribution, the outermost first."""
    chain: list[Entity] = []
    outer, steps = item.within, 0
    while outer is not None and outer in by_id and steps < _OUTWARD:
        entity = source_of.get(outer)
        if entity is not None:
            chain.append(entity)
        outer, steps = by_id[outer].within, steps + 1
    return tuple(reversed(chain))
