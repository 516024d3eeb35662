"""Lines that name the writer, and the names in them."""

from __future__ import annotations

import re
from functools import lru_cache

_BY = re.compile(
    r"(?:(?:Posted|Published|Submitted) on .{4,40}? [Bb]y|"
    r"by:?|By:?|BY:?|Written by:?|WRITTEN BY|Words by|Words:|Story by|Reported by|Posted by:?|"
    r"Article by|Report by|Text by|Authors?:|AUTHORS?:)\s+(?P<names>[A-Z@].{1,200})"
)
# "By our Court Reporter", "By a Staff Correspondent": a writer without a name
_UNNAMED = re.compile(
    r"(?i:by) (?i:our|an?)(?: [\w'’-]{2,20}){0,4} "
    r"(?i:reporters?|correspondents?|staff|writers?|bureau|team|desk)$|"
    r"(?:(?:Our|Staff|Special|Chief|Senior|City|Court|Crime|Legal|Sports?|Business) ){1,3}"
    r"(?:Reporters?|Correspondents?|Bureau|Desk)$"
)
_MOST_WORDS = 24
_PART = re.compile(r"\s*(?:,|;|&|\band\b|\bAND\b|\|)\s*")
_END = re.compile(
    r"\s*(?:[|•·<(/]|\s[-–—]\s|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d|"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|@\w|"
    r"(?i:\bfor\b)|\bin\b|\bat\b|\bon\b|\bof\b|\d|\S+@\S+|"
    r"(?i:\b(?:published|updated|posted)\b))"
)
_NAME = re.compile(
    r"(?:[A-Z][\w.'’\-]{0,24})(?: (?:"
    r"(?:de|del|della|van|von|der|den|bin|al|el|la|le|du|da|dos|ten)\b|[A-Z][\w.'’\-]{0,24})){1,4}$"
)
ROLE = re.compile(
    r"(?i)\b(?:reporter|correspondent|editor|writer|staff|news|press|bureau|columnist|journalist|"
    r"producer|contributor|analyst|desk|chief|senior|political|bbc|reuters|ap|afp|cnn|media|post|"
    r"times|tribune|today|service|agency|agencies|international|network|group|daily|special|health|"
    r"business|science|sports?|world|national|foreign|diplomatic)\b"
)
"""Words of posts and outlets, which are no part of a person's name."""

_PIPED = re.compile(
    r"(?P<names>[A-Z][\w'’\-]{1,20}(?: [A-Z][\w.'’\-]{0,20}){1,3}) \| [^.?!|]{3,60}(?:\|.{0,60})?$"
)
_NOBODY = re.compile(r"(?i)\b(?:agenc(?:y|ies)|staff|newsroom|wires?|news desk|web desk|our )\b")
_POSTS = re.compile(r"[,|/]|\s[-–—]\s")
# "ANN LEE Associated Press": the name in capitals, the outlet not
_CAPITALS = re.compile(r"[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]*){1,3}(?= [A-Z][a-z])")
_SENTENCE = re.compile(r"\b(?:is|was|are|were|has|have|had|will|said|says|that|which)\b")


_ACCOUNT = re.compile(
    r"(?i)(?:(?:by|por) )?(?:(?:user|site|web|super) ?admin\w*|admin\w*(?: user)?|breaking news|"
    r"www[. ].*|\S+\.com\S*)$"
)
_BEHIND = re.compile(
    r"(?<!\s)\s+(?:(?i:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?|(?:The )?Associated Press|"
    r"Bloomberg(?: News| Opinion)?|Reuters|AFP|AP|dpa|PTI|Xinhua|TASS)$"
)
"""A month or an agency behind a name."""


def is_writer(name: str) -> bool:
    """Tell who may have written something from an account or an address: "User Admin"."""
    return _ACCOUNT.match(name.strip()) is None


def name_alone(name: str) -> str:
    """Return a name without a month or agency behind it: "Ann Lee Dec", "Ann Lee Bloomberg"."""
    shorter = _BEHIND.sub("", name)
    return shorter if " " in shorter and not shorter.endswith(" of") else name


@lru_cache(maxsize=1024)
def is_byline(line: str) -> bool:
    """Tell whether a whole line names the writer ("By Ann Lee and John Smith, BBC News")."""
    if len(line) > 220 or line.count(" ") + 1 > _MOST_WORDS:
        return False
    line = _plain(line)
    if _UNNAMED.match(line) is not None:
        return True
    if _PIPED.match(line) is not None:
        return ROLE.search(line.partition(" | ")[0]) is None
    found = _BY.match(line)
    if found is None or _SENTENCE.search(found["names"]) is not None:
        return False
    if line.endswith((".", "?", "!", ":")) and not line.endswith(("Jr.", "Sr.")):
        return len(names_in(line)) > 0 and line.count(" ") <= 4
    first = found["names"].split()
    return len(first) > 1 and (
        first[1][0].isupper() or first[1] in {"and", "&", "|", "-", "de", "van"}
    )


def names_in(line: str) -> tuple[str, ...]:
    """Return the personal names of a byline or an author field, without posts and outlets."""
    line = _plain(line)
    found = _BY.match(line) or _PIPED.match(line)
    if found is not None and _NOBODY.search(_POSTS.split(found["names"])[0]) is not None:
        return ()
    stretch = found["names"] if found is not None else line
    names: list[str] = []
    for part in _PART.split(stretch[:300]):
        end = _END.search(part)
        name = name_alone((part if end is None else part[: end.start()]).strip(" .,"))
        capitals = _CAPITALS.match(name)
        if capitals is not None:
            name = capitals.group().strip(" .,")
        if name.isupper():
            name = name.title()
        bare = name.startswith("The ") or name.endswith(" By")
        if _NAME.match(name) is None or bare or ROLE.search(name) is not None:
            if names and found is not None:
                break
            continue
        if name not in names:
            names.append(name)
    return tuple(names)


def _plain(line: str) -> str:
    """Return a line without the stars and underlines that Markdown sets around names."""
    return line.strip("*_").replace("**", "").replace("__", "")
