"""Files of golden cases: articles with what an editor expects of each statement.

A case is a text file: a comment line that says what it shows, the article, the line
``== expected ==``, and one line a statement::

    First words … last words | status | sources | key=value; key=value

``sources`` is ``-`` or names joined by `` + ``. Where editors may differ a field holds several
answers joined by `` / ``. A name is compared without case, leading article and kind of apostrophe;
``~two officials`` is any name that holds these words, ``*`` any name at all, and a name in round
brackets may be missing, as may a mere reporter (``via``). Only what is written is checked.

``kind``, ``title`` and ``affiliation`` speak of the first source, or of each in turn when joined by
`` + ``; ``quotation``, ``cue``, ``content`` (all of it, its pieces joined by `` … ``), ``implicit``
and ``via`` (nearest reporter first, joined by `` > ``) must all hold for one attribution of the
statement; ``reason`` gives words of the first source's reason for anonymity and ``outlet`` says
whether it is another news organisation; ``count`` is the number of attributions of the statement
and ``section`` its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from claimtrack.model import Kind, Status

CASES = Path(__file__).parent / "cases"
KNOWN_FAILURES = CASES / "known_failures.txt"
ACCURATE_FAILURES = CASES / "accurate_failures.txt"
MARK = "== expected =="
STATUSES: tuple[str, ...] = get_args(Status)
KINDS: tuple[str, ...] = get_args(Kind)
VALUES: dict[str, tuple[str, ...]] = {
    "kind": (*KINDS, "-"),
    "quotation": ("direct", "indirect", "mixed"),
    "implicit": ("yes", "no"),
    "section": ("headline", "body", "caption"),
    "title": (),
    "affiliation": (),
    "cue": (),
    "content": (),
    "via": (),
    "count": (),
    "reason": (),
    "outlet": ("yes", "no"),
}
WORD = re.compile(r"[^\W_]+")
FULL_TITLES = {
    "con": "constable",
    "det": "detective",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "rep": "representative",
    "sen": "senator",
}


class CaseError(ValueError):
    """A case file that is not in the format of this module's docstring."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one statement must be: the first and last words that find it, and the answers."""

    line: int
    first: str
    last: str
    statuses: tuple[str, ...]
    sources: tuple[str, ...]
    answers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One case file: its name below ``cases``, the sentence it shows, article, expectations."""

    name: str
    shows: str
    article: str
    expectations: tuple[Expectation, ...]

    @property
    def group(self) -> str:
        """The folder of the case: rewrites, constructions, sources, domains, implicit or plain."""
        return self.name.split("/")[0]

    @property
    def blind(self) -> bool:
        """Whether nobody tunes rules or weights on this case."""
        return self.name.rsplit("/", 1)[-1].startswith("blind_")


def case_paths() -> list[Path]:
    """Return the case files in a stable order."""
    return sorted(path for path in CASES.glob("*/*.txt") if path != KNOWN_FAILURES)


def known_failures(path: Path = KNOWN_FAILURES) -> dict[str, str]:
    """Return the cases that are right but not reached yet, each with its reason."""
    rows = path.read_text("utf8").splitlines() if path.exists() else []
    pairs = (row.partition(":") for row in rows if row.strip() and not row.startswith("#"))
    return {name.strip(): reason.strip() for name, _, reason in pairs}


def read_case(path: Path) -> Case:
    """Read a case file; raise ``CaseError`` where it is not in the format."""
    name = f"{path.parent.name}/{path.stem}"
    head, mark, tail = path.read_text("utf8").partition(f"\n{MARK}\n")
    shows, _, article = head.partition("\n")
    if not mark or not shows.startswith("# ") or not article.strip():
        raise CaseError(f"{name}: needs a comment line, an article and a line {MARK!r}")
    offset = head.count("\n") + 3
    lines = [(offset + count, line) for count, line in enumerate(tail.splitlines())]
    expectations = tuple(_read_line(name, count, line) for count, line in lines if line.strip())
    if not expectations:
        raise CaseError(f"{name}: expects nothing")
    return Case(name, shows[2:].strip(), article.strip() + "\n", expectations)


def _read_line(name: str, count: int, line: str) -> Expectation:
    fields = [field.strip() for field in line.split(" | ")]
    if not 3 <= len(fields) <= 4:
        raise CaseError(f"{name}:{count}: needs words | status | sources | answers")
    first, _, last = (part.strip() for part in fields[0].partition("…"))
    statuses = tuple(fields[1].split("/"))
    sources = () if fields[2] == "-" else tuple(fields[2].split(" + "))
    pairs = [pair.partition("=") for pair in (fields[3] if len(fields) > 3 else "").split(";")]
    answers = {key.strip(): value.strip() for key, _, value in pairs if key.strip()}
    if not first or any(status not in STATUSES for status in statuses):
        raise CaseError(f"{name}:{count}: no words, or an unknown status in {fields[1]!r}")
    if (statuses == ("attributed",)) != bool(sources) and len(statuses) == 1:
        raise CaseError(f"{name}:{count}: exactly the attributed statements have sources")
    for key, value in answers.items():
        if key not in VALUES or not value:
            raise CaseError(f"{name}:{count}: unknown key or no value: {key}={value}")
        allowed = VALUES[key]
        if allowed and any(item not in allowed for item in re.split(r"/| \+ ", value)):
            raise CaseError(f"{name}:{count}: unknown value: {key}={value}")
    return Expectation(count, first, last, statuses, sources, answers)


def problems_of_text(case: Case) -> Iterator[str]:
    """Yield what cannot be right about a case whatever the analyzer says: words not in the text."""
    text = plain(case.article)
    words = set(WORD.findall(text.lower()))
    words |= {FULL_TITLES.get(word, word) for word in words}
    for item in case.expectations:
        begin = text.find(plain(item.first))
        if begin < 0:
            yield f"line {item.line}: not in the article: {item.first!r}"
        elif item.last and text.find(plain(item.last), begin) < 0:
            yield f"line {item.line}: not after its first words: {item.last!r}"
        named = [name for source in item.sources for name in source.strip("()").split(" / ")]
        named += [name for name in item.answers.get("via", "").split(" > ") if name != "-"]
        for key in ("cue", "content", "title", "affiliation", "reason"):
            named += [] if key not in item.answers else item.answers[key].split(" / ")
        for name in named:
            strange = set(WORD.findall(plain(name).lower())) - words
            if strange:
                yield f"line {item.line}: {name!r} is not in the article's words: {sorted(strange)}"


def plain(text: str) -> str:
    """Fold white space, quotation marks and apostrophes, which no expectation is about."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
    return " ".join(text.translate(table).replace("''", '"').split())
