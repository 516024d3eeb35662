from __future__ import annotations

import sys
from typing import Any

import pytest
import uvicorn
from click.testing import CliRunner

from claimtrack import analysis
from claimtrack.cli.serve import serve
from claimtrack.errors import MissingExtra
from claimtrack.web import app
from claimtrack.web.settings import LOOPBACK, Settings
from tests.rendering.newsroom import GENERATOR


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a server would have been started with."""
    seen: dict[str, Any] = {}

    def create(settings: Settings, analyze: object, generator: object) -> str:
        seen["settings"] = settings
        return "the application"

    monkeypatch.setattr(analysis, "engine_of", lambda name: name)
    monkeypatch.setattr(analysis, "generator", lambda name: GENERATOR)
    monkeypatch.setattr(analysis, "analyze", lambda text, engine: None)
    monkeypatch.setattr(app, "create", create)
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: seen.update(options, app=app))
    return seen


def test_it_listens_on_loopback_and_fetches_from_the_public_web(started: dict[str, Any]) -> None:
    assert CliRunner().invoke(serve, []).exit_code == 0
    assert started["host"] == "127.0.0.1"
    settings = started["settings"]
    assert set(settings.hosts) == set(LOOPBACK)
    assert settings.fetch and not settings.private_addresses


def test_its_options_reach_the_server(started: dict[str, Any]) -> None:
    arguments = ["--host", "10.1.1.1", "--port", "99", "--allow-host", "News.Example"]
    arguments += ["--max-bytes", "5000", "--timeout", "9", "--no-fetch"]
    assert CliRunner().invoke(serve, arguments).exit_code == 0
    settings = started["settings"]
    assert started["port"] == 99
    assert {"10.1.1.1", "news.example"} <= set(settings.hosts)
    assert (settings.max_bytes, settings.analysis_seconds, settings.fetch) == (5000, 9.0, False)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = CliRunner().invoke(serve, [])
    assert isinstance(result.exception, MissingExtra)
    assert 'pip install "claimtrack[web]"' in str(result.exception)
