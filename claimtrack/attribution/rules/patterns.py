"""Attributions that their form makes certain, where the model overlooked them.

"According to NP", "in the opinion of NP", "…, NP reports" behind what it reports, "NP said that".
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution import description, lexicon
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.models.view import is_tag, is_word
from claimtrack.attribution.outline import Outline
from claimtrack.attribution.rules import (
    according,
    apart,
    grammar,
    mentions,
    restrictive,
    seconds,
    senses,
    told,
)
from claimtrack.attribution.rules.opinions import VIEWS, made, opinion, with_name
from claimtrack.attribution.rules.quotes import owners
from claimtrack.language import Document, Sentence

_SAYING = ("speech", "claim", "show")
_FINITE = ("VBD", "VBZ", "VBP")


def add(document: Document, seen: Outline, readings: list[Reading]) -> list[Reading]:
    """Return the readings with those of these forms, where no other reading stands."""
    said = [item for item in readings if _says(document, item) and not _orphaned(item)]
    owner = owners(said, len(document))
    framed = np.zeros(len(document), bool)
    for item in said:
        if item.cue is not None:
            framed[item.cue[0] : item.cue[1]] = True
    inside: dict[int, list[Reading]] = {}
    for item in said:
        if item.cue is not None:
            inside.setdefault(int(document.sentence_of[item.cue[0]]), []).append(item)
    spoken_in = {
        int(document.sentence_of[item.cue[0]]) for item in readings if item.source and item.cue
    }
    new: list[Reading] = []
    swallowed: set[int] = set()
    for index, anchors in _anchored(seen).items():
        sentence = document.sentences[index]
        reading = _framed(document, sentence, anchors)
        if reading is None:
            inner = inside.get(index)
            if inner is not None:
                main = _that(document, sentence, anchors)
                if main is not None and _holds(main, inner):
                    new.append(main)
                    swallowed.update(map(id, inner))
                continue
            if (owner[sentence.first : sentence.last] >= 0).any():
                continue
            reading = (
                according.read(document, sentence, anchors.others)
                or opinion(document, sentence, anchors.others)
                or _that(document, sentence, anchors)
                or _restrictive(document, sentence, anchors)
                or (index not in spoken_in and apart.read(document, sentence, anchors.verbs))
                or told.read(document, sentence, anchors.nouns)
                or _by(document, sentence, anchors)
                or _relative(document, sentence, anchors)
                or apart.told_of(document, sentence, anchors.verbs)
                or _puts(document, sentence, anchors)
            )
        if not reading or reading.cue is None or framed[reading.cue[0]]:
            continue
        if document.quote_depth[reading.cue[0]] or senses.false_friend(document, reading):
            continue
        swallows = owner[reading.cue[0]]
        if swallows >= 0:
            owner[owner == swallows] = -1
            swallowed.add(id(said[swallows]))
        if not any((owner[first:last] >= 0).any() for first, last in reading.content):
            new.append(reading)
    claimed = owners(new, len(document)) >= 0
    spoken = {id(item) for item in said} - swallowed
    kept = [item for item in readings if id(item) in spoken or not _overlaps(item, claimed)]
    return sorted([*kept, *new], key=lambda item: item.place)


def _holds(main: Reading, inner: list[Reading]) -> bool:
    """Tell whether all that was found in a sentence stands in what its main verb reports.

    "The justices ruled that the officer who questioned him did no wrong" is theirs.
    """
    first, last = main.content[0]
    parts = [part for item in inner for part in (item.source, item.cue, *item.content)]
    return all(part is None or first <= part[0] < part[1] <= last for part in parts)


def _orphaned(reading: Reading) -> bool:
    """Tell a guess without a source, which a form that shows one is to replace."""
    drafted = reading.draft is not None and reading.source is None
    return drafted and reading.probability < _ORPHAN


_ORPHAN = 0.3


def _says(document: Document, reading: Reading) -> bool:
    """Tell a reading with a reporting word from one that tells what somebody does."""
    if reading.cue is None or reading.draft is None:
        return True
    known = grammar.groups_of(document, reading.cue) & lexicon.mask(_REPORTING)
    if not known and document.lower[reading.cue[0]] != "according":
        return False
    return description.clausal(document, reading) and not description.sees_only(document, reading)


_REPORTING = (*grammar.REPORTING, "knowledge", "telling", "holding", "seeming", "veiled")


def _overlaps(reading: Reading, claimed: NDArray[np.bool_]) -> bool:
    return any(bool(claimed[first:last].any()) for first, last in reading.content)


@dataclass(slots=True)
class _Anchors:
    """The words of a sentence that the forms hang on, in its order."""

    verbs: list[int] = field(default_factory=list)
    nouns: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)


def _anchored(seen: Outline) -> dict[int, _Anchors]:
    """Return the words which the forms need, by the sentences that hold some."""
    saying = (seen.group & np.uint64(lexicon.mask(_SAYING))) > 0
    verbs = (saying & is_tag(seen.tag, "VB", "NNS")) | is_word(seen.word, "learned", "learnt")
    verbs |= saying & is_word(seen.word, *sorted(apart.NOUNS))
    nouns = (seen.group & np.uint64(lexicon.mask(("telling", "holding")))) > 0
    others = is_word(seen.word, "according", "per", "put", "puts", *sorted(VIEWS))
    found: dict[int, _Anchors] = {}
    marked = np.flatnonzero(verbs | nouns | others)
    flags = zip(*(part[marked].tolist() for part in (verbs, nouns, others)), strict=True)
    sentences = seen.sentence[marked].tolist()
    for index, place, (verb, noun, other) in zip(sentences, marked.tolist(), flags, strict=True):
        anchors = found.setdefault(index, _Anchors())
        if verb:
            anchors.verbs.append(place)
        if noun:
            anchors.nouns.append(place)
        if other:
            anchors.others.append(place)
    return found


_LEARNED = frozenset({"learned", "learnt"})
"""What a newsroom has done that found something out itself: "…, the Tribune has learned"."""


def _framed(document: Document, sentence: Sentence, anchors: _Anchors) -> Reading | None:
    """Read "…, the Canal Norte television channel reports." and "…, Uhuru 7 said on Monday, …"."""
    for verb in anchors.verbs:
        if verb < sentence.first + 4 or document.tag_codes[verb] not in grammar.FRAMING:
            continue
        if document.lower[verb] in _LEARNED:
            helper = document.lower[grammar.group_start(document, verb)]
            if helper not in ("has", "have"):
                continue
        frame = grammar.frame(document, verb)
        if frame is not None:
            return made(document, *frame, (sentence.first, frame[0][0]))
    return None


def _that(document: Document, sentence: Sentence, anchors: _Anchors) -> Reading | None:
    for verb in anchors.verbs:
        if not sentence.first < verb < min(sentence.first + 30, sentence.last - 3):
            continue
        if document.tag(verb) not in _FINITE and not _bare(document, verb):
            continue
        if document.lower[verb] in _LEARNED:
            continue
        opening = _after_aside(document, verb + 1, sentence.last)
        if document.lower[opening] != "that" or grammar.passive(document, verb):
            continue
        start = grammar.group_start(document, verb)
        if any(document.lower[k] in ("not", "n't", "never") for k in range(start, verb)):
            return None
        source = grammar.phrase_before(document, start)
        if source is None:
            return None
        return made(document, source, (start, verb + 1), (opening, sentence.last))
    return None


def _bare(document: Document, verb: int) -> bool:
    """Tell "statistics show that it fell" from "to show that" and "a show that was aired"."""
    if document.tag(verb) not in ("VB", "NN") or verb + 2 >= len(document):
        return False
    if document.lower[verb + 1] != "that" or document.tag_codes[verb + 2] in grammar.FINITE:
        return False
    first = document.sentence(verb).first
    plural = any(document.tag(place) in ("NNS", "NNPS") for place in range(first, verb))
    return plural and document.tag(verb - 1).startswith("NN")


def _restrictive(document: Document, sentence: Sentence, anchors: _Anchors) -> Reading | None:
    """Read "A teacher who lives nearby said the bus was speeding"."""
    for verb in anchors.verbs:
        whole = restrictive.subject(document, verb)
        if whole is not None and grammar.finite(document, verb + 1, sentence.last):
            return made(document, whole, (whole[1], verb + 1), (verb + 1, sentence.last))
    return None


def _after_aside(document: Document, place: int, last: int) -> int:
    """Return where the text goes on after an aside: "reports, with reference to X, that"."""
    if document.words[place] != "," or place + 3 >= last:
        return place
    if document.tag(place + 1) not in ("IN", "VBG"):
        return place
    stop = min(place + _ASIDE, last - 1)
    comma = next((k for k in range(place + 2, stop) if document.words[k] == ","), place - 1)
    return comma + 1


_ASIDE = 14


def _by(document: Document, sentence: Sentence, anchors: _Anchors) -> Reading | None:
    """Read "…, it was announced by the expedition's leader"."""
    for verb in anchors.verbs:
        if not sentence.first + 2 <= verb < sentence.last - 2:
            continue
        if document.tag(verb) not in ("VBN", "VBD"):
            continue
        if document.lower[verb + 1] != "by" or not grammar.passive(document, verb):
            continue
        start = grammar.group_start(document, verb)
        if start <= sentence.first or document.lower[start - 1] != "it":
            continue
        source = grammar.phrase_after(document, verb + 2)
        if source is None:
            continue
        source = with_name(document, source, sentence.last)
        if grammar.finite(document, sentence.first, start - 1):
            return made(document, source, (start, verb + 1), (sentence.first, start - 1))
        return made(document, source, (start, verb + 1), (source[1], sentence.last))
    return None


def _puts(document: Document, sentence: Sentence, anchors: _Anchors) -> Reading | None:
    """Read "The institute puts the loss at $4 million"."""
    for verb in anchors.others:
        if not seconds.figure(document, verb, sentence.last):
            continue
        start = grammar.group_start(document, verb)
        if document.lower[start - 1] == "earlier":  # often taken for an adjective
            start = grammar.group_start(document, start - 1)
        found = grammar.phrase_before(document, start)
        source = None if found is None else mentions.tidy(document, found)
        if source is not None:
            return made(document, source, (verb, verb + 1), (verb + 1, sentence.last))
    return None


def _relative(document: Document, sentence: Sentence, anchors: _Anchors) -> Reading | None:
    """Read "a bog that the county council said had been drained"."""
    for verb in anchors.verbs:
        if not sentence.first + 3 <= verb < sentence.last - 2:
            continue
        if document.tag(verb) not in _FINITE:
            continue
        if not grammar.finite(document, verb + 1, verb + 2):
            continue
        source = grammar.phrase_before(document, verb)
        if source is None or source[0] <= sentence.first:
            continue
        if document.lower[source[0] - 1] not in ("which", "that", "who"):
            continue
        return made(document, source, (verb, verb + 1), (verb + 1, sentence.last))
    return None
