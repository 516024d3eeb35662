"""The articles that the contestants read: the repository's own, or those of given files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from claimtrack import reading
from claimtrack.errors import InputProblem

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
CASES = ROOT / "tests" / "cases"
USUAL = 500
"""Words of a usual article of news."""

_MARK = "== expected =="


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
        count = 0
        for text in cycle(self.texts):
            if count >= least:
                return tuple(found)
            found.append(text)
            count += words(text)
        raise ValueError("there are no texts to repeat")

    def long(self, size: int) -> str:
        """Return one text of ``size`` bytes (or up to a character less), made from all of them."""
        pieces: list[bytes] = []
        count = 0
        for text in cycle(self.texts):
            if count >= size:
                return b"".join(pieces)[:size].decode("utf-8", "ignore")
            pieces.append(f"{text.strip()}\n\n".encode())
            count += len(pieces[-1])
        raise ValueError("there are no texts to lengthen")


def words(text: str) -> int:
    """Return how many words a text has, as white space separates them."""
    return len(text.split())


def own() -> Articles:
    """Return the articles of the repository: the seeds, and the golden cases of the tests."""
    seeds = [_text(path) for path in sorted(SEEDS.glob("**/*.txt"))]
    cases = [_case(_text(path)) for path in sorted(CASES.glob("*/*.txt"))]
    texts = tuple(bundled(seeds + cases, USUAL))
    return Articles(texts, f"seeds/ and tests/cases/, put together to articles of {USUAL} words")


def bundled(texts: Iterable[str], least: int) -> Iterator[str]:
    """Join texts that follow one another until each has ``least`` words; the last may be short.

    Golden cases are a few sentences each. Timed one by one they would show what an article costs
    by itself, not what its words do.
    """
    waiting: list[str] = []
    count = 0
    for text in texts:
        waiting.append(text.strip())
        count += words(text)
        if count >= least:
            yield "\n\n".join(waiting)
            waiting, count = [], 0
    if count:
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
