"""Another sense of a cue's words: set phrases, things seen or heard, what nobody says in them."""

from __future__ import annotations

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import caveats, grammar, lookalikes, namings
from claimtrack.attribution.rules.catalogue import AGENT
from claimtrack.attribution.rules.physical import PHYSICAL
from claimtrack.attribution.rules.unsaid import UNSAID
from claimtrack.language import Document

_SUBJECTS_THAT_SPEAK_NOT = lexicon.words("silent-subjects")
_NOT_SOURCES = lexicon.words("not-according")
_SET_PHRASES = (
    *("needless to say", "that is to say", "is fair to say", "is safe to say", "suffice to say"),
    *(
        "suffice it to say",
        "goes without saying",
        "strange to say",
        "sad to say",
        "have a say",
        "say the least",
    ),
)
_PHRASAL = lexicon.words("not-reporting")
_PARTICLES = frozenset(
    particle
    for phrase in _PHRASAL
    for particle in (phrase.partition("-")[2], phrase.rpartition("-")[2])
)
_SHOWS = frozenset({"show", "tell", "teach", "prove", "suggest"})


def _said_so(document: Document, reading: Reading) -> bool:
    """Tell "when I said so" and "the same can be said of" from "said so many had come"."""
    assert reading.cue is not None
    last = reading.cue[1]
    if reading.source is not None and document.lower[slice(*reading.source)] == ("the", "same"):
        return "be" in document.lower[slice(*reading.cue)]
    if document.lower[last - 1] not in ("said", "say", "says") or last + 1 >= len(document):
        return False
    ends = document.tag(last + 1) in ("PRP", "IN", ",", ".") or document.words[last + 1] in ",.;"
    return document.lower[last] == "so" and ends and reading.content[0][0] >= last


def _named_so(document: Document, reading: Reading) -> bool:
    """Tell "the committee, known as PRAC," and "it is well known" from what somebody knows."""
    assert reading.cue is not None
    known = (place for place in range(*reading.cue) if document.lower[place] == "known")
    return any(
        document.lower[place + 1 : place + 2] in (("as",), ("to",))
        or (place and document.lower[place - 1] in _WELL and reading.source is None)
        for place in known
    )


_WELL = frozenset({"well", "also", "better", "best", "otherwise", "little", "formerly"})


def false_friend(document: Document, reading: Reading) -> bool:
    """Tell a set phrase, or another sense of the cue's words, from a report."""
    if reading.cue is None:
        return False
    first, last = reading.cue
    words = document.lower[first:last]
    if (
        words == ("said",)
        and document.words[first] == "Said"
        and lookalikes.is_name(document, first)
    ):
        return True
    if reading.source is None and words[-1] == "seen" and words[0] in ("was", "were", "been"):
        return True
    if words[0] in ("am", "pm") and first and document.words[first - 1][0].isdigit():
        return True
    if _named_so(document, reading):
        return True
    if _phrasal(document, reading.cue) or _said_so(document, reading):
        return True
    for sense in _SENSES:
        if sense(document, reading):
            return True
    before = document.lower[first - 1] if first else ""
    following = document.lower[last : last + 2]
    behind = reading.source is None or reading.source[0] >= first
    if words == ("said",) and lookalikes.names_a_thing(document, first, before, behind):
        return True
    around = " ".join(document.lower[max(0, first - 4) : last + 2])
    if "say" in around and any(phrase in around for phrase in _SET_PHRASES):
        return True
    if words[:2] == ("according", "to") and (set(following) & _NOT_SOURCES):
        return True
    if reading.source is not None:
        low, high = reading.source
        silent = 0 < high - low <= 2 and document.lower[high - 1] in _SUBJECTS_THAT_SPEAK_NOT
        return silent and not _SHOWS.isdisjoint(map(lexicon.stem, words))
    return False


def _phrasal(document: Document, cue: Range) -> bool:
    """Tell "called off the search" and "held up the train" from calling and holding."""
    following = document.lower[cue[0] + 1 : cue[1] + 1]
    if _PARTICLES.isdisjoint(following):
        return False
    return any(
        f"{lexicon.stem(document.lower[place])}-{after}" in _PHRASAL
        for place, after in enumerate(following, cue[0])
        if document.tag(place).startswith("VB")
    )


def _asked(document: Document, reading: Reading) -> bool:
    """Tell "Asked about the delay, …": nobody is said to have asked."""
    if reading.source is not None or reading.cue is None:
        return False
    place = reading.cue[0]
    opens = place - document.sentence(place).first <= 1
    return opens and document.lower[place] == "asked" and document.tag(place) in ("VBN", "VBD")


def _recalls(document: Document, reading: Reading) -> bool:
    """Tell "Tesla recalled all of the trucks" from what somebody recalled."""
    if reading.cue is None or reading.source is None:
        return False
    if _RECALLING.isdisjoint(document.lower[slice(*reading.cue)]):
        return False
    if any(document.quoted(*piece) for piece in reading.content):
        return False
    clause = document.lower[reading.content[0][0]] in ("that", "how")
    return document.entity(reading.source[1] - 1) == "ORGANIZATION" and not clause


_RECALLING = frozenset({"recalled", "recalls", "recalling"})


def _condition(document: Document, reading: Reading) -> bool:
    """Tell "spoke on the condition that they not be named" from what they said."""
    if reading.cue is None or document.lower[reading.cue[0]] not in _TALKING:
        return False
    return "condition" in document.lower[reading.cue[0] : reading.cue[1] + 3]


_TALKING = frozenset({"spoke", "speaking", "talked"})


def _hears(document: Document, reading: Reading) -> bool:
    """Tell "the police have been informed" and "she was asked to leave" from reports."""
    if reading.cue is None or AGENT in reading.rules:
        return False
    first, last = reading.cue
    if _HEARERS.isdisjoint(document.lower[first:last]):
        return False
    verb = next(k for k in range(first, last) if document.lower[k] in _HEARERS)
    if not grammar.passive(document, verb):
        return False
    if document.lower[verb + 1 : verb + 2] == ("to",) and document.lower[verb] != "told":
        return reading.source is None or reading.source[0] < first
    if reading.source is None and document.lower[verb] == "asked":
        asks = document.lower[min(reading.content)[0]] in _QUESTIONS
        return asks or all(end <= first for _, end in reading.content)
    return reading.source is None and all(end <= first for _, end in reading.content)


_QUESTIONS = frozenset({"if", "whether", "about", "how", "why", "what"})


_HEARERS = frozenset(
    "told informed notified alerted asked urged ordered invited instructed".split()
)


def _wonders(document: Document, reading: Reading) -> bool:
    """Tell "What do the numbers say?" from what they say."""
    if reading.cue is None:
        return False
    verb = reading.cue[1] - 1
    sentence = document.sentence(verb)
    if document.words[sentence.last - 1] != "?":
        return False
    done = not {"do", "does", "did"}.isdisjoint(document.lower[sentence.first : verb])
    asks = done or document.tag(verb) == "VB"
    opens = document.tag(sentence.first) in ("WP", "WRB", "WDT", "VBZ", "VBP", "VBD", "MD")
    return asks and opens and not document.quoted(sentence.first, verb)


def _apposed(document: Document, reading: Reading) -> bool:
    """Tell "Root, dismissed for a duck, was calm" from what Root dismissed."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or cue[1] - cue[0] != 1 or cue[1] >= len(document):
        return False
    if document.tag(cue[0]) not in ("VBN", "VBD") or document.words[cue[0] - 1] != ",":
        return False
    if document.lower[cue[0]] in ("quoted", "cited") or document.words[cue[1] - 1] == ",":
        return False
    if source[1] not in (cue[0] - 1, cue[0]) or "," in document.words[slice(*source)]:
        return False
    return document.tag(cue[1]) == "IN" and document.lower[cue[1]] != "that"


def _supposed(document: Document, reading: Reading) -> bool:
    """Tell "if somebody tells you it is late" from a report: nobody has said so."""
    if reading.source is None or document.lower[reading.source[1] - 1] not in ANYBODY:
        return False
    first = document.sentence(reading.source[0]).first
    return not _IF.isdisjoint(document.lower[first : reading.source[0]])


ANYBODY = frozenset({"somebody", "someone", "anybody", "anyone"})
_IF = frozenset({"if", "when", "should", "unless", "whenever"})


def _sees(document: Document, reading: Reading) -> bool:
    """Tell "watched two trawlers" and "I've seen it" from "saw that" and "sees him as"."""
    if reading.cue is None or reading.content[0][0] < reading.cue[1]:
        return False
    if SEEING.isdisjoint(document.lower[slice(*reading.cue)]):
        return False
    following = document.lower[reading.content[0][0]]
    words = document.lower[slice(*reading.content[0])]
    return following not in _CLAUSES and ("as" not in words or words[-2:] == ("as", "well"))


SEEING = frozenset("saw seen watched watching watch witnessed glimpsed spotted".split())
_CLAUSES = frozenset({"that", "why", "whether", "as"})


def _asks_reader(document: Document, reading: Reading) -> bool:
    """Tell "you might be wondering what comes next" from what somebody wonders."""
    if reading.source is None or document.quote_depth[reading.source[0]]:
        return False
    if document.lower[slice(*reading.source)] != ("you",) or reading.cue is None:
        return False
    sentence = document.sentence(reading.cue[0])
    asks = document.words[sentence.last - 1] == "?"
    return asks or not _MAYBE.isdisjoint(document.lower[slice(*reading.cue)])


_MAYBE = frozenset({"might", "may", "can", "could", "will", "'ll", "’ll"})


def of_nobody(document: Document, reading: Reading) -> bool:
    """Tell "Nobody said it was safe" from a report: there is no one who says so."""
    if reading.source is None:
        return False
    words = document.lower[slice(*reading.source)]
    return words[0] in NOBODY or words[:2] == ("no", "one")


NOBODY = frozenset({"nobody", "none", "nothing"})
_SENSES = (
    *(_recalls, _condition, _hears, _wonders, _apposed, _supposed, _asked, _sees, _asks_reader),
    *(lookalikes.in_name, lookalikes.counted, lookalikes.trades, lookalikes.governs),
    *(lookalikes.dates, lookalikes.is_noun),
    *UNSAID,
    *PHYSICAL,
    namings.gives_name,
    *(lookalikes.faces, caveats.unclear, caveats.unconfirmed, caveats.compared, caveats.reminds),
)
