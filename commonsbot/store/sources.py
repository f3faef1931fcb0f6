"""The feeds and pages the bot reads, how they are doing, and who waits for a first reading."""

import json
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from commonsbot.domain import urls
from commonsbot.domain.ids import EventId, RoomId, SourceId, UserId
from commonsbot.domain.pacing import Rhythm, Wishes
from commonsbot.domain.sources import Request, Selectors, Source, SourceStatus, Validators
from commonsbot.store.connection import Connection, Row, from_ms, marks, maybe_from_ms, to_ms

_SELECT = """SELECT source.id, url, title, status, etag, last_modified, next_at, failures, filled,
    body_hash, selectors, interval, read_at, failing_since, last_error, error_detail, ttl,
    skip_hours, skip_days FROM source"""

_FOLLOWED = """EXISTS (SELECT 1 FROM source_room JOIN room USING (room_id)
    WHERE source_id = source.id AND joined = 1)"""

READ = """((status IN ('new', 'active') AND EXISTS (SELECT 1 FROM source_room JOIN room
    USING (room_id) WHERE source_id = source.id AND joined = 1))
    OR (status = 'proposed' AND EXISTS (SELECT 1 FROM source_request
        WHERE source_id = source.id)))"""
"""Sources worth reading: somebody is there to be told."""


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
        """The source at `url`, made if unknown and then due at once."""
        now = to_ms(self._now())
        await self._db.execute(
            "INSERT INTO source (url, host, status, selectors, next_at, added_by, added_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING",
            *(url, urls.host(url), status, _written(selectors), now, by, now),
        )
        row = await self._db.fetch_one(f"{_SELECT} WHERE url = ?", url)
        assert row, "just inserted"
        return _source(row)

    async def known(self, url: str) -> bool:
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
        await self.schedule(id, self._now())

    async def settle(self, id: SourceId, selectors: Selectors | None) -> None:
        """It was chosen: from now on it is read, as a feed or by its `selectors`."""
        await self._db.execute(
            "UPDATE source SET status = 'new', filled = 0, selectors = ?, next_at = ?, etag = '',"
            " last_modified = '', body_hash = '', failures = 0, failing_since = NULL WHERE id = ?",
            *(_written(selectors), to_ms(self._now()), id),
        )

    async def propose(self, id: SourceId, selectors: Selectors | None) -> None:
        """It waits for a choice of who asked for it; `selectors`, for what was just found."""
        await self._db.execute(
            "UPDATE source SET status = 'proposed', selectors = coalesce(?, selectors)"
            " WHERE id = ?",
            *(_written(selectors), id),
        )

    async def move(self, id: SourceId, url: str) -> bool:
        """It is at another address for good. False when another source is there already: its
        followers are then that one's."""
        other = await self._db.value("SELECT id FROM source WHERE url = ?", url)
        if other is None:
            await self._db.execute(
                "UPDATE source SET url = ?, host = ? WHERE id = ?", url, urls.host(url), id
            )
            return True
        for statement in (
            "UPDATE OR IGNORE source_room SET source_id = ? WHERE source_id = ?",
            "UPDATE OR IGNORE source_request SET source_id = ? WHERE source_id = ?",
        ):
            await self._db.execute(statement, other, id)
        await self._db.execute("DELETE FROM source_room WHERE source_id = ?", id)
        await self._db.execute("UPDATE source SET status = 'stopped' WHERE id = ?", id)
        await self._db.execute(
            "UPDATE source SET status = 'new', filled = 0 WHERE id = ? AND status <> 'active'",
            other,
        )
        return False

    async def stop(self, id: SourceId) -> None:
        await self._db.execute("UPDATE source SET status = 'stopped' WHERE id = ?", id)

    async def get(self, id: SourceId) -> Source | None:
        row = await self._db.fetch_one(f"{_SELECT} WHERE id = ?", id)
        return _source(row) if row else None

    async def at(self, url: str) -> Source | None:
        row = await self._db.fetch_one(f"{_SELECT} WHERE url = ?", url)
        return _source(row) if row else None

    async def of_room(self, room: RoomId) -> list[Source]:
        rows = await self._db.fetch(
            f"{_SELECT} JOIN source_room ON source_id = source.id WHERE room_id = ?"
            " ORDER BY source.id",
            room,
        )
        return [_source(row) for row in rows]

    async def every(self) -> list[Source]:
        """Those that some room follows."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE id IN (SELECT source_id FROM source_room) ORDER BY id"
        )
        return [_source(row) for row in rows]

    # When they are read

    async def due(self, limit: int, busy: Collection[str] = ()) -> list[Source]:
        """Those to read now, but on hosts that are `busy`, the longest due first."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {READ} AND next_at <= ? AND host NOT IN ({marks(list(busy))})"
            " ORDER BY next_at LIMIT ?",
            to_ms(self._now()),
            *busy,
            limit,
        )
        return [_source(row) for row in rows]

    async def next_due(self, busy: Collection[str] = ()) -> datetime | None:
        at = await self._db.value(
            f"SELECT min(next_at) FROM source WHERE {READ} AND host NOT IN ({marks(list(busy))})",
            *busy,
        )
        return None if at is None else from_ms(at)

    async def schedule(self, id: SourceId, next_at: datetime) -> None:
        await self._db.execute("UPDATE source SET next_at = ? WHERE id = ?", to_ms(next_at), id)

    async def schedule_all(self, times: Sequence[tuple[SourceId, datetime]]) -> None:
        await self._db.execute_many(
            "UPDATE source SET next_at = ? WHERE id = ?", [(to_ms(at), id) for id, at in times]
        )

    async def hold_host(self, host: str, until: datetime) -> None:
        """Nothing of that host is read before `until`: it asked to be left alone."""
        await self._db.execute(
            "UPDATE source SET next_at = max(next_at, ?) WHERE host = ?", to_ms(until), host
        )

    async def rhythm(self, id: SourceId, over: timedelta) -> Rhythm:
        """How often it published in the last `over`, as far as it was seen.

        What is there at its first reading is no news, but it is not quiet before that either: a
        site that was long away, or a source followed again after months, starts as usual.
        """
        now = self._now()
        since = to_ms(now - over)
        row = await self._db.fetch_one(
            "SELECT added_at, (SELECT count(*) FROM news WHERE source_id = source.id"
            " AND seen_at >= ? AND fate = 'relayed'), (SELECT max(seen_at) FROM news"
            " WHERE source_id = source.id) FROM source WHERE id = ?",
            *(since, id),
        )
        assert row, "it is being read"
        return Rhythm(
            watched=now - from_ms(max(row[0], since)),
            items=row[1],
            quiet=now - from_ms(max(row[2] or 0, row[0])),
        )

    # How it went

    async def succeeded(
        self, id: SourceId, *, title: str, validators: Validators, body_hash: str, filled: bool
    ) -> None:
        """It was read and understood. Stays stopped if it was stopped meanwhile."""
        await self._db.execute(
            "UPDATE source SET status = CASE status WHEN 'new' THEN 'active' ELSE status END,"
            " title = ?, etag = ?, last_modified = ?, body_hash = ?, filled = ?, read_at = ?,"
            " failures = 0, failing_since = NULL, told_at = NULL, last_error = '',"
            " error_detail = '' WHERE id = ?",
            title,
            validators.etag,
            validators.last_modified,
            body_hash,
            filled,
            to_ms(self._now()),
            id,
        )

    async def unchanged(
        self, id: SourceId, validators: Validators, next_at: datetime, interval: timedelta
    ) -> None:
        """It was read, and said nothing new."""
        await self._db.execute(
            "UPDATE source SET status = CASE status WHEN 'new' THEN 'active' ELSE status END,"
            " etag = ?, last_modified = ?, read_at = ?, failures = 0, failing_since = NULL,"
            " told_at = NULL, last_error = '', error_detail = '', next_at = ?, interval = ?"
            " WHERE id = ?",
            validators.etag,
            validators.last_modified,
            to_ms(self._now()),
            to_ms(next_at),
            _ms(interval),
            id,
        )

    async def plan(
        self, id: SourceId, next_at: datetime, interval: timedelta, wishes: Wishes
    ) -> None:
        """When it is read next, in what interval, and what its feed asks of its readers."""
        await self._db.execute(
            "UPDATE source SET next_at = ?, interval = ?, ttl = ?, skip_hours = ?, skip_days = ?"
            " WHERE id = ?",
            to_ms(next_at),
            _ms(interval),
            _ms(wishes.ttl),
            json.dumps(sorted(wishes.skip_hours)),
            json.dumps(sorted(wishes.skip_days)),
            id,
        )

    async def failed(self, id: SourceId, reason: str, detail: str, *, stop: bool) -> None:
        await self._db.execute(
            "UPDATE source SET failures = failures + 1, last_error = ?, error_detail = ?,"
            " failing_since = coalesce(failing_since, ?),"
            " status = CASE WHEN ? THEN 'stopped' ELSE status END WHERE id = ?",
            *(reason, detail, to_ms(self._now()), stop, id),
        )

    async def untold(self, failures: int, since: datetime) -> list[Source]:
        """Those that fail, for so many readings or since then, of which nobody was told yet."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {READ} AND told_at IS NULL AND status = 'active'"
            " AND (failures >= ? OR failing_since <= ?) ORDER BY id",
            *(failures, to_ms(since)),
        )
        return [_source(row) for row in rows]

    async def troubled(self, failures: int, since: datetime) -> list[Source]:
        """Those that rooms follow and that fail for so many readings, or since then, or are gone
        for good."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {_FOLLOWED} AND failing_since IS NOT NULL"
            " AND (status = 'stopped' OR (status = 'active'"
            " AND (failures >= ? OR failing_since <= ?))) ORDER BY id",
            *(failures, to_ms(since)),
        )
        return [_source(row) for row in rows]

    async def gone(self) -> list[Source]:
        """Those that rooms follow and that are gone for good, of which nobody was told yet."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {_FOLLOWED} AND status = 'stopped' AND failing_since IS NOT NULL"
            " AND told_at IS NULL ORDER BY id"
        )
        return [_source(row) for row in rows]

    async def told(self, ids: Sequence[SourceId]) -> None:
        await self._db.execute(
            f"UPDATE source SET told_at = ? WHERE id IN ({marks(ids)})", to_ms(self._now()), *ids
        )

    # Who waits

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


def _ms(length: timedelta) -> int:
    return round(length.total_seconds() * 1000)
