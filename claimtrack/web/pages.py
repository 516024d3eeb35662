"""The pages of the server: where to put an article, what went wrong, and how programs ask."""

from __future__ import annotations

from typing import Any

from starlette.responses import HTMLResponse, JSONResponse, Response

from claimtrack import __version__
from claimtrack.model import Generator
from claimtrack.rendering.pages import page
from claimtrack.web.problems import RequestProblem
from claimtrack.web.settings import Settings
from claimtrack.web.submission import Form

_PACKAGE = "claimtrack.web"


def home(
    settings: Settings, problem: RequestProblem | None = None, form: Form | None = None
) -> Response:
    """Return the page with the form; ``problem`` says what was wrong with the ``form`` before."""
    values = {
        "problem": problem,
        "form": form or Form(),
        "settings": settings,
        "megabytes": settings.max_bytes / 2**20,
    }
    return _page("home.html", "Who says so?", values, problem.status if problem else 200)


def documentation(description: dict[str, Any]) -> Response:
    """Return the description of the interface for people."""
    return _page("documentation.html", "For programs", {"api": description}, 200)


def refusal(problem: RequestProblem) -> Response:
    """Return a problem as JSON: for programs, and where there is no page to show it on."""
    headers = {"Retry-After": "10"} if problem.status == 503 else None
    body = {"error": {"code": problem.code, "message": problem.message}}
    return JSONResponse(body, problem.status, headers)


def _page(name: str, title: str, values: dict[str, Any], status: int) -> Response:
    generator = Generator("claimtrack", __version__, "")
    text = "".join(page(name, "empty.js", generator, values, title, _PACKAGE))
    return HTMLResponse(text, status)
