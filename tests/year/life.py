"""A year of the bot, by a clock that jumps from one thing to the next.

The store, the scheduler of letters, the office and the sender are the bot's own. What a letter
says is not: it is a line (`one_line`), so that a year takes seconds.
"""

import asyncio
import heapq
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from commonsbot.commons.hours import Office
from commonsbot.digest.schedule import Scheduler
from commonsbot.domain.editions import Schedule
from commonsbot.domain.hours import Hours
from commonsbot.domain.ids import RoomId
from commonsbot.domain.markup import Paragraph, Text
from commonsbot.domain.messages import Outgoing
from commonsbot.domain.rooms import Room
from commonsbot.matrix.pace import Pace
from commonsbot.matrix.sender import Sender
from commonsbot.store import Store
from tests.languages import speaking
from tests.year.homeserver import Homeserver
from tests.year.network import Person, Place

Action = Callable[[], Awaitable[None]]


class Life:
    """`at` plans what happens; `until` lets it."""

    def __init__(
        self, file: Path, places: Iterable[Place], people: Iterable[Person], start: datetime
    ) -> None:
        self.now = start
        self.places = list(places)
        self.people = list(people)
        self.homeserver = Homeserver(lambda: self.now, Random(1))
        self._file = file
        self._queued = True
        self._planned: list[tuple[datetime, int, Action]] = []
        self._numbers = count()
        self._schedules = {place.id: place.schedule for place in self.places}
        self._due: datetime | None = None

    def at(self, moment: datetime, action: Action) -> None:
        heapq.heappush(self._planned, (moment, next(self._numbers), action))

    async def say(self, key: str, room: RoomId, **facts: Any) -> None:
        document = (Paragraph((Text(key),)),)
        async with self._store.transaction() as tx:
            await tx.outbox.add(Outgoing(key=key, room=room, document=document, **facts))

    async def begin(self) -> None:
        """The bot comes into the rooms, and hears of everybody's hours."""
        await self._open()
        async with self._store.transaction() as tx:
            for place in self.places:
                await tx.rooms.join(Room(id=place.id))
                await tx.hours.put(place.id, place.own)
            for person in self.people:
                await tx.hours.put(person.id, person.own)

    async def until(self, end: datetime) -> None:
        while self.now < end:
            await self._happen()
            rest = await self._scheduler.round()
            await self._send()
            moments = [self.now + rest, end, *([self._due] if self._due else [])]
            self.now = min([*moments, *(planned[0] for planned in self._planned[:1])])

    async def restart(self, after: timedelta) -> None:
        """The process dies, and comes back after a while."""
        await self.end()
        self.now += after
        await self._open()

    async def end(self) -> None:
        self._sending.cancel()
        await asyncio.wait([self._sending])
        await self._store.close()

    async def _happen(self) -> None:
        while self._planned and self._planned[0][0] <= self.now:
            await heapq.heappop(self._planned)[2]()

    async def _send(self) -> None:
        """What may leave leaves."""
        if self._queued or (self._due and self._due <= self.now):
            self._queued = False
            self._sender.wake()
            await self._sender._quiet.wait()
            self._due = await self._store.read.sending.next_due()

    async def _open(self) -> None:
        self._store = await Store.open(self._file, lambda: self.now)
        office = Office(self._store, Hours(), lambda: self.now)
        await office.open()
        pace = Pace(1e9, 1_000_000, lambda: 0.0)
        client: Any = self.homeserver
        self._sender = Sender(self._store, client, pace, office.release, lambda: self.now)
        self._queued = True
        self._store.on_queued = self._mark
        self._scheduler = Scheduler(self._store, speaking("fr"), self._schedule, lambda: self.now)
        self._sending = asyncio.create_task(self._sender.run())

    def _mark(self) -> None:
        self._queued = True

    def _schedule(self, room: RoomId) -> Schedule | None:
        return self._schedules.get(room)
