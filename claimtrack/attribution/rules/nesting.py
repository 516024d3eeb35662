"""Reports within reports: "X said Y had told him that …" has an outer and an inner source.

"According to X, Y said that …" has them in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks, quoting
from claimtrack.attribution.rules.senses import ANYBODY, NOBODY, SEEING
from claimtrack.language import RELATIONS, TAGS, Document

_PROBABILITY = 0.7
_OUTER = 0.85
_NOT_SOURCES = lexicon.words("not-according")
_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who"})
_ROUND_SUBJECT = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "IN"})
_SUBJECT_HEADS = ("NN", "PRP", "WP")
_NO_SUBJECTS = frozenset({"nmod", "nmod:poss", "nmod:tmod", "dobj", "case", "amod"})
_LONGEST_SUBJECT = 8
_NO_ONE = NOBODY | ANYBODY | {"everyone", "everybody"}
"""Pronouns of nobody in particular: they report nothing."""
_NEAR = 40
_NOUNS = frozenset({"PRP", "NN", "NNP", "NNS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTES = frozenset("\"“„«'‘")
_GROUPS = ("speech", "claim", "show", "belief")


def nest(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with those that stand within the content of another.

    Only what is certain from its form is taken: a subject, a verb of speech right after it, and
    a clause that the verb opens, all outside of the outer cue.
    """
    found = _framed(document, readings)
    heads = {reading.cue[0] for reading in readings if reading.cue is not None}
    for number, outer in enumerate(found):
        if outer.source is None or outer.implicit:
            continue
        own = quoting.quoted(document, outer)
        for piece in outer.content if own is None else outer.content[-1:]:
            # A turn of an interview holds reports as a text does; a quotation one, near its start.
            turn = "transcript" in outer.rules
            parts = _inner(document, piece, heads, turn=turn) if own is None else iter((own,))
            for source, cue, content in islice(parts, None if turn else 1):
                heads.add(cue[1] - 1)
                found.append(
                    Reading(
                        source,
                        cue,
                        (content,),
                        outer.probability * _PROBABILITY,
                        rules=("reported-within",),
                        within=number,
                    )
                )
    return found


def _framed(document: Document, readings: list[Reading]) -> list[Reading]:
    """Put what stands in a sentence with "according to X" within a report by X.

    Only where no reading has that cue yet, and where it does not stand in somebody's words.
    """
    found = list(readings)
    homes: dict[int, list[int]] = {}
    for number, reading in enumerate(readings):
        if reading.cue is not None and reading.source is not None and reading.within is None:
            homes.setdefault(int(document.sentence_of[reading.cue[0]]), []).append(number)
    for home, numbers in homes.items():
        inside = [found[number] for number in numbers]
        frame = _according(document, home, inside) or _last_word(document, home, inside)
        if frame is None:
            continue
        source, cue, content = frame
        found.append(Reading(source, cue, content, _OUTER, rules=("report-of-a-report",)))
        for number in numbers:
            found[number] = replace(found[number], within=len(found) - 1)
    return found


def _according(
    document: Document, home: int, readings: list[Reading]
) -> tuple[Range, Range, tuple[Range, ...]] | None:
    """Return source, cue and content of an "according to" that opens or ends a sentence."""
    sentence = document.sentences[home]
    words = document.lower[sentence.first : sentence.last]
    if "according" not in words:
        return None
    place = sentence.first + words.index("according")
    if place + 2 >= sentence.last or document.lower[place + 1] != "to":
        return None
    source = grammar.phrase_after(document, place + 2, ceiling=sentence.last)
    if source is None or document.lower[source[1] - 1] in _NOT_SOURCES:
        return None
    opens = place == sentence.first and document.words[source[1]] == ","
    ends = document.words[place - 1] == "," and sentence.last - source[1] <= 1
    parts = [part for item in readings for part in (item.source, item.cue, *item.content)]
    taken = any(part is not None and part[0] < source[1] and place < part[1] for part in parts)
    if taken or not (opens or ends):
        return None
    rest = (source[1], sentence.last) if opens else (sentence.first, place)
    content = marks.trim(document, rest)
    return None if content is None else (source, (place, place + 2), (content,))


def _last_word(
    document: Document, home: int, readings: list[Reading]
) -> tuple[Range, Range, tuple[Range, ...]] | None:
    """Return source, cue and content of who passes all of it on: "…, Khabar 24 reports"."""
    sentence = document.sentences[home]
    low = max(sentence.first + 4, sentence.last - _LAST)
    for verb in range(sentence.last - 1, low, -1):
        if document.tag_codes[verb] not in grammar.FRAMING:
            continue
        if not grammar.in_groups(document, verb, ("speech", "claim")):
            continue
        frame = grammar.frame(document, verb)
        if frame is None or document.quote_depth[verb]:
            return None
        source, cue = frame
        if any(item.cue is None or item.cue[0] >= source[0] for item in readings):
            return None
        content = marks.trim(document, (sentence.first, source[0]))
        return None if content is None else (source, cue, (content,))
    return None


_LAST = 16
"""How near the end of a sentence its last frame stands."""


def _inner(
    document: Document, piece: Range, heads: set[int], *, turn: bool
) -> Iterator[tuple[Range, Range, Range]]:
    """Find source, cue and content of what a piece of content reports in its turn."""
    first, last = piece
    past = first
    stop = last - 2 if turn else min(last - 2, first + _NEAR)
    codes = document.tag_codes[first + 1 : max(first + 1, stop)]
    for place in [place for place, code in enumerate(codes, first + 1) if code in _VERBS]:
        if place < past or place in heads or not _reports(document, place):
            continue
        subject = _subject(document, first, place)
        if subject is None:
            continue
        opening = _quoted(document, place + 1, last) if turn else None
        opening = opening or _opening(document, place + 1, last)
        if opening is None:
            continue
        sentence = document.sentence(place)
        end = min(last, sentence.last)
        while end > opening and not any(map(str.isalnum, document.words[end - 1])):
            end -= 1
        if end - opening < 3:
            continue
        cue_first = place
        while document.tag(cue_first - 1) in ("VBD", "VBZ", "VBP", "MD", "RB") and (
            cue_first - 1 >= subject[1]
        ):
            cue_first -= 1
        yield subject, (cue_first, place + 1), (opening, end)
        past = end


def _reports(document: Document, place: int) -> bool:
    """Tell whether a verb reports something: no verb of seeing does, by itself."""
    if document.tag_codes[place] not in _VERBS or document.lower[place] in SEEING:
        return False
    if document.tag(place) == "VBG" and document.words[place - 1] == ",":
        return False  # ", adding that …" has the subject of the report around it
    return grammar.in_groups(document, place, _GROUPS)


_VERBS = frozenset(TAGS.index(name) for name in ("VBD", "VBG", "VBN", "VBP", "VBZ"))


def _subject(document: Document, first: int, verb: int) -> Range | None:
    """Return the subject that ends right before the verb and its helpers."""
    end = verb
    while end > first and document.tag(end - 1) in ("VBD", "VBZ", "VBP", "MD", "RB"):
        end -= 1
    whole = end
    if end > first + 3 and document.words[end - 1] == ",":
        comma = next(
            (k for k in range(end - 2, max(first, end - 9), -1) if document.words[k] == ","), None
        )
        if comma is not None:
            end, whole = comma, end - 1
    if end == first or not document.tag(end - 1).startswith(_SUBJECT_HEADS):
        return None
    if document.lower[end - 1] in _NO_ONE or document.lower[end - 2 : end] == (
        "no",
        "one",
    ):
        return None
    if document.tag(end - 1) == "PRP":
        low = end - 1
        return (
            None if document.lower[low] in ("it", "them", "him", "me", "us", "you") else (low, end)
        )
    low = end
    while (
        low > first
        and end - low < _LONGEST_SUBJECT
        and document.tag(low - 1) in _ROUND_SUBJECT
        and document.lower[low - 1] not in _OPENERS
    ):
        low -= 1
    while low < end and document.tag(low) in ("IN", "POS"):
        low += 1
    subject = whole > end or RELATIONS[int(document.relations[end - 1])] not in _NO_SUBJECTS
    return (low, whole) if low < end and (subject or low == first) else None


def _quoted(document: Document, place: int, last: int) -> int | None:
    """Return where the quotation begins that a comma or colon leads in."""
    leads = place + 3 < last and document.words[place] in (",", ":")
    return place + 1 if leads and document.words[place + 1] in _QUOTES else None


def _opening(document: Document, place: int, last: int) -> int | None:
    """Return where the reported clause begins: at "that", or at a clause right after the verb."""
    told = lexicon.stem(document.lower[place - 1]) in ("tell", "inform", "warn", "remind")
    stop = min(place + 4, last) if told else min(place + 1, last)
    for here in range(place, stop):
        if document.lower[here] in _OPENERS:
            return here
    if told:
        if place < last and document.tag(place) == "PRP":
            place += 1
        else:
            while place < last and document.tag(place).startswith(("NN", "DT", "JJ", "PRP$")):
                place += 1
        if place < last and document.tag(place) == "TO":
            return place
    opens = ("PRP", "DT", "EX", "NNP", "NNS", *(("NN", "PRP$") if told else ()))
    if place < last and document.tag(place) in opens:
        clause = [TAGS[tag] for tag in document.tags[place : min(place + 7, last)]]
        verb = next((k for k, tag in enumerate(clause) if k and tag in _FINITE), 0)
        before = clause[:verb]
        linked = "CC" in before and _NOUNS.isdisjoint(before[before.index("CC") :])
        if verb and not linked:  # not "an oath and then put guns back": the verb has its subject
            return place
    return None
