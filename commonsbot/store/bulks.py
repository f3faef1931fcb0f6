"""Decisions on many cards at once: planned, done, undone."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from commonsbot.domain.acts import CONFIRM_WITHIN, UNDO_WITHIN, Bulk
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.resources import Status
from commonsbot.store.connection import Connection, Row, to_ms

_SELECT = "SELECT id, user_id, room_id, status, resources, why FROM bulk"


class Bulks:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def plan(
        self, by: UserId, room: RoomId, status: Status, resources: Sequence[ResourceId], why: str
    ) -> None:
        """What `by` was shown; it takes the place of what they planned there before."""
        await self._db.execute(
            "DELETE FROM bulk WHERE user_id = ? AND room_id = ? AND done_at IS NULL", by, room
        )
        await self._db.execute(
            "INSERT INTO bulk (user_id, room_id, status, resources, why, planned_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            *(by, room, status, json.dumps(resources), why, to_ms(self._now())),
        )

    async def planned(self, by: UserId, room: RoomId) -> Bulk | None:
        """What waits for their confirmation there."""
        row = await self._db.fetch_one(
            f"{_SELECT} WHERE user_id = ? AND room_id = ? AND done_at IS NULL AND planned_at > ?",
            *(by, room, to_ms(self._now() - CONFIRM_WITHIN)),
        )
        return _bulk(row) if row else None

    async def done(self, id: int, resources: Sequence[ResourceId]) -> None:
        """Carried out now, on these."""
        await self._db.execute(
            "UPDATE bulk SET done_at = ?, resources = ? WHERE id = ?",
            *(to_ms(self._now()), json.dumps(resources), id),
        )

    async def undoable(self, by: UserId, room: RoomId) -> Bulk | None:
        """The last one they carried out there, not long ago."""
        row = await self._db.fetch_one(
            f"{_SELECT} WHERE user_id = ? AND room_id = ? AND done_at > ? AND undone_at IS NULL"
            " ORDER BY done_at DESC, id DESC LIMIT 1",
            *(by, room, to_ms(self._now() - UNDO_WITHIN)),
        )
        return _bulk(row) if row else None

    async def undone(self, id: int) -> None:
        await self._db.execute("UPDATE bulk SET undone_at = ? WHERE id = ?", to_ms(self._now()), id)

    async def prune(self) -> None:
        """Forgets what can be neither confirmed nor undone any more."""
        await self._db.execute(
            "DELETE FROM bulk WHERE coalesce(done_at, planned_at) < ?",
            to_ms(self._now() - max(CONFIRM_WITHIN, UNDO_WITHIN)),
        )


def _bulk(row: Row) -> Bulk:
    return Bulk(
        id=row[0],
        by=UserId(row[1]),
        room=RoomId(row[2]),
        status=Status(row[3]),
        resources=tuple(map(ResourceId, json.loads(row[4]))),
        why=row[5],
    )
