"""The pages in a real browser: what they show, at which width, to whom, and what they never do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimtrack.rendering import named
from claimtrack.rendering.folder import write_folder
from claimtrack.web.settings import Settings
from tests.browser.chromium import Browser, browsing, missing
from tests.rendering.newsroom import SETTING, Line, bridge, compose
from tests.web.serving import running

WIDTHS = (390, 1280)
SERIOUS = ("serious", "critical")
VISIBLE = "return getComputedStyle(document.querySelector(arguments[0])).display !== 'none'"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages")
    report = bridge()
    other = replace(report, article=replace(report.article, id="other", headline="Another"))
    list(write_folder([report, other], path, named("html"), SETTING))
    return path


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with running(Settings()) as found:
        yield found


def violations(browser: Browser, axe: str) -> list[str]:
    browser.run(axe + "; window.axe = axe;")
    found: list[dict[str, Any]] = browser.wait(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document).then((outcome) => done(outcome.violations), (e) => done([String(e)]));"
    )
    return [
        f"{item['id']}: {item['nodes'][0]['html'][:200]} {item['nodes'][0]['failureSummary']}"
        for item in found
        if item["impact"] in SERIOUS
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", ["article.html", "index.html"])
def test_no_serious_barrier(
    browser: Browser, axe: str, folder: Path, page: str, width: int, scheme: str
) -> None:
    browser.resize(width, 900)
    browser.scheme(scheme)
    browser.open((folder / page).as_uri())
    assert violations(browser, axe) == []
    if page == "article.html":
        for action in (
            "document.querySelector('#s6').focus()",
            "document.querySelector('button[data-show]').click()",
        ):
            browser.run(action)
            assert violations(browser, axe) == []


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_no_serious_barrier_on_the_server(browser: Browser, axe: str, port: int, path: str) -> None:
    browser.resize(390, 900)
    browser.open(f"http://127.0.0.1:{port}{path}")
    assert violations(browser, axe) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", ["article.html", "index.html"])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, folder: Path, page: str, width: int
) -> None:
    browser.resize(width, 900)
    browser.open((folder / page).as_uri())
    assert browser.run("return document.documentElement.scrollWidth") <= width


def test_pointing_at_a_statement_shows_why(browser: Browser, folder: Path) -> None:
    browser.resize(1280, 900)
    browser.open((folder / "article.html").as_uri())
    assert not browser.run(VISIBLE, "#s2-why")
    browser.hover("#s2")
    assert browser.run(VISIBLE, "#s2-why")
    assert "Anna Krol" in browser.run("return document.querySelector('#s2-why').innerText")


def test_the_keyboard_reaches_every_statement_and_escape_closes(
    browser: Browser, folder: Path
) -> None:
    browser.resize(390, 900)
    browser.open((folder / "article.html").as_uri())
    seen = []
    for _ in range(12):
        browser.press("Tab")
        seen.append(browser.run("return document.activeElement.id"))
    found = [name for name in seen if name.startswith("s") and not name.endswith("-why")]
    assert found == [f"s{n}" for n in range(1, 8)]
    browser.run("document.querySelector('#s3').focus()")
    assert browser.run(VISIBLE, "#s3-why")
    browser.press("Escape")
    assert not browser.run(VISIBLE, "#s3-why")


def test_choosing_a_source_shows_its_statements_only(browser: Browser, folder: Path) -> None:
    browser.resize(1280, 900)
    browser.open((folder / "article.html").as_uri())
    shown = (
        "return [...document.querySelectorAll('.prose .statement')]"
        ".filter((e) => e.getClientRects().length).map((e) => e.id)"
    )
    everything = browser.run(shown)
    browser.click("#v2 button")
    assert browser.run(shown) == ["s6"]
    assert "1 of 7 statements" in browser.run("return document.querySelector('.showing').innerText")
    browser.click("#v2 button")
    assert browser.run(shown) == everything


def test_the_overview_can_be_sorted(browser: Browser, folder: Path) -> None:
    browser.open((folder / "index.html").as_uri())
    first = "return document.querySelector('tbody th').innerText"
    browser.click("thead th button")
    assert browser.run(first) == "Another"
    browser.click("thead th button")
    assert browser.run(first) == "Bridge to reopen, mayor says"
    assert browser.run("return document.querySelector('th').ariaSort") == "descending"


def test_hostile_text_runs_nothing_and_asks_for_nothing(browser: Browser, tmp_path: Path) -> None:
    attack = (
        "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>"
        "</style></script><svg onload='window.hit = 1'> \" onfocus='window.hit = 1' {{ 7 * 7 }}"
    )
    line = Line(f"⟦a1 source|{attack}⟧ ⟦a1 cue|{attack}⟧ ⟦a1 content|{attack}⟧")
    source = replace(bridge().sources[0], name=attack, title=attack)
    report = compose([line], [source], {"a1": "src1"}, headline=attack, id=attack)
    ((_, path),) = write_folder([report], tmp_path, named("html"), SETTING)
    assert path is not None
    browser.open(path.as_uri())
    browser.run("document.querySelector('#s1').focus()")
    assert browser.run("return window.hit") is None
    assert browser.run("return performance.getEntriesByType('resource').length") == 0
    assert attack.split()[0] in browser.run("return document.querySelector('#s1').innerText")
    assert "{{ 7 * 7 }}" in browser.run("return document.querySelector('#s1').innerText")


def test_paper_shows_the_article_without_cards(browser: Browser, folder: Path) -> None:
    browser.open((folder / "article.html").as_uri())
    assert browser.printed().startswith(b"%PDF")
    browser.tool("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not browser.run(VISIBLE, "button[data-show]")
        assert browser.run(VISIBLE, ".sign")
    finally:
        browser.tool("Emulation.setEmulatedMedia", {"media": ""})


def test_the_form_works_without_script(port: int) -> None:
    lacking = missing()
    if lacking:
        pytest.skip(lacking)
    with browsing(script=False) as browser:
        browser.open(f"http://127.0.0.1:{port}/")
        browser.type("#text", "The bridge is closed, the council said.")
        browser.click("button[type=submit]")
        element = browser.find("#s1")
        assert "council said" in browser._call("GET", f"/element/{element}/text")
