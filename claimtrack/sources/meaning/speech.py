"""Who is "I": the speaker of the words around a mention, or the author of the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.model import Attribution, Span
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning.mentions import PRONOUNS, Mention
from claimtrack.sources.text import Text, in_order

if TYPE_CHECKING:
    from claimtrack.sources.resolution import Reading

_LOOK_BACK = 12
_LONGEST_NAME = 60
_SAME = 3
"""Within how many sentences a "he" whom nobody can tell is the same as the one before."""
_NEAR = 600
"""How many code points back the speaker of an unassigned quotation is looked for."""


def impersonal(document: Text, item: Attribution) -> Attribution:
    """Return an attribution without the "it" of "it was learnt that …": nobody is named."""
    if item.source_mention is None or item.cue is None or len(item.source_mention) != 2:
        return item
    token = document.tokens_in(item.source_mention)[0]
    first, last = document.tokens_in(item.cue)
    if document.words[token].lower() != "it" or first < token or last >= len(document.words):
        return item
    passive = "was" in document.words[first:last] or "is" in document.words[first:last]
    if not passive or document.words[last] != "that" or document.words[last - 1] not in _HEARD:
        return item
    return replace(item, source_mention=None)


_HEARD = frozenset(
    "learnt learned gathered reported understood alleged believed said claimed announced rumoured"
    " rumored feared thought known expected agreed decided noted".split()
)
"""What is done by nobody in particular; "it was told that …" is said of the firm."""


class Speech:
    """The content of all attributions by place, to find who speaks around a mention."""

    __slots__ = ("_document", "_mentions", "_pieces", "_starts", "_strangers", "_unknown")

    def __init__(self, document: Text, attributions: Sequence[Attribution]) -> None:
        self._document = document
        self._pieces = sorted(
            (
                (content, item.source_mention)
                for item in attributions
                if item.source_mention is not None
                for content in item.content
            ),
            key=lambda piece: (piece[0].start, -piece[0].end),
        )
        self._starts = [content.start for content, _ in self._pieces]
        self._mentions = in_order({mention for _, mention in self._pieces if mention is not None})
        self._strangers: dict[str, Entity] = {}
        self._unknown: dict[str, tuple[int, int]] = {}

    def around(self, span: Span) -> list[Span]:
        """Return the mentions of those in whose words ``span`` stands, the innermost first."""
        place = bisect_right(self._starts, span.start)
        found = []
        for content, mention in reversed(self._pieces[max(0, place - _LOOK_BACK) : place]):
            if content.covers(span) and mention is not None and mention != span:
                found.append(mention)
        return found

    def speaker(
        self, reading: Reading, span: Span, mention: Mention, meant: dict[Span, Entity]
    ) -> Entity:
        """Return who a first-person (or otherwise unsettled) mention means."""
        word = self._document.words[mention.head].lower()
        person = PRONOUNS.get(word, ("s", "n"))[1]
        if person == "1":
            around = [outer for outer in self.around(span) if outer in meant]
            if around:
                return meant[self._outside(around, mention.head)]
            if self._document.quote_depth[mention.head]:
                before = self._before(span, meant)
                if before is not None:
                    return before
            author = self._author(reading, word)
            if author is not None:
                return author
        key = word if person in ("1", "2") else self._third(word, span, mention.head)
        stranger = self._strangers.get(key)
        if stranger is None:
            singular = word in ("i", "me", "my", "he", "she", "him", "her", "who")
            stranger = reading.registry.add("nominal" if singular else "crowd")
            stranger.plural = not singular
            stranger.nominal = (mention.first, mention.last)
            self._strangers[key] = stranger
        return stranger

    def _third(self, word: str, span: Span, token: int) -> str:
        """Return under what "he" is known whom nobody can tell: the same a little further on."""
        sentence = self._document.sentence_of[token]
        opened, seen = self._unknown.get(word, (span.start, sentence))
        if sentence - seen > _SAME:
            opened = span.start
        self._unknown[word] = (opened, sentence)
        return f"{word} {opened}"

    def _outside(self, around: list[Span], token: int) -> Span:
        """Return the innermost speaker who stands outside the quotation that ``token`` is in.

        "They think I will do what I say," said by Ann Lee, is about Ann Lee.
        """
        depth = self._document.quote_depth
        for outer in around:
            if depth[self._document.tokens_in(outer)[0]] < depth[token]:
                return outer
        return around[0]

    def _before(self, span: Span, meant: dict[Span, Entity]) -> Entity | None:
        """Return who spoke right before a quotation that nobody is named for."""
        place = bisect_left(self._mentions, span)
        for other in reversed(self._mentions[max(0, place - _LOOK_BACK) : place]):
            if span.start - other.start > _NEAR:
                return None
            found = meant.get(other)
            if found is not None and found not in self._strangers.values():
                return found
        return None

    def _author(self, reading: Reading, word: str) -> Entity | None:
        """Return the author that "I" outside every quotation means, if the byline names one."""
        article = self._document.article
        singular = PRONOUNS[word][0] == "s"
        name = article.authors[0] if singular and len(article.authors) == 1 else None
        if not singular:
            name = article.publisher
        if not name or len(name) > _LONGEST_NAME or any(mark in name for mark in "@:/|;"):
            return None
        key = f"author {name}"
        found = self._strangers.get(key)
        if found is None:
            parts = tuple(name.split())
            for entity in reading.registry.entities:
                if parts in entity.forms:
                    found = entity
            if found is None:
                found = reading.registry.add("person" if singular else "organization")
                found.forms[parts] = 0
            self._strangers[key] = found
        return found
