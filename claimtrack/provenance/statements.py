"""Every sentence with its status: who answers for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claimtrack.language import TAGS, Document, Sentence
from claimtrack.model import Attribution, Statement, Status
from claimtrack.provenance import confidence, nonclaims

Range = tuple[int, int]
"""Tokens ``[first, last)``."""

LEAST_WORDS = 2
"""Fewer words in a sentence are a stray edge of content that stands in another."""

LEAST_SHARE = 0.3
"""The share of a sentence's words that source, cue and content must make up to answer for it.

With less, the sentence is the article's own, with a few words of somebody's in it; with so many,
one of its two or three clauses is somebody's.
"""

LONGEST_APPOSITION = 20
"""The most tokens between source and cue that count as theirs ("A guard, speaking … , said")."""

LEAST_VEILED = 0.3
"""Confidence that an attribution to nobody needs for a mark of its own, unless its cue is passive.

Below it, it is mostly a cue whose source was not found, or no cue at all; a passive ("is
rumoured") leaves its source out by its nature.
"""

PARTICIPLE = TAGS.index("VBN")

LONGEST_FRAME = 12
"""The most words of a sentence that only introduces somebody's words ("The minister replied:")."""

SERVICE = frozenset({"contact", "pointer", "credit", "greeting", "byline", "entry", "no words"})
"""Reasons to claim nothing that hold even where an attribution was found."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many words of one sentence are content of one attribution, and how many of all."""

    attribution: Attribution
    words: int
    total: int

    @property
    def counts(self) -> bool:
        """Whether it is enough to speak for the sentence."""
        if self.words >= LEAST_WORDS:
            return True
        least = 1 if _quotes(self.attribution) else LEAST_WORDS
        return self.words >= max(1, min(least, self.total))


def statements(document: Document, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """Return the statements of an article, one a sentence, in the order of the text."""
    content = [tuple(map(document.tokens_in, item.content)) for item in attributions]
    marked = _answered(document, attributions, content)
    answered = (document.spoken & np.frombuffer(marked, np.bool_)).tobytes()
    shares = content_shares(document, attributions, content)
    framing = frames(document, attributions)
    sizes = Counter([item.paragraph for item in document.sentences])
    found: list[Statement] = []
    for index, sentence in enumerate(document.sentences):
        first, last, held = sentence.first, sentence.last, shares[index]
        size = document.spoken_count(first, last)
        why = nonclaims.reason(document, sentence, alone=sizes[sentence.paragraph] == 1)
        if why is None and not held and framing[index] and size <= LONGEST_FRAME:
            why = "frame"
        enough = answered.count(1, first, last) >= LEAST_SHARE * size
        held = [item for item in held if item.counts]
        found.append(_statement(document, index, held, why, enough=enough))
    return tuple(found)


def content_shares(
    document: Document, attributions: Sequence[Attribution], content: Sequence[Sequence[Range]]
) -> list[list[Share]]:
    """Return for each sentence the attributions with content in it, in their order.

    ``content`` holds the tokens of each attribution's content.
    """
    shares: list[list[Share]] = [[] for _ in document.sentences]
    for attribution, pieces in zip(attributions, content, strict=True):
        sizes: dict[int, int] = {}
        for span, (first, last) in zip(attribution.content, pieces, strict=True):
            for index in range(*document.sentences_in(span)):
                sentence = document.sentences[index]
                start, stop = max(first, sentence.first), min(last, sentence.last)
                if start < stop:
                    sizes[index] = sizes.get(index, 0) + document.spoken_count(start, stop)
        total = sum(sizes.values())
        for index, size in sizes.items():
            shares[index].append(Share(attribution, size, total))
    return shares


def frames(document: Document, attributions: Sequence[Attribution]) -> bytearray:
    """Return for each sentence whether it names a source or a cue of words that stand elsewhere."""
    found = bytearray(len(document.sentences))
    for attribution in attributions:
        if attribution.implicit:
            continue
        for span in (attribution.source_mention, attribution.cue):
            if span is not None:
                first, last = document.sentences_in(span)
                found[first:last] = b"\1" * (last - first)
    return found


def _statement(
    document: Document, index: int, held: Sequence[Share], why: str | None, *, enough: bool
) -> Statement:
    sentence = document.sentences[index]
    if len(held) > 1:
        held = sorted(held, key=lambda item: -item.words)
    reports = [
        item.attribution
        for item in held
        if (enough or _quotes(item.attribution)) and reporting(item.attribution)
    ]
    status: Status = "unattributed"
    if why is not None and (not reports or _overrules(document, sentence, reports, why)):
        held, reports, status = [], [], "not_a_claim"
    elif reports:
        named = [item for item in reports if item.source_id is not None]
        reports = named or [item for item in reports if _veiled(document, item)]
        status = "attributed" if named else "veiled" if reports else "unattributed"
    sources = [name for item in reports for name in (item.source_id, *item.co_sources)]
    return Statement(
        id=f"s{index + 1}",
        span=sentence.span,
        paragraph=sentence.paragraph,
        section=sentence.section,
        status=status,
        implicit=bool(reports) and all(item.implicit for item in reports),
        attribution_ids=tuple([item.attribution.id for item in held]),
        source_ids=tuple(dict.fromkeys([name for name in sources if name is not None])),
        confidence=confidence.of_status(
            status,
            reports,
            why=why,
            quoted=document.quoted(sentence.first, sentence.last),
            mentioned=bool(held),
        ),
    )


def _quotes(attribution: Attribution) -> bool:
    """Tell whether all content is somebody's own words, however few: "Of course," he said."""
    return attribution.quotation == "direct" and attribution.source_id is not None


def reporting(attribution: Attribution) -> bool:
    """Tell whether an attribution makes its source answer for what is said.

    That somebody wants or plans it (an eventuality) does not: the journalists who marked sourced
    statements left such sentences out.
    """
    return attribution.attitude != "eventuality"


def _veiled(document: Document, attribution: Attribution) -> bool:
    """Tell whether an attribution without a source hides one, and has not just missed it."""
    if attribution.confidence >= LEAST_VEILED or attribution.cue is None:
        return True
    first, last = document.tokens_in(attribution.cue)
    return PARTICIPLE in document.tag_codes[first:last]


def _overrules(
    document: Document, sentence: Sentence, reports: Sequence[Attribution], why: str
) -> bool:
    """Tell whether a reason to claim nothing stands against attributions found in the sentence."""
    carried_over = all(item.implicit for item in reports)
    if why in {"heading", "caption"} and carried_over:
        return True
    if document.quoted(sentence.first, sentence.first + 1):
        return False
    return why in SERVICE or (why == "question" and carried_over)


def _answered(
    document: Document, attributions: Sequence[Attribution], content: Sequence[Sequence[Range]]
) -> bytearray:
    """Return for each token whether it is content, source or cue, or stands between the two."""
    marked = bytearray(len(document))
    for attribution, pieces in zip(attributions, content, strict=True):
        if not reporting(attribution):
            continue
        frame = [
            document.tokens_in(span)
            for span in (attribution.source_mention, attribution.cue)
            if span is not None
        ]
        for first, last in (*pieces, *frame):
            marked[first:last] = b"\1" * (last - first)
        if len(frame) == 2 and not attribution.implicit:
            low, high = _between(document, *sorted(frame))
            if 0 < high - low <= LONGEST_APPOSITION:
                marked[low:high] = b"\1" * (high - low)
    return marked


def _between(document: Document, one: Range, other: Range) -> Range:
    """Return the tokens between two ranges of one sentence; none if they stand in two."""
    if one[0] >= one[1] or other[0] >= other[1]:
        return (0, 0)
    if document.sentence(one[0]) is not document.sentence(other[0]):
        return (0, 0)
    return (one[1], other[0])
