"""Who is quoted by whom: "the agency quoted the ministry as saying that …" has two sources.

The agency reports all that follows; within its report, the ministry says what follows "as saying".
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, marks
from claimtrack.attribution.rules.catalogue import AGENT, NOBODY
from claimtrack.language import Document

RULE = "quoted-as-saying"

_QUOTING = frozenset(
    "quoted quotes quote cited cites cite quoting citing reported reports reporting".split()
)
_SAYING = frozenset(
    "saying telling claiming insisting denying confirming calling describing warning".split()
)
_LONGEST = 16
"""The most tokens of the one who is quoted, with name and apposition."""


def complete(document: Document, readings: list[Reading]) -> list[Reading]:
    """Return the readings with each of "X quoted Y as saying Z" given to X, from Y to the end."""
    found: list[Reading] = []
    homes: dict[int, int] = {}
    for reading in readings:
        passive = _passed_on(document, reading)
        if passive is not None:
            found.append(passive)
            continue
        verb = _verb(document, reading)
        if verb is None:
            found.append(reading)
            continue
        behind = _behind(document, reading, verb)
        if behind is not None:
            if verb not in homes:
                homes[verb] = len(found)
                found.append(behind)
            continue
        end = max(reading.content[-1][1], verb + 2)
        if verb in homes:
            one = found[homes[verb]]
            end = max(end, one.content[0][1])
            found[homes[verb]] = replace(one, content=((verb + 1, end),))
            continue
        homes[verb] = len(found)
        found.append(_whole(document, reading, verb, end))
    return found


def _passed_on(document: Document, reading: Reading) -> Reading | None:
    """Read "the minister was quoted by Interfax as saying that …", "… as saying by Interfax"."""
    cue = reading.cue
    if cue is None:
        return None
    verb = next((k for k in range(*cue) if document.lower[k] in ("quoted", "cited")), None)
    if verb is None or not grammar.passive(document, verb):
        return None
    last = reading.content[-1][1]
    stop = min(verb + _LONGEST, last - 1)
    by = next((k for k in range(verb + 1, stop) if document.lower[k] == "by"), None)
    place = next((k for k in range(verb + 1, stop) if document.lower[k] == "as"), None)
    if by is None or place is None or document.lower[place + 1] not in _SAYING:
        return None
    agent = grammar.phrase_after(document, by + 1, ceiling=place if by < place else last)
    if agent is None or agent[1] >= last:
        return None
    content = marks.trim(document, (max(agent[1], place + 2), last))
    source = reading.source
    if source is None or source[0] >= verb:
        source = grammar.phrase_before(document, grammar.group_start(document, verb))
    if content is None or source is None or source[1] > verb:
        return None
    says = cue if by > place else (cue[0], verb + 1)
    rules = tuple(rule for rule in reading.rules if rule not in (AGENT, NOBODY))
    return replace(reading, source=source, cue=says, content=(content,), rules=(*rules, RULE))


def _behind(document: Document, reading: Reading, verb: int) -> Reading | None:
    """Read "“…,” the agency quoted a ministry official as saying", behind what was said."""
    sentence = document.sentence(verb)
    place = _as(document, verb + 1, sentence.last)
    if place is None or not _ends(document, place + 2, sentence.last):
        return None
    source = _quoter(document, reading, verb)
    if source is None:
        return None
    opening = min(sentence.first, reading.content[0][0])
    said = marks.trim(document, (opening, source[0]))
    if said is None or document.words[source[0] - 1] not in _CLOSING:
        return None
    content = (said, (verb + 1, place + 2))
    rules = (*reading.rules, RULE)
    return replace(reading, source=source, cue=(verb, verb + 1), content=content, rules=rules)


def _ends(document: Document, place: int, last: int) -> bool:
    """Tell whether a clause ends here, but for a time: "as saying on Sunday."."""
    last = next((k for k in range(place, last) if document.words[k] in (",", ";")), last)
    rest = range(place, last)
    return len(rest) <= _TIME and all(
        not document.words[k][0].isalnum()
        or document.tag(k) in ("IN", "DT", "CD")
        or document.entity(k) == "DATE"
        for k in rest
    )


_TIME = 4
_CLOSING = frozenset({",", "”", '"', "''", "’", "’’", "»"})


def _quoter(document: Document, reading: Reading, verb: int) -> Range | None:
    """Return who quotes: the subject of the verb."""
    source = grammar.phrase_before(document, grammar.group_start(document, verb))
    if source is None and reading.source is not None and reading.source[1] <= verb:
        return reading.source
    return source


def _whole(document: Document, reading: Reading, verb: int, end: int) -> Reading:
    source = _quoter(document, reading, verb)
    rules = (*reading.rules, RULE)
    cue, content = (verb, verb + 1), ((verb + 1, end),)
    return replace(reading, source=source, cue=cue, content=content, rules=rules)


def quoted(document: Document, reading: Reading) -> tuple[Range, Range, Range] | None:
    """Return source, cue and content of who is quoted within a reading, if it quotes anyone."""
    if reading.cue is None or document.lower[reading.cue[1] - 1] not in _QUOTING:
        return None
    if grammar.passive(document, reading.cue[1] - 1):
        return None
    first, last = reading.content[-1]
    behind = len(reading.content) > 1 and document.lower[last - 2] == "as"
    place = last - 2 if behind else _as(document, first, last)
    if place is None or first != reading.cue[1]:
        return None
    if behind:
        said = (reading.content[0][0], reading.content[-2][1])
    else:
        said = (_past_hearers(document, place + 2, last), last)
    content = marks.trim(document, said)
    source = marks.trim(document, (first, place))
    if source is None or content is None:
        return None
    return source, (place, place + 2), content


def _verb(document: Document, reading: Reading) -> int | None:
    """Return the verb of quoting that a reading's cue is, or whose "as saying" its cue is."""
    if reading.cue is None:
        return None
    first, last = reading.cue
    low = max(document.sentence(first).first, first - _LONGEST)
    if _QUOTING.isdisjoint(document.lower[low:last]):
        return None
    for verb in range(last - 1, low - 1, -1):
        if document.lower[verb] not in _QUOTING or not document.tag(verb).startswith("VB"):
            continue
        place = _as(document, verb + 1, document.sentence(verb).last)
        if place is None or grammar.passive(document, verb) or document.quote_depth[verb]:
            return None
        return verb if verb >= first or first <= place + 1 else None
    return None


def _as(document: Document, first: int, last: int) -> int | None:
    """Return where "as saying" stands behind the one who is quoted."""
    for place in range(first + 1, min(first + _LONGEST, last - 2)):
        if document.lower[place] == "as" and document.lower[place + 1] in _SAYING:
            return place
    return None


def _past_hearers(document: Document, place: int, last: int) -> int:
    """Return where the words begin after "as telling reporters in the capital that"."""
    if document.lower[place - 1] != "telling":
        return place
    stop = min(place + _LONGEST, last)
    return next((k for k in range(place, stop) if document.lower[k] in ("that", ":")), place)
