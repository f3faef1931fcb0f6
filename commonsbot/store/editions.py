"""Which weekly letters were made."""

from datetime import datetime

from commonsbot.domain.ids import RoomId
from commonsbot.store.connection import Connection, maybe_from_ms, to_ms


class Editions:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def made(self, room: RoomId, week: str) -> bool:
        """Whether the weekly edition of `week` was dealt with: sent, empty or skipped."""
        found = await self._db.value(
            "SELECT 1 FROM edition WHERE room_id = ? AND week = ? AND requested = 0", room, week
        )
        return found is not None

    async def covered_until(self, room: RoomId) -> datetime | None:
        """Where the last edition that was sent ends."""
        at = await self._db.value(
            "SELECT max(until) FROM edition WHERE room_id = ? AND state = 'sent'", room
        )
        return maybe_from_ms(at)

    async def add(
        self,
        room: RoomId,
        week: str,
        *,
        since: datetime,
        until: datetime,
        state: str,
        requested: bool = False,
    ) -> int:
        """Records an edition: `state` is sent, empty or skipped. Gives its id."""
        return int(
            await self._db.value(
                "INSERT INTO edition (room_id, week, requested, state, since, until)"
                " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                room,
                week,
                requested,
                state,
                to_ms(since),
                to_ms(until),
            )
        )
