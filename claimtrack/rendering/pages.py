"""Web pages from templates: every text is escaped, and a page runs and fetches nothing foreign."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from claimtrack.model import Generator
from claimtrack.rendering import words
from claimtrack.rendering.characters import shorten
from claimtrack.rendering.voices import COLOURS, PATTERNS

_CHUNK = 2048
"""Pieces of a template that go out together."""


def page(
    name: str, script: str, generator: Generator, values: Mapping[str, Any], title: str
) -> Iterator[str]:
    """Give the page of the template ``name``, with the shared style and one script, in pieces.

    Only this very style and script may run in it: the page's own content policy names their
    digests and allows nothing else.
    """
    style_text, script_text = _part("page.css"), _part(script)
    stream = (
        _environment()
        .get_template(name)
        .stream(
            style=Markup(style_text),
            style_hash=Markup(_digest(style_text)),
            script=Markup(script_text),
            script_hash=Markup(_digest(script_text)),
            generator=generator,
            disclaimer=words.DISCLAIMER,
            title=title,
            **values,
        )
    )
    stream.enable_buffering(_CHUNK)
    yield from stream


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_part),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["shorten"] = shorten
    environment.filters["counted"] = words.plural
    environment.globals["colours"] = COLOURS
    environment.globals["patterns"] = PATTERNS
    return environment


@cache
def _part(name: str) -> str:
    return (files("claimtrack.rendering") / "templates" / name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
