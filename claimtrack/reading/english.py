"""A cheap check whether a text is English: the share of function words in samples of it."""

from __future__ import annotations

import re

_WORDS = """
the of and to a in that is was for on with as at by it be from has have had he she they we his her
their its this which who will would not but or an are were been said if than also after about over
into out up more when there what so all can could may one i you my our your him them do did does no
any some such other these those how where while because before between during under against
until since
"""
FUNCTION_WORDS = frozenset(_WORDS.split())
"""The commonest English words that carry grammar rather than meaning."""

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1_000
_ENGLISH_SHARE = 0.18
_FOREIGN_SHARE = 0.1
_ENOUGH_WORDS = 25


def function_word_share(text: str) -> float:
    """Return which share of the words of ``text`` are English function words."""
    words = _WORD.findall(text.lower())
    if not words:
        return 0.0
    return len([word for word in words if word in FUNCTION_WORDS]) / len(words)


def language_of(text: str) -> tuple[str | None, bool]:
    """Return ``"en"`` or ``None``, and whether the text is clearly something else.

    Three samples are looked at, so that a long text costs no more than a short one.
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample += " " + text[middle : middle + _SAMPLE] + " " + text[-_SAMPLE:]
    words = _WORD.findall(sample.lower())
    if len(words) < _ENOUGH_WORDS:
        letters = sum(character.isalpha() for character in sample)
        latin = sum(character.isalpha() and character < "\u0250" for character in sample)
        return None, letters > 0 and latin < letters / 2
    share = len([word for word in words if word in FUNCTION_WORDS]) / len(words)
    if share >= _ENGLISH_SHARE:
        return "en", False
    return None, share < _FOREIGN_SHARE
