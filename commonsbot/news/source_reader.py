"""Reads one source: what its site answers, what becomes of it, and when it is read again."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from commonsbot.domain import urls
from commonsbot.domain.novelty import Decision
from commonsbot.domain.pacing import Pace, next_reading, offset_of
from commonsbot.domain.sources import Source, SourceStatus
from commonsbot.errors import FetchError
from commonsbot.news.feed import NoFeedError
from commonsbot.news.fetch import Answer, Fetcher
from commonsbot.news.offers import Offers
from commonsbot.news.parse import Parser
from commonsbot.news.relay import READ_AT_ONCE, Relay, Said, digest
from commonsbot.store import Store

log = logging.getLogger(__name__)

RHYTHM = timedelta(days=30)
"""What is looked at to know how often a source publishes."""

TOO_MANY = "429"
"""The answer of a host that is asked too much, whatever the source (RFC 6585, section 4)."""


class SourceReader:
    def __init__(
        self,
        store: Store,
        fetcher: Fetcher,
        parser: Parser,
        relay: Relay,
        offers: Offers,
        now: Callable[[], datetime],
        *,
        pace: Pace,
        chance: Callable[[], float],
        unread: Callable[[], None],
        wake: Callable[[], None],
    ) -> None:
        """`chance` and `unread`: see `Poller`. `wake` is called when there is more to read."""
        self._store = store
        self._fetcher = fetcher
        self._parser = parser
        self._relay = relay
        self._offers = offers
        self._now = now
        self._pace = pace
        self._chance = chance
        self._unread = unread
        self._wake = wake

    async def read(self, source: Source) -> None:
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

    def next_reading(self, source: Source, interval: timedelta) -> datetime:
        offset = offset_of(source.url)
        return next_reading(self._now(), interval, offset, self._chance(), source.wishes)

    async def _relay_answer(self, source: Source, answer: Answer) -> None:
        body_hash = source.body_hash if answer.body is None else digest(answer.body)
        if body_hash == source.body_hash:
            await self._unchanged(source, answer)
            return
        await self._changed(source, answer, body_hash)

    async def _unchanged(self, source: Source, answer: Answer) -> None:
        """The server, or the same body as last time, says that nothing is new."""
        interval = await self._interval(source, answer)
        next_at = self.next_reading(source, interval)
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
                source.id, self.next_reading(source, interval), interval, feed.wishes
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
            self._wake()
        elif instead.feed and instead.guessed:
            await self._offers.articles(source.id, instead.feed, instead.guessed, guessed=True)
            self._wake()

    async def _failed(self, source: Source, error: FetchError) -> None:
        def wait(failures: int) -> timedelta:
            return self._pace.after_failure(failures, self._chance(), error.retry_after)

        await self._relay.failed(source.id, error, wait)
        await self.leave_alone(source.url, error)

    async def leave_alone(self, url: str, error: FetchError) -> None:
        """Nothing more of a host that is asked too much."""
        if error.reason != "fetch-busy" or error.detail != TOO_MANY:
            return
        wait = self._pace.after_failure(1, self._chance(), error.retry_after)
        async with self._store.statement() as tx:
            await tx.source_readings.hold_host(urls.host(url), self._now() + wait)
