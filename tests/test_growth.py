"""Long articles: time grows with their length and no faster, and limits are told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from claimtrack import analysis, language, reading
from claimtrack.errors import InputProblem
from claimtrack.language import document, sentences
from claimtrack.model import ArticleReport
from claimtrack.reading import ReadingOptions, pages
from claimtrack.rendering import named
from claimtrack.rendering.formats import Setting
from tests.attribution.test_stretches import PARAGRAPHS


def long(size: int) -> str:
    """Make an article of about this many characters, none of it a copy of the rest."""
    parts: list[str] = []
    length = 0
    while length < size:
        number = len(parts)
        part = f"{PARAGRAPHS[number % len(PARAGRAPHS)]} That was on day {number} of the talks."
        parts.append(part)
        length += len(part) + 2
    return "\n\n".join(parts)


def test_time_grows_no_faster_than_the_text() -> None:
    """From text to written JSON; time that grew with the square would be forty times as long."""
    setting = Setting(analysis.generator())

    def seconds_per_character(size: int) -> float:
        text = long(size)
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            report = analysis.analyze(text, id="long")
            for _piece in named("json").render([report], setting):
                pass
            best = min(best, time.process_time() - start)
        return best / len(text)

    seconds_per_character(1_000)
    assert seconds_per_character(400_000) < 3 * seconds_per_character(10_000)


def test_sentences_without_an_end_are_cut_and_said_to_be() -> None:
    text = "He said so. " + "and it was of the " * sentences.LONGEST + "\n\nShe said so."
    report = analysis.analyze(text)
    assert [notice.code for notice in report.article.notices] == ["sentences-cut"]
    parsed = language.parse(reading.read_text(text))
    sizes = [item.last - item.first for item in parsed.sentences]
    assert max(sizes) == sentences.LONGEST and sum(sizes) == len(parsed)


@pytest.mark.parametrize("limit", ["MOST_TOKENS", "MOST_SENTENCES"])
def test_an_article_of_too_many_parts_is_refused(
    limit: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(document, limit, 100)
    for name, count in (("long", 101), ("short", 2)):
        (tmp_path / f"{name}.txt").write_text("So it is.\n\n" * count)
    results = list(analysis.results(analysis.articles([tmp_path])))
    refused, done = results
    assert not isinstance(refused, ArticleReport) and refused.code == "too-large"
    assert isinstance(done, ArticleReport)


def test_limits_of_a_text() -> None:
    with pytest.raises(InputProblem, match="10,000,000 characters"):
        analysis.analyze("a" * 10_000_001)
    with pytest.raises(InputProblem, match="characters"):
        reading.read_bytes(b"word " * 50, "made.txt", options=ReadingOptions(max_article_chars=20))
    with pytest.raises(InputProblem, match="lines"):
        analysis.analyze("a\n" * (pages.MOST_LINES + 1))
