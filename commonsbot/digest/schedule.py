"""When letters leave."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush

from commonsbot.digest.edition import dismiss, make_edition
from commonsbot.digest.eves import Eves
from commonsbot.domain.editions import Due, Plan, Schedule, due, upcoming
from commonsbot.domain.ids import RoomId
from commonsbot.domain.rooms import Room
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages

log = logging.getLogger(__name__)

LONGEST_SLEEP = timedelta(minutes=10)
"""A clock that was set, or a laptop that slept, is noticed within this time."""


class Scheduler:
    """`schedule_of` gives a room's schedule in the settings, None where it has no letter
    unless its moderators choose a day.

    Rooms are looked at when something of theirs is due, and all of them at a start, when a plan
    or the rooms have changed, and when the clock was set back.
    """

    def __init__(
        self,
        store: Store,
        languages: Languages,
        schedule_of: Callable[[RoomId], Schedule | None],
        now: Callable[[], datetime],
        eves: Eves | None = None,
    ) -> None:
        """`eves`: shows letters to the moderators before they leave; None: to nobody."""
        self._store = store
        self._languages = languages
        self._schedule_of = schedule_of
        self._now = now
        self._eves = eves
        self._woken = asyncio.Event()
        self._stale = True
        """Whether a room or a plan may be there that was not looked at."""
        self._looked_at = now()
        self._next: list[tuple[datetime, RoomId]] = []
        """When to look at each room, as a heap: a round costs nothing for those that wait."""

    def wake(self) -> None:
        """There is another room, or another plan: a letter may leave before the others."""
        self._stale = True
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
        if self._stale or now < self._looked_at:
            self._stale = False  # before looking: more may come meanwhile
            await self._look_at_all(now)
        else:
            while self._next and self._next[0][0] <= now:
                await self._look_at(heappop(self._next)[1], now)
        self._looked_at = now
        rest = self._next[0][0] - now if self._next else LONGEST_SLEEP
        return max(min(rest, LONGEST_SLEEP), timedelta(seconds=0.05))

    async def _look_at_all(self, now: datetime) -> None:
        self._next.clear()
        plans = await self._store.read.edition_plans.all()
        for room in await self._store.read.rooms.joined():
            if room.id not in plans:
                continue
            plan = plans[room.id]
            schedule = self._schedule(room.id, plan)
            if schedule is None:
                continue
            if due(schedule, plan, room.joined_at, now):
                await self._look_at(room.id, now)
            else:
                await self._note(room, schedule, plan, now)

    def _schedule(self, room: RoomId, plan: Plan) -> Schedule | None:
        return plan.over(self._schedule_of(room), self._languages.zone)

    async def _look_at(self, id: RoomId, now: datetime) -> None:
        """Makes what is due in the room, and notes when to look at it again."""
        async with self._store.transaction() as tx:
            found = await tx.edition_plans.served(id)
            if found is None:
                return
            room, plan = found
            schedule = self._schedule(id, plan)
            if schedule is None:
                return
            plan = await self._make(tx, room, schedule, plan, now)
        await self._note(room, schedule, plan, now)

    async def _note(self, room: Room, schedule: Schedule, plan: Plan, now: datetime) -> None:
        if after := upcoming(schedule, plan, now):
            eve = self._eves and self._eves.moment(room.id, schedule, after)
            if eve and eve <= now:
                await self._show(room, schedule, after)
            moment = eve if eve and eve > now else after.until
            heappush(self._next, (moment.astimezone(UTC), room.id))

    async def _show(self, room: Room, schedule: Schedule, edition: Due) -> None:
        assert self._eves, "it gave the moment"
        async with self._store.transaction() as tx:
            if await self._eves.show(tx, self._languages, schedule, room, edition):
                log.info("letter shown", extra={"room": room.id, "week": edition.week})

    async def _make(
        self, tx: Transaction, room: Room, schedule: Schedule, plan: Plan, now: datetime
    ) -> Plan:
        """Makes the edition that is due, if one is. Gives the plan as it is then."""
        edition = due(schedule, plan, room.joined_at, now)
        if edition is None:
            return plan
        facts = {"room": room.id, "week": edition.week}
        if edition.is_too_late(now):
            await dismiss(tx, room.id, edition, "skipped")
            log.warning("letter skipped: its time passed too long ago", extra=facts)
        else:
            views = replace(self._languages.views_of(room.id), zone=schedule.zone)
            sent = await make_edition(tx, views, room.id, edition)
            log.info("edition", extra={**facts, "sent": sent})
        return replace(plan, dealt_with=plan.dealt_with | {edition.week})
