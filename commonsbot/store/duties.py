"""What is to be done for a resource at a moment, once."""

from collections.abc import Callable
from datetime import datetime

from commonsbot.domain.ids import ResourceId
from commonsbot.store.connection import Connection, maybe_from_ms, to_ms


class Duties:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def plan(self, resource: ResourceId, kind: str, at: datetime) -> None:
        """A resource has one duty of a kind: a later plan takes the place of the one before."""
        await self._db.execute(
            "INSERT INTO duty (resource_id, kind, due_at) VALUES (?, ?, ?)"
            " ON CONFLICT (resource_id, kind) DO UPDATE SET due_at = excluded.due_at",
            *(resource, kind, to_ms(at)),
        )

    async def due(self, kind: str, limit: int = 50) -> list[ResourceId]:
        rows = await self._db.fetch(
            "SELECT resource_id FROM duty WHERE kind = ? AND due_at <= ?"
            " ORDER BY due_at, resource_id LIMIT ?",
            *(kind, to_ms(self._now()), limit),
        )
        return [ResourceId(row[0]) for row in rows]

    async def next_at(self) -> datetime | None:
        """When the earliest is due; None when there is none."""
        return maybe_from_ms(await self._db.value("SELECT min(due_at) FROM duty"))

    async def done(self, resource: ResourceId, kind: str) -> None:
        await self._db.execute(
            "DELETE FROM duty WHERE resource_id = ? AND kind = ?", resource, kind
        )
