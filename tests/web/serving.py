"""A server of this project, or a small one to fetch from, on the machine's own loopback."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import uvicorn

from claimtrack.model import Article, ArticleReport, Source, Span, Statement
from claimtrack.web.app import Analyze, create
from claimtrack.web.settings import Settings
from tests.rendering.newsroom import GENERATOR, metrics


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def analyze(article: Article) -> ArticleReport:
    """Report the first paragraph as one statement of an unnamed group: enough for a server."""
    source = Source("src1", "Somebody", "unnamed_group")
    span = article.paragraphs[0].span if article.paragraphs else Span(0, 0)
    statements = (Statement("s1", span, 0, "body", "attributed", source_ids=("src1",)),)
    return ArticleReport(article, statements, (), (source,), metrics(statements, (source,)))


def ask(
    port: int,
    method: str,
    path: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, body, dict(headers or {}))
        response = connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, names, response.read())
    finally:
        connection.close()


@contextmanager
def running(settings: Settings | None = None, work: Analyze = analyze) -> Iterator[int]:
    """Run the server in a thread; give its port."""
    app = create(settings or Settings(), work, GENERATOR)
    line = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="critical", ws="none", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [line]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.01)
    try:
        yield line.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)
        line.close()


@contextmanager
def serving_bytes(*answers: bytes, hold: float = 0.0) -> Iterator[int]:
    """Answer connection after connection with these very bytes; ``hold`` waits between them."""
    line = socket.create_server(("127.0.0.1", 0))
    line.settimeout(20)

    def serve() -> None:
        for answer in answers:
            try:
                connection, _ = line.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(65536)
                    for at in range(0, len(answer), 1 if hold else len(answer) or 1):
                        connection.sendall(answer[at : at + (1 if hold else len(answer))])
                        time.sleep(hold)
                except OSError:
                    continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield line.getsockname()[1]
    finally:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)  # wakes a thread that waits for a connection
        line.close()
        thread.join(5)
