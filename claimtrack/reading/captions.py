"""Photo captions and credits: which blocks are one, and what is left when the credit is cut off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from claimtrack.model import Span
from claimtrack.reading.datelines import dateline_at

_HOUSE = (
    r"(?:AP|A\.P\.|AFP|EPA|EFE|PA|UPI|TASS|RIA|DPA|ANSA|AAP|CP|WENN|Reuters|REUTERS|Sputnik|Xinhua|"
    r"Anadolu|Bloomberg|Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock|iStock|Alamy|Unsplash|"
    r"Flickr|Wikimedia(?: Commons)?|Associated Press|Agence France-Presse|Press Association|Pool|"
    r"Handout|File)"
)
_NAME = r"[A-Z][\w.'’\-]{0,24}(?: (?:de |van |von |al-|bin )?[A-Z][\w.'’\-]{0,24}){0,4}"
_PICTURE = (
    r"(?:file )?(?:photo(?:graph|s|graphs)?|images?|pictures?|pics?|video|illustration|graphic)"
)
_BARE = re.compile(
    "|".join(
        (
            rf"(?i:{_PICTURE}(?: credits?)?|credits?|courtesy)\s?"
            r"(?i:by|courtesy(?: of)?|of|source|from|[:/|©,])[:,\s]{0,3}\S.{0,80}",
            rf"\(?{_NAME} ?[/|] ?(?:{_NAME} (?:via|for) )?{_HOUSE}.{{0,40}}\)?",
            rf"\(?{_HOUSE}(?: Photos?| Images)? ?[/|] ?{_NAME}.{{0,40}}\)?",
            rf"{_HOUSE}(?: via {_HOUSE})?(?:/{_HOUSE})?",
            rf"{_NAME} (?:via|for) {_HOUSE}",
            r"[A-Z][\w.'’\-]{1,24}(?: [A-Z][\w.'’\-]{0,24}){1,3} ?/ ?[A-Z][\w.&'’ \-]{1,30}",
            r"[A-Z][A-Z.'’ \-]{3,40} ?/ ?[A-Z][A-Z.'’ \-]{2,40}",
            r"©.{1,80}",
            r"(?i:supplied|handout|file photo|stock (?:photo|image)|representational image|photo)",
            r"(?i:photos?|photograph|foto|images?|bild|picture|credits?|photo credit|image credit)"
            r"\s?:",
            r"(?i:contributed|courtesy|submitted|provided) (?:photos?|images?|pictures?)",
            rf"\({_HOUSE}\)",
        )
    )
)
_PREFIX = re.compile(
    rf"(?i:(?:{_PICTURE}|(?:image|video|photo) caption|caption)\s?[:|,]|"
    r"file (?:photo|image|picture)\s?[-–—:.]|pictured(?: above| here)?\s?:|above:)\s{0,2}|"
    r"FILE\s?[-–—:]{1,2}\s?|\[?\b\d{1,2} ?/ ?\d{1,2}\]\s{0,2}"
)
_IN_BRACKETS = (
    rf"(?i:{_PICTURE}|courtesy|credit|image via|supplied|handout)\b[^()\[\]]{{0,90}}",
    rf"{_HOUSE}(?: Photos?)?/[^()\[\]]{{1,70}}",
    r"[A-Z][^()\[\]/]{2,50}/ ?[A-Z][^()\[\]]{1,60}",
    rf"[^()\[\]]{{0,50}}\b(?:via {_HOUSE}|{_HOUSE}(?: photo| file))[^()\[\]]{{0,30}}",
)
_AFTER_STOP = (
    r"(?:Photo|PHOTO|Photograph|Image|Picture|Credit)s?(?: by|:| credit:?| courtesy of:?)"
    r"\s?[A-Z][^.]{2,70}",
    r"(?:Photos?|Pictures?|Images?) by (?:the )?author\.?",
    rf"{_NAME} ?[/|] ?{_HOUSE}",
    rf"{_HOUSE}/{_NAME}",
    rf"(?:{_NAME} (?:via|for) )?{_HOUSE} Images",
    # "…on Sunday. Ann Lee/TKP", "…on Sunday. Ann Lee/AFP/Getty Images", "…on Sunday. — AFP"
    r"(?<=[.!?\"”’] )[A-Z][\w.'’\-]{1,24}(?: [A-Z][\w.'’\-]{0,24}){1,3}"
    r"(?: ?/ ?[A-Z][\w.&'’ \-]{1,30}){1,2}",
    rf"(?<=[.!?\"”’] )[—–-]{{1,2}} ?(?:{_NAME} ?/ ?)?{_HOUSE}",
)
_BRACKETED = "|".join(_IN_BRACKETS)
_UNBRACKETED = rf"\s*(?:[|/—–-]\s)?(?:{'|'.join(_AFTER_STOP)})$"
_CLUES = ("/", "Photo", "PHOTO", "Image", "Picture", "Credit", "—", "–", "- ")
# "(Photo by Ann Lee/The Times) Residents line up …"
_AT_START = re.compile(
    r"\((?i:photos?|images?|pictures?|photographs?|courtesy|credit)\b[^()\n]{2,80}\)\s{1,2}"
)
_TAIL = 140
_SHOWN = (
    r"\bin this (?:undated )?(?:[\w., ]{0,24} )?"
    r"(?:file )?(?:photo|image|picture|video frame|handout)\b|"
    r"\b(?:file photo|seen (?:here|in this)|(?:is|are) pictured|"
    r"pictured (?:here|in|with|at|on|during|after))\b|"
    r"\((?:top |bottom |far |second from )?(?:left|right|centre|center)\)|\bfrom left\b|\(l-r\)|"
    r"\bclockwise from\b|\bposes? for a (?:photo|portrait)\b|\blooks? on as\b"
)
_SHOWN_CLUES = re.compile(
    r"photo|image|picture|video|handout|seen|left\b|right\)|cent|clockwise|l-r|looks? on"
)
_SCENE = re.compile(
    r"\b(?:stands?|walks?|attends?|speaks?|patrols?|holds?|poses?|gathers?|looks?|arrives?|waits?|"
    r"takes? part|reacts?|listens?|shakes?|leaves?|sits?|rides?|gestures?|waves?|carries|carry|"
    r"march|marches|addresses|delivers?|watch|watches|works?|protests?|meets?|celebrates?|"
    r"pass|passes|visits?|seen|pictured)\b"
)
_TELLS = re.compile(
    r"[\"“”]|\b(?:said|says|told|reported|according|announced|added|has|have|had)\b"
)
_PAST = re.compile(r"\b(?:was|were|did|[a-z]{2,20}ed)\b")
_LONGEST_CAPTION = 90

Credit = Literal["before", "after"] | None
"""Where beside a block a bare credit stands."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption's words without label and credit, or ``None`` for a bare credit."""

    span: Span | None


def caption_of(text: str, start: int, end: int, words: int, *, credit: Credit) -> Caption | None:
    """Tell whether a block is a caption or a credit; ``credit`` says where one stands."""
    if words > _LONGEST_CAPTION or dateline_at(text, start, end) is not None:
        return None
    block = text[start:end]
    if words <= 12 and is_credit(block):
        return Caption(None)
    found = _PREFIX.match(block) or _AT_START.match(block)
    cut = _credit_at_end(block)
    if found is not None or cut is not None:
        first = found.end() if found is not None else 0
        last = cut if cut is not None and cut > first else len(block)
        inner = block[first:last]
        if len(inner.split()) < 4:
            return Caption(None)
        return Caption(Span(start + first, start + last))
    if words <= 50 and (_is_shown(block) or (credit and _is_scene(block, credit))):
        return Caption(Span(start, end))
    return None


def _credit_at_end(block: str) -> int | None:
    """Return where the credit at a block's end begins, white space before it included."""
    body = block.removesuffix(".")
    if body.endswith((")", "]")):
        opening = max(body.rfind("(", -_TAIL), body.rfind("[", -_TAIL))
        inner = body[opening + 1 : -1]
        if opening >= 0 and _pattern(_BRACKETED).fullmatch(inner) is not None:
            return len(body[:opening].rstrip())
    tail = max(0, len(block) - _TAIL)
    if any(clue in block[tail:] for clue in _CLUES):
        found = _pattern(_UNBRACKETED).search(block, tail)
        return None if found is None else found.start()
    return None


def _is_shown(block: str) -> bool:
    lowered = block.lower()
    return _SHOWN_CLUES.search(lowered) is not None and _pattern(_SHOWN).search(lowered) is not None


@lru_cache(maxsize=1024)
def is_credit(line: str) -> bool:
    """Tell whether a line names only whose picture stands there."""
    if line.endswith((".", "?", "!")) and not line.endswith(("Inc.", "Co.")):
        return False
    return _BARE.fullmatch(line) is not None


def _is_scene(block: str, credit: Credit) -> bool:
    """Tell whether a block beside a credit says what is to be seen, in the present tense."""
    if _TELLS.search(block) is not None:
        return False
    if _SCENE.search(block) is not None:
        return True
    sentence = block.endswith(".") or block.count(" ") > 7
    return credit == "after" and sentence and _PAST.search(block) is None


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Return a pattern, made when a clue first asks for it: most articles have no such clue."""
    return re.compile(source)
