"""The browser that the tests share, or why they are skipped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Browser, browsing, missing


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    lacking = missing()
    if lacking:
        pytest.skip(lacking)
    with browsing() as started:
        yield started


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker axe-core, as the script that it is."""
    path = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
    if not path.is_file():
        pytest.skip("there is no axe-core: npm install --no-save axe-core")
    return path.read_text("utf-8")
