"""Every state of a resource, who made it so, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.resources import Draft
from commonsbot.store import drafts
from commonsbot.store.connection import Connection, from_ms, to_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    number: int
    """From 1, the first state."""
    draft: Draft
    editor: UserId | None
    why: str
    at: datetime


class Revisions:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def add(self, resource: ResourceId, draft: Draft, editor: UserId | None, why: str) -> int:
        """Keeps `draft` as the resource's state from now on; its number."""
        return int(
            await self._db.value(
                "INSERT INTO revision (resource_id, number, content, editor, why, at)"
                " SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5"
                " FROM revision WHERE resource_id = ?1 RETURNING number",
                *(resource, drafts.encode(draft), editor, why, to_ms(self._now())),
            )
        )

    async def rewrite(self, resource: ResourceId, number: int, draft: Draft) -> None:
        """An earlier state is to be read otherwise from now on."""
        await self._db.execute(
            "UPDATE revision SET content = ? WHERE resource_id = ? AND number = ?",
            *(drafts.encode(draft), resource, number),
        )

    async def last(self, resource: ResourceId) -> int:
        """The number of the present state."""
        found = await self._db.value(
            "SELECT max(number) FROM revision WHERE resource_id = ?", resource
        )
        return int(found or 0)

    async def of(self, resource: ResourceId) -> list[Revision]:
        """Oldest first. Who asks must be allowed to read the resource."""
        rows = await self._db.fetch(
            "SELECT number, content, editor, why, at FROM revision WHERE resource_id = ?"
            " ORDER BY number",
            resource,
        )
        return [
            Revision(
                number=row[0],
                draft=drafts.decode(row[1]),
                editor=row[2],
                why=row[3],
                at=from_ms(row[4]),
            )
            for row in rows
        ]
