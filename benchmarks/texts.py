"""The articles that the contestants read: the repository's own, or those of given files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path

from claimtrack import reading
from claimtrack.errors import InputProblem

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
CASES = ROOT / "tests" / "cases" / "rewrites"
"""The golden cases that are whole articles, as dense as news is; others are a few lines."""

USUAL = 500
"""Words of a usual article of news."""

_MARK = "== expected =="
_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_NOUNS = re.compile(
    r"(?:(?<=\bthe )|(?<=\ba )|(?<=\ban )|(?<=\bof )|(?<=\bin )|(?<=\bon )|(?<=\bat )|(?<=\bby ))"
    r"(?!(?:the|its|his|her|our|their|this|that|these|those|all|and)\b)[a-z]{3,}\b"
)
_STRIDE = 7


@dataclass(frozen=True, slots=True)
class Articles:
    """Texts, and in a few words where they come from."""

    texts: tuple[str, ...]
    origin: str

    @property
    def words(self) -> int:
        """All words, as white space separates them."""
        return sum(map(words, self.texts))

    def repeated(self, least: int) -> tuple[str, ...]:
        """Return the texts in turn, again and again, until they have ``least`` words together."""
        found: list[str] = []
        total = 0
        for text in cycle(self.texts):
            if total >= least:
                return tuple(found)
            found.append(text)
            total += words(text)
        raise ValueError("there are no texts to repeat")

    def long(self, size: int) -> str:
        """Return one text of ``size`` bytes (or up to a character less), made from all of them.

        What comes again says something else each time: a text that only repeats itself would be
        recognised, and most of it left out.
        """
        pieces: list[bytes] = []
        total = 0
        for turn in count():
            for text in self.texts:
                if total >= size:
                    return b"".join(pieces)[:size].decode("utf-8", "ignore")
                pieces.append(f"{varied(text.strip(), turn)}\n\n".encode())
                total += len(pieces[-1])
        raise AssertionError("counting never ends")


def words(text: str) -> int:
    """Return how many words a text has, as white space separates them."""
    return len(text.split())


def varied(text: str, turn: int) -> str:
    """Return a text whose names, and nouns after an article, have moved on by so many places."""
    for kind in (_NAMES, _NOUNS):
        found = kind.findall(text)
        if found:
            step = (turn * _STRIDE) % len(found)
            between = kind.split(text)
            moved = [*found[step:], *found[:step], ""]
            text = "".join(map("".join, zip(between, moved, strict=True)))
    return text


def own() -> Articles:
    """Return the articles of the repository: the seeds, and the golden cases of the tests."""
    seeds = [_text(path) for path in sorted(SEEDS.glob("**/*.txt"))]
    cases = [_case(_text(path)) for path in sorted(CASES.glob("*.txt"))]
    texts = tuple(bundled(seeds + cases, USUAL))
    return Articles(texts, f"seeds/ and tests/cases/rewrites/, joined to articles of {USUAL} words")


def bundled(texts: Iterable[str], least: int) -> Iterator[str]:
    """Join texts that follow one another until each has ``least`` words; the last may be short.

    News is longer than most of the repository's articles. Timed one by one they would show what
    an article costs by itself more than what its words do.
    """
    waiting: list[str] = []
    total = 0
    for text in texts:
        waiting.append(text.strip())
        total += words(text)
        if total >= least:
            yield "\n\n".join(waiting)
            waiting, total = [], 0
    if total:
        yield "\n\n".join(waiting)


def given(paths: Sequence[Path]) -> Articles:
    """Return the articles of files and folders, in any format that claimtrack reads."""
    texts = tuple(_read(paths))
    if not texts:
        raise InputProblem(", ".join(map(str, paths)), "no article in it", code="empty")
    return Articles(texts, f"{len(texts)} articles of {', '.join(path.name for path in paths)}")


def _read(paths: Iterable[Path]) -> Iterator[str]:
    for path in reading.discover(paths):
        if isinstance(path, InputProblem):
            raise path
        for article in reading.read_path(path):
            if not isinstance(article, InputProblem):
                yield article.text


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _case(content: str) -> str:
    """Return the article of a golden case: without its first line, and what is expected of it."""
    _, _, rest = content.partition("\n")
    return rest.partition(f"\n{_MARK}")[0]
