"""Which resources are to be confirmed, and which nobody confirmed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.resources import Kind
from commonsbot.domain.reviews import Patience, Review
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, Row, from_ms, marks, maybe_from_ms, to_ms

_BASE = "max(resource.updated_at, coalesce(confirmed_at, 0))"
"""From when it holds: it was written or confirmed then. What was asked before counts no more."""

_STALE = f"stale_at > {_BASE}"


class Reviews:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def due(
        self, intervals: Mapping[Kind, timedelta], patience: Patience, limit: int = 500
    ) -> list[Review]:
        """Those due or soon due, of authors who may be asked now; the longest due first."""
        cases = " ".join("WHEN ? THEN ?" for _ in intervals)
        lengths = [part for kind, held in intervals.items() for part in (kind, _ms(held))]
        shortest = min(map(_ms, intervals.values()))
        until = to_ms(self._now() + patience.ahead)
        rested = to_ms(self._now() - patience.between)
        rows = await self._db.fetch(
            f"SELECT id, due, CASE WHEN asked_at > base THEN asked_at END,"
            " CASE WHEN asked_at > base THEN times ELSE 0 END FROM ("
            f" SELECT resource.id, {_BASE} AS base, asked_at, coalesce(times, 0) AS times,"
            f" {_BASE} + CASE kind {cases} END AS due"
            " FROM resource LEFT JOIN review ON resource_id = resource.id"
            f" WHERE status = 'published' AND updated_at <= ? AND NOT coalesce({_STALE}, 0)"
            " AND coalesce(author, '') NOT IN (SELECT author FROM review"
            " JOIN resource ON resource.id = resource_id WHERE asked_at > ? AND author > ''))"
            " WHERE due <= ? ORDER BY due, id LIMIT ?",
            *(*lengths, until - shortest, rested, until, limit),
        )
        return [_review(row) for row in rows]

    async def asked(self, resources: Sequence[ResourceId]) -> None:
        """Their author was asked now, once more."""
        now = to_ms(self._now())
        await self._db.execute(
            "INSERT INTO review (resource_id, asked_at, times)"
            f" SELECT id, ?, 1 FROM resource WHERE id IN ({marks(resources)})"
            " ON CONFLICT (resource_id) DO UPDATE SET asked_at = excluded.asked_at, times ="
            " CASE WHEN asked_at > (SELECT max(updated_at, coalesce(confirmed_at, 0))"
            " FROM resource WHERE id = resource_id) THEN times + 1 ELSE 1 END",
            *(now, *resources),
        )

    async def confirm(self, resources: Sequence[ResourceId]) -> None:
        """They still hold."""
        await self._db.execute_many(
            "INSERT INTO review (resource_id, confirmed_at) VALUES (?, ?)"
            " ON CONFLICT (resource_id) DO UPDATE SET confirmed_at = excluded.confirmed_at",
            [(id, to_ms(self._now())) for id in resources],
        )

    async def leave(self, resources: Sequence[ResourceId]) -> None:
        """Nobody could say: their cards say so."""
        await self._db.execute_many(
            "INSERT INTO review (resource_id, stale_at) VALUES (?, ?)"
            " ON CONFLICT (resource_id) DO UPDATE SET stale_at = excluded.stale_at",
            [(id, to_ms(self._now())) for id in resources],
        )

    async def stale_since(self, resource: ResourceId) -> datetime | None:
        """Since when it is to be checked. Who asks must be allowed to read the resource."""
        return maybe_from_ms(
            await self._db.value(
                "SELECT stale_at FROM review JOIN resource ON resource.id = resource_id"
                f" WHERE resource_id = ? AND {_STALE}",
                resource,
            )
        )

    async def stale(self, reader: Reader, limit: int) -> list[ResourceId]:
        """Those `reader` may see that are to be checked, the longest first."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            "SELECT resource.id FROM review JOIN resource ON resource.id = resource_id"
            f" WHERE stale_at IS NOT NULL AND {_STALE} AND {condition}"
            " ORDER BY stale_at, resource.id LIMIT ?",
            *(*values, limit),
        )
        return [ResourceId(row[0]) for row in rows]


def _ms(length: timedelta) -> int:
    return round(length.total_seconds() * 1000)


def _review(row: Row) -> Review:
    return Review(
        resource=ResourceId(row[0]),
        due=from_ms(row[1]),
        asked_at=maybe_from_ms(row[2]),
        times=row[3],
    )
