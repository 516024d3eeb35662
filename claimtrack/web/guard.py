"""What every request passes before it is read: host, origin, size and time; and what it gets."""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimtrack.web.pages import refusal
from claimtrack.web.problems import RequestProblem
from claimtrack.web.settings import Settings

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuses foreign hosts, foreign pages and requests that are too large or too slow."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on with limits on what it may send."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def finish(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            self._check(scope)
        except RequestProblem as problem:
            await refusal(problem)(scope, receive, finish)
            return
        await self.app(scope, self._limited(receive), finish)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        if "*" not in self.settings.hosts and name.lower() not in self.settings.hosts:
            raise RequestProblem(421, "foreign-host", "this server does not answer under that name")
        if scope["method"] not in _SAFE and not _is_own(headers, host):
            raise RequestProblem(403, "foreign-page", "another page may not send requests here")
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit():
            raise RequestProblem(400, "bad-request", "the length of the request is no number")
        if int(length[:20]) > self.settings.max_bytes:
            raise self._too_large()

    def _limited(self, receive: Receive) -> Receive:
        size = 0
        deadline = asyncio.get_running_loop().time() + self.settings.upload_seconds
        done = False

        async def limited() -> Message:
            nonlocal size, done
            if done:
                return await receive()
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError as late:
                raise RequestProblem(408, "too-slow", "the request took too long") from late
            size += len(message.get("body", b""))
            done = not message.get("more_body", False)
            if size > self.settings.max_bytes:
                raise self._too_large()
            return message

        return limited

    def _too_large(self) -> RequestProblem:
        limit = self.settings.max_bytes
        return RequestProblem(413, "too-large", f"at most {limit:,} bytes are read")


def _is_own(headers: Headers, host: str) -> bool:
    """Tell whether a request comes from a page of this server, or from no page at all."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or origin.lower().partition("://")[2] == host.lower()
