"""The feeds and pages the bot reads, and who waits for a first reading."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import msgspec

from commonsbot.domain import urls
from commonsbot.domain.ids import EventId, RoomId, SourceId, UserId
from commonsbot.domain.pacing import Wishes
from commonsbot.domain.sources import Request, Selectors, Source, SourceStatus, Validators
from commonsbot.store.connection import Connection, Row, from_ms, maybe_from_ms, to_ms

SELECT = """SELECT source.id, url, title, status, etag, last_modified, next_at, failures, filled,
    body_hash, selectors, interval, read_at, failing_since, last_error, error_detail, ttl,
    skip_hours, skip_days FROM source"""


class Sources:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def add(
        self,
        url: str,
        by: UserId | None,
        *,
        status: SourceStatus = SourceStatus.NEW,
        selectors: Selectors | None = None,
    ) -> Source:
        """The source at `url`, or what `selectors` find there; made if unknown and then due at
        once."""
        now = to_ms(self._now())
        await self._db.execute(
            "INSERT INTO source (url, host, status, selectors, next_at, added_by, added_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            *(url, urls.host(url), status, _written(selectors), now, by, now),
        )
        source = await self.at(url, selectors)
        assert source, "just inserted"
        return source

    async def known(self, url: str) -> bool:
        """As a feed, or as a page in whatever way."""
        return await self._db.value("SELECT 1 FROM source WHERE url = ?", url) is not None

    async def retry(self, id: SourceId) -> None:
        """A stopped source is due at once, as if it was never read; one that is read stays so."""
        await self._db.execute(
            "UPDATE source SET status = 'new', next_at = ?, failures = 0, failing_since = NULL,"
            " filled = 0, etag = '', last_modified = '', body_hash = ''"
            " WHERE id = ? AND status = 'stopped'",
            to_ms(self._now()),
            id,
        )

    async def hasten(self, id: SourceId) -> None:
        """It is due now."""
        now = to_ms(self._now())
        await self._db.execute("UPDATE source SET next_at = ? WHERE id = ?", now, id)

    async def settle(self, id: SourceId, selectors: Selectors | None) -> None:
        """It was chosen: from now on it is read, as a feed or by its `selectors`."""
        await self._db.execute(
            "UPDATE source SET status = 'new', filled = 0, selectors = ?, next_at = ?, etag = '',"
            " last_modified = '', body_hash = '', failures = 0, failing_since = NULL WHERE id = ?",
            *(_written(selectors), to_ms(self._now()), id),
        )

    async def propose(self, id: SourceId) -> None:
        """It waits for a choice of who asked for it."""
        await self._db.execute("UPDATE source SET status = 'proposed' WHERE id = ?", id)

    async def watch(self, id: SourceId, selectors: Selectors) -> SourceId:
        """It is a page, read by `selectors`. Another source may be that already: its followers
        are then that one's, which is given."""
        other = await self._db.value(
            "SELECT other.id FROM source JOIN source AS other USING (url)"
            " WHERE source.id = ? AND other.id <> source.id AND other.selectors = ?",
            *(id, _written(selectors)),
        )
        if other is not None:
            await self._join(id, SourceId(other))
            return SourceId(other)
        await self._db.execute(
            "UPDATE source SET selectors = ? WHERE id = ?", _written(selectors), id
        )
        return id

    async def move(self, id: SourceId, url: str) -> bool:
        """It is at another address for good. False when another source is there already: its
        followers are then that one's."""
        other = await self._db.value(
            "SELECT other.id FROM source JOIN source AS other ON other.url = ?"
            " AND other.id <> source.id AND other.selectors IS source.selectors"
            " WHERE source.id = ?",
            *(url, id),
        )
        if other is None:
            await self._db.execute(
                "UPDATE source SET url = ?, host = ? WHERE id = ?", url, urls.host(url), id
            )
            return True
        await self._join(id, SourceId(other))
        await self._db.execute(
            "UPDATE source SET status = 'new', filled = 0 WHERE id = ? AND status <> 'active'",
            other,
        )
        return False

    async def _join(self, id: SourceId, other: SourceId) -> None:
        """Who follows or awaits the one follows or awaits the other."""
        for statement in (
            "UPDATE OR IGNORE source_room SET source_id = ? WHERE source_id = ?",
            "UPDATE OR IGNORE source_request SET source_id = ? WHERE source_id = ?",
        ):
            await self._db.execute(statement, other, id)
        await self._db.execute("DELETE FROM source_room WHERE source_id = ?", id)
        await self.stop(id)

    async def stop(self, id: SourceId) -> None:
        await self._db.execute("UPDATE source SET status = 'stopped' WHERE id = ?", id)

    async def get(self, id: SourceId) -> Source | None:
        row = await self._db.fetch_one(f"{SELECT} WHERE id = ?", id)
        return source_of(row) if row else None

    async def at(self, url: str, selectors: Selectors | None = None) -> Source | None:
        """The feed at `url`, or what `selectors` find there."""
        row = await self._db.fetch_one(
            f"{SELECT} WHERE url = ? AND selectors IS ?", url, _written(selectors)
        )
        return source_of(row) if row else None

    async def of_room(self, room: RoomId) -> list[Source]:
        rows = await self._db.fetch(
            f"{SELECT} JOIN source_room ON source_id = source.id WHERE room_id = ?"
            " ORDER BY source.id",
            room,
        )
        return [source_of(row) for row in rows]

    async def every(self) -> list[Source]:
        """Those that some room follows."""
        rows = await self._db.fetch(
            f"{SELECT} WHERE id IN (SELECT source_id FROM source_room) ORDER BY id"
        )
        return [source_of(row) for row in rows]

    # Who waits

    async def awaited(self) -> list[Source]:
        """Sources that were already read when somebody asked for them."""
        rows = await self._db.fetch(
            f"{SELECT} WHERE status = 'active'"
            " AND id IN (SELECT source_id FROM source_request) ORDER BY id"
        )
        return [source_of(row) for row in rows]

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
        return [request_of(row) for row in rows]


def request_of(row: Row) -> Request:
    """Of the room, the person, the event and the thread."""
    room, user, event, thread = row
    return Request(
        room=RoomId(room),
        user=UserId(user),
        event=EventId(event),
        thread=None if thread is None else EventId(thread),
    )


def source_of(row: Row) -> Source:
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
        selectors=_read(row[10]),
        interval=timedelta(milliseconds=row[11]),
        read_at=maybe_from_ms(row[12]),
        failing_since=maybe_from_ms(row[13]),
        error=row[14],
        error_detail=row[15],
        wishes=Wishes(
            ttl=timedelta(milliseconds=row[16]),
            skip_hours=frozenset(json.loads(row[17])),
            skip_days=frozenset(json.loads(row[18])),
        ),
    )


def _written(selectors: Selectors | None) -> str | None:
    return None if selectors is None else msgspec.json.encode(selectors).decode()


def _read(selectors: Any) -> Selectors | None:
    return None if selectors is None else msgspec.json.decode(selectors, type=Selectors)
