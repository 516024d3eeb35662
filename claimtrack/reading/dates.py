"""Dates and times as pages print them, and their ISO 8601 form where it is clear."""

from __future__ import annotations

import re
from datetime import date

_MONTH_NAMES = """
january february march april may june july august september october november december
"""
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_TIME_WORDS = """
published updated posted last modified first on at the date time timestamp created edited
am pm a p m gmt utc est edt cst cdt mst mdt pst pdt et pt ct bst cet cest ist msk hkt jst aest
ago hour hours hr hrs minute minutes min mins second seconds day days week weeks month months
year years today yesterday just now of local standard eastern pacific central t z h
monday tuesday wednesday thursday friday saturday sunday
mon tue tues wed thu thur thurs fri sat sun
"""
_WORDS = frozenset(_TIME_WORDS.split()) | frozenset(_MONTHS)
_DIGIT = re.compile(r"\d")
_BREAK = re.compile(r"[\s,;|/()\[\]·•–—:\-+.]+")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th|am|pm|h|m|d|z)?$")
_STAMP = re.compile(r"\d{8}t?\d{0,6}z?$|\d{1,2}t\d{1,2}$|\d{1,3}z$|\d{4,6}$")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b")
_NUMERIC_DATE = re.compile(r"\b\d{1,4}([./-])\d{1,2}\1\d{1,4}\b")
_AGO = frozenset(["ago", "today", "yesterday", "now"])
_MAX_TIME_LINE = 110

_ISO = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d{1,9})?"
    r"\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_DAY_FIRST = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -]" + _MONTH + r",?[ -](?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"\b" + _MONTH + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_COMPACT = re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=$|T)")
# "Fri Mar 13 21:30:09 EST 2015"
_YEAR_LAST = re.compile(
    r"\b" + _MONTH + r" +(?P<day>\d{1,2}) \d{1,2}:\d\d(?::\d\d)?(?: [A-Z]{1,5})? "
    r"(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b")
_SLASHED = re.compile(r"\b(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>(?:19|20)\d\d)\b")
_YEAR_FIRST = re.compile(r"\b(?P<year>(?:19|20)\d\d)[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})\b")
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2]|[a-z]{3})[/-]?(?P<day>[0-3]\d|\d(?=/))"
    r"(?!\d)"
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s?(?P<half>[ap]\.?m\.?)?"
    r"\s?\(?(?P<zone>GMT|UTC|Z)?\b",
    re.IGNORECASE,
)


_PATTERNS = (
    *(_ISO, _DAY_FIRST, _MONTH_FIRST, _DOTTED, _YEAR_FIRST, _SLASHED, _YEAR_LAST, _COMPACT),
)


def is_time_line(line: str) -> bool:
    """Tell whether a line says when, and nothing else ("9 January 2022, 18:06 GMT")."""
    if len(line) > _MAX_TIME_LINE:
        return False
    if _ISO.fullmatch(line) is not None:
        return True
    if _DIGIT.search(line) is None and _AGO.isdisjoint(line.lower().split()):
        return False
    lowered = line.lower()
    tokens = [token for token in _BREAK.split(lowered) if token]
    if not tokens or len(tokens) > 20:
        return False
    dated = False
    for token in tokens:
        if token in _WORDS:
            dated = dated or token in _AGO or (token in _MONTHS and len(tokens) > 1)
        elif not (_NUMBER.match(token) or _STAMP.match(token)):
            return False
    if not any(character.isdigit() for character in lowered):
        return tokens[-1] in _AGO or (tokens[0] in _AGO and len(tokens) == 1)
    return dated or bool(_CLOCK.search(lowered)) or bool(_NUMERIC_DATE.search(lowered))


def iso_date(text: str) -> str | None:
    """Return the first clear date in ``text``, with its time if one stands there, as ISO 8601.

    "10/01/2022" may be January or October: it is clear only when one number exceeds 12.
    """
    found = _ISO.search(text)
    if found is not None and found["hour"] is not None:
        return _joined(found, _iso_time(found))
    for pattern in _PATTERNS:
        found = pattern.search(text)
        if found is not None:
            day = _joined(found, "")
            if day is not None:
                return day + _clock(text)
    return None


def address_date(address: str) -> str | None:
    """Return the date that a web address carries ("/2022/01/10/", "/20220110/"), if any."""
    found = _IN_ADDRESS.search(address)
    return None if found is None else _joined(found, "")


def _joined(found: re.Match[str], time: str) -> str | None:
    groups = found.groupdict()
    if "first" in groups:
        first, second = int(groups["first"]), int(groups["second"])
        if first > 12:
            day, month = first, second
        elif second > 12 or first == second:
            day, month = second, first
        else:
            return None
    else:
        name = groups["month"].lower()
        month = int(name) if name.isdigit() else _MONTHS.get(name, 0)
        day = int(groups["day"])
    try:
        return date(int(groups["year"]), month, day).isoformat() + time
    except ValueError:
        return None


def _iso_time(found: re.Match[str]) -> str:
    second = f":{found['second']}" if found["second"] else ""
    if int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return ""
    return f"T{found['hour']}:{found['minute']}{second}{_zone(found['zone'])}"


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return "+00:00"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _clock(text: str) -> str:
    found = _TIME.search(text)
    if found is None or not found["zone"]:
        return ""
    hour, minute = int(found["hour"]), int(found["minute"])
    half = (found["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return ""
    return f"T{hour:02}:{minute:02}{_zone(found['zone'])}"
