"""Reads each source when it is due."""

import asyncio
import logging
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from commonsbot.domain import urls
from commonsbot.domain.sources import Pace, Source
from commonsbot.errors import FetchError
from commonsbot.news.fetch import Answer, Fetcher
from commonsbot.news.parse import Parser
from commonsbot.news.reading import NewsReader
from commonsbot.news.relay import Relay, digest
from commonsbot.store import Store
from commonsbot.texts.translator import Translator

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Sources read at the same time, of which one for each host."""

_ROUND = 50
_SHORTEST_REST = 1.0
_LONGEST_REST = 3600.0
"""Seconds. The clock may have been set, or the machine asleep: look again from time to time."""
_REST_AFTER_ERROR = 60.0


class Poller:
    def __init__(
        self,
        store: Store,
        fetcher: Fetcher,
        parser: Parser,
        texts: Translator,
        now: Callable[[], datetime],
        *,
        pace: Pace | None = None,
        reader: NewsReader | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """`chance` gives numbers in [0, 1), to spread the readings."""
        self._store = store
        self._fetcher = fetcher
        self._parser = parser
        self._relay = Relay(store, texts, now, reader)
        self._now = now
        self._pace = pace or Pace()
        self._chance = chance
        self._woken = asyncio.Event()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def wake(self) -> None:
        """A source was asked for: look now."""
        self._woken.set()

    async def run(self) -> None:
        """Reads sources until cancelled."""
        while True:
            self._woken.clear()
            try:
                await self.poll_due()
                rest = await self._rest()
            except Exception:
                log.exception("a round of news failed")
                rest = _REST_AFTER_ERROR
            with suppress(TimeoutError):
                async with asyncio.timeout(rest):
                    await self._woken.wait()

    async def poll_due(self) -> None:
        """Reads every source that is due, and ends with nothing kept open."""
        await self._relay.welcome_known()
        try:
            while sources := await self._take():
                async with asyncio.TaskGroup() as group:
                    for source in sources:
                        group.create_task(self._read(source))
        finally:
            self._hosts.clear()
            await self._parser.close()
            await self._fetcher.close()

    async def _rest(self) -> float:
        """Seconds until the next source is due."""
        due = await self._store.read.sources.next_due()
        if due is None:
            return _LONGEST_REST
        return min(max((due - self._now()).total_seconds(), _SHORTEST_REST), _LONGEST_REST)

    async def _take(self) -> list[Source]:
        """The next sources due. Their following reading is set before this one starts: a bot
        that is killed at the same place again and again must not hammer a site."""
        async with self._store.transaction() as tx:
            sources = await tx.sources.due(_ROUND)
            for source in sources:
                wait = self._pace.after_success(self._chance())
                await tx.sources.schedule(source.id, self._now() + wait)
        return sources

    async def _read(self, source: Source) -> None:
        """One source, whatever happens: the others are read all the same."""
        try:
            async with self._turn(source.url):
                answer = await self._fetcher.get(source.url, source.validators)
            await self._relay_answer(source, answer)
        except FetchError as error:
            log.info("source not read", extra={"source": source.id, "reason": error.reason})
            await self._failed(source, error)
        except Exception as error:
            log.exception("source not read", extra={"source": source.id})
            await self._failed(source, FetchError("fetch-internal", type(error).__name__))

    async def _relay_answer(self, source: Source, answer: Answer) -> None:
        if answer.body is None or digest(answer.body) == source.body_hash:
            await self._relay.unchanged(source, answer.validators)
            return
        feed = await self._parser.parse(
            answer.body, url=source.url, content_type=answer.content_type
        )
        decision = await self._relay.read(source.id, feed, answer.validators, digest(answer.body))
        if decision and (decision.fresh or decision.flooded):
            log.info(
                "news",
                extra={
                    "source": source.id,
                    "fresh": len(decision.fresh),
                    "silent": len(decision.silent),
                    "flooded": decision.flooded,
                },
            )

    async def _failed(self, source: Source, error: FetchError) -> None:
        await self._relay.failed(
            source.id,
            error,
            lambda failures: self._pace.after_failure(failures, self._chance(), error.retry_after),
        )

    @asynccontextmanager
    async def _turn(self, url: str) -> AsyncIterator[None]:
        """One request at a time for a host, few in all."""
        async with self._hosts[urls.host(url)], self._places:
            yield
