"""``python -m tests.fuzz --seconds 60 --seed 1``: the whole path on made, hostile articles.

Each round makes one article from pieces of news and of trouble, reads, analyses and renders it in
every format, and holds the outcome against what must always be so. A round that fails is printed
with its seed, under which it can be made again: ``python -m tests.fuzz --seed SEED --rounds 1``.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator

from claimtrack import analysis, contract, reading
from claimtrack.errors import InputProblem
from claimtrack.model import ArticleReport, Span
from claimtrack.rendering import FORMATS, Setting

NEWS = (
    "The mayor said the bridge was safe.",
    "“It is safe,” she added, “for now.”",
    "According to the ministry, nobody was hurt.",
    "Khabar 24, citing police, reported that two men had been held.",
    "Officials, who asked not to be named, denied it.",
    "It is believed that the talks will go on.",
    "Mr. Smith Jr. of the U.S. Dept. of Energy told Reuters: 'No.'",
    "\"We don't know,\" said Anna Krol, the city's engineer.",
    "On Monday rain fell.",
    "Who pays?",
    "NUR-SULTAN (Sputnik) -",
    "By Jo Writer",
    "Read more: https://news.example/a?b=c#d",
)
TROUBLE = (
    "<script>alert(1)</script>",
    "</style></title>",
    "{{ 7 * 7 }}{% for %}",
    "=1+1",
    "\x1b[31m",
    "\u202e",
    "\u2066",
    "\x00",
    "\ud800",
    "\ufeff",
    "\u2028",
    "\u0301" * 40,
    "“",
    "”",
    '"',
    "''",
    "‘",
    "(" * 30,
    "." * 30,
    "…",
    "said " * 20,
    "according to " * 10,
    "A" * 300,
    "\t",
    "\r",
    "\r\n",
    "🏳️‍🌈",
    "ﷺ",
    "нет",
    "明日",
    "../../etc/passwd",
)
GLUE = (" ", " ", " ", "\n", "\n\n", "", "\u00a0", "—", ", ")


def article(seed: int) -> str:
    """Make the article of a seed."""
    dice = random.Random(seed)
    parts: list[str] = []
    for _ in range(dice.randrange(1, 40)):
        piece = dice.choice(NEWS if dice.random() < 0.7 else TROUBLE)
        if dice.random() < 0.1:
            piece = piece[: dice.randrange(len(piece) + 1)]
        parts += (piece, dice.choice(GLUE))
    return "".join(parts)


def check(text: str) -> None:
    """Hold the report of a text, in every format, against what must always be so."""
    try:
        read = reading.read_bytes(text.encode("utf-8", "surrogatepass"), "made.txt")
    except InputProblem:
        return
    report = analysis.analyze_article(read)
    for span in spans(report):
        assert 0 <= span.start < span.end <= len(read.text), span
    starts = [statement.span.start for statement in report.statements]
    assert starts == sorted(starts)
    sources = {source.id for source in report.sources}
    attributions = {item.id for item in report.attributions}
    for statement in report.statements:
        assert set(statement.source_ids) <= sources
        assert set(statement.attribution_ids) <= attributions
        assert (statement.status == "attributed") == bool(statement.source_ids)
    assert not list(contract.problems(report.to_dict(), part="article"))
    setting = Setting(analysis.generator())
    for item in FORMATS:
        written = "".join(item.render([report], setting))
        written.encode()
        if item.name == "html":
            assert len(re.findall("<script", written)) == 1
        if item.name not in ("json", "jsonl", "webannotation"):
            assert not re.search(
                r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written
            )


def spans(report: ArticleReport) -> Iterator[Span]:
    """Give every span of a report."""
    yield from (statement.span for statement in report.statements)
    for item in report.attributions:
        yield from item.content
        yield from (span for span in (item.source_mention, item.cue) if span is not None)
        yield from item.via_mentions
    for source in report.sources:
        yield from source.mentions
        yield from source.justification


def main() -> int:
    """Run rounds until time is up; return how many failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=10**9)
    options = parser.parse_args()
    end = time.monotonic() + options.seconds
    failures = rounds = 0
    while rounds < options.rounds and time.monotonic() < end:
        seed = options.seed + rounds
        rounds += 1
        try:
            check(article(seed))
        except Exception as failure:
            failures += 1
            print(f"seed {seed}: {type(failure).__name__}: {failure}")
    print(f"{rounds} articles, {failures} failed")
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
