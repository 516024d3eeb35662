"""Why an attribution stands, in words that a teacher understands."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.models.decoding import Draft, Range
from claimtrack.attribution.models.selection import Reading
from claimtrack.attribution.rules.catalogue import rules
from claimtrack.language import Document
from claimtrack.model import Evidence

_STRONGEST = 3
_LEAST = 0.15

FEATURES: tuple[tuple[str, str], ...] = (
    ("cue word", "“{cue}” often ties a source to what it says"),
    ("cue word and its form", "“{cue}” in this form often ties a source to what it says"),
    ("kind of cue word", "words like “{cue}” often tie a source to what it says"),
    ("group of cue words", "“{cue}” belongs to a known group of reporting words"),
    ("cue in its sentence", "“{cue}” reads like a cue here, by the words round it"),
    ("content in its sentence", "the content reads like reported words, seen from the cue"),
    ("source in its sentence", "“{source}” reads like the one who speaks, seen from the cue"),
    ("cue and content agree", "cue and content fit each other"),
    ("cue and source agree", "cue and source fit each other"),
    ("content and source agree", "content and source fit each other"),
    ("length and quotation marks", "the content's length and its quotation marks"),
    ("cue word and length", "“{cue}” with content of this length"),
    ("cue word and quotation marks", "“{cue}” next to words {quoted}"),
    ("cue word and order", "“{cue}” with source and content in this order"),
    ("order and quotation marks", "source, cue and content stand in a usual order"),
    ("word after the cue", "“{cue}” followed by “{after}”"),
    ("word before the cue", "“{cue}” preceded by “{before}”"),
    ("first word of the content", "“{cue}” with content that opens with “{opening}”"),
    ("cue group and opening", "how the content opens after a word like “{cue}”"),
    ("source word and cue word", "“{source}” as the subject of “{cue}”"),
    ("source word", "“{source}” is a usual word for a source"),
    ("kind of name", "the source's name or part of speech"),
    ("distances", "how near source, cue and content stand to each other"),
    ("gap to the content", "how near the content stands to the cue"),
    ("inside quotation marks", "whether cue and content stand in quotation marks"),
    ("reported words", "the content reads like reported words"),
    ("speaker's words", "the words of the source read like a source"),
    ("reported words and cue", "the content reads like reported words, and the cue is likely"),
    ("length of the cue", "the cue's length and form"),
    ("other cues", "how many other cues the sentence has, and how likely this one is"),
    ("other cues and content", "how many other cues the sentence has, and how well this one fits"),
    ("cue in the sentence's structure", "the cue's place in the sentence's structure"),
    ("cue word and structure", "“{cue}” in this place of the sentence's structure"),
    ("kind of cue and opening", "a word like “{cue}” before content that opens this way"),
    ("kind of name and cue group", "this kind of name with a word like “{cue}”"),
    ("place in the article", "where in the article the sentence stands"),
    ("source elsewhere", "how often the same source speaks in this article"),
    ("source elsewhere and cue group", "how often this source speaks, with a word like “{cue}”"),
    ("kind of source word", "a word like “{source}” with a cue of this group"),
    ("kind of source word and cue", "a word like “{source}” with “{cue}”"),
    ("cue before it", "whether another likely cue comes before it in the sentence"),
    ("cue after it", "whether another likely cue comes after it in the sentence"),
    ("cues round it", "the likely cues before and after it in the sentence"),
    ("verb in the content", "“{cue}” with content that has a verb of its own"),
    ("verb in the content and cue group", "a word like “{cue}” with a clause of its own"),
    ("verb and opening", "whether the content is a clause, and how it opens"),
    ("reported words in the sentence", "how much of the sentence reads like reported words"),
    ("sentence before", "how much of the sentence before reads like reported words"),
    ("sentence after", "how much of the sentence after reads like reported words"),
    ("words round the cue", "the kinds of words right before and after “{cue}”"),
    ("opening of the content", "how the content opens: “{opening}” …"),
    ("end of the content", "how the content ends"),
)
"""Name and words of each template of ``draft_templates``, in its order."""


Strongest = tuple[tuple[int, float], ...]
"""The features that speak most for a draft: number and log-odds, the strongest first."""


def strongest(shares: NDArray[np.float32]) -> list[Strongest]:
    """Return the strongest features of each column of ``shares`` (features, drafts).

    ``shares`` are the log-odds that each of ``FEATURES`` adds.
    """
    best = np.argsort(-shares, axis=0, kind="stable")[:_STRONGEST]
    numbers = best.T.tolist()
    odds = np.take_along_axis(shares, best, axis=0).T.tolist()
    return [
        tuple((number, share) for number, share in zip(*pair, strict=True) if share >= _LEAST)
        for pair in zip(numbers, odds, strict=True)
    ]


def reasons(document: Document, reading: Reading, features: Strongest) -> tuple[Evidence, ...]:
    """Return the evidence of a reading: rules, strongest features, and its links."""
    found = [Evidence("rule", name, rules()[name].detail, 1.0) for name in reading.rules]
    if reading.draft is not None:
        found.extend(_features(document, reading.draft, features))
        found.extend(_links(document, reading))
    return tuple(found)


def _features(document: Document, draft: Draft, features: Strongest) -> list[Evidence]:
    found = []
    words: dict[str, str] | None = None
    for number, share in features:
        name, detail = FEATURES[number]
        if "{" in detail:
            if "{source}" in detail and draft.source is None:
                continue
            words = words or _words(document, draft)
            detail = detail.format(**words)
        found.append(Evidence("feature", name, detail, round(share, 2)))
    return found


def _links(document: Document, reading: Reading) -> list[Evidence]:
    draft = reading.draft
    if draft is None or draft.source is None or reading.source is None:
        return []
    name = _text(document, draft.source)
    side = "before" if draft.source[0] < draft.head else "after"
    gap = draft.cue[0] - draft.source[1] if side == "before" else draft.source[0] - draft.cue[1]
    where = f"right {side}" if gap <= 0 else f"{gap} word{'s' if gap > 1 else ''} {side}"
    detail = f"“{name}” stands {where} “{_text(document, draft.cue)}”"
    odds = math.log(max(draft.backing, 1e-3) / max(1 - draft.backing, 1e-3))
    return [Evidence("link", "source and cue", detail, round(odds, 2))]


def _words(document: Document, draft: Draft) -> dict[str, str]:
    opening = draft.content[0][0]
    quoted = "in quotation marks" if document.quoted(opening, opening + 1) else "without marks"
    head = document.words[draft.head]
    return {
        "cue": head,
        "source": "" if draft.source is None else _text(document, draft.source),
        "after": document.words[min(draft.head + 1, len(document) - 1)],
        "before": document.words[max(draft.head - 1, 0)],
        "opening": document.words[opening],
        "quoted": quoted,
    }


def _text(document: Document, tokens: Range) -> str:
    text = " ".join(document.text(*tokens).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


_SHOWN = 60
