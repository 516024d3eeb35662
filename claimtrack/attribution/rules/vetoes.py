"""What the model cannot know of its own readings: set phrases, and sources that said nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, headings, marks, senses
from claimtrack.language import Document

SILENCE = "gave-no-answer"
"""The rule of a source that would not speak: an attribution of what it did, not of words."""
_NOBODY = frozenset({"nobody", "none", "neither"})
_SAID_NOTHING = frozenset(
    {"comment", "respond", "reply", "answer", "elaborate", "return", "verify", "corroborate"}
)
_REFUSE = frozenset({"declin", "refus", "decline", "refuse", "fail"})
_WITHHELD = frozenset(
    "say tell comment discuss disclose specify elaborate reveal identify confirm answer".split()
)


def veto(document: Document, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings that no rule strikes out; those that tell of a silence say so."""
    same = _by_cue(readings)
    return [
        replace(item, rules=(*item.rules, SILENCE)) if silent(document, item) else item
        for item in readings
        if not (
            senses.false_friend(document, item)
            or (senses.of_nobody(document, item) and not silent(document, item))
            or _groundless(document, item)
            or _title(document, item)
            or headings.labels(document, item)
            or _within_subject(item, same)
        )
    ]


def _by_cue(readings: Sequence[Reading]) -> dict[Range, list[Range]]:
    """Return for each cue the sources before it."""
    found: dict[Range, list[Range]] = {}
    for item in readings:
        if item.cue is not None and item.source is not None and item.source[1] <= item.cue[0]:
            found.setdefault(item.cue, []).append(item.source)
    return found


def _within_subject(reading: Reading, same: dict[Range, list[Range]]) -> bool:
    """Tell the wife in "a man charged with the murder of his wife told police" from who told."""
    source = reading.source
    if source is None or reading.cue is None:
        return False
    return any(
        other[0] < source[0] and source[1] <= other[1] for other in same.get(reading.cue, ())
    )


def _title(document: Document, reading: Reading) -> bool:
    """Tell a title of a work in quotation marks from words that somebody says."""
    if reading.cue is None or len(reading.content) != 1:
        return False
    first, last = reading.content[0]
    if not document.quoted(first, first + 1):
        return False
    if _terms(document, reading.cue, reading.content[0]):
        return True
    stems = {lexicon.stem(item) for item in document.lower[slice(*reading.cue)]}
    said = lexicon.mask(("speech", "claim", "ask"))
    if any(lexicon.bits_of(item) & said for item in stems - _MAKING):
        return False
    depth = document.quote_depth[first:last].tolist()
    quoted = depth.index(0) if 0 in depth else last - first
    if grammar.finite(document, first + quoted, last):
        return False
    last = first + quoted
    words = [item for item in document.words[first:last] if item[0].isalnum()]
    weighty = [item for item in words if len(item) > 3 and item not in _SMALL] or words
    capital = sum(item[0].isupper() or item[0].isdigit() for item in weighty)
    return 1 <= len(words) <= _LONGEST_TITLE and capital >= len(weighty) * 0.6


def _terms(document: Document, cue: Range, content: Range) -> bool:
    """Tell words that are only spoken of, "no word for 'hurry'", from words that somebody says."""
    first, last = content
    if last - first > _TERM or grammar.finite(document, first, last):
        return False
    return not any(map(lexicon.bits_of, document.lower[slice(*cue)]))


_TERM = 4
_MAKING = frozenset({"write", "sing", "read", "publish", "record", "broadcast", "post", "chant"})
_LONGEST_TITLE = 7
_SMALL = frozenset({"from", "with", "into", "over", "upon"})


def _groundless(document: Document, reading: Reading) -> bool:
    """Tell a guess: no source, no form that hides one, no quoted words, and not likely either."""
    if reading.source is not None or reading.cue is None or reading.draft is None:
        return False
    if reading.probability >= _SURE or marks.any_quoted(document, reading.content):
        return False
    return not any(
        grammar.in_groups(document, place, ("seeming", "veiled"))
        or (
            grammar.in_groups(document, place, _REPORTING)
            and grammar.passive(document, place)
            and _says_what(document, place)
        )
        for place in range(*reading.cue)
    )


def _says_what(document: Document, verb: int) -> bool:
    """Tell "was said to be", "is thought that" from "was admitted to hospital", "was recalled"."""
    following = document.lower[verb + 1 : verb + 2]
    start = verb
    while start and (document.lower[start - 1] in _HELPERS or document.tag(start - 1) == "RB"):
        start -= 1
    if start and document.lower[start - 1] == "it":
        return True
    if following == ("to",):
        return verb + 2 < len(document) and document.tag(verb + 2) == "VB"
    return following in _COMPLETING or grammar.stem(document, verb) in _ALWAYS


_HELPERS = grammar.BE | {"has", "have", "had"}
_COMPLETING = (("that",), ("as",), ("by",), ("how",), ("whether",))
_ALWAYS = frozenset("say believe expect understand think allege report tell fear know".split())


_REPORTING = (*grammar.REPORTING, "knowledge")
_SURE = 0.3


def silent(document: Document, reading: Reading) -> bool:
    """Tell whether the cue says that the source gave no answer ("declined to comment")."""
    if reading.cue is None or marks.any_quoted(document, reading.content):
        return False
    first, last = reading.cue
    low = max(0, first - 3)
    words = document.lower[low : last + 3]
    refusing = not _REFUSE.isdisjoint(map(lexicon.stem, words))
    if refusing and any(refuses(document, place) for place in range(low, last)):
        return not _whole_clause(document, reading)
    if _unnamed(document, reading):
        return True
    own = tuple(map(lexicon.stem, document.lower[first:last]))
    if "neither" in words and "nor" in words and not _WITHHELD.isdisjoint(own):
        return True
    nobody = reading.source is not None and document.lower[reading.source[0]] in _NOBODY
    if not nobody and _NEGATIONS.isdisjoint(words):
        return False
    if not _SAID_NOTHING.isdisjoint(own):
        return True
    modal = not _MODALS.isdisjoint(words)
    return modal and not _WITHHELD.isdisjoint(own) and _asks(document, reading)


def _unnamed(document: Document, reading: Reading) -> bool:
    """Tell "they asked not to be identified" from what somebody asks for."""
    begin = min(reading.content)[0]
    if reading.cue is None or lexicon.stem(document.lower[reading.cue[1] - 1]) not in _WISHING:
        return False
    words = document.lower[begin : begin + 4]
    return (words[:3] == ("not", "to", "be") and words[3:] in _NAMING) or words[:1] == (
        "anonymity",
    )


_WISHING = frozenset({"ask", "request", "prefer", "insist", "demand"})
_NAMING = (("named",), ("identified",), ("quoted",))


def refuses(document: Document, place: int) -> bool:
    """Tell "declined to say" and "refused any comment" from "the brakes failed, police said"."""
    lower = document.lower
    if lexicon.stem(lower[place]) not in _REFUSE:
        return False
    after = lower[place + 1 : place + 5]
    if after[:1] == ("to",):
        verb = 2 if document.tag(min(place + 2, len(document) - 1)) == "RB" else 1
        return lexicon.stem(after[verb]) in _UNSAID if verb < len(after) else False
    for word in after:
        if word in _ANSWERS:
            return True
        if not word[0].isalpha():
            return False
    return False


_ANSWERS = frozenset({"comment", "comments", "answer", "answers", "reply", "response"})
_UNSAID = _SAID_NOTHING | _WITHHELD
_NEGATIONS = grammar.NOT | {"never", "no"}
_MODALS = frozenset("would could will wo did does do has have had".split())


def _asks(document: Document, reading: Reading) -> bool:
    """Tell whether the content is an embedded question: "where she had been"."""
    first = reading.content[0][0]
    return document.lower[first] in (
        *("who", "where", "when", "why", "how", "what", "which", "whether", "if"),
    )


def _whole_clause(document: Document, reading: Reading) -> bool:
    """Tell whether the content is a clause of its own, before the cue or after "but said"."""
    return any(
        last <= (reading.cue or (0, 0))[0] and last - first > 4 for first, last in reading.content
    )
