"""When, where and how something was said is no part of what was said."""

from __future__ import annotations

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, lookalikes
from claimtrack.language import Document

_SPEAKING = frozenset("speaking talking addressing responding writing testifying asked".split())
_ASIDE = 10
_LEAD = 8


def cut(document: Document, reading: Reading, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return content without the circumstances of its telling, where more than those is left."""
    for step in (_without_speaking, _without_lead, _between, _without_rest):
        if reading.cue is None or len(content) < 2:
            break
        content = step(document, reading.source, reading.cue, content)
    return content


def _without_speaking(
    document: Document, source: Range | None, cue: Range, content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Drop "Speaking on the sidelines," before "he said Berlin believed in rules"."""
    first, last = content[0]
    frame = last <= cue[0] and document.sentence(first).first == first
    if frame and document.lower[first] in _SPEAKING and not grammar.finite(document, first, last):
        return content[1:]
    return content


def _without_lead(
    document: Document, source: Range | None, cue: Range, content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Drop "Last year," before "the company said prices would rise".

    "In the end, he said, prices rose" is all his: a comma closes the aside that names him.
    """
    if source is None or not source[1] <= cue[0]:
        return content
    (first, last), (behind, _) = content[:2]
    if not last < source[0] or not 0 <= behind - cue[1] <= 1 or document.words[last] != ",":
        return content
    when = document.tag(first) in _LEADS or lookalikes.is_date(document, (first, last))
    opens = when and document.sentence(first).first == first
    short = last - first <= _LEAD and source[0] == last + 1
    told = opens and short and not document.quoted(first, last)
    if not told or document.words[cue[1]] in _PAUSES or grammar.finite(document, first, last):
        return content
    return content[1:]


_LEADS = ("IN", "RB")
"""How a phrase begins that says when or where, if it is no date."""

_PAUSES = frozenset({",", ":", "—", "–", "--"})


def _between(
    document: Document, source: Range | None, cue: Range, content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Drop what stands between a source and its cue: "The aide, speaking in private, said …"."""
    if source is None:
        return content
    low, high = source[1], cue[0]
    if all(first < high for first, _ in content):
        return content
    return tuple(piece for piece in content if not low <= piece[0] < piece[1] <= high)


def _without_rest(
    document: Document, source: Range | None, cue: Range, content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Go on behind the aside of "Their help, he said | later on Tuesday, | is crucial"."""
    behind = max(cue[1], 0 if source is None else source[1])
    number = next((k for k, piece in enumerate(content) if piece[0] == behind), 0)
    if not number or content[number - 1][1] > behind:
        return content
    before, (first, last) = content[number - 1], content[number]
    if document.words[before[1]] != ",":
        return content
    comma = next(
        (k for k in range(first, min(first + _ASIDE, last - 1)) if document.words[k] == ","), None
    )
    if comma is None or document.quoted(first, comma) or grammar.finite(document, first, comma):
        return content
    if not grammar.finite(document, comma + 1, min(comma + 4, last)):
        return content
    return (*content[:number], (comma + 1, last), *content[number + 1 :])
