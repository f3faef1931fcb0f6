"""Nothing leaves for the web but through the one guard."""

import ast
import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

import commonsbot
from commonsbot.errors import FetchError, ForbiddenAddressError
from commonsbot.news.fetch import Fetcher, Limits

from .conftest import NOTHING, Clock, Site

PACKAGE = Path(commonsbot.__file__).parent
TO_THE_NETWORK = frozenset({"aiohttp", "socket", "ssl", "urllib", "http", "ftplib", "smtplib"})
"""Modules that can open a connection. `urllib.parse` and `http.HTTPStatus` can't."""
HARMLESS = frozenset({"urllib.parse", "http"})

ALLOWED = {
    "news/fetch.py": {"aiohttp"},
    "news/guard.py": {"aiohttp", "socket"},  # types, and the socket it hands out
    "cli/server.py": {"http.client", "urllib.error", "urllib.request"},  # the homeserver alone
}
"""matrix/ speaks to the homeserver that the operator names, by nio; demo/ to its own."""


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_only_the_guarded_fetcher_can_reach_the_web() -> None:
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        if name.startswith(("matrix/", "demo/")):
            continue
        used = {one for one in imports(path) if one.partition(".")[0] in TO_THE_NETWORK}
        assert used - HARMLESS <= ALLOWED.get(name, set()), name


def test_matrix_opens_no_session_of_its_own() -> None:
    """nio's client is the only one there: it knows the homeserver and nothing else."""
    for path in (PACKAGE / "matrix").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "ClientSession(" not in text and "open_connection(" not in text, path.name


async def test_a_name_that_changes_its_address_gets_nowhere(
    site: Site, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the first answer is public, the next one is our own machine."""
    answers = iter(["203.0.113.9", "127.0.0.1", "127.0.0.1"])
    asked: list[str] = []

    async def resolve(host: str, port: int, **facts: Any) -> list[Any]:
        asked.append(host)
        address = (next(answers), site.port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address)]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", resolve)
    monkeypatch.setattr("commonsbot.news.guard.PORTS", (site.port,))
    fetcher = Fetcher("CommonsBot/test", now=clock, limits=Limits(seconds=1))
    for _ in range(2):
        with pytest.raises(FetchError):
            await fetcher.get(site.url("/secret", host="rebinding.example"), NOTHING)
        await fetcher.close()
    assert asked and site.hits == []


async def test_a_redirect_to_a_name_of_ours_is_refused(
    site: Site, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commonsbot.news.guard.PORTS", (80, 443, site.port))
    fetcher = Fetcher("CommonsBot/test", now=clock, allowed=frozenset({f"127.0.0.1:{site.port}"}))
    target = site.url("/inside", host="localhost")
    for status in (301, 302, 303, 307, 308):
        url = site.serve(f"/{status}", status=status, Location=target)
        with pytest.raises(ForbiddenAddressError):
            await fetcher.get(url, NOTHING)
    assert [hit.path for hit in site.hits] == [f"/{one}" for one in (301, 302, 303, 307, 308)]
    await fetcher.close()


async def test_a_slow_drip_is_left_in_time(site: Site, clock: Clock) -> None:
    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while request.transport and not request.transport.is_closing():
            await response.write(b".")
            await asyncio.sleep(0.02)
        return response

    site.pages["/drip"] = drip
    limits = Limits(seconds=0.5, silence=0.3)
    fetcher = Fetcher("x", now=clock, allowed=frozenset({"127.0.0.1"}), limits=limits)
    with pytest.raises(FetchError, match="fetch-timeout"):
        await fetcher.get(site.url("/drip"), NOTHING)
    await fetcher.close()
