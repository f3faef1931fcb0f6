"""Which rooms follow which sources, and how they want to hear of them."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from commonsbot.domain.ids import RoomId, SourceId, UserId
from commonsbot.domain.posting import Following, Mode, Posting
from commonsbot.store.connection import Connection, Row, marks, to_ms
from commonsbot.store.signals import Signals

_SELECT = "SELECT source_room.room_id, mode, every, paused FROM source_room"


class Followings:
    def __init__(self, db: Connection, signals: Signals, now: Callable[[], datetime]) -> None:
        self._db = db
        self._signals = signals
        self._now = now

    async def add(
        self, id: SourceId, room: RoomId, by: UserId | None, posting: Posting | None = None
    ) -> bool:
        """False when the room already followed it: it stays as the room made it."""
        wanted = posting or Posting()
        rows = await self._db.fetch(
            "INSERT INTO source_room (source_id, room_id, added_by, added_at, mode, every)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1",
            *(id, room, by, to_ms(self._now()), wanted.mode, _ms(wanted.every)),
        )
        return bool(rows)

    async def remove(self, id: SourceId, room: RoomId) -> None:
        """What waits for the room is dropped. A source that no room follows is stopped; its
        items stay known."""
        for table in ("source_room", "source_request"):
            await self._db.execute(
                f"DELETE FROM {table} WHERE source_id = ? AND room_id = ?", id, room
            )
        await self._db.execute(
            "UPDATE delivery SET handed = 'dropped' WHERE room_id = ? AND handed = 'waiting'"
            " AND news_id IN (SELECT id FROM news WHERE source_id = ?)",
            *(room, id),
        )
        await self._db.execute(
            "UPDATE source SET status = 'stopped' WHERE id = ? AND NOT EXISTS"
            " (SELECT 1 FROM source_room WHERE source_id = source.id)",
            id,
        )

    async def remove_all(self, id: SourceId) -> None:
        """No room follows it any more; it is stopped."""
        await self._db.execute("DELETE FROM source_room WHERE source_id = ?", id)
        await self._db.execute("UPDATE source SET status = 'stopped' WHERE id = ?", id)

    async def get(self, id: SourceId, room: RoomId) -> Following | None:
        row = await self._db.fetch_one(
            f"{_SELECT} WHERE source_id = ? AND source_room.room_id = ?", id, room
        )
        return _following(row) if row else None

    async def of_source(self, id: SourceId) -> list[Following]:
        """The rooms, still served, that follow it."""
        rows = await self._db.fetch(
            f"{_SELECT} JOIN room USING (room_id) WHERE source_id = ? AND joined = 1"
            " ORDER BY source_room.room_id",
            id,
        )
        return [_following(row) for row in rows]

    async def post(self, id: SourceId, room: RoomId, posting: Posting) -> None:
        await self._db.execute(
            "UPDATE source_room SET mode = ?, every = ? WHERE source_id = ? AND room_id = ?",
            *(posting.mode, _ms(posting.every), id, room),
        )
        self._signals.delivered = True

    async def pause(self, id: SourceId, room: RoomId, *, paused: bool) -> None:
        await self._db.execute(
            "UPDATE source_room SET paused = ? WHERE source_id = ? AND room_id = ?",
            *(paused, id, room),
        )
        self._signals.delivered = True

    async def any_of(self, rooms: Collection[RoomId]) -> bool:
        """Whether one of these rooms follows a source."""
        found = await self._db.value(
            f"SELECT 1 FROM source_room WHERE room_id IN ({marks(list(rooms))}) LIMIT 1", *rooms
        )
        return found is not None

    async def added_by(self, id: SourceId) -> list[tuple[RoomId, UserId | None]]:
        """The rooms that want its news, and who made each follow it; None: the configuration."""
        rows = await self._db.fetch(
            "SELECT room_id, added_by FROM source_room JOIN room USING (room_id)"
            " WHERE source_id = ? AND joined = 1 AND paused = 0 ORDER BY room_id",
            id,
        )
        return [(RoomId(room), None if by is None else UserId(by)) for room, by in rows]


def _following(row: Row) -> Following:
    room, mode, every, paused = row
    posting = Posting(Mode(mode), timedelta(milliseconds=every))
    return Following(room=RoomId(room), posting=posting, paused=bool(paused))


def _ms(length: timedelta) -> int:
    return round(length.total_seconds() * 1000)
