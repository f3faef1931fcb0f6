"""Which resource took the place of which; nothing is lost, so it can be undone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.resources import Status
from commonsbot.domain.signing import Signature
from commonsbot.store.connection import Connection, marks, to_ms
from commonsbot.store.index import Index

_GIVEN = ("thanks", "useful", "trial")
"""What members give to a resource. A row knows the resource it was first given to."""


@dataclass(frozen=True, slots=True)
class Absorbed:
    """A resource that was merged into another."""

    id: ResourceId
    author: UserId | None
    signed: Signature
    into: ResourceId


class Merges:
    def __init__(self, db: Connection, index: Index, now: Callable[[], datetime]) -> None:
        self._db = db
        self._index = index
        self._now = now

    async def merge(self, id: ResourceId, into: ResourceId) -> None:
        """`id` points to `into` from now on, which gets what members gave to it.

        Who gave to both counts once, and nobody thanks themselves.
        """
        await self._index.drop(id)
        await self._db.execute(
            "UPDATE resource SET status = ?, merged_into = ?, updated_at = ? WHERE id = ?",
            *(Status.MERGED, into, to_ms(self._now()), id),
        )
        author = await self._db.value("SELECT author FROM resource WHERE id = ?", into)
        for table in _GIVEN:
            await self._db.execute(
                f"UPDATE OR IGNORE {table} SET resource_id = ?,"
                " original_id = coalesce(original_id, resource_id)"
                " WHERE resource_id = ? AND user_id IS NOT ?",
                *(into, id, author),
            )

    async def split(self, id: ResourceId, root: ResourceId) -> None:
        """`id` stands alone again, with what was given to it and to those merged into it."""
        await self._db.execute(
            "UPDATE resource SET status = ?, merged_into = NULL, updated_at = ? WHERE id = ?",
            *(Status.PUBLISHED, to_ms(self._now()), id),
        )
        own = [id, *(one.id for one in await self.absorbed_by(id))]
        for table in _GIVEN:
            await self._db.execute(
                f"UPDATE OR IGNORE {table} SET resource_id = ?,"
                " original_id = nullif(original_id, ?)"
                f" WHERE resource_id = ? AND original_id IN ({marks(own)})",
                *(id, id, root, *own),
            )

    async def absorbed_by(self, id: ResourceId) -> list[Absorbed]:
        """Those whose place `id` took, some by way of others; oldest first."""
        rows = await self._db.fetch(
            "WITH RECURSIVE part (id) AS (SELECT id FROM resource WHERE merged_into = ?"
            " UNION SELECT resource.id FROM resource JOIN part ON merged_into = part.id)"
            " SELECT id, author, signed, merged_into FROM part JOIN resource USING (id)"
            " ORDER BY id",
            id,
        )
        return [Absorbed(ResourceId(row[0]), row[1], row[2], ResourceId(row[3])) for row in rows]
