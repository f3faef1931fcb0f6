"""When each source is read, how it went, and who knows of those that fail."""

import json
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from commonsbot.domain.ids import SourceId
from commonsbot.domain.pacing import Rhythm, Wishes
from commonsbot.domain.sources import Source, Validators
from commonsbot.store.connection import Connection, from_ms, marks, to_ms
from commonsbot.store.sources import SELECT, source_of

_FOLLOWED = """EXISTS (SELECT 1 FROM source_room JOIN room USING (room_id)
    WHERE source_id = source.id AND joined = 1)"""

_READ = f"""((status IN ('new', 'active') AND {_FOLLOWED})
    OR (status = 'proposed' AND EXISTS (SELECT 1 FROM source_request
        WHERE source_id = source.id)))"""
"""Sources worth reading: somebody is there to be told."""


class SourceReadings:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def due(self, limit: int, busy: Collection[str] = ()) -> list[Source]:
        """Those to read now, but on hosts that are `busy`, the longest due first."""
        rows = await self._db.fetch(
            f"{SELECT} WHERE {_READ} AND next_at <= ? AND host NOT IN ({marks(list(busy))})"
            " ORDER BY next_at LIMIT ?",
            to_ms(self._now()),
            *busy,
            limit,
        )
        return [source_of(row) for row in rows]

    async def next_due(self, busy: Collection[str] = ()) -> datetime | None:
        at = await self._db.value(
            f"SELECT min(next_at) FROM source WHERE {_READ} AND host NOT IN ({marks(list(busy))})",
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
            f"{SELECT} WHERE {_READ} AND told_at IS NULL AND status = 'active'"
            " AND (failures >= ? OR failing_since <= ?) ORDER BY id",
            *(failures, to_ms(since)),
        )
        return [source_of(row) for row in rows]

    async def troubled(self, failures: int, since: datetime) -> list[Source]:
        """Those that rooms follow and that fail for so many readings, or since then, or are gone
        for good."""
        rows = await self._db.fetch(
            f"{SELECT} WHERE {_FOLLOWED} AND failing_since IS NOT NULL"
            " AND (status = 'stopped' OR (status = 'active'"
            " AND (failures >= ? OR failing_since <= ?))) ORDER BY id",
            *(failures, to_ms(since)),
        )
        return [source_of(row) for row in rows]

    async def gone(self) -> list[Source]:
        """Those that rooms follow and that are gone for good, of which nobody was told yet."""
        rows = await self._db.fetch(
            f"{SELECT} WHERE {_FOLLOWED} AND status = 'stopped' AND failing_since IS NOT NULL"
            " AND told_at IS NULL ORDER BY id"
        )
        return [source_of(row) for row in rows]

    async def told(self, ids: Sequence[SourceId]) -> None:
        await self._db.execute(
            f"UPDATE source SET told_at = ? WHERE id IN ({marks(ids)})", to_ms(self._now()), *ids
        )


def _ms(length: timedelta) -> int:
    return round(length.total_seconds() * 1000)
