"""What reading the news costs, and what it takes from those who ask meanwhile.

Feeds are served on loopback, under fifty addresses: the bot asks one thing at a time of each. Three
rounds: ten thousand sources with nothing new, two hundred feeds of 200 KB with one new item each,
and one feed that never ends. A member asks `!fiche 1` all along; the same member asked before the
round began, of the same bot.
"""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from aiohttp import web

from benchmarks.bots import Bot, commonsbot
from benchmarks.figures import Figure
from benchmarks.latency import CARD, round_trip
from benchmarks.stage import Stage, open_stage
from commonsbot.domain.ids import RoomId
from commonsbot.store import Store

SOURCES, CHANGED = 10_000, 200
HOSTS = [f"127.0.0.{number}" for number in range(2, 52)]
RESOURCES = 100
ITEMS = 50
LARGE = 200_000  # bytes of a feed that changed
HOSTILE = 50_000_000  # bytes of the one that never ends
LEAD = timedelta(seconds=25)  # from a start to the round: time to ask at rest
ASKED = 40  # questions at rest
BODY_BAR, MEMORY_BAR, CPU_BAR, SLOWER_BAR = 400.0, 200.0, 3.0, 1.5
DEADLINE = 600.0


@dataclass(slots=True)
class Site:
    """Feeds on loopback. What they answer is chosen between two rounds."""

    answer: Callable[[web.Request], Awaitable[web.StreamResponse]]
    port: int = 0
    answered: int = 0
    body: int = 0
    """Bytes of bodies sent."""
    seen: set[str] = field(default_factory=set)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.seen.add(f"{request.host}{request.path}")
        try:
            return await self.answer(request)
        finally:
            self.answered += 1

    def begin(self, answer: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> None:
        self.answer, self.answered, self.body, self.seen = answer, 0, 0, set()

    def address(self, number: int) -> str:
        return f"http://{HOSTS[number % len(HOSTS)]}:{self.port}/{number}.xml"

    async def unchanged(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("If-None-Match") == '"same"':
            return web.Response(status=304, headers={"ETag": '"same"'})
        return self._feed(request, items=5, size=100, etag='"same"')

    async def changed(self, request: web.Request) -> web.StreamResponse:
        return self._feed(request, items=ITEMS, size=LARGE // ITEMS, fresh=True)

    async def known(self, request: web.Request) -> web.StreamResponse:
        return self._feed(request, items=ITEMS, size=LARGE // ITEMS)

    async def endless(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/rss+xml"})
        await response.prepare(request)
        await response.write(b"<rss version='2.0'><channel><title>Sans fin</title>")
        words = b"Un mot. " * 8_000
        item = b"<item><title>Encore</title><description>" + words + b"</description></item>"
        try:
            while self.body < HOSTILE:
                await response.write(item)
                self.body += len(item)
        except ConnectionError:
            pass  # the reader has had enough
        return response

    def _feed(
        self, request: web.Request, items: int, size: int, etag: str = "", fresh: bool = False
    ) -> web.Response:
        name = request.path.strip("/")
        numbers = [*range(items), *([items] if fresh else [])]
        now = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
        text = "".join(
            f"<item><title>Mesure {number} de {name}</title><guid>{name}-{number}</guid>"
            f"<link>http://exemple.invalid/{name}/{number}</link>"
            f"<pubDate>{now}</pubDate><description>{'Un mot. ' * (size // 8)}</description></item>"
            for number in numbers
        )
        body = f"<rss version='2.0'><channel><title>{name}</title>{text}</channel></rss>".encode()
        self.body += len(body)
        headers = {"ETag": etag} if etag else {}
        return web.Response(body=body, content_type="application/rss+xml", headers=headers)


@asynccontextmanager
async def site() -> AsyncIterator[Site]:
    made = Site(answer=_never)
    app = web.Application()
    app.router.add_get("/{name}", made.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    listening = web.TCPSite(runner, "0.0.0.0", 0)  # every address of loopback is its own host
    await listening.start()
    assert runner.addresses
    made.port = runner.addresses[0][1]
    try:
        yield made
    finally:
        await runner.cleanup()


async def _never(request: web.Request) -> web.StreamResponse:
    return web.Response(status=503)


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    sources, changed = (500, 20) if quick else (SOURCES, CHANGED)
    settings = {"allowed_hosts": HOSTS, "interval": "20 h", "slowest": "20 h"}
    async with (
        site() as feeds,
        open_stage(folder, members=2) as stage,
        commonsbot(stage, 1, RESOURCES, news=settings, log={"format": "json"}) as bot,
    ):
        rounds = Rounds(stage, bot, feeds)
        figures = await rounds.unchanged(sources)
        figures += await rounds.changed(changed)
        return [*figures, *await rounds.hostile()]


@dataclass(slots=True)
class Rounds:
    stage: Stage
    bot: Bot
    site: Site
    _starts: int = 1
    _asked: count = field(default_factory=count)  # type: ignore[type-arg]

    async def unchanged(self, sources: int) -> list[Figure]:
        await self._prepare(range(sources), known=True)
        self.site.begin(self.site.unchanged)
        idle, busy, spent, memory = await self._round(sources)
        each = 1000 * spent / sources
        what = f"{sources:,} sources unchanged"
        return [
            Figure(f"{what}, body", self.site.body / sources, "bytes each", BODY_BAR),
            Figure(f"{what}, processor", each, "ms each", CPU_BAR, note="answers included"),
            Figure(f"{what}, memory at most", memory, "MiB", MEMORY_BAR),
            _slower(what, idle, busy),
        ]

    async def changed(self, sources: int) -> list[Figure]:
        numbers = range(SOURCES, SOURCES + sources)
        await self._prepare(numbers, known=False)
        self.site.begin(self.site.known)
        await self._round(sources)  # the first reading
        await self._prepare(numbers, known=False)
        self.site.begin(self.site.changed)
        idle, busy, spent, memory = await self._round(sources)
        what = f"{sources} changed feeds of 200 KB"
        note = f"processor {1000 * spent / sources:.1f} ms each, {memory:.0f} MiB at most"
        return [_slower(what, idle, busy, note)]

    async def hostile(self) -> list[Figure]:
        await self._prepare([2 * SOURCES], known=False)
        self.site.begin(self.site.endless)
        idle, busy, _, memory = await self._round(1)
        note = f"{self.site.body / 1e6:.1f} MB taken, {memory:.0f} MiB at most"
        return [_slower("one feed of 50 MB", idle, busy, note)]

    async def _prepare(self, numbers: range | list[int], *, known: bool) -> None:
        """The bot stops; then these sources alone are due, a moment after its next start."""
        await self.bot.stop()
        store = await Store.open(self.bot.folder / "data/commonsbot.db", lambda: datetime.now(UTC))
        due = datetime.now(UTC) + LEAD
        later = due + timedelta(days=30)
        try:
            async with store.transaction() as tx:
                db = tx.sources._db
                await db.execute("UPDATE source SET next_at = ?", int(later.timestamp() * 1000))
                for number in numbers:
                    source = await tx.sources.add(self.site.address(number), None)
                    await tx.followings.add(source.id, RoomId(self.bot.rooms[0]), None)
                    await tx.source_readings.schedule(source.id, due)
                if known:
                    await db.execute(
                        "UPDATE source SET status = 'active', filled = 1, etag = '\"same\"',"
                        " title = 'Mesure' WHERE status = 'new'"
                    )
        finally:
            await store.close()
        await self.bot.start()
        self._starts += 1
        await self.bot.logged("ready", self._starts)

    async def _round(self, sources: int) -> tuple[list[float], list[float], float, float]:
        """Seconds of the answers before and during the round, its processor time, and memory."""
        idle = [await self._ask() for _ in range(ASKED)]
        until = time.monotonic() + DEADLINE
        await self._begun(until)
        before, most = self.bot.processor_seconds(), 0.0
        busy: list[float] = []
        while self.site.answered < sources or len(busy) < 10:
            assert time.monotonic() < until, f"{self.site.answered} of {sources} were read"
            busy.append(await self._ask())
            most = max(most, self.bot.memory().resident)
        return idle, busy, self.bot.processor_seconds() - before, most

    async def _begun(self, until: float) -> None:
        assert not self.site.seen, "the round began while the bot was asked at rest"
        while not self.site.seen:
            assert time.monotonic() < until, "no source was read"
            await asyncio.sleep(0.05)

    async def _ask(self) -> float:
        return await round_trip(self.stage, self.bot, CARD, next(self._asked))


def _slower(what: str, idle: list[float], busy: list[float], note: str = "") -> Figure:
    at_rest, meanwhile = statistics.median(idle), statistics.median(busy)
    told = f"{1000 * meanwhile:.0f} ms, {1000 * at_rest:.0f} ms at rest, {len(busy)} answers"
    return Figure(
        f"{what}, a card asked meanwhile",
        meanwhile / at_rest,
        "times",
        SLOWER_BAR,
        note="; ".join(filter(None, [told, note])),
    )
