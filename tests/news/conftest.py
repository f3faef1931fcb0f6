"""A web site on loopback that plays what a test tells it to, and a clock that stands still."""

import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from commonsbot.domain.hours import ALWAYS
from commonsbot.domain.ids import EventId, RoomId, SourceId, UserId
from commonsbot.domain.markup import Block, Paragraph, plain
from commonsbot.domain.messages import Outgoing
from commonsbot.domain.posting import Mode, Posting
from commonsbot.domain.rooms import Room
from commonsbot.domain.sources import Request, Source, Validators
from commonsbot.news.fetch import Fetcher, Limits
from commonsbot.news.parse import Parser
from commonsbot.news.poll import Poller
from commonsbot.news.post import Poster
from commonsbot.store import Store
from commonsbot.texts import Languages
from tests.languages import speaking

EAGER = (
    sys.executable,
    "-c",
    "from commonsbot.news import parser_process as p; p._NICENESS = 0; p.main()",
)
"""The process of the bot, but it doesn't give way to the tests that run beside."""

DATA = Path(__file__).parent / "data"
NOTHING = Validators()

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def sample(name: str) -> bytes:
    """The sample whose file name starts with `name`."""
    (path,) = (DATA / "samples").glob(f"{name}*")
    return path.read_bytes()


ROOM, OTHER = RoomId("!room:example.org"), RoomId("!other:example.org")
ANNE = UserId("@anne:example.org")
HOUR = timedelta(hours=1)
AT_ONCE = Posting(Mode.AT_ONCE)


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


@pytest.fixture(scope="session")
async def warm_parser() -> AsyncIterator[Parser]:
    """One process for the tests of all files, as for all the feeds of a bot."""
    parser = Parser(lambda: datetime.now(UTC), command=EAGER)
    yield parser
    await parser.close()


@pytest.fixture
def parser(warm_parser: Parser, clock: Clock) -> Parser:
    warm_parser._now = clock
    return warm_parser


@pytest.fixture
async def store(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    store = await Store.open(tmp_path / "commonsbot.sqlite", clock)
    yield store
    await store.close()


@pytest.fixture
def languages() -> Languages:
    return speaking("fr")


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def rss(*numbers: int, title: str = "Le journal") -> bytes:
    """A feed of invented articles, given from the newest."""
    items = "".join(
        f"<item><title>Un article dont le numéro est {n}</title><guid>a{n}</guid>"
        f"<link>https://example.org/a/{n}</link><description>Résumé {n}</description></item>"
        for n in numbers
    )
    return f"<rss><channel><title>{title}</title>{items}</channel></rss>".encode()


@pytest.fixture
async def poller(
    store: Store, fetcher: Fetcher, parser: Parser, languages: Languages, clock: Clock
) -> AsyncIterator[Poller]:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
        await tx.rooms.join(Room(id=OTHER))
    yield Poller(store, fetcher, parser, languages, clock, chance=lambda: 0.5)


async def follow(store: Store, url: str, *rooms: RoomId) -> Source:
    """As a configuration does: nobody waits for an answer."""
    async with store.transaction() as tx:
        source = await tx.sources.add(url, None)
        for room in rooms or (ROOM,):
            await tx.followings.add(source.id, room, None, AT_ONCE)
    return source


async def ask(
    store: Store, url: str, room: RoomId = ROOM, event: str = "$ask", thread: str = ""
) -> Source:
    """As `!source ajouter` does."""
    async with store.transaction() as tx:
        source = await tx.sources.add(url, ANNE)
        await tx.followings.add(source.id, room, ANNE, AT_ONCE)
        await tx.sources.ask(
            source.id,
            Request(
                room=room,
                user=ANNE,
                event=EventId(event),
                thread=EventId(thread) if thread else None,
            ),
        )
    return source


async def sent(store: Store) -> list[Outgoing]:
    """Posts what is due, and takes every waiting message out of the outbox, oldest first."""
    now = store.read.outbox._now
    await Poster(store, speaking("fr"), lambda _room: ALWAYS, now).post_due()
    messages = []
    while queued := await store.read.sending.heads(()):
        async with store.transaction() as tx:
            for one in queued:
                messages.append(one.message)
                await tx.sending.sent(one.id, EventId(f"$sent{one.id}"))
    return messages


def block_words(block: Block) -> str:
    rows = [block.children] if isinstance(block, Paragraph) else block.items
    return "\n".join(map(plain, rows))


def words(message: Outgoing) -> str:
    return "\n".join(map(block_words, message.document)).replace("\u00a0", " ")


async def reread(store: Store, id: SourceId) -> Source:
    source = await store.read.sources.get(id)
    assert source
    return source


async def again(poller: Poller, clock: Clock) -> None:
    clock.forward(hours=2)
    await poller.poll_due()
