"""The server: a page for people, ``/v1/report`` for programs, and what both stand on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from claimtrack import __version__
from claimtrack.model import Article, ArticleReport, Generator
from claimtrack.rendering import Setting, html, named
from claimtrack.web import openapi, pages, submission
from claimtrack.web.guard import Guard
from claimtrack.web.problems import RequestProblem
from claimtrack.web.settings import Settings
from claimtrack.web.submission import Form, Submission
from claimtrack.web.workers import Workers

Analyze = Callable[[Article], ArticleReport]
"""What makes the report of an article."""


def create(settings: Settings, analyze: Analyze, generator: Generator) -> Starlette:
    """Return the application; it keeps nothing of what is sent to it."""
    workers = Workers(settings.workers, settings.waiting)
    setting = Setting(generator)
    description = openapi.describe(settings)

    async def report(work: Submission) -> ArticleReport:
        def analysed() -> ArticleReport:
            return analyze(work())

        return await workers.run(analysed, settings.analysis_seconds + settings.fetch_seconds)

    async def home(request: Request) -> Response:
        if request.method != "POST":
            return pages.home(settings)
        form = Form()
        try:
            form = await submission.form_of(request, settings)
            found = await report(submission.of_form(form, settings))
        except RequestProblem as problem:
            return pages.home(settings, problem, form)
        pieces = html.render([found], setting, home="/")
        return Response("".join(pieces), media_type="text/html")

    async def reporting(request: Request) -> Response:
        name = request.query_params.get("format", "json")
        if name not in openapi.MEDIA_TYPES:
            known = ", ".join(openapi.MEDIA_TYPES)
            raise RequestProblem(422, "unknown-format", f"the formats are {known}")
        found = await report(await submission.of_request(request, settings))
        text = "".join(named(name).render([found], setting))
        body = text.encode("utf-8", "replace")
        return Response(body, headers={"Content-Type": openapi.MEDIA_TYPES[name]})

    async def health(request: Request) -> Response:
        return JSONResponse({"status": "ok", "version": __version__})

    async def described(request: Request) -> Response:
        return JSONResponse(description)

    async def documentation(request: Request) -> Response:
        return pages.documentation(description)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        workers.close()

    return Starlette(
        routes=[
            Route("/", home, methods=["GET", "POST"]),
            Route("/v1/report", reporting, methods=["POST"]),
            Route("/healthz", health),
            Route("/openapi.json", described),
            Route("/docs", documentation),
        ],
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={
            RequestProblem: _refused,
            HTTPException: _missed,
            Exception: _failed,
        },
        lifespan=lifespan,
    )


async def _refused(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, RequestProblem)
    return pages.refusal(failure)


async def _missed(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, HTTPException)
    code = {404: "not-found", 405: "wrong-method"}.get(failure.status_code, "bad-request")
    problem = RequestProblem(failure.status_code, code, failure.detail)
    answer = pages.refusal(problem)
    answer.headers.update(failure.headers or {})
    return answer


async def _failed(request: Request, failure: Exception) -> Response:
    message = "a fault of the server; the log says more"
    return pages.refusal(RequestProblem(500, "internal", message))
