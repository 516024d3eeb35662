"""What a server allows: sizes, times, hosts, and whether it fetches addresses."""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """The limits of a server.

    ``max_bytes`` caps a request and a fetched page; ``upload_seconds``, ``analysis_seconds`` and
    ``fetch_seconds`` cap the time for receiving, analysing and fetching; at most ``waiting``
    requests wait for one of ``workers`` threads. ``hosts`` are the names under which the server
    answers: any other is refused, so that no foreign page can point its own name here.
    With ``fetch`` off no address is fetched; ``private_addresses`` lets it fetch from the
    machine's own network, which is never wise where strangers can reach the server.
    """

    max_bytes: int = 2 * 2**20
    upload_seconds: float = 30.0
    analysis_seconds: float = 30.0
    fetch_seconds: float = 15.0
    max_redirects: int = 3
    workers: int = 2
    waiting: int = 16
    hosts: tuple[str, ...] = LOOPBACK
    fetch: bool = True
    private_addresses: bool = False
