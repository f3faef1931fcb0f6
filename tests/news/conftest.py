"""A web site on loopback that plays what a test tells it to, and a clock that stands still."""

import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from commonsbot.domain.sources import Validators
from commonsbot.news.fetch import Fetcher, Limits
from commonsbot.news.parse import Parser
from commonsbot.store import Store
from commonsbot.texts.translator import Translator

DATA = Path(__file__).parent / "data"
NOTHING = Validators()

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def sample(name: str) -> bytes:
    """The sample whose file name starts with `name`."""
    (path,) = (DATA / "samples").glob(f"{name}*")
    return path.read_bytes()


@dataclass
class Clock:
    time: datetime = datetime(2026, 9, 22, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **delta: float) -> None:
        self.time += timedelta(**delta)


@dataclass
class Site:
    """`pages` answers by path; `hits` are the requests, in order."""

    port: int = 0
    pages: dict[str, Handler] = field(default_factory=dict)
    hits: list[web.Request] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def serve(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> str:
        """Answers `path` with `body`, headers written with underscores. Gives its address."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}

        async def page(_: web.Request) -> web.Response:
            return web.Response(body=body, status=status, headers=given)

        self.pages[path] = page
        return self.url(path)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.hits.append(request)
        page = self.pages.get(request.path)
        return await page(request) if page else web.Response(status=404)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    tcp = web.TCPSite(runner, "127.0.0.1", 0)
    await tcp.start()
    site.port = runner.addresses[0][1]
    yield site
    await runner.cleanup()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def fetcher(clock: Clock) -> AsyncIterator[Fetcher]:
    """Let pass to loopback, and quick to lose patience."""
    fetcher = Fetcher(
        "CommonsBot/test (+mailto:contact@example.org)",
        now=clock,
        allowed=frozenset({"127.0.0.1", "localhost"}),
        limits=Limits(size=200_000, seconds=5, silence=5),
    )
    yield fetcher
    await fetcher.close()


@pytest.fixture
async def parser(clock: Clock) -> AsyncIterator[Parser]:
    parser = Parser(clock)
    yield parser
    await parser.close()


@pytest.fixture
async def store(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    store = await Store.open(tmp_path / "commonsbot.sqlite", clock)
    yield store
    await store.close()


@pytest.fixture(scope="session")
def texts() -> Translator:
    return Translator("fr")


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
