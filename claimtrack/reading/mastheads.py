"""Mastheads: lines that hold nothing but an outlet's name."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 6
# What names of papers, stations and agencies end with. Headlines may too ("Storm hits Daily Mail"):
# the other words of a masthead are names, numbers or call signs as well.
_ENDS = frozenset(
    "news times post herald tribune gazette ledger register chronicle journal courier star sun "
    "mirror mail telegraph guardian sentinel observer examiner standard press daily weekly network "
    "tv radio online newspaper newspapers beacon record globe review inquirer enquirer dispatch "
    "bulletin monitor independent argus echo advertiser today media".split()
)
_SMALL = frozenset({"the", "of", "and", "for", "in", "on"})


def is_masthead(line: str, outlet: str | None) -> bool:
    """Tell whether a line names an outlet: ``outlet``, or any by the way it is called."""
    words = _WORD.findall(line)
    if not 0 < len(words) <= _LONGEST:
        return False
    if outlet is not None and same_outlet(line, outlet):
        return True
    if words[-1].lower() not in _ENDS or line[-1] in ".!?:":
        return False
    return all(not word[0].islower() or word in _SMALL for word in words)


def same_outlet(one: str, other: str) -> bool:
    """Tell whether two wordings are one outlet's name, with or without its article."""
    return _core(one) == _core(other)


def _core(name: str) -> list[str]:
    words = [word.lower() for word in _WORD.findall(name)]
    return words[1:] if words[:1] == ["the"] else words
