"""What is so in somebody's view: "in the opinion of the referee, Sara Lind, the pitch was dry"."""

from __future__ import annotations

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks
from claimtrack.language import Document, Sentence

RULE = "certain-form"
VIEWS = lexicon.words("views")
_PROBABILITY = 0.85


def made(document: Document, source: Range, cue: Range, *content: Range) -> Reading | None:
    """Return the reading of a form that is certain, if its content is long enough."""
    pieces = tuple(
        filter(None, (marks.trim(document, item) for item in content if item[0] < item[1]))
    )
    if not pieces or max(last - first for first, last in pieces) < 3:
        return None
    return Reading(source, cue, pieces, _PROBABILITY, rules=(RULE,))


def opinion(document: Document, sentence: Sentence, places: list[int]) -> Reading | None:
    """Return what stands in somebody's view; ``places`` are where a word for a view may be."""
    for place in places:
        if not sentence.first < place < sentence.last - 2:
            continue
        if document.lower[place] not in VIEWS:
            continue
        first = next(
            (
                k
                for k in range(place - 1, max(place - 8, sentence.first) - 1, -1)
                if document.lower[k] in ("in", "by")
            ),
            None,
        )
        if first is None:
            continue
        if document.lower[place + 1] == "of":
            source = grammar.phrase_after(document, place + 2)
            cue = (first, place + 2)
            rest = source[1] if source else 0
        else:
            source = _owner(document, first + 1, place)
            if source is None:
                continue
            cue, rest = (place, place + 1), place + 1
        if source is None:
            continue
        named = with_name(document, source, sentence.last)
        around = ((sentence.first, first), (max(rest, named[1]), sentence.last))
        return made(document, named, cue, *around)
    return None


def _owner(document: Document, first: int, noun: int) -> Range | None:
    """Return whose view it is: "the referee's", "his"."""
    if document.tag(noun + 1).startswith("NN"):  # "in his opinion piece"
        return None
    if first == noun - 1 and document.tag(first) == "PRP$":
        return (first, noun)
    source = grammar.phrase_before(document, noun, floor=first)
    if source is None or document.tag(source[1] - 1) != "POS":
        return None
    return source


def with_name(document: Document, source: Range, last: int) -> Range:
    """Return the source with a name between commas after it: "the referee, Sara Lind,"."""
    place = source[1]
    if place + 1 < last and document.words[place] == ",":
        name = grammar.phrase_after(document, place + 1, ceiling=last)
        if (
            name is not None
            and name[1] < last
            and document.words[name[1]] == ","
            and all(document.words[k][0].isupper() for k in range(*name))
        ):
            return (source[0], name[1])
    return source
