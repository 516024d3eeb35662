"""Tidy edges: no stray marks round a source or content, no scraps of the frame in a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimtrack.attribution import lexicon
from claimtrack.attribution.models import selection
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import circumstances, endings, grammar, marks, mentions
from claimtrack.language import Document, Quotation

_ASIDE = frozenset(
    "as while when after before in at on during outside inside from with by to through".split()
)
_WORDS = 3
_FRAME = 8


def tidy(document: Document, readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings without marks at their edges; those left without content fall."""
    found = []
    readings = list(readings)
    marked = selection.framed(readings, len(document))
    quotations = [item for item in document.quotations if item.depth == 1]
    starts = [item.first for item in quotations]
    for reading in readings:
        content = tuple(filter(None, (marks.trim(document, piece) for piece in reading.content)))
        content = tuple(_to_quotation(document, piece, quotations, starts) for piece in content)
        content = tuple(_from_colon(document, reading, piece) for piece in content)
        content = circumstances.cut(document, reading, _without_scraps(document, content))
        content = _before_semicolon(document, reading, content)
        content = _from_clause(document, reading, _round(document, reading, content))
        content = _behind_colon(document, reading, content)
        content = tuple(_without_joint(document, piece) for piece in content)
        content = tuple(endings.finished(document, reading, piece, marked) for piece in content)
        if content:
            source = None if reading.source is None else mentions.tidy(document, reading.source)
            cue = reading.cue
            if cue is not None:
                cue = marks.trim(document, cue) or cue
                cue, content = _verb_alone(document, cue, content)
            tidied = (source, cue, content)
            if tidied != (reading.source, reading.cue, reading.content):
                reading = replace(reading, source=source, cue=cue, content=content)
            found.append(reading)
    return found


def _verb_alone(
    document: Document, cue: Range, content: tuple[Range, ...]
) -> tuple[Range, tuple[Range, ...]]:
    """Give "over" back to what follows: "He says | over the weekend he had time"."""
    first, last = cue
    verb = last - 1
    while verb > first and document.tag(verb) in ("IN", "DT", "RP"):
        verb -= 1
    plain = document.tag(verb) in ("VBD", "VBZ", "VBP") and verb < last - 1
    if not plain or grammar.stem(document, verb) not in _PLAIN:
        return cue, content
    if document.lower[verb + 1] in _GOVERNED:
        return cue, content
    begun = tuple((verb + 1 if piece[0] == last else piece[0], piece[1]) for piece in content)
    return (first, verb + 1), begun


_PLAIN = frozenset({"say", "declare", "announce", "add", "state", "believe", "note", "explain"})
_GOVERNED = frozenset({"of", "about", "that", "to", "as", "in", "on"})
"""What belongs to the verb, or tells where or when: "said of", "believes in", "said on Monday"."""


def _to_quotation(
    document: Document, piece: Range, quotations: Sequence[Quotation], starts: Sequence[int]
) -> Range:
    """Cut the frame off a piece that holds a quoted sentence: 'reporters: "We got lucky"'."""
    number = bisect_left(starts, piece[0])
    if number == len(starts) or not piece[0] < starts[number] < piece[1]:
        return piece
    quotation = quotations[number]
    frame = starts[number] - piece[0]
    if frame > _FRAME or document.words[starts[number] - 1] not in (":", ","):
        return piece
    inside = (quotation.first, min(quotation.last, piece[1]))
    if grammar.finite(document, piece[0], starts[number]) or not grammar.finite(document, *inside):
        return piece
    return (starts[number], piece[1])


def _from_colon(document: Document, reading: Reading, piece: Range) -> Range:
    """Begin after "He would have none of it:" what "Europe, she said, should stop" begins."""
    cue = reading.cue
    if cue is None or piece[1] > cue[0] or document.quoted(*piece):
        return piece
    if ":" not in document.words[piece[0] : piece[1]]:
        return piece
    for place in range(piece[1] - 2, piece[0] + 2, -1):
        if document.words[place] == ":" and grammar.finite(document, piece[0], place):
            return (place + 1, piece[1])
    return piece


def _without_scraps(document: Document, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Drop "reporters:" and "from the scene on Monday" beside a whole quotation.

    Unquoted pieces with no verb of their own are part of the frame once another piece is a
    quotation of some length.
    """
    if len(content) < 2:
        return content
    quoted = [_is_quoted(document, piece) for piece in content]
    if not any(quoted):
        return content
    return tuple(
        piece
        for piece, inside in zip(content, quoted, strict=True)
        if inside or _touches_quote(document, piece) or _reports_on(document, piece)
    )


def _before_semicolon(
    document: Document, reading: Reading, content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Drop the other half of "Four killed, Kyiv says; Moscow denies firing"."""
    if reading.source is None or reading.cue is None:
        return content
    if not content or content[0][0] >= reading.cue[0]:
        return content
    behind = max(reading.source[1], reading.cue[1])
    kept = tuple(
        piece for piece in content if piece[0] < behind or document.words[piece[0] - 1] != ";"
    )
    return kept or content


def _behind_colon(
    document: Document, reading: Reading, content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Drop what stands before "Farms lose: according to the report, harvests will halve"."""
    if reading.source is None or reading.cue is None:
        return content
    first = reading.cue[0] + (document.words[reading.cue[0]] == ":")
    if document.lower[first] != "according" or document.words[first - 1] != ":":
        return content
    return tuple(piece for piece in content if piece[0] > first) or content


def _without_joint(document: Document, piece: Range) -> Range:
    """End before the "and" of "the gun was his, and | was released"."""
    first, last = piece
    if last - first < 3 or document.lower[last - 1] not in ("and", "but", "or"):
        return piece
    return (first, last - 1 - (document.words[last - 2] == ","))


def _round(document: Document, reading: Reading, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Complete content that a parenthesis splits: "The lake, Fontaine added, froze twice"."""
    if reading.cue is None or len(content) != 1 or grammar.finite(document, *content[0]):
        return content
    end = max(reading.cue[1], reading.source[1] if reading.source is not None else 0)
    last = document.sentence(reading.cue[0]).last
    if content[0][1] > reading.cue[0] or end + 2 >= last or document.words[end] != ",":
        return content
    rest = marks.trim(document, (end + 1, last))
    return content if rest is None else (*content, rest)


def _from_clause(
    document: Document, reading: Reading, content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Begin what follows a cue at its clause: not with whom it was told, nor with when."""
    if reading.cue is None:
        return content
    behind = reading.cue[1]
    if not any(0 <= first - behind <= 1 for first, _ in content):
        return content
    speaks = _speaks(document, reading.cue)
    told = not _TELLING.isdisjoint(map(lexicon.stem, document.lower[slice(*reading.cue)]))
    told = told or (speaks and document.lower[behind - 1] in ("to", *_WHERE))
    timed = document.tag(behind - 1) == "IN"
    begun = []
    for first, last in content:
        if 0 <= first - behind <= 1:
            where = speaks and document.lower[first] in _WHERE
            first = _clause_from(document, (first, last), told=told or where, timed=timed)
        begun.append((first, last))
    return tuple(begun)


def _clause_from(document: Document, piece: Range, *, told: bool, timed: bool) -> int:
    first, last = piece
    if not (told or timed or document.tag(first).startswith(_WHEN)):
        return first
    if document.quoted(first, first + 1):
        return first
    place, adverbs = first, 0
    while place < min(first + _FRAME, last - 3):
        if document.lower[place] == "that" and place > first:
            when = adverbs == place - first or _tells_when(document, first, place)
            return place if told or when else first
        adverbs += document.tag(place).startswith("RB")
        if not document.tag(place).startswith(_NOMINAL):
            return first
        place += 1
        if told and _subject_opens(document, place, last):
            return place
    return first


def _tells_when(document: Document, first: int, end: int) -> bool:
    """Tell "the next morning that" from "a bill Thursday that", of which the bill is no time."""
    if not _is_when(document, end - 1):
        return False
    return document.tag(first) in ("IN", "RB") or all(
        _is_when(document, place)
        for place in range(first, end)
        if document.tag(place).startswith("NN")
    )


_WHEN = ("IN", "RB", "DT", "JJ", "CD", "NNP")
"""How words begin that say when: "later that", "the next morning that", "Friday that"."""


_WHERE = ("on", "in", "at", "during")
"""What leads in where something was said: "on X that …"."""


def _speaks(document: Document, cue: Range) -> bool:
    if not grammar.groups_of(document, cue) & lexicon.mask(("speech",)):
        return False
    return any(
        document.tag(place).startswith("VB") and grammar.in_groups(document, place, ("speech",))
        for place in range(*cue)
    )


def _is_when(document: Document, place: int) -> bool:
    """Tell a time or an occasion, "on Friday that", from a thing, "of a risk that"."""
    return document.lower[place] in _OCCASIONS or document.entity(place) == "DATE"


_OCCASIONS = lexicon.words("occasions")


def _subject_opens(document: Document, place: int, last: int) -> bool:
    """Tell whether the subject of a clause opens here, after whom the clause was told."""
    tag, before = document.tag(place), document.tag(place - 1)
    numbered = before == "CD" and document.tag(place - 2) == "NNP"
    if document.lower[place - 1] in _BENCHES and tag == "NNS":
        return document.tag_codes[place + 1] in grammar.FINITE
    if before not in ("NN", "NNS", "NNP", "NNPS", "PRP") and not numbered:
        return False
    opens = tag in ("PRP", "DT", "EX", "PRP$") or (
        tag.startswith("NNP") and before in ("NN", "NNS")
    )
    return opens and grammar.finite(document, place + 1, min(place + 8, last))


_BENCHES = frozenset("court jury inquest inquiry commission tribunal hearing committee".split())
"""Before whom people say what they know: "told the court guides were instructed"."""

_TELLING = frozenset({"tell", "inform", "remind", "assure", "warn", "advise"})
_NOMINAL = ("NN", "DT", "JJ", "CD", "IN", "TO", "PRP", "POS", "RB")


def _reports_on(document: Document, piece: Range) -> bool:
    """Tell "and that it would stay" from "as he walked past the depot" beside a quotation."""
    if document.lower[piece[0]] in _ASIDE:
        return False
    return grammar.finite(document, *piece)


def _is_quoted(document: Document, piece: Range) -> bool:
    first, last = piece
    return last - first > _WORDS and document.quoted_share(first, last) > 0.9


def _touches_quote(document: Document, piece: Range) -> bool:
    return document.quoted(*piece)
