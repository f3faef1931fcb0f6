"""What members share."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId
from commonsbot.domain.resources import Draft, Kind, Resource, Status
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, Row, from_ms, marks, to_ms
from commonsbot.store.index import Index

_SELECT = """SELECT id, title, text, links, kind, audience, status, author, room_id, event_id,
    created_at,
    (SELECT json_group_array(name) FROM (SELECT theme.name FROM resource_theme
        JOIN theme ON theme.id = theme_id WHERE resource_id = resource.id ORDER BY theme.name)),
    (SELECT count(*) FROM thanks WHERE resource_id = resource.id)
    FROM resource"""


class Resources:
    def __init__(self, db: Connection, index: Index, now: Callable[[], datetime]) -> None:
        self._db = db
        self._index = index
        self._now = now

    async def add(
        self,
        draft: Draft,
        *,
        audience: Audience,
        author: UserId | None = None,
        room: RoomId | None = None,
        event: EventId | None = None,
        origin: str | None = None,
    ) -> ResourceId:
        """Keeps and indexes `draft` as published; numbers are never used twice."""
        now = to_ms(self._now())
        id = ResourceId(
            await self._db.value(
                "INSERT INTO resource (title, text, links, kind, audience, status, author,"
                " room_id, event_id, origin, created_at, updated_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                draft.title,
                draft.text,
                json.dumps(draft.links, ensure_ascii=False),
                draft.kind,
                audience,
                Status.PUBLISHED,
                author,
                room,
                event,
                origin,
                now,
                now,
            )
        )
        if draft.themes:
            await self._set_themes(id, draft.themes)
        await self._index.put(id, draft.title, draft.themes, draft.text)
        return id

    async def _set_themes(self, id: ResourceId, themes: Sequence[str]) -> None:
        await self._db.execute_many(
            "INSERT INTO theme (name) VALUES (?) ON CONFLICT DO NOTHING", [(t,) for t in themes]
        )
        await self._db.execute(
            "INSERT INTO resource_theme (resource_id, theme_id)"
            f" SELECT ?, id FROM theme WHERE name IN ({marks(themes)})",
            id,
            *themes,
        )

    async def imported(self, origin: str) -> bool:
        """Whether content of this origin is already here."""
        found = await self._db.value("SELECT 1 FROM resource WHERE origin = ?", origin)
        return found is not None

    async def get(self, id: ResourceId, reader: Reader) -> Resource | None:
        """The resource, if it is published and `reader` may see it."""
        condition, values = readable(reader)
        row = await self._db.fetch_one(f"{_SELECT} WHERE id = ? AND {condition}", id, *values)
        return _resource(row) if row else None

    async def several(self, ids: Sequence[ResourceId], reader: Reader) -> list[Resource]:
        """Those of `ids` that `reader` may see, in that order."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE id IN ({marks(ids)}) AND {condition}", *ids, *values
        )
        found = {resource.id: resource for resource in map(_resource, rows)}
        return [found[id] for id in ids if id in found]

    async def recent(self, reader: Reader, limit: int) -> list[Resource]:
        condition, values = readable(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {condition} ORDER BY created_at DESC, id DESC LIMIT ?",
            *values,
            limit,
        )
        return [_resource(row) for row in rows]

    async def shared_between(
        self, since: datetime, until: datetime, reader: Reader
    ) -> list[Resource]:
        """Shared by members in the period, newest first; imported content is not news."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {condition} AND origin IS NULL AND created_at >= ?"
            " AND created_at < ? ORDER BY created_at DESC, id DESC",
            *values,
            to_ms(since),
            to_ms(until),
        )
        return [_resource(row) for row in rows]

    async def thanked_between(
        self, since: datetime, until: datetime, reader: Reader, limit: int
    ) -> list[Resource]:
        """Those thanked for in the period, the most thanked first."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            f"{_SELECT} JOIN (SELECT resource_id, count(*) AS fresh FROM thanks"
            " WHERE at >= ? AND at < ? GROUP BY resource_id) ON resource_id = resource.id"
            f" WHERE {condition} ORDER BY fresh DESC, id DESC LIMIT ?",
            to_ms(since),
            to_ms(until),
            *values,
            limit,
        )
        return [_resource(row) for row in rows]

    async def count(self, reader: Reader) -> int:
        condition, values = readable(reader)
        return int(
            await self._db.value(f"SELECT count(*) FROM resource WHERE {condition}", *values)
        )

    async def take_out(self, id: ResourceId, status: Status) -> None:
        """No read finds it any more; the row stays, with its number."""
        await self._db.execute(
            "UPDATE resource SET status = ?, updated_at = ? WHERE id = ?",
            status,
            to_ms(self._now()),
            id,
        )
        await self._index.drop(id)


def _resource(row: Row) -> Resource:
    return Resource(
        id=ResourceId(row[0]),
        title=row[1],
        text=row[2],
        links=tuple(json.loads(row[3])),
        kind=Kind(row[4]),
        audience=Audience(row[5]),
        status=Status(row[6]),
        author=row[7],
        room=row[8],
        event=row[9],
        created_at=from_ms(row[10]),
        themes=tuple(json.loads(row[11])),
        thanks=row[12],
    )
