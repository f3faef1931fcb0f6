import socket

import pytest

from commonsbot.errors import ForbiddenAddressError
from commonsbot.news.fetch import Fetcher
from commonsbot.news.guard import RefusedSocketError, check_url, guarded_socket, is_public

from .conftest import NOTHING, Clock, Site


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "192.0.2.1",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "no address",
    ],
)
def test_addresses_of_private_networks_are_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "2a01:e0c::1", "::ffff:9.9.9.9"])
def test_addresses_of_the_internet_pass(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/rss.xml",
        "https://user:pw@example.org/",
        "http://example.org:8080/",
        "http://example.org:22/",
        "https:///rss.xml",
        "https://example.org/\nHost: a",
    ],
)
def test_unusual_urls_are_refused(url: str) -> None:
    with pytest.raises(ForbiddenAddressError):
        check_url(url)


def test_usual_ports_pass_and_so_does_a_host_let_pass_on_any_port() -> None:
    check_url("https://example.org/rss.xml")
    check_url("http://example.org:443/rss.xml")
    check_url("http://localhost:8780/rss.xml", frozenset({"localhost"}))
    check_url("http://127.0.0.1:8780/rss.xml", frozenset({"127.0.0.1:8780"}))
    with pytest.raises(ForbiddenAddressError):
        check_url("http://127.0.0.1:8781/rss.xml", frozenset({"127.0.0.1:8780"}))


def test_the_resolved_address_is_what_counts() -> None:
    info = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", 80))
    with pytest.raises(RefusedSocketError):
        guarded_socket(info)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0x7f.1/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
async def test_a_fetch_of_a_private_address_never_leaves(url: str, clock: Clock) -> None:
    fetcher = Fetcher("CommonsBot/test", now=clock)
    with pytest.raises(ForbiddenAddressError):
        await fetcher.get(url, NOTHING)
    await fetcher.close()


async def test_a_host_let_pass_does_not_open_the_others(site: Site, clock: Clock) -> None:
    fetcher = Fetcher("CommonsBot/test", now=clock, allowed=frozenset({f"127.0.0.1:{site.port}"}))
    url = site.serve("/to-metadata", status=302, Location="http://169.254.169.254/latest/")
    with pytest.raises(ForbiddenAddressError):
        await fetcher.get(url, NOTHING)
    with pytest.raises(ForbiddenAddressError):
        await fetcher.get(site.url("/", host="localhost"), NOTHING)
    await fetcher.close()
