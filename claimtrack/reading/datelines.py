"""Datelines: the place, date and agency before the first sentence ("LONDON, Jan 5 (Reuters) -")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimtrack.model import Span

_STAMP = (
    r"(?:\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?,?\s)?(?:[A-Z]{2,4}\s)?\s?\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"(?:\s?\((?:Updated|updated):?[^()\n]{4,60}\))?\s{0,3})?"
)
_PLACE_WORD = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]{1,24}"
_UPPER = _PLACE_WORD + r"(?:[ /]" + _PLACE_WORD + r"){0,5}"
_REGION = r"(?:, (?:[A-Z][\w.'’\-]{1,20})(?: [A-Z][\w.'’\-]{1,20}){0,3}){0,2}"
_ANY = r"[A-Z][\w.'’\-/]{1,24}(?: (?:of |de |la |el |al-)?[A-Z][\w.'’\-/]{1,24}){0,4}"
_COUNTRY = r"[A-Z][a-z'’]{2,24}(?: (?:of |and )?[A-Z][a-z'’]{2,24}){0,3}"
_MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"(?:[,.]? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_AGENCY = r"\((?P<agency>(?![RDI]-)[A-Z][^()\n]{1,40}|dpa|epd|ots|ddp)\)"
_DASH = r"\s{0,3}(?:--?-?|–|—|―|_)\s{0,3}"
# (ANSA) - ROME, JAN 10 -: before the others, as the first of them would stop at the agency.
_AGENCY_FIRST = rf"(?P<line>{_AGENCY}{_DASH}(?:{_UPPER}|{_ANY}){_DATE}){_DASH}"
_FORMS = (
    ("(", _AGENCY_FIRST),
    # BOSTON--(BUSINESS WIRE)--Oct. 29, 2025--
    ("--(", rf"(?P<line>{_UPPER}{_REGION}--{_AGENCY}--{_MONTH} \d{{1,2}}, \d{{4}})--\s?"),
    # NUR-SULTAN (Sputnik) -; LONDON, Jan 5 (Reuters) -; Kyiv, Ukraine (AP) —; (CNN) —; Jan 5 (…) -
    (
        "(",
        rf"(?P<line>(?:(?:{_UPPER}|{_ANY}){_REGION}{_DATE}?,? ?|{_MONTH} \d{{1,2}} )?{_AGENCY})"
        rf"{_DASH}",
    ),
    # New Delhi [India], January 10 (ANI):; New Delhi, Jan 10 (PTI); Madrid, Jan 10 (EFE).-
    (
        "(",
        rf"(?P<line>(?:{_UPPER}|{_ANY})(?: \[\w{{2,24}}\])?{_REGION}{_DATE} {_AGENCY})"
        rf"[:.]?(?:{_DASH}|\s{{1,3}})",
    ),
    # TOKYO, Jan 10, Kyodo -; Kyiv, January 10. Interfax-Ukraine —
    (
        "",
        rf"(?P<line>(?:{_UPPER}|{_ANY}){_REGION}{_DATE}[,.] (?P<agency>[A-Z][\w\-]{{2,24}}))"
        rf"{_DASH}",
    ),
    # Damascus, SANA-
    (", ", rf"(?P<line>(?:{_UPPER}|{_ANY}), (?P<agency>[A-Z]{{3,6}}))(?:-\s|\s?(?:--|–|—))\s?"),
    # MOSCOW (Sputnik), Ann Lee -
    ("), ", rf"(?P<line>(?:{_UPPER}|{_ANY}) {_AGENCY}), {_ANY}{_DASH}"),
    # MOSCOW, January 10. /TASS/.
    (
        "/",
        rf"(?P<line>{_UPPER}{_REGION}{_DATE}?\.? /(?P<agency>[A-Z][\w .\-]{{1,30}})/)\.?"
        rf"(?:{_DASH}|\s+)",
    ),
    # Paris, France | AFP —
    (" | ", rf"(?P<line>{_ANY}{_REGION} \| (?P<agency>[A-Z]{{2,6}})){_DASH}"),
    # KABUL, Afghanistan —; PARIS —; MOSCOW, January 10 –
    (
        "",
        rf"(?P<line>{_UPPER}{_REGION}{_DATE}?)"
        r"(?:\s{1,3}(?:--?|–|—|―)\s{1,3}|\s?(?:—|--|―)\s?)",
    ),
    # Lagos, Nigeria –
    (", ", rf"(?P<line>{_ANY}, {_COUNTRY})\s{{1,3}}(?:--|–|—|―)\s{{1,3}}"),
    # (CNN)President …
    ("(", r"(?P<line>\((?P<agency>[A-Z][A-Z ]{1,20})\))\s?"),
)
"""What must stand in a paragraph's head for a form to be tried, and the form."""
_BODY = r"(?=[\"'“‘«(\[]?[A-Z0-9$£€])"
_NO_PLACE = (
    r"(?!(?:FILE|BREAKING|UPDATED?|EXCLUSIVE|WATCH|VIDEO|PHOTOS?|OPINION|ANALYSIS|NOTE|READ|MORE|"
    r"JUST IN|DEVELOPING|CORRECTION|EDITOR|LIVE|WARNING|SPOILER|TL;DR|PS)\b)"
)
# ISLAMABAD: — only where a text's speakers are not marked in the same way.
_COLON = re.compile(rf"{_NO_PLACE}(?P<line>{_UPPER}{_REGION}{_DATE}?): {_BODY}")
_SPEAKER = re.compile(r"[A-Z][A-Z.'’\-]{1,24}(?: [A-Z][A-Z.'’\-]{1,24}){0,3}: ")
# Nairobi – ; New Delhi: ; Geneva, 4 March 2025 –
_CITY = re.compile(
    rf"(?P<line>(?P<city>{_ANY}){_REGION}{_DATE}?)(?::\s|\s{{1,3}}(?:--?|–|—|―)\s{{1,3}}){_BODY}"
)
_CITIES = Path(__file__).with_name("cities.txt")
_LONGEST = 160
_CLUE = re.compile(r"[)/|]|[,.] (?:[A-Z]{3,6}|[A-Z][\w-]{2,24}(?: [A-Z][\w-]{2,24})?)\s?[–—-]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as written, the agency it names, what stood before it, and where it ends."""

    line: str
    agency: str | None
    stamp: str
    end: int


def colon_dateline(text: str, spans: Sequence[Span]) -> Dateline | None:
    """Return the dateline of a text's first paragraph if it ends in a colon ("ISLAMABAD: The …").

    So do those that name a city known for datelines ("New Delhi: The …", "Nairobi – The …").

    Where more paragraphs begin in that way, they are speakers of an interview.
    """
    if not spans or any(_SPEAKER.match(text, span.start, span.end) for span in spans[1:40]):
        return None
    start, end = spans[0].start, spans[0].end
    found = _COLON.match(text, start, end) or _city(text, start, end)
    if found is None:
        return None
    return Dateline(found["line"], None, "", found.end())


def _city(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match of a dateline that is one by the city that it names."""
    found = _CITY.match(text, start, min(end, start + _LONGEST))
    if found is None or not {*found["city"].lower().split("/")} <= _cities():
        return None
    return found


@cache
def _cities() -> frozenset[str]:
    lines = _CITIES.read_text(encoding="utf-8").splitlines()
    return frozenset(line.lower() for line in lines if line and not line.startswith("#"))


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline at the start of a paragraph, if it has one."""
    head = text[start : min(end, start + _LONGEST)]
    if not (head[1:2].isupper() or head[:1].isdigit() or _CLUE.search(head) is not None):
        return None
    for sign, form in _FORMS:
        found = _pattern(form).match(head) if sign in head else None
        if found is not None and found.end() < len(head):
            agency = found.groupdict().get("agency")
            stamp = head[: found.start("line")].strip()
            return Dateline(found["line"].strip(), agency, stamp, start + found.end())
    return None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Return the pattern of one form, made when it is first needed: few articles need them all."""
    return re.compile(_STAMP + _NO_PLACE + form + _BODY)
