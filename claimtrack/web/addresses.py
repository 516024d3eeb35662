"""Which addresses of the network a server may fetch from."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from claimtrack.web.problems import RequestProblem

PORTS = {"http": 80, "https": 443}

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], list[str]]
"""Name and port to the numeric addresses that the name has now."""

_TRANSLATED = (
    ip_network("64:ff9b::/96"),  # an IPv4 address behind a translator
    ip_network("64:ff9b:1::/48"),
    ip_network("2002::/16"),  # 6to4, which holds an IPv4 address
    ip_network("2001::/32"),  # Teredo, too
    ip_network("::/96"),  # IPv4-compatible
)


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a name."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as failure:
        raise RequestProblem(422, "unknown-host", f"{host} has no address") from failure
    return [str(item[4][0]) for item in found]


def is_public(text: str) -> bool:
    """Tell whether an address belongs to the public network, and to nothing behind it."""
    address: Address = ip_address(text.split("%")[0])
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(str(address.ipv4_mapped))
        if "%" in text or any(address in network for network in _TRANSLATED):
            return False
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not address.is_unspecified
    )


def parse(url: str) -> SplitResult:
    """Split an address of the web; whatever else it is, or hides, is refused."""
    if any(ord(character) <= 32 or ord(character) == 127 for character in url):
        raise RequestProblem(422, "bad-address", "an address holds no spaces or control characters")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as failure:
        raise RequestProblem(422, "bad-address", "this is no address of a page") from failure
    if parts.scheme not in PORTS:
        raise RequestProblem(422, "bad-address", "an address begins with http:// or https://")
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise RequestProblem(422, "bad-address", "an address holds a host, and no user name")
    if port not in (None, *PORTS.values()):
        raise RequestProblem(422, "refused-address", "only the ports 80 and 443 are fetched from")
    return parts


def checked(host: str, port: int, look_up: Resolve, *, private: bool = False) -> str:
    """Resolve a name once and return the address to connect to.

    A name with any address that is not public is refused altogether. Whoever connects must use
    the address that is returned, and not ask for the name again: it might have changed.
    """
    found = look_up(host, port)
    if not found:
        raise RequestProblem(422, "unknown-host", f"{host} has no address")
    if not private and not all(is_public(address) for address in found):
        raise RequestProblem(
            422, "refused-address", f"{host} is not on the public network, and is not fetched"
        )
    return found[0]
