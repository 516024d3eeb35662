"""Headlines that name their source: "Mayor: No New Taxes", "Two Held - Police", "…, Police Say"."""

from __future__ import annotations

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.language import Document, Sentence

RULE = "headline-source"
DASHES = frozenset({"—", "–", "-", "--", "―", "~"})
NOT_SPEAKERS = lexicon.words("no-speakers")
_LAST_MARKS = DASHES | {":"}
_LIKELY = 0.85
_REPORTERS = lexicon.words("headline-reporters")
_SAYS = frozenset("say warn claim report tell insist vow reveal admit argue find show".split())
_SMALL = frozenset("of for the and at in 's ’s & de la van von al".split())
_LONGEST = 8


def read(document: Document, readings: list[Reading]) -> tuple[Range, Reading] | None:
    """Return the headline's tokens and the reading that its form shows, if it shows one."""
    heads = [item for item in document.sentences if item.section == "headline"]
    if not heads:
        return None
    first, last = heads[0].first, heads[-1].last
    stop = last - 1 if document.words[last - 1] == "." else last
    closing = _closing(document, heads[-1])
    if closing is not None:
        return (heads[-1].first, last), closing
    for place in range(stop - 2, first + 1, -1):
        if document.words[place] in _LAST_MARKS and stop - place <= 5:
            dashed = document.words[place] in DASHES
            if (
                _reports(document, place + 1, stop)
                or (dashed and _speaks_in_body(document, readings, place + 1, stop))
                or (not dashed and _is_acronym(document, place + 1, stop) and place - first >= 4)
            ):
                return _shown(
                    document, readings, (place + 1, stop), (place, place + 1), (first, place)
                )
            break
    colon = next(
        (
            place
            for place in range(first + 1, min(first + 6, stop - 1))
            if document.words[place] == ":"
        ),
        None,
    )
    if colon is not None and profiles(document, first, colon):
        return None
    if colon is not None and (
        _reports(document, first, colon) or _speaks_in_body(document, readings, first, colon)
    ):
        return _shown(document, readings, (first, colon), (colon, colon + 1), (colon + 1, stop))
    return None


def labels(document: Document, reading: Reading) -> bool:
    """Tell a headline's label or topic from who says it: "Football: …", "Quiet Storm: …"."""
    if reading.source is None or reading.cue is None:
        return False
    first, last = reading.source
    if document.words[slice(*reading.cue)] != (":",) or reading.cue[0] != last:
        return False
    if document.quoted(last + 1, last + 2):
        return False
    if document.lower[last - 1] in NOT_SPEAKERS:
        return True
    sentence = document.sentence(first)
    if sentence.section != "headline":  # "Oregon: Family leave has been expanded."
        places = all(document.entity(place) == "LOCATION" for place in range(first, last))
        own = {"i", "we", "our"} & {*document.lower[last : sentence.last]}
        return places and first == sentence.first and not own
    if profiles(document, first, last):
        return True
    if _reports(document, first, last) or document.entity(last - 1) == "PERSON":
        return False
    label, size = document.lower[first:last], last - first
    return not any(
        document.lower[place : place + size] == label
        for place in range(last, len(document))
        if document.lower[place] == label[0]
    )


def profiles(document: Document, first: int, colon: int) -> bool:
    """Tell "Ann Low: Queen of the Uncool" from what Ann Low says: a full name, and no verb."""
    if document.entity(colon - 1) != "PERSON" or colon - first < 2:
        return False
    last = document.sentence(first).last
    return not (document.quoted(colon + 1, last) or grammar.finite(document, colon + 1, last))


def _closing(document: Document, head: Sentence) -> Reading | None:
    """Read "Cellist Found Safe, Police Say" and "'I Saw Nothing,' Says Treasurer of Club"."""
    first, stop = head.first, head.last
    while stop > first and not document.words[stop - 1][-1].isalnum():
        stop -= 1
    low = max(first + 2, stop - _LONGEST)
    for place in range(stop - 1, low - 1, -1):
        if grammar.stem(document, place) not in _SAYS or document.tag(place) in ("VBG", "VBN"):
            continue
        if place == stop - 1:
            begin = next((k for k in range(place - 1, low - 1, -1) if _ends(document, k)), None)
            source = None if begin is None else (begin + 1, place)
        else:
            begin = place - 1
            source = (place + 1, stop) if _ends(document, begin) else None
        if begin is None or source is None or not _is_name(document, *source):
            continue
        end = begin if document.words[begin] == "," else begin + 1
        if end - first < 2:
            continue
        return Reading(source, (place, place + 1), ((first, end),), _LIKELY, rules=(RULE,))
    return None


def _ends(document: Document, place: int) -> bool:
    """Tell whether a comma, or a quotation, ends here."""
    if document.words[place] == ",":
        return not document.quote_depth[place]
    return document.words[place] in "\"”'’»" and bool(document.quote_depth[place])


def _is_name(document: Document, first: int, last: int) -> bool:
    """Tell whether the words between a comma and a verb can be a source."""
    styled = document.words[first][0].isupper()
    return 0 < last - first <= _LONGEST and all(
        (document.words[place][0].isupper() or document.lower[place] in _SMALL)
        if styled
        else document.tag(place).startswith(("NN", "DT", "JJ", "POS", "CD"))
        for place in range(first, last)
    )


def _reports(document: Document, first: int, last: int) -> bool:
    return document.lower[last - 1] in _REPORTERS and last - first <= 4


def _is_acronym(document: Document, first: int, last: int) -> bool:
    """Tell the "OPP" of "Driver charged after collision: OPP" from a label in capitals."""
    word = document.words[first]
    spelt = word.isupper() and word.isalpha() and 2 < len(word) <= _LONGEST
    return last - first == 1 and spelt and word.lower() not in NOT_SPEAKERS | _LABELS


_LABELS = frozenset(
    "video videos photos photo live watch update updated read exclusive poll quiz".split()
)


def _speaks_in_body(document: Document, readings: list[Reading], first: int, last: int) -> bool:
    """Tell whether the headline's opening name is a source further down."""
    name = document.lower[last - 1]
    if name in NOT_SPEAKERS or not document.words[last - 1][0].isupper():
        return False
    return any(
        name == document.lower[place] and document.lower[place - 1] not in ("of", "for", "in")
        for reading in readings
        if reading.source is not None and reading.source[0] >= last
        for place in range(*reading.source)
    )


def _shown(
    document: Document, readings: list[Reading], source: Range, cue: Range, content: Range
) -> tuple[Range, Reading] | None:
    low, high = min(source[0], content[0]), max(source[1], content[1])
    inside = [item for item in readings if low <= item.place < high]
    if any(_reports_elsewhere(document, item, cue) for item in inside):
        return None
    return (low, high), Reading(source, cue, (content,), _LIKELY, rules=(RULE,))


def _reports_elsewhere(document: Document, reading: Reading, cue: Range) -> bool:
    """Tell whether a reporting word of the headline, not its dash or colon, names a source."""
    if reading.source is None or reading.cue is None or reading.cue[0] == cue[0]:
        return False
    says = ("speech", "claim")
    return any(
        grammar.in_groups(document, place, says) and document.lower[place] != "charged"
        for place in range(*reading.cue)
    )
