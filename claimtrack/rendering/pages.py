"""Web pages from templates: every text is escaped, and a page runs and fetches nothing foreign."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from claimtrack.model import Generator
from claimtrack.rendering import words
from claimtrack.rendering.characters import shorten
from claimtrack.rendering.voices import COLOURS, PATTERNS

PACKAGE = "claimtrack.rendering"

_CHUNK = 2048
"""Pieces of a template that go out together."""


def page(
    name: str,
    script: str,
    generator: Generator,
    values: Mapping[str, Any],
    title: str,
    package: str = PACKAGE,
    home: str | None = None,
) -> Iterator[str]:
    """Give the page of the template ``name``, with the shared style and one script, in pieces.

    Templates are looked for in ``package`` and then here. ``home`` is where the page's head leads.

    Only this very style and script may run in it: the page's own content policy names their
    digests and allows nothing else.
    """
    style_text, script_text = _part("page.css"), _part(script)
    stream = (
        _environment(package)
        .get_template(name)
        .stream(
            style=Markup(style_text),
            style_hash=Markup(_digest(style_text)),
            script=Markup(script_text),
            script_hash=Markup(_digest(script_text)),
            generator=generator,
            disclaimer=words.DISCLAIMER,
            title=title,
            home=home,
            **values,
        )
    )
    stream.enable_buffering(_CHUNK)
    yield from stream


@cache
def _environment(package: str) -> Environment:
    homes = dict.fromkeys((package, PACKAGE))
    environment = Environment(
        loader=ChoiceLoader([FunctionLoader(partial(_template, home)) for home in homes]),
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


def _template(package: str, name: str) -> str | None:
    found = files(package) / "templates" / name
    return found.read_text("utf-8") if found.is_file() else None


@cache
def _part(name: str) -> str:
    return (files(PACKAGE) / "templates" / name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
