"""The rooms the bot serves."""

from collections.abc import Callable
from datetime import datetime

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.rooms import Room
from commonsbot.search.french import words
from commonsbot.store.connection import Connection, Row, from_ms, to_ms

_SELECT = "SELECT room_id, name, direct, encrypted, joined_at, peer FROM room"


class Rooms:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def join(self, room: Room) -> bool:
        """Keeps that the bot is in `room`; True when it is there for the first time."""
        known = await self._db.value("SELECT 1 FROM room WHERE room_id = ?", room.id)
        await self._db.execute(
            "INSERT INTO room (room_id, name, direct, encrypted, peer, joined_at)"
            " VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (room_id) DO UPDATE SET name = excluded.name, joined = 1,"
            " direct = excluded.direct, encrypted = excluded.encrypted, peer = excluded.peer",
            *(room.id, room.name, room.direct, room.encrypted, room.peer, to_ms(self._now())),
        )
        return not known

    async def leave(self, room: RoomId) -> None:
        """What was shared there stays; what waits to be sent there is dropped. Whose direct chat
        it was is forgotten."""
        await self._db.execute(
            "UPDATE room SET joined = 0, peer = NULL, name = iif(direct, '', name)"
            " WHERE room_id = ?",
            room,
        )
        await self._db.execute(
            "UPDATE outbox SET state = 'dropped', document = NULL, error = 'left the room',"
            " done_at = ? WHERE room_id = ? AND state = 'queued'",
            to_ms(self._now()),
            room,
        )

    async def joined(self) -> list[Room]:
        rows = await self._db.fetch(f"{_SELECT} WHERE joined = 1 ORDER BY room_id")
        return [_room(row) for row in rows]

    async def get(self, room: RoomId) -> Room | None:
        row = await self._db.fetch_one(f"{_SELECT} WHERE room_id = ?", room)
        return _room(row) if row else None

    async def named(self, name: str) -> list[RoomId]:
        """The rooms whose name has these words in a row."""
        rows = await self._db.fetch("SELECT room_id, name FROM room WHERE direct = 0")
        wanted = f" {' '.join(words(name))} "
        return [RoomId(id) for id, called in rows if wanted in f" {' '.join(words(called))} "]

    async def serves(self, room: RoomId) -> bool:
        """Whether the bot is in `room`, and it is no direct chat."""
        found = await self._db.value(
            "SELECT 1 FROM room WHERE room_id = ? AND joined = 1 AND direct = 0", room
        )
        return found is not None

    async def direct_with(self, user: UserId) -> RoomId | None:
        """The direct chat with `user`, the latest if there are several."""
        room = await self._db.value(
            "SELECT room_id FROM room WHERE peer = ? AND direct = 1 AND joined = 1"
            " ORDER BY joined_at DESC",
            user,
        )
        return None if room is None else RoomId(room)

    async def tell_encrypted(self, room: RoomId, *, encrypted: bool) -> bool:
        """Records that the room is told whether it is encrypted; False when it knew already."""
        rows = await self._db.fetch(
            "UPDATE room SET told_encrypted = ? WHERE room_id = ? AND told_encrypted IS NOT ?"
            " RETURNING 1",
            *(encrypted, room, encrypted),
        )
        return bool(rows)

    async def announce_successor(self, old: RoomId, new: RoomId) -> None:
        """`old` was upgraded: its data moves once the bot is in `new`."""
        await self._db.execute("UPDATE room SET replaced_by = ? WHERE room_id = ?", new, old)

    async def predecessor(self, new: RoomId) -> RoomId | None:
        """The room that `new` replaces, while its data has not moved."""
        old = await self._db.value("SELECT room_id FROM room WHERE replaced_by = ?", new)
        return None if old is None else RoomId(old)

    async def awaited(self) -> list[tuple[RoomId, RoomId]]:
        """Upgraded rooms whose successor the bot could not join yet: (old, new)."""
        rows = await self._db.fetch(
            "SELECT room_id, replaced_by FROM room WHERE replaced_by IS NOT NULL"
        )
        return [(RoomId(old), RoomId(new)) for old, new in rows]

    async def succeed(self, old: RoomId, new: RoomId) -> None:
        """Everything of `old` now belongs to `new` (spec, "Room upgrades")."""
        await self._db.execute("DELETE FROM room WHERE room_id = ?", new)
        await self._db.execute(
            "UPDATE room SET room_id = ?, replaced_by = NULL, joined = 1 WHERE room_id = ?",
            new,
            old,
        )
        await self._db.execute(
            "UPDATE outbox SET state = 'dropped', document = NULL WHERE room_id = ?"
            " AND state = 'queued' AND EXISTS (SELECT 1 FROM outbox AS first"
            " WHERE first.key = outbox.replaces AND first.state = 'sent')",
            old,
        )
        await self._db.execute(
            "UPDATE outbox SET room_id = ?, thread = NULL, reply_to = NULL,"
            " under = (SELECT key FROM outbox AS first"
            " WHERE first.key = outbox.under AND first.state = 'queued')"
            " WHERE room_id = ? AND state = 'queued'",
            new,
            old,
        )


def _room(row: Row) -> Room:
    return Room(
        id=RoomId(row[0]),
        name=row[1],
        direct=bool(row[2]),
        encrypted=bool(row[3]),
        joined_at=from_ms(row[4]),
        peer=row[5],
    )
