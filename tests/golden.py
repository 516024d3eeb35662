"""How golden cases are checked: what a report says of each statement against what is expected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.case_files import FULL_TITLES, WORD, Case, Expectation, plain

if TYPE_CHECKING:
    from claimtrack.model import ArticleReport, Attribution, Source, Statement

_LEADING_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_SMALLWORDS = frozenset(
    ("the", "a", "an", "of", "at", "for", "and", "in", "with", "s", "his", "her", "its")
)


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


def _name(text: str) -> str:
    return _LEADING_ARTICLE.sub("", plain(text).lower()).removesuffix("'s").rstrip(".")


def _folded(statement: Statement, report: ArticleReport) -> str:
    return " ".join(statement.span.of(report.article.text).split())


def _find(item: Expectation, report: ArticleReport) -> Statement | None:
    first, last = plain(item.first), plain(item.last)
    for statement in report.statements:
        text = plain(_folded(statement, report))
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
            wanted = set(WORD.findall(plain(answer[1:]).lower()))
            if wanted <= set(WORD.findall(plain(got).lower())):
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
    words = WORD.findall(plain(text).lower())
    return {FULL_TITLES.get(word, word) for word in words} - _SMALLWORDS


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


_OF_ATTRIBUTIONS = ("quotation", "cue", "content", "implicit", "via")


def _wrong_attribution(
    item: Expectation, statement: Statement, report: ArticleReport
) -> Iterator[str]:
    keys = [
        key for key in ("quotation", "cue", "content", "implicit", "via") if key in item.answers
    ]
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
        return f" {plain(answer).lower()} " in f" {plain(cue).lower()} "
    if key == "content":
        said = " … ".join(piece.of(report.article.text) for piece in attribution.content)
        return plain(answer) == plain(said)
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
