"""The feeds the bot reads, and which rooms follow them."""

from collections.abc import Callable, Collection
from datetime import datetime

from commonsbot.domain.ids import EventId, RoomId, SourceId, UserId
from commonsbot.domain.sources import Request, Source, SourceStatus, Validators
from commonsbot.store.connection import Connection, Row, from_ms, marks, to_ms

_SELECT = """SELECT source.id, url, title, status, etag, last_modified, next_at, failures, filled,
    body_hash FROM source"""

_READ = """status <> 'stopped' AND EXISTS (SELECT 1 FROM source_room JOIN room USING (room_id)
    WHERE source_id = source.id AND joined = 1)"""
"""Sources worth reading: somebody is there to be told."""


class Sources:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def add(self, url: str, by: UserId | None) -> Source:
        """The source at `url`, made if unknown and then due at once."""
        now = to_ms(self._now())
        await self._db.execute(
            "INSERT INTO source (url, status, next_at, added_by, added_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (url) DO NOTHING",
            url,
            SourceStatus.NEW,
            now,
            by,
            now,
        )
        row = await self._db.fetch_one(f"{_SELECT} WHERE url = ?", url)
        assert row, "just inserted"
        return _source(row)

    async def known(self, url: str) -> bool:
        return await self._db.value("SELECT 1 FROM source WHERE url = ?", url) is not None

    async def retry(self, id: SourceId) -> None:
        """A stopped source is due at once; one that is read already stays as it is."""
        await self._db.execute(
            "UPDATE source SET status = 'new', next_at = ?, failures = 0"
            " WHERE id = ? AND status = 'stopped'",
            to_ms(self._now()),
            id,
        )

    async def follow(self, id: SourceId, room: RoomId, by: UserId | None) -> bool:
        """False when the room already followed it."""
        rows = await self._db.fetch(
            "INSERT INTO source_room (source_id, room_id, added_by, added_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING RETURNING 1",
            id,
            room,
            by,
            to_ms(self._now()),
        )
        return bool(rows)

    async def unfollow(self, id: SourceId, room: RoomId) -> None:
        """A source that no room follows is stopped; its items stay known."""
        for table in ("source_room", "source_request"):
            await self._db.execute(
                f"DELETE FROM {table} WHERE source_id = ? AND room_id = ?", id, room
            )
        await self._db.execute(
            "UPDATE source SET status = 'stopped' WHERE id = ? AND NOT EXISTS"
            " (SELECT 1 FROM source_room WHERE source_id = source.id)",
            id,
        )

    async def unfollow_everywhere(self, id: SourceId) -> None:
        """As `unfollow`, for all its rooms."""
        await self._db.execute("DELETE FROM source_room WHERE source_id = ?", id)
        await self._db.execute("UPDATE source SET status = 'stopped' WHERE id = ?", id)

    async def get(self, id: SourceId) -> Source | None:
        row = await self._db.fetch_one(f"{_SELECT} WHERE id = ?", id)
        return _source(row) if row else None

    async def of_room(self, room: RoomId) -> list[Source]:
        rows = await self._db.fetch(
            f"{_SELECT} JOIN source_room ON source_id = source.id WHERE room_id = ?"
            " ORDER BY source.id",
            room,
        )
        return [_source(row) for row in rows]

    async def any_of(self, rooms: Collection[RoomId]) -> bool:
        """Whether one of these rooms follows a source."""
        found = await self._db.value(
            f"SELECT 1 FROM source_room WHERE room_id IN ({marks(list(rooms))}) LIMIT 1", *rooms
        )
        return found is not None

    async def followers(self, id: SourceId) -> list[RoomId]:
        """The rooms, still served, that follow it."""
        rows = await self._db.fetch(
            "SELECT room_id FROM source_room JOIN room USING (room_id)"
            " WHERE source_id = ? AND joined = 1 ORDER BY room_id",
            id,
        )
        return [RoomId(row[0]) for row in rows]

    async def due(self, limit: int) -> list[Source]:
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {_READ} AND next_at <= ? ORDER BY next_at LIMIT ?",
            to_ms(self._now()),
            limit,
        )
        return [_source(row) for row in rows]

    async def next_due(self) -> datetime | None:
        at = await self._db.value(f"SELECT min(next_at) FROM source WHERE {_READ}")
        return None if at is None else from_ms(at)

    async def schedule(self, id: SourceId, next_at: datetime) -> None:
        await self._db.execute("UPDATE source SET next_at = ? WHERE id = ?", to_ms(next_at), id)

    async def succeeded(
        self, id: SourceId, *, title: str, validators: Validators, body_hash: str, filled: bool
    ) -> None:
        """It was read and understood. Stays stopped if it was stopped meanwhile."""
        await self._db.execute(
            "UPDATE source SET status = CASE status WHEN 'stopped' THEN status ELSE 'active' END,"
            " title = ?, etag = ?, last_modified = ?,"
            " body_hash = ?, filled = ?, failures = 0, last_error = '' WHERE id = ?",
            title,
            validators.etag,
            validators.last_modified,
            body_hash,
            filled,
            id,
        )

    async def failed(self, id: SourceId, error: str, *, stop: bool) -> None:
        await self._db.execute(
            "UPDATE source SET failures = failures + 1, last_error = ?,"
            " status = CASE WHEN ? THEN 'stopped' ELSE status END WHERE id = ?",
            error,
            stop,
            id,
        )

    async def awaited(self) -> list[Source]:
        """Sources that were already read when somebody asked for them."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE status = 'active'"
            " AND id IN (SELECT source_id FROM source_request) ORDER BY id"
        )
        return [_source(row) for row in rows]

    async def ask(self, id: SourceId, request: Request) -> None:
        """Keeps who is to be told how the first reading of the source went."""
        await self._db.execute(
            "INSERT INTO source_request (event_id, source_id, room_id, user_id, thread)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            request.event,
            id,
            request.room,
            request.user,
            request.thread,
        )

    async def take_requests(self, id: SourceId) -> list[Request]:
        """Who waits for the first reading; each is given once."""
        rows = await self._db.fetch(
            "DELETE FROM source_request WHERE source_id = ?"
            " RETURNING room_id, user_id, event_id, thread",
            id,
        )
        return [
            Request(
                room=RoomId(room),
                user=UserId(user),
                event=EventId(event),
                thread=None if thread is None else EventId(thread),
            )
            for room, user, event, thread in rows
        ]


def _source(row: Row) -> Source:
    return Source(
        id=SourceId(row[0]),
        url=row[1],
        title=row[2],
        status=SourceStatus(row[3]),
        validators=Validators(row[4], row[5]),
        next_at=from_ms(row[6]),
        failures=row[7],
        filled=bool(row[8]),
        body_hash=row[9],
    )
