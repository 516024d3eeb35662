"""The overview of many pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimtrack.rendering import index, named
from claimtrack.rendering.folder import write_folder
from claimtrack.rendering.formats import Entry
from tests.rendering.newsroom import SETTING, bridge
from tests.rendering.test_html import Page


def entry(file: str, share: float | None, headline: str | None = "Headline") -> Entry:
    metrics = replace(bridge().metrics, attributed_share=share)
    return Entry(file, "id", headline, "The Example", "2024-05-01T10:00:00", metrics)


def test_a_folder_gets_a_page_that_leads_to_all_others(tmp_path: Path) -> None:
    list(write_folder([bridge(), bridge()], tmp_path, named("html"), SETTING))
    page = Page((tmp_path / "index.html").read_text("utf-8"))
    links = [value for value in page.values("href") if not value.startswith("#")]
    assert len(links) == 2
    assert all((tmp_path / link).is_file() for link in links)


def test_shares_are_counted_in_ten_bars() -> None:
    page = Page("".join(index.render([entry("a", 0.0), entry("b", 1.0), entry("c", 1.0)], SETTING)))
    label = next(value for value in page.values("aria-label") if value.startswith("Attributed"))
    assert "0–10 %: 1 article;" in label and "90–100 %: 2 articles;" in label
    assert "Median 100 %" in page.text


def test_articles_without_shares_and_no_articles_at_all_have_a_page() -> None:
    assert "Median –" in Page("".join(index.render([entry("a", None, None)], SETTING))).text
    assert "0 articles" in Page("".join(index.render([], SETTING))).text


def test_hostile_names_stay_text() -> None:
    page = Page("".join(index.render([entry('a"b<c>.html', 0.5, "</th><script>")], SETTING)))
    assert page.tags.count("script") == 1
    assert "a%22b%3Cc%3E.html" in page.values("href")
