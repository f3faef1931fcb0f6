"""Reading what sources publish: when it arrives, and again when the rules or the themes change."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, tzinfo

from commonsbot.domain.hours import PARIS
from commonsbot.domain.ids import NewsId
from commonsbot.domain.news_classes import Lexicon, NewsClass
from commonsbot.domain.news_reading import Reading, days_in, deadline_in, reading
from commonsbot.store import Store, Transaction

log = logging.getLogger(__name__)

BATCH = 20
"""Items in one transaction: what members write waits for no more than that."""

EVERY = 10.0
"""Seconds between two looks at whether something is to be read again."""

_CODE = "1"
"""Changes when the same rules would read otherwise."""


class NewsReader:
    """Knows the rules; the themes are those of the vocabulary at each moment."""

    def __init__(self, lexicon: Lexicon | None = None, zone: tzinfo = PARIS) -> None:
        """`zone`: where the days begin that texts speak of."""
        self._lexicon = lexicon or Lexicon()
        self._zone = zone

    async def version(self, tx: Transaction) -> str:
        """Another text when the same item would be read otherwise."""
        return f"{_CODE}:{self._lexicon.version}:{await tx.themes.version()}"

    async def keep(
        self, tx: Transaction, id: NewsId, title: str, summary: str, at: datetime
    ) -> Reading:
        """Reads an item published `at`, and keeps what was read."""
        read = await self.read(tx, title, summary, at)
        if corrected := await tx.news_readings.corrected(id):
            read = _as(read, title, summary, self.day(at), corrected)
        await tx.news_readings.keep(id, read, await self.version(tx))
        return read

    async def read(self, tx: Transaction, title: str, summary: str, at: datetime) -> Reading:
        """What these words say, published `at`."""
        recogniser = await tx.themes.recogniser()
        return reading(title, summary, self.day(at), self._lexicon, recogniser.recognise)

    def day(self, at: datetime) -> date:
        return at.astimezone(self._zone).date()


def _as(read: Reading, title: str, summary: str, written: date, class_: NewsClass) -> Reading:
    return replace(
        read,
        deadline=deadline_in(title, summary, written, class_),
        days=days_in(title, summary, written, class_),
    )


class Rereading:
    """Catches up with items from before a change of the rules or of the vocabulary."""

    def __init__(self, store: Store, reader: NewsReader) -> None:
        self._store = store
        self._reader = reader
        self._done = ""
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """There are items that were not read at all."""
        self._done = ""
        self._woken.set()

    async def run(self) -> None:
        """Runs until cancelled."""
        while True:
            self._woken.clear()
            version = await self._reader.version(self._store.read)
            if version != self._done:
                self._done = version  # before reading: more may come meanwhile
                if count := await self.catch_up():
                    log.info("news read again", extra={"items": count})
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY):
                    await self._woken.wait()

    async def catch_up(self) -> int:
        """Reads everything that other rules have read; how many items that were."""
        count = 0
        while read := await self._some():
            count += read
            await asyncio.sleep(0)
        return count

    async def _some(self) -> int:
        async with self._store.transaction() as tx:
            items = await tx.news_readings.others(await self._reader.version(tx), BATCH)
            for one in items:
                await self._reader.keep(tx, one.id, one.title, one.summary, one.at)
        return len(items)
