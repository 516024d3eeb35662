"""Passives: "was told by police", "is rumoured to", "it is understood": who says so, if anybody."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution import lexicon, stance
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, misplaced
from claimtrack.attribution.rules.catalogue import AGENT, NOBODY
from claimtrack.language import Document

_PRAISING = lexicon.words("praising-participles")
_SPOKEN_OF = lexicon.words("raising-participles") | _PRAISING

_QUOTED_AS = frozenset({"quoted", "cited", "reported"})

ANY = (*grammar.REPORTING, "knowledge", "eventuality")


def read(document: Document, reading: Reading) -> Reading:
    """Return the reading with the source that its passive leaves: the agent, or nobody."""
    found = _raised(document, _passive(document, _faced(document, reading)))
    return _charged(document, _described(document, _told(document, _reduced(document, found))))


def _faced(document: Document, reading: Reading) -> Reading:
    """Read "has faced criticism over its ties": who criticises it is not said."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] > cue[0]:
        return reading
    words = document.lower[slice(*cue)]
    if _FACING.isdisjoint(words) or _CRITICISM.isdisjoint(words):
        return reading
    last = cue[1] - (document.lower[cue[1] - 1] in ("from", "by"))
    if document.lower[last : last + 1] in (("from",), ("by",)):
        agent = grammar.phrase_after(document, last + 1)
        content = None if agent is None else misplaced.cut(reading.content, agent)
        if agent is not None and content is not None:
            cue = (cue[0], last)
            return replace(
                reading, source=agent, cue=cue, content=content, rules=(*reading.rules, AGENT)
            )
    return replace(reading, source=None, rules=(*reading.rules, NOBODY))


_FACING = frozenset("faced faces facing face draws drew drawn drawing came under".split())
_CRITICISM = frozenset("criticism fire accusations allegations questions".split())


def _passive(document: Document, reading: Reading) -> Reading:
    """Read "residents were told by police": the agent is the source, the subject is not."""
    if reading.cue is None:
        return reading
    verb = _participle(document, reading.cue)
    reported_by = verb is not None and _as_reported(document, verb)
    if verb is None or not (reported_by or grammar.passive(document, verb)):
        return reading
    if document.lower[verb] in _QUOTED_AS and not reported_by:
        return reading
    by = next(
        (
            place
            for place in range(verb + 1, min(verb + _far(document, verb), _last(document, verb)))
            if document.lower[place] == "by"
        ),
        None,
    )
    if by is None:
        return reading
    agent = grammar.phrase_after(document, by + 1)
    if agent is None or agent == reading.source or _is_date(document, agent):
        return reading
    content = misplaced.cut(reading.content, agent)
    if content is None and reading.source is not None and reading.source[1] <= verb:
        content = (reading.source,)  # "The death of the climber was confirmed by police"
    if content is None:
        return reading
    return replace(reading, source=agent, content=content, rules=(*reading.rules, AGENT))


def _far(document: Document, verb: int) -> int:
    """Return how far off the agent may stand: "was called “unprecedented” by Europol"."""
    return _WITH_VERDICT if grammar.stem(document, verb) in stance.CALLING else _NEAR


def _last(document: Document, verb: int) -> int:
    """Return where to stop looking for an agent: at the next comma or finite verb."""
    last = document.sentence(verb).last
    for place in range(verb + 1, last):
        if document.words[place] in (",", ";") or document.tag_codes[place] in grammar.FINITE:
            return place
    return last


_NEAR = 4
_WITH_VERDICT = 9


def _participle(document: Document, cue: Range) -> int | None:
    """Return the first reporting verb of a cue that may be passive."""
    for place in range(*cue):
        if document.tag(place) in ("VBN", "VBD") and grammar.in_groups(document, place):
            return place
    return None


def _as_reported(document: Document, verb: int) -> bool:
    """Tell "as reported by", "as first reported by" and "it was reported by"."""
    if document.lower[verb : verb + 2] != ("reported", "by") or not verb:
        return False
    start = grammar.group_start(document, verb)
    if document.lower[verb - 1] == "first" or document.lower[start - 1] == "it":
        return True
    before = verb - 1 - (document.tag(verb - 1) == "RB")
    return before >= 0 and document.lower[before] == "as"


def _charged(document: Document, reading: Reading) -> Reading:
    """Read "a former deputy accused of theft": nobody says who accuses."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or AGENT in reading.rules or source[0] >= cue[0]:
        return reading
    if _CHARGED.isdisjoint(document.lower[slice(*cue)]):
        return reading
    for verb in range(*cue):
        charged = document.tag(verb) in ("VBN", "VBD") and document.lower[verb] in _CHARGED
        if not charged or document.lower[verb + 1 : verb + 2] not in (("of",), ("with",)):
            continue
        helpers = document.lower[source[1] : verb]
        if not _HAVING.isdisjoint(helpers) and "been" not in helpers:
            return reading
        told = _main_report(document, verb)
        if told is not None and not grammar.passive(document, verb):
            content = ((told + 1, document.sentence(verb).last),)
            return replace(reading, source=(source[0], told), cue=(told, told + 1), content=content)
        return replace(reading, source=None, rules=(*reading.rules, NOBODY))
    return reading


def _main_report(document: Document, verb: int) -> int | None:
    """Return the main verb of "a man accused of murder told detectives", if it reports."""
    for place in range(verb + 1, min(verb + 16, document.sentence(verb).last - 2)):
        if document.tag_codes[place] in grammar.FINITE:
            said = grammar.in_groups(document, place, ("speech", "claim"))
            return place if said and document.tag(place) != "MD" else None
    return None


_CHARGED = frozenset(
    {"accused", "suspected", "charged", "convicted", "cleared", "acquitted", "credited"}
)
_HAVING = frozenset({"have", "has", "had", "having"})


def _is_date(document: Document, tokens: Range) -> bool:
    """Tell "is expected by late June" from "is expected by the board"."""
    return all(
        document.entity(place) == "DATE"
        for place in range(*tokens)
        if document.tag(place).startswith("NN")
    )


def _raised(document: Document, reading: Reading) -> Reading:
    """Read "the striker is rumoured to be in Lyon": the striker is no source, but spoken of.

    So is who "was praised for the rescue".
    """
    if reading.source is None or reading.cue is None or AGENT in reading.rules:
        return reading
    if _SPOKEN_OF.isdisjoint(document.lower[slice(*reading.cue)]):
        return reading
    for place in range(*reading.cue):
        word = document.lower[place]
        if word not in _SPOKEN_OF or place + 1 >= len(document):
            continue
        judged = (word in _PRAISING or word in _FORESEEN) and document.tag(place) == "VBN"
        if not judged and document.lower[place + 1] != "to":
            continue
        if not grammar.passive(document, place):
            continue
        if reading.source[1] > place:
            continue
        spoken_of = replace(reading, source=None, rules=(*reading.rules, NOBODY))
        return replace(spoken_of, content=tuple(sorted((*reading.content, reading.source))))
    return reading


_FORESEEN = frozenset({"expected", "predicted", "forecast"})


def _reduced(document: Document, reading: Reading) -> Reading:
    """Read "a man thought to have left" and "the network blamed for it": nobody says who thinks."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] != cue[0] or AGENT in reading.rules:
        return reading
    following = _REDUCED.get(document.lower[cue[0]])
    if cue[1] - cue[0] > 1 or following is None or cue[1] >= len(document):
        return reading
    if document.lower[cue[1]] not in following or document.tag(cue[0]) == "VBP":
        return reading
    last = document.sentence(cue[0]).last
    if document.lower[cue[1]] == "to" and document.tag(min(cue[1] + 1, last - 1)) != "VB":
        return reading  # "reported to police that"
    within = source[0] > 0 and document.lower[source[0] - 1] in _WITHIN
    main = _main_verb(document, cue[1], last)
    if main is None and not within:
        return reading
    if main is not None and grammar.in_groups(document, main, ("speech", "claim")):
        return reading  # "the group blamed for the attack said"
    content = misplaced.cut(reading.content, (main, last)) if main else reading.content
    content = tuple(sorted((*(content or reading.content), source)))
    return replace(reading, source=None, content=content, rules=(*reading.rules, NOBODY))


def _main_verb(document: Document, first: int, last: int) -> int | None:
    """Return the next finite verb of a sentence, if no "that" opens a clause before it."""
    for place in range(first, last):
        if document.lower[place] in ("that", "if", "when", "as", "because", "who", "which"):
            return None
        if document.tag_codes[place] in grammar.FINITE:
            return place
    return None


_REDUCED = {
    **dict.fromkeys(("thought", "believed", "understood", "feared", "presumed"), ("to",)),
    **dict.fromkeys(("said", "rumoured", "rumored", "alleged", "reported"), ("to",)),
    "expected": ("to", "from", "for", "in"),
    "blamed": ("for",),
}
"""Participles behind a noun, and what follows where they are no verb: "contributions expected"."""

_WITHIN = frozenset({"with", "against", "by", "of", "from", "to", "on", "the"})


def _told(document: Document, reading: Reading) -> Reading:
    """Read "she was told that it was safe": she is not who says so; a court is as good as one."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or AGENT in reading.rules or source[0] >= cue[1]:
        return reading
    if _HEARERS.isdisjoint(document.lower[slice(*cue)]):
        return reading
    verb = next(k for k in range(*cue) if document.lower[k] in _HEARERS)
    if document.lower[source[1] - 1] in _COURTS:
        return reading
    if source[1] > verb or not grammar.passive(document, verb):
        return reading
    return replace(reading, source=None, rules=(*reading.rules, NOBODY))


_HEARERS = frozenset(
    {"told", "informed", "advised", "reassured", "reminded", "asked", "pressed", "quizzed"}
)

_COURTS = frozenset("court inquest jury hearing tribunal inquiry panel committee jurors".split())


def _described(document: Document, reading: Reading) -> Reading:
    """Read "injuries described as slight": nobody says who described them."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or cue[1] >= len(document):
        return reading
    verb = cue[1] - 1 - (document.lower[cue[1] - 1] == "as")
    if document.lower[verb + 1] != "as" or grammar.stem(document, verb) not in _CALLING:
        return reading
    before = document.lower[max(source[0] - 2, 0) : verb]
    if document.tag(verb) != "VBN" or _WHAT & set(before) or not source[1] <= verb:
        return reading
    return replace(reading, source=None, rules=(*reading.rules, NOBODY))


_CALLING = frozenset(
    {"describe", "identify", "identifi", "label", "characterize", "characterise", "depict"}
)
_WHAT = frozenset({"what", "which", "whom", "that", "have", "has", "had", "'ve", "’ve"})


def without_it(document: Document, reading: Reading) -> Reading:
    """Drop an "it" that stands for nothing: "it is understood that", "it seems that"."""
    cue = reading.cue
    if cue is None:
        return reading
    said = document.lower[reading.content[0][0]] == "that"
    if "worth" in document.lower[slice(*cue)]:
        return replace(reading, source=None, rules=(*reading.rules, NOBODY))
    for place in range(*cue):
        if said and document.tag(place) == "VBN" and grammar.passive(document, place):
            return replace(reading, source=None, rules=(*reading.rules, NOBODY))
        seems = grammar.in_groups(document, place, ("seeming",))
        if seems or (
            document.tag(place) in ("VBN", "VBD", "JJ", "NN")
            and grammar.passive(document, place)
            and grammar.in_groups(document, place, ANY)
        ):
            return replace(reading, source=None, rules=(*reading.rules, NOBODY))
    return reading
