"""When letters leave."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from commonsbot.digest.edition import make_edition
from commonsbot.domain.editions import Schedule, due, next_slot
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from commonsbot.texts import Views

log = logging.getLogger(__name__)

LONGEST_SLEEP = timedelta(minutes=10)
"""A clock that was set, or a laptop that slept, is noticed within this time."""


class Scheduler:
    """`schedule_of` gives a room's schedule, None where it has no letter."""

    def __init__(
        self,
        store: Store,
        views: Views,
        schedule_of: Callable[[Room], Schedule | None],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._views = views
        self._schedule_of = schedule_of
        self._now = now
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """There is another room, whose letter may leave before the others'."""
        self._woken.set()

    async def run(self) -> None:
        """Runs until cancelled."""
        while True:
            self._woken.clear()
            rest = await self.round()
            with suppress(TimeoutError):
                async with asyncio.timeout(rest.total_seconds()):
                    await self._woken.wait()

    async def round(self) -> timedelta:
        """Makes the editions that are due, and tells how long to rest."""
        now = self._now()
        rest = LONGEST_SLEEP
        for room in await self._store.read.rooms.joined():
            schedule = None if room.direct else self._schedule_of(room)
            if schedule is None:
                continue
            await self._make(room, schedule, now)
            rest = min(rest, next_slot(schedule, now) - now)
        return max(rest, timedelta(seconds=0.05))

    async def _make(self, room: Room, schedule: Schedule, now: datetime) -> None:
        edition = due(schedule, room.joined_at, now)
        if edition is None or await self._store.read.editions.made(room.id, edition.week):
            return
        async with self._store.transaction() as tx:
            if await tx.editions.made(room.id, edition.week):
                return
            sent = await make_edition(tx, self._views, room.id, edition)
        log.info("edition", extra={"room": room.id, "week": edition.week, "sent": sent})
