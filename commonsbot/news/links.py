"""Looks now and then whether the pages that resources link to are still there."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from commonsbot.domain import urls
from commonsbot.domain.links import Check, Verdict, after, check_of_error, check_of_status, wait
from commonsbot.errors import FetchError
from commonsbot.news.fetch import Fetcher
from commonsbot.store import Store

log = logging.getLogger(__name__)

AT_ONCE = 3
"""Pages asked for at the same time, of which one for each host."""

PAUSE = 1.0
"""Seconds between two requests to one host."""

_ROUND = 30
_REST = 600.0
"""Seconds between two rounds, at most."""
_COLLECT = timedelta(days=1)
_BATCH = 500
"""Resources whose links are taken up in one transaction."""


class LinkChecker:
    def __init__(
        self,
        store: Store,
        fetcher: Fetcher,
        now: Callable[[], datetime],
        interval: timedelta,
        pause: float = PAUSE,
    ) -> None:
        """`interval`: between two looks at a link that is well."""
        self._store = store
        self._fetcher = fetcher
        self._now = now
        self._interval = interval
        self._pause = pause
        self._collected: datetime | None = None
        self._places = asyncio.Semaphore(AT_ONCE)
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def run(self) -> None:
        """Checks links until cancelled."""
        rest = min(_REST, self._interval.total_seconds())
        while True:
            try:
                await self.collect()
                await self.check_due()
            except Exception:
                log.exception("a round of link checks failed")
            await asyncio.sleep(rest)

    async def collect(self) -> None:
        """Takes up new links and drops old ones, once a day."""
        now = self._now()
        if self._collected and now < self._collected + min(_COLLECT, self._interval):
            return
        for first in range(0, await self._store.read.links.highest() + 1, _BATCH):
            async with self._store.transaction() as tx:
                await tx.links.collect(first, first + _BATCH - 1, self._interval)
        self._collected = now

    async def check_due(self) -> None:
        """Looks at every link that is due, and ends with nothing kept open."""
        try:
            while links := await self._take():
                async with asyncio.TaskGroup() as group:
                    for url in links:
                        group.create_task(self._check(url))
        finally:
            self._hosts.clear()
            await self._fetcher.close()

    async def _take(self) -> list[str]:
        async with self._store.transaction() as tx:
            return await tx.links.take(_ROUND, self._interval)

    async def _check(self, url: str) -> None:
        """One link, whatever happens: the others are looked at all the same."""
        try:
            async with self._turn(url):
                check = await self._look(url)
            await self._keep(url, check)
        except Exception:
            log.exception("link not checked")

    async def _look(self, url: str) -> Check:
        try:
            return check_of_status(await self._fetcher.reach(url))
        except FetchError as error:
            return check_of_error(error)

    async def _keep(self, url: str, check: Check) -> None:
        async with self._store.transaction() as tx:
            health = await tx.links.health(url)
            if health is None:
                return
            now = self._now()
            found = after(health, check, now, await tx.links.reached())
            alive = check.verdict is Verdict.ALIVE
            await tx.links.looked(url, found, now + wait(found, self._interval), answered=alive)
        if found.dead_at and not health.dead_at:
            log.info("link given up", extra={"failures": found.failures, "problem": found.problem})

    @asynccontextmanager
    async def _turn(self, url: str) -> AsyncIterator[None]:
        """One request at a time for a host, with a pause after it, and few in all."""
        async with self._hosts[urls.host(url)]:
            async with self._places:
                yield
            await asyncio.sleep(self._pause)
