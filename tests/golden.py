"""Golden cases: articles with what an editor expects of each statement, and how they are checked.

A case is a text file: a comment line that says what it shows, the article, the line
``== expected ==``, and one line a statement::

    First words … last words | status | sources | key=value; key=value

``sources`` is ``-`` or names joined by `` + ``. Where editors may differ a field holds several
answers joined by `` / ``. A name is compared without case, leading article and kind of apostrophe;
``~two officials`` is any name that holds these words, ``*`` any name at all, and a name in round
brackets may be missing, as may a mere reporter (``via``). Only what is written is checked.

``kind``, ``title`` and ``affiliation`` speak of the first source, or of each in turn when joined by
`` + ``; ``quotation``, ``cue``, ``implicit`` and ``via`` (nearest reporter first, joined by
`` > ``) must all hold for one attribution of the statement; ``reason`` gives words of the first
source's reason for anonymity and ``outlet`` says whether it is another news organisation;
``count`` is the number of attributions of the statement and ``section`` its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.model import ArticleReport, Attribution, Source, Statement

CASES = Path(__file__).parent / "cases"
KNOWN_FAILURES = CASES / "known_failures.txt"
ACCURATE_FAILURES = CASES / "accurate_failures.txt"
MARK = "== expected =="
STATUSES = ("attributed", "veiled", "unattributed", "not_a_claim")
KINDS = (
    "named_person",
    "named_organization",
    "document",
    "anonymous_source",
    "unnamed_person",
    "unnamed_group",
)
VALUES: dict[str, tuple[str, ...]] = {
    "kind": (*KINDS, "-"),
    "quotation": ("direct", "indirect", "mixed"),
    "implicit": ("yes", "no"),
    "section": ("headline", "body", "caption"),
    "title": (),
    "affiliation": (),
    "cue": (),
    "via": (),
    "count": (),
    "reason": (),
    "outlet": ("yes", "no"),
}
_WORD = re.compile(r"[^\W_]+")
_LEADING_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_FULL_TITLES = {
    "con": "constable",
    "det": "detective",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "rep": "representative",
    "sen": "senator",
}
_SMALL_WORDS = frozenset(
    ("the", "a", "an", "of", "at", "for", "and", "in", "with", "s", "his", "her", "its")
)


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
    text = _plain(case.article)
    words = set(_WORD.findall(text.lower()))
    words |= {_FULL_TITLES.get(word, word) for word in words}
    for item in case.expectations:
        begin = text.find(_plain(item.first))
        if begin < 0:
            yield f"line {item.line}: not in the article: {item.first!r}"
        elif item.last and text.find(_plain(item.last), begin) < 0:
            yield f"line {item.line}: not after its first words: {item.last!r}"
        named = [name for source in item.sources for name in source.strip("()").split(" / ")]
        named += [name for name in item.answers.get("via", "").split(" > ") if name != "-"]
        for key in ("cue", "title", "affiliation", "reason"):
            named += [] if key not in item.answers else item.answers[key].split(" / ")
        for name in named:
            strange = set(_WORD.findall(_plain(name).lower())) - words
            if strange:
                yield f"line {item.line}: {name!r} is not in the article's words: {sorted(strange)}"


def failures(case: Case, report: ArticleReport) -> dict[int, str]:
    """Return for each failed expectation, by its line, what was expected and what was got."""
    found: dict[int, str] = {}
    for item in case.expectations:
        statement = _find(item, report)
        if statement is None:
            got = "\n".join(f"      {_folded(each, report)}" for each in report.statements)
            found[item.line] = f"no statement {item.first!r} … {item.last!r} among\n{got}"
            continue
        wrong = list(_wrong(item, statement, report))
        if wrong:
            found[item.line] = (
                f"{_folded(statement, report)!r}\n      "
                + "\n      ".join(wrong)
                + f"\n      got: {_describe(statement, report)}"
            )
    return found


def explain(case: Case, found: dict[int, str]) -> str:
    """Return the failures of a case as a reader wants them."""
    rows = [f"{case.name}: {case.shows}"]
    rows += [f"  line {line}: {message}" for line, message in sorted(found.items())]
    return "\n".join(rows)


def _plain(text: str) -> str:
    """Fold white space, quotation marks and apostrophes, which no expectation is about."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
    return " ".join(text.translate(table).replace("''", '"').split())


def _name(text: str) -> str:
    return _LEADING_ARTICLE.sub("", _plain(text).lower()).removesuffix("'s").rstrip(".")


def _folded(statement: Statement, report: ArticleReport) -> str:
    return " ".join(statement.span.of(report.article.text).split())


def _find(item: Expectation, report: ArticleReport) -> Statement | None:
    first, last = _plain(item.first), _plain(item.last)
    for statement in report.statements:
        text = _plain(_folded(statement, report))
        bare = text.lstrip("\"' —–-")
        starts = text.startswith(first) or bare.startswith(first)
        ends = text.rstrip("\"' .").endswith(last.rstrip("\"' ."))
        placed = item.answers.get("section", statement.section) == statement.section
        if starts and ends and placed:
            return statement
    return None


def _same_name(expected: str, got: str) -> bool:
    for answer in expected.strip("()").split(" / "):
        if answer == "*" or _name(answer) == _name(got):
            return True
        if answer.startswith("~"):
            wanted = set(_WORD.findall(_plain(answer[1:]).lower()))
            if wanted <= set(_WORD.findall(_plain(got).lower())):
                return True
    return False


def _same_words(expected: str, got: str | None) -> bool:
    """Tell whether two titles are the same but for small words, or one is the other cut short."""
    if got is None or expected == "-":
        return got is None and expected == "-"
    for answer in expected.split(" / "):
        wanted, seen = _content_words(answer), _content_words(got)
        common = len(wanted & seen)
        if common == min(len(wanted), len(seen)) and 2 * common >= len(wanted | seen):
            return True
    return False


def _content_words(text: str) -> set[str]:
    words = _WORD.findall(_plain(text).lower())
    return {_FULL_TITLES.get(word, word) for word in words} - _SMALL_WORDS


def _wrong(item: Expectation, statement: Statement, report: ArticleReport) -> Iterator[str]:
    sources = {source.id: source for source in report.sources}
    got = [sources[key] for key in statement.source_ids]
    if statement.status not in item.statuses:
        yield f"expected {'/'.join(item.statuses)}, got {statement.status}"
    if len(item.statuses) == 1:
        reporters = {key for each in _attributions(statement, report) for key in each.via}
        yield from _wrong_sources(item, got, reporters)
    yield from _wrong_attribution(item, statement, report)


def _wrong_sources(item: Expectation, got: list[Source], reporters: set[str]) -> Iterator[str]:
    left = list(got)
    matched: list[Source | None] = []
    for name in item.sources:
        source = next((each for each in left if _same_name(name, each.name)), None)
        matched.append(source)
        if source is not None:
            left.remove(source)
        elif not name.startswith("("):
            yield f"expected source {name!r}"
    for source in left:
        if source.id not in reporters:
            yield f"unexpected source {source.name!r}"
    for key in ("kind", "title", "affiliation"):
        for answer, source in zip(_each(item.answers.get(key)), matched, strict=False):
            if source is None:
                continue
            value = getattr(source, key)
            right = value in answer.split("/") if key == "kind" else _same_words(answer, value)
            if answer != "*" and not right:
                yield f"expected {key} {answer!r} of {source.name!r}, got {value!r}"
    if matched and matched[0] is not None:
        yield from _wrong_standing(item, matched[0])


def _wrong_standing(item: Expectation, source: Source) -> Iterator[str]:
    reason, outlet = item.answers.get("reason"), item.answers.get("outlet")
    if reason is not None and not _content_words(reason) <= _content_words(
        source.anonymity_reason or ""
    ):
        yield f"expected reason {reason!r} of {source.name!r}, got {source.anonymity_reason!r}"
    if outlet is not None and source.outlet != (outlet == "yes"):
        yield f"expected outlet={outlet} of {source.name!r}"


def _each(value: str | None) -> list[str]:
    return [] if value is None else value.split(" + ")


def _wrong_attribution(
    item: Expectation, statement: Statement, report: ArticleReport
) -> Iterator[str]:
    keys = [key for key in ("quotation", "cue", "implicit", "via") if key in item.answers]
    attributions = _attributions(statement, report)
    if keys and not any(
        all(_holds(key, item.answers[key], each, report) for key in keys) for each in attributions
    ):
        wanted = "; ".join(f"{key}={item.answers[key]}" for key in keys)
        yield f"expected one attribution with {wanted}"
    if "count" in item.answers and len(attributions) != int(item.answers["count"]):
        yield f"expected {item.answers['count']} attributions, got {len(attributions)}"


def _attributions(statement: Statement, report: ArticleReport) -> list[Attribution]:
    return [each for each in report.attributions if each.id in statement.attribution_ids]


def _holds(key: str, answer: str, attribution: Attribution, report: ArticleReport) -> bool:
    if key == "quotation":
        return attribution.quotation in answer.split("/")
    if key == "implicit":
        return attribution.implicit == (answer == "yes")
    if key == "cue":
        cue = "" if attribution.cue is None else attribution.cue.of(report.article.text)
        return f" {_plain(answer).lower()} " in f" {_plain(cue).lower()} "
    names = [] if answer == "-" else answer.split(" > ")
    sources = {source.id: source for source in report.sources}
    got = [sources[each].name for each in attribution.via]
    return len(names) == len(got) and all(map(_same_name, names, got))


def _describe(statement: Statement, report: ArticleReport) -> str:
    text = report.article.text
    names = {source.id: source for source in report.sources}
    parts: list[str] = [statement.status]
    for each in _attributions(statement, report):
        source = names.get(each.source_id or "")
        who = "nobody" if source is None else f"{source.name} ({source.kind}, {source.title})"
        cue = "no cue" if each.cue is None else repr(each.cue.of(text))
        via = "".join(f" via {names[key].name}" for key in each.via)
        parts.append(f"{each.quotation}{' implicit' * each.implicit} {cue} by {who}{via}")
    return "; ".join(parts)
