"""A page fetched from the public web: few redirects, each checked; limits on size and time."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin

from claimtrack import __version__
from claimtrack.web.addresses import PORTS, Resolve, checked, parse, resolve
from claimtrack.web.problems import RequestProblem
from claimtrack.web.settings import Settings

TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
"""Media types of pages that can hold an article."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65536
_HEADERS = {
    "User-Agent": f"claimtrack/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: where it was in the end, its media type with parameters, and its bytes."""

    url: str
    content_type: str
    data: bytes


def fetch(url: str, settings: Settings, look_up: Resolve = resolve) -> Page:
    """Fetch one page, following a few redirects, or say as a ``RequestProblem`` why not."""
    deadline = time.monotonic() + settings.fetch_seconds
    for _ in range(settings.max_redirects + 1):
        parts = parse(url)
        page, onward = _get(parts, settings, look_up, deadline)
        if page is not None:
            return page
        url = urljoin(parts.geturl(), onward)
    raise RequestProblem(422, "too-many-redirects", "the page redirects too often")


def _get(
    parts: SplitResult, settings: Settings, look_up: Resolve, deadline: float
) -> tuple[Page | None, str]:
    host = parts.hostname or ""
    try:
        host = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError as failure:
        raise RequestProblem(422, "bad-address", "this is no name of a host") from failure
    port = parts.port or PORTS[parts.scheme]
    address = checked(host, port, look_up, private=settings.private_addresses)
    try:
        with _connected(parts.scheme, host, port, address, deadline) as connection:
            connection.request("GET", _target(parts), headers=_HEADERS)
            with closing(connection.getresponse()) as response:
                if response.status in _REDIRECTS:
                    return None, response.headers.get("Location", "")
                _check(response, settings)
                data = _read(response, settings.max_bytes, deadline)
    except TimeoutError as failure:
        raise RequestProblem(504, "fetch-timeout", f"{host} took too long to answer") from failure
    except (OSError, http.client.HTTPException) as failure:
        if time.monotonic() >= deadline:
            message = f"{host} took too long to answer"
            raise RequestProblem(504, "fetch-timeout", message) from failure
        message = f"{host} could not be fetched from"
        raise RequestProblem(502, "fetch-failed", message) from failure
    return Page(parts.geturl(), response.headers.get("Content-Type", ""), data), ""


@contextmanager
def _connected(
    scheme: str, host: str, port: int, address: str, deadline: float
) -> Iterator[http.client.HTTPConnection]:
    """Connect to the checked address, and cut the line when time is up, whatever it is doing."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    held = [socket.create_connection((address, port), timeout=left)]
    alarm = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, [held])
    alarm.daemon = True
    alarm.start()
    try:
        if scheme == "https":
            secure = ssl.create_default_context().wrap_socket(
                held[0], server_hostname=host, do_handshake_on_connect=False
            )
            held[0] = secure
            secure.do_handshake()
        connection = http.client.HTTPConnection(host, port)
        connection.sock = held[0]
        with closing(connection):
            yield connection
    finally:
        alarm.cancel()
        held[0].close()


def _cut(held: list[socket.socket]) -> None:
    try:
        held[0].shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already, which is all that is wanted


def _target(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe='%/:=&?~#+!$,;@()*[]')}" if parts.query else ""
    return (quote(parts.path, safe="%/:=&~+!$,;@()*'") or "/") + query


def _check(response: http.client.HTTPResponse, settings: Settings) -> None:
    if response.status != 200:
        message = f"the page answers {response.status} {response.reason[:80]}"
        raise RequestProblem(502, "fetch-failed", message)
    kind = response.headers.get_content_type()
    if kind not in TYPES:
        raise RequestProblem(415, "not-a-page", f"it is {kind[:80]}, not a page of text")
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise RequestProblem(502, "fetch-failed", "the page comes compressed, unasked")
    if (response.length or 0) > settings.max_bytes:
        raise _too_large(settings.max_bytes)


def _read(response: http.client.HTTPResponse, limit: int, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise _too_large(limit)
        parts.append(chunk)
    if time.monotonic() >= deadline:  # the line was cut, which looks like the page's end
        raise TimeoutError
    return b"".join(parts)


def _too_large(limit: int) -> RequestProblem:
    return RequestProblem(413, "too-large", f"the page is larger than {limit:,} bytes")
