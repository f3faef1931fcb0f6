"""Where the bot may go on the web: the one place that decides it.

A member gives the address and the bot's host may see a private network, so two things are checked
for every request, redirects included: the URL, and the address really dialled, after the name was
resolved (a check of the name alone is fooled by a second answer of the DNS).
"""

import errno
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from aiohttp import AddrInfoType

from commonsbot.domain import urls
from commonsbot.errors import ForbiddenAddressError

PORTS = (80, 443)

_WRAPPING = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
"""IPv6 addresses that carry an IPv4 one: NAT64, 6to4, Teredo."""


class RefusedSocketError(OSError):
    """Raised instead of a connection. An OSError, so that another address of the name is tried."""

    def __init__(self) -> None:
        # One wording for every address: aiohttp then keeps the type when all were refused.
        super().__init__(errno.EACCES, "address refused by the fetch guard")


def check_url(url: str, allowed: frozenset[str] = frozenset()) -> None:
    """Raises ForbiddenAddressError unless `url` is a plain http(s) one on a usual port."""
    if not urls.is_web_link(url):
        raise ForbiddenAddressError(url[:200])
    parts = urlsplit(url)
    if not is_allowed(parts, allowed) and _port(parts) not in PORTS:
        raise ForbiddenAddressError(f"port {parts.port}")


def is_allowed(parts: SplitResult, allowed: frozenset[str]) -> bool:
    """Whether `allowed` names the host, or the host and port."""
    name = parts.hostname or ""
    return name in allowed or f"{name}:{_port(parts)}" in allowed


def guarded_socket(info: AddrInfoType) -> socket.socket:
    """A socket for the resolved address of `info`. Raises RefusedSocketError."""
    family, kind, protocol, _, address = info
    if not is_public(str(address[0])):
        raise RefusedSocketError
    return socket.socket(family, kind, protocol)


def is_public(text: str) -> bool:
    """Whether the IP address belongs to the internet at large."""
    try:
        address = _unmapped(ip_address(text.partition("%")[0]))
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and (
        address.is_site_local or any(address in net for net in _WRAPPING)
    ):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _unmapped(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address inside `::ffff:a.b.c.d`."""
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)
