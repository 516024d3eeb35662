"""The server as people and programs meet it, over a real connection."""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from claimtrack import analysis, contract
from claimtrack.model import Article, ArticleReport
from claimtrack.rendering import FORMATS
from claimtrack.web import openapi
from claimtrack.web.settings import Settings
from tests.rendering.test_html import Page
from tests.web.serving import analyze, ask, running

TEXT = "The bridge is closed, the city council said on Monday."
PLAIN = {"Content-Type": "text/plain"}
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with running(Settings(max_bytes=20_000)) as found:
        yield found


def problem(body: bytes) -> str:
    error = json.loads(body)["error"]
    assert error["message"]
    code: str = error["code"]
    return code


def form(**fields: str) -> tuple[bytes, dict[str, str]]:
    parts = []
    for name, value in fields.items():
        file = '; filename="a.txt"' if name == "file" else ""
        parts.append(
            f'--edge\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n{value}\r\n'
        )
    body = ("".join(parts) + "--edge--\r\n").encode()
    return body, {"Content-Type": "multipart/form-data; boundary=edge"}


def test_text_gives_a_report_of_the_schema(port: int) -> None:
    answer = ask(port, "POST", "/v1/report", TEXT.encode(), PLAIN)
    assert answer.status == 200
    document = json.loads(answer.body)
    assert not list(contract.problems(document))
    assert document["articles"][0]["text"] == TEXT


def test_json_gives_a_report_under_its_id(port: int) -> None:
    body = json.dumps({"text": TEXT, "id": "../x"}).encode()
    (article,) = json.loads(ask(port, "POST", "/v1/report", body, JSON).body)["articles"]
    assert article["id"] == "../x"


def test_html_is_read_as_a_page(port: int) -> None:
    pytest.importorskip("trafilatura", reason="needs the extra html")
    page = f"<html><body><article><p>{TEXT} {'And more. ' * 30}</p></article></body></html>"
    for body, headers in (
        (page.encode(), {"Content-Type": "text/html; charset=utf-8"}),
        (json.dumps({"html": page}).encode(), JSON),
    ):
        answer = ask(port, "POST", "/v1/report", body, headers)
        assert answer.status == 200
        assert TEXT in json.loads(answer.body)["articles"][0]["text"]


@pytest.mark.parametrize("name", [item.name for item in FORMATS])
def test_every_format_can_be_asked_for(port: int, name: str) -> None:
    answer = ask(port, "POST", f"/v1/report?format={name}", TEXT.encode(), PLAIN)
    assert answer.status == 200
    assert answer.headers["content-type"] == openapi.MEDIA_TYPES[name]


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b"", PLAIN, 422, "empty"),
        (b"x" * 20_001, PLAIN, 413, "too-large"),
        (TEXT.encode(), {"Content-Type": "image/png"}, 415, "unsupported-type"),
        (b"{", JSON, 400, "bad-json"),
        (b"[" * 19_000, JSON, 400, "bad-json"),
        (b"[]", JSON, 422, "bad-fields"),
        (b"{}", JSON, 422, "bad-fields"),
        (b'{"text": 3}', JSON, 422, "bad-fields"),
        (b'{"text": "a", "url": "b"}', JSON, 422, "bad-fields"),
        (b'{"text": "a", "other": "b"}', JSON, 422, "bad-fields"),
        (b'{"text": " "}', JSON, 422, "empty"),
        (b'{"url": "http://127.0.0.1/"}', JSON, 422, "refused-address"),
        (b'{"url": "http://localhost:80/"}', JSON, 422, "refused-address"),
        (b'{"url": "file:///etc/passwd"}', JSON, 422, "bad-address"),
        (b"\x00\x01\x02" * 50, PLAIN, 422, "binary"),
        (TEXT.encode(), {**PLAIN, "Origin": "https://evil.example"}, 403, "foreign-page"),
        (TEXT.encode(), {**PLAIN, "Sec-Fetch-Site": "cross-site"}, 403, "foreign-page"),
        (TEXT.encode(), {**PLAIN, "Host": "evil.example"}, 421, "foreign-host"),
    ],
)
def test_requests_that_are_refused_say_why(
    port: int, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    answer = ask(port, "POST", "/v1/report", body, headers)
    assert (answer.status, problem(answer.body)) == (status, code)


def test_other_paths_methods_and_formats_are_refused(port: int) -> None:
    assert problem(ask(port, "GET", "/nowhere").body) == "not-found"
    answer = ask(port, "GET", "/v1/report")
    assert (answer.status, problem(answer.body)) == (405, "wrong-method")
    answer = ask(port, "POST", "/v1/report?format=exe", TEXT.encode(), PLAIN)
    assert (answer.status, problem(answer.body)) == (422, "unknown-format")


def test_a_body_of_unknown_length_is_counted(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        head = "POST /v1/report HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        line.sendall((head + "Transfer-Encoding: chunked\r\n\r\n").encode())
        line.sendall(b"5000\r\n" + b"x" * 0x5000 + b"\r\n" * 1)
        assert b" 413 " in line.recv(4096)


def test_a_request_that_dribbles_is_given_up() -> None:
    with (
        running(Settings(upload_seconds=0.3)) as port,
        socket.create_connection(("127.0.0.1", port), timeout=10) as line,
    ):
        line.sendall(b"POST /v1/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nab")
        assert b" 408 " in line.recv(4096)


def test_work_that_takes_too_long_is_answered_in_time() -> None:
    def slow(article: Article) -> ArticleReport:
        time.sleep(1.0)
        return analyze(article)

    with running(Settings(analysis_seconds=0.2, fetch_seconds=0.0), slow) as port:
        answer = ask(port, "POST", "/v1/report", TEXT.encode(), PLAIN)
        assert (answer.status, problem(answer.body)) == (503, "too-slow")


def test_a_full_queue_is_said() -> None:
    with running(Settings(workers=0 + 1, waiting=-1)) as port:
        answer = ask(port, "POST", "/v1/report", TEXT.encode(), PLAIN)
        assert (answer.status, problem(answer.body)) == (503, "busy")
        assert answer.headers["retry-after"]


def test_a_fault_says_nothing_of_the_inside() -> None:
    def faulty(article: Article) -> ArticleReport:
        raise KeyError("secret")

    with running(work=faulty) as port:
        answer = ask(port, "POST", "/v1/report", TEXT.encode(), PLAIN)
        assert (answer.status, problem(answer.body)) == (500, "internal")
        assert b"secret" not in answer.body


def test_no_other_page_may_read_answers(port: int) -> None:
    for method, path in (("GET", "/"), ("OPTIONS", "/v1/report"), ("GET", "/healthz")):
        answer = ask(port, method, path, headers={"Origin": "https://other.example"})
        assert not [name for name in answer.headers if name.startswith("access-control")]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_health(port: int) -> None:
    assert json.loads(ask(port, "GET", "/healthz").body)["status"] == "ok"


def test_the_description_knows_every_format_and_every_answer(port: int) -> None:
    described: dict[str, Any] = json.loads(ask(port, "GET", "/openapi.json").body)
    assert described["openapi"] == "3.1.0"
    assert set(openapi.MEDIA_TYPES) == {item.name for item in FORMATS}
    assert set(described["paths"]) == {"/v1/report", "/healthz"}
    references = set(re.findall(r'"\$ref": "#/components/schemas/(\w+)"', json.dumps(described)))
    assert references <= set(described["components"]["schemas"])
    assert "$defs" not in json.dumps(described)
    page = Page(ask(port, "GET", "/docs").text)
    assert "/v1/report" in page.text


def test_the_page_takes_a_text_and_shows_its_report(port: int) -> None:
    page = Page(ask(port, "GET", "/").text)
    assert "form-action 'self'" in " ".join(page.values("content"))
    assert {"text", "file", "url"} <= set(page.values("name"))
    for fields in ({"text": TEXT, "url": ""}, {"text": "", "file": TEXT}):
        body, headers = form(**fields)
        answer = ask(port, "POST", "/", body, headers)
        assert answer.status == 200
        assert TEXT in Page(answer.text).text


def test_the_page_says_what_was_wrong(port: int) -> None:
    body, headers = form(text="", url="http://127.0.0.1/<b>")
    answer = ask(port, "POST", "/", body, headers)
    assert answer.status == 422
    page = Page(answer.text)
    assert "not on the public network" in page.text
    assert "http://127.0.0.1/<b>" in page.values("value")
    body, headers = form(text="")
    assert "paste a text" in Page(ask(port, "POST", "/", body, headers).text).text


def test_a_server_may_be_told_to_fetch_nothing() -> None:
    with running(Settings(fetch=False)) as port:
        assert "url" not in Page(ask(port, "GET", "/").text).values("name")
        answer = ask(port, "POST", "/v1/report", b'{"url": "http://example.org/"}', JSON)
        assert (answer.status, problem(answer.body)) == (403, "no-fetching")


def test_the_real_analysis_answers() -> None:
    with running(work=analysis.analyze_article) as port:
        answer = ask(port, "POST", "/v1/report", TEXT.encode(), PLAIN)
    (article,) = json.loads(answer.body)["articles"]
    assert [source["name"] for source in article["sources"]] == ["the city council"]
