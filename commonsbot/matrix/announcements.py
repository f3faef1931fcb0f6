"""Telling clients the bot's commands by the state of its rooms, where it may write it.

The bot never asks for power: where it has none, `!aide` is all there is, and all there need be.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from urllib.parse import quote

from commonsbot.domain.announcements import Announcement, changes
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.errors import MatrixError, RateLimitedError, TokenGoneError
from commonsbot.matrix.client import Client
from commonsbot.matrix.pace import Pace
from commonsbot.matrix.rooms import Rooms
from commonsbot.store import Store

log = logging.getLogger(__name__)

LOOK_AGAIN = 3600.0
"""Seconds between two looks: somebody may have given the bot power."""


class Announcer:
    """Keeps every room's state at what is `wanted` there: nothing, where announcing is off."""

    def __init__(
        self,
        client: Client,
        rooms: Rooms,
        store: Store,
        pace: Pace,
        wanted: Callable[[RoomId], Iterable[Announcement]],
    ) -> None:
        self._client = client
        self._rooms = rooms
        self._store = store
        self._pace = pace
        self._wanted = wanted
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """The bot is in another room, has another one's name, or speaks another language."""
        self._woken.set()

    async def run(self) -> None:
        """Runs until cancelled. Raises TokenGoneError when the account is locked out."""
        while True:
            self._woken.clear()
            for room in await self._store.read.rooms.joined():
                await self._bring_up_to_date(room.id)
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._woken.wait()

    async def _bring_up_to_date(self, room: RoomId) -> None:
        written = await self._store.read.announcements.of(room)
        wanted = {each.place: each for each in self._wanted(room)}
        for each in changes(wanted, written):
            if not self._may_write(room, each):
                continue
            try:
                await self._write(room, each)
            except TokenGoneError:
                raise
            except MatrixError as error:
                log.info("commands not announced", extra={"room": room, "error": str(error)})
                return

    def _may_write(self, room: RoomId, announcement: Announcement) -> bool:
        known = self._client.rooms.get(room)
        if known is None:
            return False
        needed = known.power_levels.get_state_event_required_level(announcement.kind)
        return self._rooms.power(room, UserId(self._client.user_id)) >= float(needed)

    async def _write(self, room: RoomId, announcement: Announcement) -> None:
        kind, key = (quote(part, safe="") for part in announcement.place)
        path = f"/v3/rooms/{quote(room)}/state/{kind}/{key}"
        while True:
            await self._pace.turn()
            try:
                await self._client.call("PUT", path, announcement.content)
                break
            except RateLimitedError as error:
                self._pace.hold(error.retry_after)
        async with self._store.transaction() as tx:
            await tx.announcements.written(room, announcement)
