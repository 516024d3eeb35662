"""Fetching: from the public web only, whatever names, redirects and servers try."""

from __future__ import annotations

import socket

import pytest

from claimtrack.web.addresses import checked, is_public, parse
from claimtrack.web.fetch import fetch
from claimtrack.web.problems import RequestProblem
from claimtrack.web.settings import Settings
from tests.web.serving import serving_bytes

CONNECT = socket.create_connection
PUBLIC = "93.184.216.34"
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hello</p>"


def redirect(target: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.5.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:1::1",
        "2001:db8::1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org/",
        "javascript:alert(1)",
        "//example.org",
        "example.org",
        "http://",
        "http://user@example.org/",
        "http://user:word@example.org/",
        "http://@example.org/",
        "http://example.org:22/",
        "http://example.org:8000/",
        "http://example.org:x/",
        "http://[::1",
        "http://example.org/\r\nHost: a",
        "http://exa mple.org/",
    ],
)
def test_addresses_of_the_web_that_are_refused(url: str) -> None:
    with pytest.raises(RequestProblem) as refused:
        parse(url)
    assert 400 <= refused.value.status < 500


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://0/",
    ],
)
def test_no_spelling_of_loopback_is_fetched(url: str) -> None:
    with pytest.raises(RequestProblem) as refused:
        fetch(url, Settings(fetch_seconds=5))
    assert refused.value.code in ("refused-address", "unknown-host")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(RequestProblem, match="not on the public network"):
        checked("mixed.example", 80, lambda host, port: [PUBLIC, "10.0.0.1"])


class Network:
    """Names with addresses that may change, and connections that lead to a local server."""

    def __init__(self, port: int, *answers: list[str]) -> None:
        self.port = port
        self.answers = list(answers)
        self.asked: list[str] = []
        self.connected: list[tuple[str, int]] = []

    def look_up(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        return self.answers.pop(0)

    def __call__(self, address: tuple[str, int], timeout: float) -> socket.socket:
        self.connected.append(address)
        return CONNECT(("127.0.0.1", self.port), timeout=timeout)


def test_a_name_is_asked_for_once_and_its_checked_address_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that turns private after the check (DNS rebinding) gains nothing."""
    with serving_bytes(PAGE) as port:
        network = Network(port, [PUBLIC], ["127.0.0.1"])
        monkeypatch.setattr(socket, "create_connection", network)
        page = fetch("http://rebinding.example/a?b=c", Settings(), network.look_up)
    assert page.data == b"<p>Hello</p>"
    assert network.asked == ["rebinding.example"]
    assert network.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("http://inside.example/", "10.0.0.1"),
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://169.254.169.254/latest/meta-data", "169.254.169.254"),
        ("file:///etc/passwd", ""),
        ("http://user@elsewhere.example/", ""),
        ("http://elsewhere.example:6379/", ""),
    ],
)
def test_a_redirect_is_checked_as_the_first_address_was(
    monkeypatch: pytest.MonkeyPatch, target: str, address: str
) -> None:
    with serving_bytes(redirect(target), PAGE) as port:
        network = Network(port, [PUBLIC], [address])
        monkeypatch.setattr(socket, "create_connection", network)
        with pytest.raises(RequestProblem) as refused:
            fetch("http://start.example/", Settings(), network.look_up)
    assert 400 <= refused.value.status < 500
    assert len(network.connected) == 1


def test_a_few_redirects_are_followed_and_not_more(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [redirect("/next")] * 4
    with serving_bytes(*answers[:3], PAGE) as port:
        network = Network(port, *[[PUBLIC]] * 4)
        monkeypatch.setattr(socket, "create_connection", network)
        page = fetch("http://start.example/", Settings(), network.look_up)
    assert page.url == "http://start.example/next"
    with serving_bytes(*answers) as port:
        network = Network(port, *[[PUBLIC]] * 5)
        monkeypatch.setattr(socket, "create_connection", network)
        with pytest.raises(RequestProblem, match="redirects too often"):
            fetch("http://start.example/", Settings(), network.look_up)
    assert len(network.connected) == 4


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (PAGE.replace(b"Hello", b"x" * 5000), "too-large"),
        (PAGE.replace(b"\r\n\r\n", b"\r\nContent-Length: 99999\r\n\r\n"), "too-large"),
        (PAGE.replace(b"text/html", b"image/png"), "not-a-page"),
        (PAGE.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n"), "fetch-failed"),
        (PAGE.replace(b"200 OK", b"404 Not Found"), "fetch-failed"),
        (b"nonsense\r\n\r\n", "fetch-failed"),
        (b"", "fetch-failed"),
    ],
)
def test_answers_that_are_not_taken(
    monkeypatch: pytest.MonkeyPatch, answer: bytes, code: str
) -> None:
    with serving_bytes(answer) as port:
        network = Network(port, [PUBLIC])
        monkeypatch.setattr(socket, "create_connection", network)
        with pytest.raises(RequestProblem) as refused:
            fetch("http://start.example/", Settings(max_bytes=4096), network.look_up)
    assert refused.value.code == code


def test_a_server_that_dribbles_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving_bytes(PAGE * 20, hold=0.02) as port:
        network = Network(port, [PUBLIC])
        monkeypatch.setattr(socket, "create_connection", network)
        with pytest.raises(RequestProblem) as refused:
            fetch("http://start.example/", Settings(fetch_seconds=0.4), network.look_up)
    assert refused.value.code == "fetch-timeout"
