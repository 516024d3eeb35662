"""What the model cannot know of its own readings: set phrases, and sources that said nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimtrack.attribution import lexicon
from claimtrack.attribution.models.decoding import Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules import grammar, headings
from claimtrack.attribution.rules.passives import AGENT
from claimtrack.language import ENTITIES, TAGS, Document

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
_SHOWS = frozenset({"show", "tell", "teach", "prove", "suggest"})


def veto(document: Document, readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings that no rule strikes out; those that tell of a silence say so."""
    return [
        replace(item, rules=(*item.rules, SILENCE)) if silent(document, item) else item
        for item in readings
        if not (
            false_friend(document, item)
            or _groundless(document, item)
            or _title(document, item)
            or headings.labels(document, item)
        )
    ]


def _title(document: Document, reading: Reading) -> bool:
    """Tell a title of a work in quotation marks from words that somebody says."""
    if reading.cue is None:
        return False
    if _terms(document, reading):
        return True
    if len(reading.content) != 1:
        return False
    stems = {lexicon.stem(item) for item in document.lower[slice(*reading.cue)]}
    said = lexicon.mask(("speech", "claim", "ask"))
    if any(lexicon.bits_of(item) & said for item in stems - _MAKING):
        return False
    first, last = reading.content[0]
    depth = document.quote_depth[first:last].tolist()
    quoted = depth.index(0) if 0 in depth else last - first
    if not quoted or grammar.finite(document, first + quoted, last):
        return False
    last = first + quoted
    words = [item for item in document.words[first:last] if item[0].isalnum()]
    weighty = [item for item in words if len(item) > 3 and item not in _SMALL] or words
    capital = sum(item[0].isupper() or item[0].isdigit() for item in weighty)
    return 1 <= len(words) <= _LONGEST_TITLE and capital >= len(weighty) * 0.6


def _terms(document: Document, reading: Reading) -> bool:
    """Tell words that are only spoken of, "no word for 'hurry'", from words that somebody says."""
    if reading.cue is None or len(reading.content) != 1:
        return False
    if any(lexicon.bits_of(document.lower[place]) for place in range(*reading.cue)):
        return False
    first, last = reading.content[0]
    opens = bool(document.quote_depth[first])
    return opens and last - first <= _TERM and not grammar.finite(document, first, last)


_TERM = 4
_MAKING = frozenset({"write", "sing", "read", "publish", "record", "broadcast", "post", "chant"})
_LONGEST_TITLE = 7
_SMALL = frozenset({"from", "with", "into", "over", "upon"})


def _groundless(document: Document, reading: Reading) -> bool:
    """Tell a guess: no source, no form that hides one, no quoted words, and not likely either."""
    if reading.source is not None or reading.cue is None or reading.draft is None:
        return False
    if reading.probability >= _SURE or _quoted(document, reading.content):
        return False
    return not any(
        grammar.in_groups(document, place, ("seeming", "veiled"))
        or (grammar.in_groups(document, place, _REPORTING) and grammar.passive(document, place))
        for place in range(*reading.cue)
    )


_REPORTING = (*grammar.REPORTING, "knowledge")
_SURE = 0.3


def silent(document: Document, reading: Reading) -> bool:
    """Tell whether the cue says that the source gave no answer ("declined to comment")."""
    if reading.cue is None:
        return False
    if _quoted(document, reading.content):
        return False
    first, last = reading.cue
    low = max(0, first - 3)
    words = document.lower[low : last + 3]
    stems = [lexicon.stem(item) for item in words]
    own = stems[first - low : last - low]
    refuses = any(stem in _REFUSE for stem in stems)
    if refuses and any(stem in _SAID_NOTHING or stem in _WITHHELD for stem in stems):
        return not _whole_clause(document, reading)
    if "neither" in words and "nor" in words and any(stem in _WITHHELD for stem in own):
        return True
    if reading.source is not None and document.lower[reading.source[0]] in _NOBODY:
        words = (*words, "not")
    negated = any(item in ("not", "n't", "n’t", "never", "no") for item in words)
    if not negated:
        return False
    if any(stem in _SAID_NOTHING for stem in own):
        return True
    modal = any(item in ("would", "could", "will", "wo", "did") for item in words)
    return modal and any(stem in _WITHHELD for stem in own) and _asks(document, reading)


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


def _quoted(document: Document, content: tuple[Range, ...]) -> bool:
    return any(document.quoted(first, last) for first, last in content)


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
    if _hears(document, reading) or _wonders(document, reading):
        return True
    if _apposed(document, reading) or _supposed(document, reading):
        return True
    if _phrasal(document, reading.cue) or _asked(document, reading) or _sees(document, reading):
        return True
    before = document.lower[first - 1] if first else ""
    following = document.lower[last : last + 2]
    behind = reading.source is None or reading.source[0] >= first
    if words == ("said",) and _names_a_thing(document, first, before, behind):
        return True
    around = " ".join(document.lower[max(0, first - 4) : last + 2])
    if any(phrase in around for phrase in _SET_PHRASES):
        return True
    if words[:2] == ("according", "to") and (set(following) & _NOT_SOURCES):
        return True
    if reading.source is not None:
        low, high = reading.source
        named = document.lower[low:high]
        stems = {lexicon.stem(item) for item in words}
        if named and named[-1] in _SUBJECTS_THAT_SPEAK_NOT and len(named) <= 2 and stems & _SHOWS:
            return True
    return False


def _is_name(document: Document, place: int) -> bool:
    """Tell "my guide, Said Benali," from a headline's "Said"."""
    sentence = document.sentence(place)
    person = ENTITIES[int(document.entities[place])].endswith("PERSON")
    opens = place == sentence.first or sentence.section == "headline"
    if not person and (opens or document.words[place - 1] != ","):
        return False
    following = document.words[place + 1 : place + 2]
    return bool(following) and following[0][:1].isupper()


def _phrasal(document: Document, cue: Range) -> bool:
    """Tell "called off the search" and "held up the train" from calling and holding."""
    return any(
        f"{lexicon.stem(document.lower[place])}-{document.lower[place + 1]}" in _PHRASAL
        for place in range(cue[0], min(cue[1], len(document) - 1))
        if document.tag(place).startswith("VB")
    )


def _asked(document: Document, reading: Reading) -> bool:
    """Tell "Asked about the delay, …": nobody is said to have asked."""
    if reading.source is not None or reading.cue is None:
        return False
    place = reading.cue[0]
    opens = place - document.sentence(place).first <= 1
    return opens and document.lower[place] == "asked" and document.tag(place) in ("VBN", "VBD")


def _hears(document: Document, reading: Reading) -> bool:
    """Tell "the police have been informed" and "she was asked to leave" from reports."""
    if reading.cue is None or AGENT in reading.rules:
        return False
    first, last = reading.cue
    verb = next((k for k in range(first, last) if document.lower[k] in _HEARERS), None)
    if verb is None or not grammar.passive(document, verb):
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
    done = not {"do", "does", "did"}.isdisjoint(document.lower[sentence.first : verb])
    asks = document.words[sentence.last - 1] == "?" and (done or document.tag(verb) == "VB")
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
    if not any(document.lower[place] in SEEING for place in range(*reading.cue)):
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
