"""Reads each source when it is due."""

import asyncio
import logging
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from commonsbot.domain import urls
from commonsbot.domain.pacing import Pace
from commonsbot.domain.sources import Source, Tryout
from commonsbot.news.fetch import Fetcher
from commonsbot.news.offers import Offers
from commonsbot.news.parse import Parser
from commonsbot.news.reading import NewsReader
from commonsbot.news.relay import Relay
from commonsbot.news.source_reader import SourceReader
from commonsbot.news.tryouts import Tryouts
from commonsbot.store import Store
from commonsbot.texts import Languages

log = logging.getLogger(__name__)

AT_ONCE = 8
"""Sources read at the same time, of which one for each host."""

PAUSE = 1.0
"""Seconds between two requests to one host."""

BREATH = 0.05
"""Seconds a place stays free after a reading: members are answered while thousands are due."""

_ROUND = 100
_FEW = 2 * AT_ONCE
"""Hosts left to read from which others are looked for."""
_SHORTEST_REST = 0.05
_LONGEST_REST = 3600.0
"""Seconds. The clock may have been set, or the machine asleep: look again from time to time."""
_REST_AFTER_ERROR = 60.0


class Poller:
    def __init__(
        self,
        store: Store,
        fetcher: Fetcher,
        parser: Parser,
        languages: Languages,
        now: Callable[[], datetime],
        *,
        pace: Pace | None = None,
        reader: NewsReader | None = None,
        chance: Callable[[], float] = random.random,
        unread: Callable[[], None] = lambda: None,
    ) -> None:
        """`chance` gives numbers in [0, 1), to spread the readings. `unread` is called when
        items were kept without being read."""
        self._store = store
        self._fetcher = fetcher
        self._parser = parser
        reader, pace = reader or NewsReader(), pace or Pace()
        self._relay = Relay(store, languages, now, reader)
        self._tryouts = Tryouts(store, fetcher, parser, languages, now, reader)
        self._reader = SourceReader(
            store,
            fetcher,
            parser,
            self._relay,
            Offers(store, languages, now),
            now,
            pace=pace,
            chance=chance,
            unread=unread,
            wake=self.wake,
        )
        self._now = now
        self._interval = pace.interval
        self._woken = asyncio.Event()
        self._asked = True
        self._places = asyncio.Semaphore(AT_ONCE)
        self._hosts: set[str] = set()
        """Being read."""

    def wake(self) -> None:
        """A source was asked for: look now."""
        self._asked = True
        self._woken.set()

    async def run(self) -> None:
        """Reads sources until cancelled."""
        while True:
            try:
                await self.poll_due()
                rest = await self._rest()
            except Exception:
                log.exception("a round of news failed")
                rest = _REST_AFTER_ERROR
            await self._sleep(rest)

    async def poll_due(self) -> None:
        """Reads every source that is due, and what becomes so meanwhile; ends with nothing kept
        open."""
        self._asked = True
        try:
            async with asyncio.TaskGroup() as group:
                while await self._begin(group):
                    await self._sleep(await self._rest())
        finally:
            await self._parser.close()
            await self._fetcher.close()

    async def _begin(self, group: asyncio.TaskGroup) -> bool:
        """Starts to read what is due, host by host; whether anything is being read."""
        self._woken.clear()
        await self._try_out(group)
        if self._asked:
            self._asked = False
            await self._relay.welcome_known()
        elif len(self._hosts) > _FEW:
            return True
        by_host: dict[str, list[Source]] = {}
        for source in await self._take():
            by_host.setdefault(urls.host(source.url), []).append(source)
        for host, sources in by_host.items():
            self._hosts.add(host)
            group.create_task(self._read_all(host, sources))
        return bool(self._hosts)

    async def _try_out(self, group: asyncio.TaskGroup) -> None:
        """Somebody waits to see what an address gives."""
        for one in await self._store.read.tryouts.waiting():
            host = urls.host(one.url)
            if host not in self._hosts:
                self._hosts.add(host)
                group.create_task(self._try(host, one))

    async def _try(self, host: str, one: Tryout) -> None:
        try:
            async with self._places:
                if error := await self._tryouts.carry_out(one):
                    await self._reader.leave_alone(one.url, error)
        finally:
            self._hosts.discard(host)
            self._woken.set()

    async def _sleep(self, rest: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(rest):
                await self._woken.wait()

    async def _rest(self) -> float:
        """Seconds until the next source is due."""
        due = await self._store.read.source_readings.next_due(self._hosts)
        if due is None:
            return _LONGEST_REST
        return min(max((due - self._now()).total_seconds(), _SHORTEST_REST), _LONGEST_REST)

    async def _take(self) -> list[Source]:
        """The next sources due. Their following reading is set before this one starts: a bot
        that is killed at the same place again and again must not hammer a site."""
        if not await self._store.read.source_readings.due(1, self._hosts):
            return []
        async with self._store.transaction() as tx:
            sources = await tx.source_readings.due(_ROUND, self._hosts)
            await tx.source_readings.schedule_all(
                [(one.id, self._reader.next_reading(one, self._interval)) for one in sources]
            )
        return sources

    async def _read_all(self, host: str, sources: Sequence[Source]) -> None:
        """One request at a time for a host, with a pause after it, and few in all."""
        try:
            for number, source in enumerate(sources):
                if number and not self._fetcher.is_own(source.url):
                    await asyncio.sleep(PAUSE)
                async with self._places:
                    await self._reader.read(source)
                    await asyncio.sleep(BREATH)
        finally:
            self._hosts.discard(host)
            self._woken.set()
