"""Words that only look like a cue: names, nouns, what is traded, governed or faced."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar
from claimtrack.language import TAGS, Document


def is_name(document: Document, place: int) -> bool:
    """Tell "my guide, Said Benali," from a headline's "Said"."""
    sentence = document.sentence(place)
    person = document.entity(place) == "PERSON"
    opens = place == sentence.first or sentence.section == "headline"
    if not person and (opens or document.words[place - 1] != ","):
        return False
    following = document.words[place + 1 : place + 2]
    return bool(following) and following[0][:1].isupper()


def names_a_thing(document: Document, place: int, before: str, alone: bool) -> bool:
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


def in_name(document: Document, reading: Reading) -> bool:
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


def counted(document: Document, reading: Reading) -> bool:
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


def trades(document: Document, reading: Reading) -> bool:
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


def governs(document: Document, reading: Reading) -> bool:
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


def dates(document: Document, reading: Reading) -> bool:
    """Tell "July 18: …" and "just about" from who says something."""
    if reading.cue is None:
        return False
    if reading.source is None:
        return document.words[reading.cue[0]].isdigit() and is_date(document, reading.cue)
    places = range(*reading.source)
    if all(document.tag(place) in ("RB", "IN", "RBR") for place in places):
        return True
    return is_date(document, reading.source) and not document.words[reading.cue[0]][0].isalpha()


def is_date(document: Document, tokens: Range) -> bool:
    """Tell whether the tokens say when, and so not who: "April 21 | citing"."""
    return all(document.entity(place) == "DATE" for place in range(*tokens))


def is_noun(document: Document, reading: Reading) -> bool:
    """Tell "the yield on the Treasury note rose" from what somebody may note."""
    source, cue = reading.source, reading.cue
    if source is None or cue is None or cue[1] - cue[0] != 1 or source[1] != cue[0]:
        return False
    if document.tag(cue[0]) not in ("NN", "NNS", "VBP") or cue[1] >= len(document):
        return False
    if grammar.stem(document, cue[0]) not in _NOUNS or document.tag(source[1] - 1) == "PRP":
        return False
    relative = source[0] and document.lower[source[0] - 1] in ("who", "which", "that", "whom")
    return not relative and document.tag_codes[cue[1]] in grammar.FINITE


_NOUNS = frozenset("note call charge report attack estimate claim comment order state".split())


def faces(document: Document, reading: Reading) -> bool:
    """Tell "she faced repeated questions about the delay" from what she asked."""
    if reading.cue is None:
        return False
    words = document.lower[slice(*reading.cue)]
    return words[0] in ("faced", "faces", "facing", "face") and not _FACED.isdisjoint(words)


_FACED = frozenset({"questions", "calls", "claims"})
