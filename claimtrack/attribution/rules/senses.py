"""Another sense of a cue's words: set phrases, things seen or heard, what nobody says in them."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.attribution.rules.catalogue import AGENT
from claimtrack.language import TAGS, Document

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


def false_friend(document: Document, reading: Reading) -> bool:
    """Tell a set phrase, or another sense of the cue's words, from a report."""
    if reading.cue is None:
        return False
    first, last = reading.cue
    words = document.lower[first:last]
    if words == ("said",) and document.words[first] == "Said" and _is_name(document, first):
        return True
    if reading.source is None and words[-1] == "seen" and words[0] in ("was", "were", "been"):
        return True
    if words[0] in ("am", "pm") and first and document.words[first - 1][0].isdigit():
        return True
    if words[-1] == "known" and document.lower[last : last + 1] == ("as",):
        return True
    if _phrasal(document, reading.cue):
        return True
    for sense in _SENSES:
        if sense(document, reading):
            return True
    before = document.lower[first - 1] if first else ""
    following = document.lower[last : last + 2]
    behind = reading.source is None or reading.source[0] >= first
    if words == ("said",) and _names_a_thing(document, first, before, behind):
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


def _is_name(document: Document, place: int) -> bool:
    """Tell "my guide, Said Benali," from a headline's "Said"."""
    sentence = document.sentence(place)
    person = document.entity(place) == "PERSON"
    opens = place == sentence.first or sentence.section == "headline"
    if not person and (opens or document.words[place - 1] != ","):
        return False
    following = document.words[place + 1 : place + 2]
    return bool(following) and following[0][:1].isupper()


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
    return reading.source is None and all(end <= first for _, end in reading.content)


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
    if reading.source is None or document.lower[reading.source[1] - 1] not in _ANYBODY:
        return False
    first = document.sentence(reading.source[0]).first
    return not _IF.isdisjoint(document.lower[first : reading.source[0]])


_ANYBODY = frozenset({"somebody", "someone", "anybody", "anyone"})

_IF = frozenset({"if", "when", "should", "unless", "whenever"})


def _sees(document: Document, reading: Reading) -> bool:
    """Tell "watched two trawlers" and "I've seen it" from "saw that" and "sees him as"."""
    if reading.cue is None or reading.content[0][0] < reading.cue[1]:
        return False
    if SEEING.isdisjoint(document.lower[slice(*reading.cue)]):
        return False
    following = document.lower[reading.content[0][0]]
    return following not in _CLAUSES and "as" not in document.lower[slice(*reading.content[0])]


SEEING = frozenset("saw seen watched watching watch witnessed glimpsed spotted".split())

_CLAUSES = frozenset({"that", "why", "whether", "as"})


def _names_a_thing(document: Document, place: int, before: str, alone: bool) -> bool:
    """Tell "the said flat" and "and said property was" from "she said property was".

    After a comma it takes a word ``alone``, with no subject before it.
    """
    if before in ("the", "of", "in", "for", "on", "by", "any"):
        following = document.tags[place + 1 : place + 2]
        return bool(len(following)) and TAGS[following[0]].startswith(("NN", "JJ"))
    if before not in ("and", "or", "but") and not (alone and before == ","):
        return False
    tags = [TAGS[tag] for tag in document.tags[place + 1 : place + 3]]
    if len(tags) < 2 or not tags[0].startswith("NN") or not tags[1].startswith("VB"):
        return False
    return not _verb_follows_subject(document, place)


def _verb_follows_subject(document: Document, place: int) -> bool:
    """Tell whether a subject that could speak stands in the sentence before the word."""
    sentence = document.sentence(place)
    for token in range(sentence.first, place):
        tag = document.tag(token)
        if tag == "PRP" or tag.startswith("NNP"):
            return True
    return False


def _in_name(document: Document, reading: Reading) -> bool:
    """Tell the "Falls" of "Marlow Falls Board of Education" from a verb."""
    if reading.cue is None or reading.cue[1] - reading.cue[0] != 1:
        return False
    place = reading.cue[0]
    if not document.words[place][0].isupper():
        return False
    sentence = document.sentence(place)
    if place == sentence.first or place + 1 >= sentence.last or sentence.section == "headline":
        return False
    around = document.words[place - 1 : place + 2]
    noun = document.tag(place).startswith("NN") or document.tag(place + 1).startswith("NNP")
    return noun and all(item[0].isupper() and not item.isupper() for item in around)


def _counted(document: Document, reading: Reading) -> bool:
    """Tell "protest the lack of new naira notes" from "…, the bank notes"."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or source[1] != cue[0] or cue[1] - cue[0] != 1:
        return False
    if document.tag(cue[0]) not in ("NNS", "NN") or any(
        end > source[0] for _, end in reading.content
    ):
        return False
    phrase = grammar.phrase_before(document, cue[0]) or source
    before = min(source[0], phrase[0]) - 1
    governs = before >= 0 and document.tag(before).startswith(("VB", "IN", "TO"))
    return governs and document.words[before].islower()


def _trades(document: Document, reading: Reading) -> bool:
    """Tell "the two sides trade charges" from what somebody charges."""
    if reading.cue is None:
        return False
    place = reading.cue[0]
    words = document.lower[max(place - 1, 0) : reading.cue[1]]
    if _TRADING.isdisjoint(words):
        return False
    return any(one in _TRADING and two in _TRADED for one, two in pairwise(words))


_TRADING = frozenset(
    {"trade", "trades", "traded", "trading", "exchange", "exchanged", "swap", "swapped"}
)
_TRADED = frozenset({"charges", "blame", "barbs", "accusations", "claims", "insults", "jibes"})


def _governs(document: Document, reading: Reading) -> bool:
    """Tell "the party had ruled Delhi for ten years" from what a court ruled."""
    if reading.cue is None or document.lower[reading.cue[1] - 1] not in (
        "ruled",
        "rules",
        "ruling",
    ):
        return False
    first, last = reading.content[0]
    if first != reading.cue[1] or grammar.finite(document, first, last):
        return False
    named = document.tag(first) == "NNP" or document.entity(first) == "LOCATION"
    return named and document.tag(first + 1) in ("IN", ".")


def _faces(document: Document, reading: Reading) -> bool:
    """Tell "she faced repeated questions about the delay" from what she asked."""
    if reading.cue is None:
        return False
    words = document.lower[slice(*reading.cue)]
    return words[0] in ("faced", "faces", "facing", "face") and not _FACED.isdisjoint(words)


_FACED = frozenset({"questions", "criticism", "calls", "accusations", "allegations", "claims"})


def _unconfirmed(document: Document, reading: Reading) -> bool:
    """Tell "his account could not be confirmed" from what somebody confirmed."""
    if reading.cue is None or reading.source is not None:
        return False
    low = max(document.sentence(reading.cue[0]).first, reading.cue[0] - 5)
    words = document.lower[low : reading.cue[1]]
    return "could" in words and "not" in words and not _CHECKING.isdisjoint(words)


_CHECKING = frozenset({"confirmed", "verified", "reached", "corroborated", "determined"})


def _compared(document: Document, reading: Reading) -> bool:
    """Tell "900 more than the developer's own study found" from what the study found."""
    if reading.source is None or reading.cue is None or reading.content[0][0] >= reading.cue[1]:
        return False
    first, last = reading.source
    return last <= reading.cue[0] and "than" in document.lower[max(first - 1, 0) : last]


def _reminds(document: Document, reading: Reading) -> bool:
    """Tell the writer's own "it should be noted that" from what nobody named has noted."""
    if reading.cue is None or reading.source is not None:
        return False
    first, last = reading.cue
    low = max(document.sentence(first).first, first - 3)
    words = document.lower[low:last]
    return "it" in words and not _SHOULD.isdisjoint(words) and words[-1] in _NOTED


_SHOULD = frozenset({"should", "may", "must", "might"})
_NOTED = frozenset("noted recalled remembered mentioned added said stressed borne".split())


def _unclear(document: Document, reading: Reading) -> bool:
    """Tell "It is unclear why they differ" from what somebody says is so."""
    if reading.cue is None:
        return False
    last = reading.cue[1]
    return document.tag(last - 1) == "VBZ" and document.lower[last : last + 1] in _OPEN


_OPEN = (("unclear",), ("unknown",), ("uncertain",))


def of_nobody(document: Document, reading: Reading) -> bool:
    """Tell "Nobody said it was safe" from a report: there is no one who says so."""
    if reading.source is None:
        return False
    words = document.lower[slice(*reading.source)]
    return words[0] in NOBODY or words[:2] == ("no", "one")


NOBODY = frozenset({"nobody", "none", "nothing"})

_SENSES = (
    *(_recalls, _condition, _hears, _wonders, _apposed, _supposed, _asked, _sees),
    *(_in_name, _counted, _trades, _governs, _faces, _unclear, _unconfirmed, _compared, _reminds),
)
