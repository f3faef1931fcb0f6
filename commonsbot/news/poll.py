"""Reads each source when it is due."""

import asyncio
import logging
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from commonsbot.domain import urls
from commonsbot.domain.novelty import Decision
from commonsbot.domain.pacing import Pace, next_reading, offset_of
from commonsbot.domain.sources import Source, SourceStatus, Tryout
from commonsbot.errors import FetchError
from commonsbot.news.feed import NoFeedError
from commonsbot.news.fetch import Answer, Fetcher
from commonsbot.news.offers import Offers
from commonsbot.news.parse import Parser
from commonsbot.news.reading import NewsReader
from commonsbot.news.relay import READ_AT_ONCE, Relay, Said, digest
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

RHYTHM = timedelta(days=30)
"""What is looked at to know how often a source publishes."""

TOO_MANY = "429"
"""The answer of a host that is asked too much, whatever the source (RFC 6585, section 4)."""

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
        reader = reader or NewsReader()
        self._relay = Relay(store, languages, now, reader)
        self._offers = Offers(store, languages, now)
        self._tryouts = Tryouts(store, fetcher, parser, languages, now, reader)
        self._now = now
        self._pace = pace or Pace()
        self._chance = chance
        self._unread = unread
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
                    await self._leave_alone(one.url, error)
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
                [(one.id, self._next(one, self._pace.interval)) for one in sources]
            )
        return sources

    def _next(self, source: Source, interval: timedelta) -> datetime:
        offset = offset_of(source.url)
        return next_reading(self._now(), interval, offset, self._chance(), source.wishes)

    async def _read_all(self, host: str, sources: Sequence[Source]) -> None:
        """One request at a time for a host, with a pause after it, and few in all."""
        try:
            for number, source in enumerate(sources):
                if number and not self._fetcher.is_own(source.url):
                    await asyncio.sleep(PAUSE)
                async with self._places:
                    await self._read(source)
                    await asyncio.sleep(BREATH)
        finally:
            self._hosts.discard(host)
            self._woken.set()

    async def _read(self, source: Source) -> None:
        """One source, whatever happens: the others are read all the same."""
        try:
            answer = await self._fetcher.get(source.url, source.validators)
            await self._relay_answer(source, answer)
        except NoFeedError as instead:
            await self._offer(source, instead)
        except FetchError as error:
            log.info("source not read", extra={"source": source.id, "reason": error.reason})
            await self._failed(source, error)
        except Exception as error:
            log.exception("source not read", extra={"source": source.id})
            await self._failed(source, FetchError("fetch-internal", type(error).__name__))

    async def _relay_answer(self, source: Source, answer: Answer) -> None:
        body_hash = source.body_hash if answer.body is None else digest(answer.body)
        if body_hash == source.body_hash:
            await self._unchanged(source, answer)
            return
        await self._changed(source, answer, body_hash)

    async def _unchanged(self, source: Source, answer: Answer) -> None:
        """The server, or the same body as last time, says that nothing is new."""
        interval = await self._interval(source, answer)
        next_at = self._next(source, interval)
        async with self._store.statement() as tx:
            await tx.source_readings.unchanged(source.id, answer.validators, next_at, interval)
        if answer.moved:
            await self._relay.moved(source.id, answer.moved)

    async def _changed(self, source: Source, answer: Answer, body_hash: str) -> None:
        assert answer.body is not None, "a 304 changes nothing"
        feed = await self._parser.parse(
            answer.body,
            url=source.url,
            content_type=answer.content_type,
            selectors=source.selectors,
        )
        if source.status is SourceStatus.PROPOSED and source.selectors:
            await self._offers.articles(source.id, feed, source.selectors, guessed=False)
            return
        source = replace(source, wishes=feed.wishes)
        said = Said(
            feed=feed, validators=answer.validators, body_hash=body_hash, moved=answer.moved
        )
        decision = await self._relay.read(source.id, said)
        if decision is None:
            return
        interval = await self._interval(source, answer)
        async with self._store.statement() as tx:
            await tx.source_readings.plan(
                source.id, self._next(source, interval), interval, feed.wishes
            )
        if len(decision.silent) > READ_AT_ONCE:
            self._unread()
        if decision.fresh or decision.held:
            self._tell(source, decision)

    def _tell(self, source: Source, decision: Decision) -> None:
        log.info(
            "news",
            extra={
                "source": source.id,
                "fresh": len(decision.fresh),
                "silent": len(decision.silent),
                "held": decision.held,
            },
        )

    async def _interval(self, source: Source, answer: Answer) -> timedelta:
        rhythm = await self._store.read.source_readings.rhythm(source.id, RHYTHM)
        return self._pace.interval_for(rhythm, max(source.wishes.ttl, answer.fresh_for))

    async def _offer(self, source: Source, instead: NoFeedError) -> None:
        """A page where a feed was looked for: it may have one, or be watched itself."""
        if source.status is SourceStatus.ACTIVE:
            await self._failed(source, instead)
        elif instead.adverts:
            await self._offers.feeds(source.id, instead.adverts)
            self.wake()
        elif instead.feed and instead.guessed:
            await self._offers.articles(source.id, instead.feed, instead.guessed, guessed=True)
            self.wake()

    async def _failed(self, source: Source, error: FetchError) -> None:
        def wait(failures: int) -> timedelta:
            return self._pace.after_failure(failures, self._chance(), error.retry_after)

        await self._relay.failed(source.id, error, wait)
        await self._leave_alone(source.url, error)

    async def _leave_alone(self, url: str, error: FetchError) -> None:
        """Nothing more of a host that is asked too much."""
        if error.reason != "fetch-busy" or error.detail != TOO_MANY:
            return
        wait = self._pace.after_failure(1, self._chance(), error.retry_after)
        async with self._store.statement() as tx:
            await tx.source_readings.hold_host(urls.host(url), self._now() + wait)
