"""Forgetting what has served: every night, and said in the log."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from commonsbot.domain.retention import Retention, next_night
from commonsbot.store import Store

log = logging.getLogger(__name__)

HANDLED_FOR = timedelta(days=90)
"""How long events are remembered: no sync brings older ones again."""


class Housekeeping:
    def __init__(
        self,
        store: Store,
        retention: Retention,
        zone: ZoneInfo,
        now: Callable[[], datetime],
        also: Callable[[datetime], None] = lambda now: None,
    ) -> None:
        """`also`: what else is to be tidied up."""
        self._store = store
        self._retention = retention
        self._zone = zone
        self._now = now
        self._also = also

    async def run(self) -> None:
        """At the start, then every night; the file is swept at night alone, for that holds up
        answers. Runs until cancelled."""
        await self.forget()
        while True:
            night = next_night(self._now(), self._zone)
            await asyncio.sleep((night - self._now()).total_seconds())
            await self.forget()
            await self.sweep()

    async def forget(self) -> None:
        """What is older than is said."""
        periods = self._retention
        async with self._store.transaction() as tx:
            await tx.sync.prune(HANDLED_FOR)
            await tx.outbox.prune(periods.answers)
            await tx.unread.prune()
            await tx.refusals.prune()
            await tx.pages.prune()
            await tx.members.prune()
            await tx.bulks.prune()
            emptied = await tx.retention.taken_back(periods.withdrawn)
            for id in emptied:
                await tx.erasure.empty(id)
            exchanges = await tx.retention.drop_exchanges(periods.exchanges)
            journal = await tx.retention.drop_journal(periods.journal)
        copies = self._store.drop_copies(self._now() - periods.withdrawn)
        self._also(self._now())
        log.info(
            "old data forgotten",
            extra={
                "cards": len(emptied),
                "exchanges": exchanges,
                "journal": journal,
                "copies": copies,
            },
        )

    async def sweep(self) -> None:
        """What was erased leaves the file too."""
        async with self._store.statement() as tx:
            wanted = await tx.erasure.sweep_wanted()
        if wanted:
            took = await self._store.sweep()
            log.info("database swept", extra={"seconds": round(took, 1)})
        else:
            await self._store.checkpoint()
