"""Just enough grammar, from tags alone: reporting verbs, their helpers, the phrases beside them."""

from __future__ import annotations

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.language import TAGS, Document

REPORTING = ("speech", "claim", "show", "belief", "ask")
_NOMINAL = ("NN", "DT", "JJ", "PRP", "CD", "POS")
_INSIDE = frozenset({"of", "for", "at", "in", "from", "with", "on", "&"})
_LEADING = _INSIDE | {"that", "which", "who", "whether"}
_HELPERS = ("RB", "MD", "VBD", "VBZ", "VBP")
BE = frozenset("am is are was were be been being 's ’s 're ’re".split())
"""The forms of "be"."""
NOT = frozenset({"not", "n't", "n’t"})
"""The words that negate a verb."""
_LONGEST = 25
FINITE = frozenset(TAGS.index(name) for name in ("VBD", "VBZ", "VBP", "MD"))
"""Codes of the tags of finite verbs."""
FRAMING = frozenset(TAGS.index(name) for name in ("VBD", "VBZ", "VBP", "VBN", "NNS"))
"""Codes of the tags that the verb of a frame may be given, behind what it reports."""
_SOME = frozenset({"another", "others", "some", "many"})
_EXPLETIVE = frozenset({"it", "there", "which", "that", "what", "this", "who"})


def stem(document: Document, place: int) -> str:
    """Return the lemma of a token, as far as the lexicon of cues tells it."""
    return lexicon.stem(document.lower[place])


def in_groups(document: Document, place: int, names: tuple[str, ...] = REPORTING) -> bool:
    """Tell whether a token is a form of a cue word of one of these groups."""
    return bool(lexicon.bits_of(document.lower[place]) & lexicon.mask(names))


def groups_of(document: Document, tokens: Range) -> int:
    """Return the bits of all groups that have a form of a cue word among the tokens."""
    bits = 0
    for item in document.lower[tokens[0] : tokens[1]]:
        bits |= lexicon.bits_of(item)
    return bits


def finite(document: Document, first: int, last: int) -> bool:
    """Tell whether there is a finite verb among the tokens."""
    return not FINITE.isdisjoint(document.tag_codes[first:last])


def passive(document: Document, verb: int) -> bool:
    """Tell whether a form of "be" and nothing but adverbs and helpers stand before the verb.

    A finite verb has no participles among its helpers: "who asked not to be named told".
    """
    place = verb
    helpers = ("RB",) if document.tag(verb) in ("VBZ", "VBP", "VBD") else ("RB", "VBN", "VBG")
    first = document.sentence(verb).first
    while place > first and (document.tag(place - 1) in helpers or document.lower[place - 1] in BE):
        place -= 1
        if document.lower[place] in BE:
            return True
    return False


def group_start(document: Document, verb: int) -> int:
    """Return where a verb's group begins: its helpers and adverbs come before it."""
    first = document.sentence(verb).first
    while verb > first and _helps(document, verb - 1, first):
        verb -= 1
    return verb


def _helps(document: Document, place: int, first: int) -> bool:
    """Tell helpers and adverbs, and the "today" of "has today endorsed"."""
    if document.tag(place) in _HELPERS:
        return True
    return (
        document.lower[place] in _TODAY
        and place > first
        and document.lower[place - 1] in ("has", "have", "had", "was", "were")
    )


_TODAY = frozenset({"today", "yesterday", "tonight"})


def phrase_before(document: Document, end: int, *, floor: int | None = None) -> Range | None:
    """Return the noun phrase that ends at ``end``, with its "of" and "for" parts."""
    if end <= 0:
        return None
    if document.tag(end - 1) == "PRP":  # "every winter they say": the pronoun alone
        return _named(document, end - 1, end)
    low = end
    first = document.sentence(end - 1).first if floor is None else floor
    while low > first and end - low < _LONGEST and _goes_on(document, low - 1, low < end):
        low -= 1
    while low < end and document.lower[low] in _LEADING:
        low += 1
    return _named(document, low, end)


def phrase_after(
    document: Document, start: int, *, ceiling: int | None = None, names: bool = False
) -> Range | None:
    """Return the noun phrase that begins at ``start``, with its "of" and "for" parts.

    With ``names``, a word with a capital belongs to it whatever its tag.
    """
    if start >= len(document):
        return None
    last = document.sentence(start).last if ceiling is None else ceiling
    high = start
    while (
        high < last
        and high - start < _LONGEST
        and (
            _goes_on(document, high, high > start) or (names and document.words[high][0].isupper())
        )
    ):
        high += 1
    if high + 3 < last and high > start and document.lower[high] in ("(", "-lrb-"):
        closes = document.words[high + 2] == ")" and document.words[high + 1].isupper()
        more = phrase_after(document, high + 3, ceiling=last) if closes else None
        if more is not None:  # "the Disaster Authority (ASDMA) bulletin"
            return (start, more[1])
    while high > start and document.lower[high - 1] in _INSIDE:
        high -= 1
    return _named(document, start, high)


def _goes_on(document: Document, place: int, begun: bool) -> bool:
    if begun and another_begins(document, place):
        return False
    if begun and document.lower[place] == "and" and document.entity(place) == "ORGANIZATION":
        return True
    if document.tag(place).startswith(_NOMINAL):
        return not begun or document.tag(place) != "PRP"
    if document.tag(place) == "VBG" and begun:
        return place + 1 < len(document) and document.tag(place + 1).startswith("NN")
    return begun and document.lower[place] in _INSIDE and not _does(document, place + 1)


def another_begins(document: Document, place: int) -> bool:
    """Tell the article of another phrase: "according to Smith | the house is too small"."""
    if document.tag(place) != "DT" or not document.tag(place - 1).startswith("NN"):
        return False
    following = document.words[place + 1 : place + 2]
    return following != () and not following[0][0].isupper()


def _does(document: Document, place: int) -> bool:
    """Tell "by the union of hiding the fault" from "the union of striking workers"."""
    return (
        place + 1 < len(document)
        and document.tag(place) == "VBG"
        and document.tag(place + 1) in ("DT", "PRP$", "PRP")
    )


def _named(document: Document, first: int, last: int) -> Range | None:
    if first >= last or last - first >= _LONGEST or document.lower[last - 1] in _EXPLETIVE:
        return None
    if last - first == 1 and document.lower[first] in _SOME:
        return (first, last)
    if not any(document.tag(place).startswith(("NN", "PRP", "CD")) for place in range(first, last)):
        return None
    return (first, last)


def closes(document: Document, place: int) -> bool:
    """Tell whether nothing but a time or place stands behind a verb, up to a comma or the end.

    ``place`` is right behind the verb; a place may be "in an indictment unsealed Thursday".
    """
    start, last = place, document.sentence(place - 1).last
    if place >= last:
        return True
    near, tags = (_FAR, _WHERE) if document.tag(place) == "IN" else (_NEAR, _WHEN)
    while place < last and document.words[place] not in (",", ".", ";"):
        if document.tag(place) not in tags or place - start > near:
            return False
        place += 1
    return True


def frame(document: Document, verb: int) -> tuple[Range, Range] | None:
    """Return source and cue of a frame behind what it reports: "…, Uhuru 7 said on Monday"."""
    first = document.sentence(verb).first
    if "," not in document.words[first + 2 : verb] or not closes(document, verb + 1):
        return None
    start = group_start(document, verb)
    source = phrase_before(document, start)
    if source is None or source[0] <= first + 2 or source[1] == verb + 1:
        return None
    if document.words[source[0] - 1] != "," or passive(document, verb):
        return None
    if not finite(document, first, source[0]) or _no_words(document, verb, first, source[0]):
        return None
    return source, (start, verb + 1)


def _no_words(document: Document, verb: int, first: int, last: int) -> bool:
    """Tell "asked about claims that he knew, he laughed" from words that somebody says so."""
    if document.quoted(first, last):
        return False
    return document.lower[first] == "asked" or stem(document, verb) in GESTURES


GESTURES = frozenset("laugh smile shrug nod grin gasp sob sigh wink frown chuckle paus".split())
"""What is done beside words, and says nothing without them."""


_WHEN = ("NNP", "IN", "CD", "DT", "NN", "RB", "JJ")
_WHERE = (*_WHEN, "NNS", "NNPS", "VBN", "VBD", "PRP$", "POS", "TO", "CC")
_NEAR = 8
_FAR = 14


def expletive(document: Document, tokens: Range) -> bool:
    """Tell whether the tokens are a lone "it" or "there"."""
    return tokens[1] - tokens[0] == 1 and document.lower[tokens[0]] in ("it", "there")
