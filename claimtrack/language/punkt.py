"""Punkt's decision on full stops (Kiss and Strunk 2006), from parameters that ship with us.

The parameters are trained with NLTK's ``PunktTrainer``; a test holds the decisions to those of
NLTK's ``PunktSentenceTokenizer``, which takes a second and a half to import and so is not used
here. Each decision depends on the word with the stop and what follows it alone, and is kept.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from claimtrack.errors import WeightsProblem

FORMAT = 1
SHIPPED = Path(__file__).parent / "data" / "punkt.json"

MIDDLE_UPPER = 1 << 2
"""Orthography: seen with a capital in the middle of a sentence."""
START_LOWER = 1 << 4
"""Orthography: seen in lower case at the start of a sentence."""
ANY_UPPER = 1 << 1 | 1 << 2 | 1 << 3
ANY_LOWER = 1 << 4 | 1 << 5 | 1 << 6

_CACHE_SIZE = 20_000
_LONGEST_CACHED = 80

_SPACES = " \t\n\r\x0b\x0c"
_NON_WORD = r"[)\";}\]*:@'({\[‘’“”«»?!]"
_CANDIDATE = re.compile(rf"[.?!](?=(?P<after>{_NON_WORD}|\s+(?P<next>\S+)))")
_RUN = r"(?:-{2,}|\.{2,}|(?:\.\s){2,}\.)"
_WORD = re.compile(
    rf"""
      {_RUN}
    | (?![("`{{\[:;&\#*@)}}\]\-,])\S+?(?=\s|$|{_NON_WORD}|{_RUN}|,(?=$|\s|{_NON_WORD}|{_RUN}))
    | \S
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"-?[.,]?\d[\d,.-]*\.?$")
_INITIAL = re.compile(r"[^\W\d]\.$")
_ELLIPSIS = re.compile(r"\.\.+$")


@dataclass(slots=True)
class _Token:
    """A word of the context of a stop."""

    text: str
    kind: str
    ends: bool = False
    abbreviated: bool = False
    ellipsis: bool = False

    @property
    def bare(self) -> str:
        """The word's type without its stop."""
        return self.kind[:-1] if len(self.kind) > 1 and self.kind[-1] == "." else self.kind

    @property
    def unstopped(self) -> str:
        """The word's type, without a stop that ends a sentence."""
        return self.bare if self.ends else self.kind


@dataclass(frozen=True, slots=True)
class Punkt:
    """The parameters: what is known of words, and the decisions already made."""

    abbreviations: frozenset[str]
    collocations: frozenset[tuple[str, str]]
    starters: frozenset[str]
    orthography: dict[str, int]
    _decisions: dict[str, bool] = field(default_factory=dict, repr=False)

    def breaks(self, text: str, start: int = 0, end: int | None = None) -> list[int]:
        """Return the offsets right after the stops that end a sentence, but for the last one."""
        end = len(text) if end is None else end
        found: list[int] = []
        waiting: re.Match[str] | None = None
        word_start = word_stop = start
        for match in _CANDIDATE.finditer(text, start, end):
            stop = match.start()
            space = max(text.rfind(letter, word_stop, stop) for letter in _SPACES)
            begin = space + 1 if space > word_stop else word_start
            if waiting is not None and word_stop <= begin:
                self._decide(text, word_start, waiting, found)
            waiting, word_start, word_stop = match, begin, stop
        if waiting is not None:
            self._decide(text, word_start, waiting, found)
        return found

    def knows_lower(self, word: str) -> bool:
        """Tell whether a word was seen in small letters, and so is no name by itself."""
        return bool(self.orthography.get(word.lower(), 0) & ANY_LOWER)

    def _decide(self, text: str, begin: int, match: re.Match[str], found: list[int]) -> None:
        context = text[begin : match.end()] + match["after"]
        decision = self._decisions.get(context)
        if decision is None:
            decision = self._ends(context)
            if len(context) <= _LONGEST_CACHED:
                if len(self._decisions) >= _CACHE_SIZE:
                    self._decisions.clear()
                self._decisions[context] = decision
        if decision:
            found.append(match.end())

    def _ends(self, context: str) -> bool:
        """Tell whether a sentence ends before the last word of ``context``."""
        tokens = [self._token(word) for line in context.split("\n") for word in _WORD.findall(line)]
        for token, following in pairwise(tokens):
            if token.text[-1] == ".":
                self._reconsider(token, following)
            if token.ends:
                return True
        return False

    def _token(self, word: str) -> _Token:
        """Return a word with what its own form says."""
        token = _Token(word, _NUMBER.sub("##number##", word.lower()) if word else word)
        if word in (".", "?", "!"):
            token.ends = True
        elif _ELLIPSIS.match(word):
            token.ellipsis = True
        elif word[-1] == "." and word[-2:] != "..":
            bare = word[:-1].lower()
            if bare in self.abbreviations or bare.split("-")[-1] in self.abbreviations:
                token.abbreviated = True
            else:
                token.ends = True
        return token

    def _reconsider(self, token: _Token, following: _Token) -> None:
        """Change a word's mark by the word that follows."""
        kind, after = token.bare, following.unstopped
        initial = _INITIAL.match(token.text) is not None
        if (kind, after) in self.collocations:
            token.ends = False
            return
        starts = self._starts(following, after)
        if (token.abbreviated or token.ellipsis) and not initial:
            if starts is True:
                token.ends = True
                return
            if following.text[0].isupper() and after in self.starters:
                token.ends = True
                return
        if initial or kind == "##number##":
            only_upper = not self.orthography.get(after, 0) & ANY_LOWER
            if starts is False or (
                starts is None and initial and following.text[0].isupper() and only_upper
            ):
                token.ends = False

    def _starts(self, token: _Token, kind: str) -> bool | None:
        """Tell by its spelling whether a word starts a sentence; ``None``: nobody knows."""
        if token.text in _NO_START:
            return False
        seen = self.orthography.get(kind, 0)
        first = token.text[0]
        if first.isupper() and seen & ANY_LOWER and not seen & MIDDLE_UPPER:
            return True
        if first.islower() and (seen & ANY_UPPER or not seen & START_LOWER):
            return False
        return None


_NO_START: Final = frozenset(";:,.!?")


def load(path: Path) -> Punkt:
    """Read parameters from a JSON file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise WeightsProblem(f"{path}: parameters of another format; retrain or update")
        return Punkt(
            frozenset(data["abbreviations"]),
            frozenset((first, second) for first, second in data["collocations"]),
            frozenset(data["starters"]),
            {
                word: int(flags)
                for flags, words in data["orthography"].items()
                for word in words.split(" ")
            },
        )
    except (OSError, KeyError, ValueError, TypeError, AttributeError) as problem:
        raise WeightsProblem(f"{path}: not Punkt's parameters ({problem})") from problem


@cache
def shipped() -> Punkt:
    """Return Punkt with the parameters that ship with the package."""
    return load(SHIPPED)
