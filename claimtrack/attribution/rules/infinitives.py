"""What somebody is asked or forced to say: "The CIA advised officials to assume that …".

Who is asked has said nothing yet; who is "forced to admit" something says it.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import distant, grammar, marks
from claimtrack.attribution.rules.catalogue import SUBJECT
from claimtrack.language import Document

_ASKING = frozenset("ask tell urge advise want warn order expect invite encourage instruct".split())
_FORCING = frozenset(
    "forced compelled obliged pressed pushed led prompted leading prompting forcing".split()
)
_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_LONGEST = 12


def move(document: Document, reading: Reading) -> Reading:
    """Return the reading with the one who says so, where the cue may be an infinitive."""
    return _asked(document, _forced(document, reading))


def _asked(document: Document, reading: Reading) -> Reading:
    """Read "advised officials to assume that …": who advises is the source, and not they."""
    cue = reading.cue
    if cue is None or document.lower[cue[0]] != "to":
        return reading
    source = reading.source or grammar.phrase_before(document, cue[0])
    if source is None or source[1] != cue[0]:
        return reading
    verb = source[0] - 1
    if verb <= document.sentence(cue[0]).first or cue[0] - verb > _LONGEST:
        return reading
    asks = document.tag(verb) in _FINITE and grammar.stem(document, verb) in _ASKING
    if not asks or grammar.passive(document, verb):
        return reading
    start = grammar.group_start(document, verb)
    asker = grammar.phrase_before(document, start) or distant.before_clauses(document, start)
    if asker is None:
        return reading
    content = ((verb + 1, max(reading.content[-1][1], cue[1])),)
    rules = (*reading.rules, SUBJECT)
    return replace(reading, source=asker, cue=(start, verb + 1), content=content, rules=rules)


def _forced(document: Document, reading: Reading) -> Reading:
    """Read "was forced to admit" and "The judge forced the firm to admit": the firm admits it."""
    source, cue = reading.source, reading.cue
    if cue is None:
        return reading
    first = document.sentence(cue[0]).first
    place = next((k for k in range(*cue) if document.lower[k] == "to"), cue[0])
    low = max(first, (cue if source is None else source)[0], place - _LONGEST)
    verb = next((k for k in range(place - 1, low - 1, -1) if document.lower[k] in _FORCING), None)
    if verb is None or document.lower[place] != "to":
        return reading
    if grammar.passive(document, verb):
        whole = grammar.phrase_before(document, grammar.group_start(document, verb))
    elif source is not None and source[0] <= verb < source[1]:
        whole = marks.trim(document, (verb + 1, place))
    else:
        return reading
    if whole is None or whole == source:
        return reading
    return replace(reading, source=whole, rules=(*reading.rules, SUBJECT))
