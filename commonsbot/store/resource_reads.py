"""What members share, as it is read."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from commonsbot.domain import urls
from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.facets import Body, Budget, Channel, Facets, Population
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Kind, Resource, Status
from commonsbot.store import drafts
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, Row, from_ms, marks, maybe_from_ms, to_ms
from commonsbot.store.mentions import digest
from commonsbot.store.themes import key_of

_SELECT = """SELECT id, title, text, links, kind, audience, status, author, room_id, event_id,
    created_at, made_by, updated_at, licence, consent_at, body, population, budget, channel,
    sections, files, merged_into, signed,
    (SELECT json_group_array(json_array(name, recognised)) FROM (SELECT theme.name, recognised
        FROM resource_theme JOIN theme ON theme.id = theme_id WHERE resource_id = resource.id
        ORDER BY theme.name)),
    (SELECT count(*) FROM thanks WHERE resource_id = resource.id),
    (SELECT count(*) FROM useful WHERE resource_id = resource.id)
    FROM resource"""


class ResourceReads:
    """The half of `Resources` that changes nothing."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def get(
        self, id: ResourceId, reader: Reader, status: Status = Status.PUBLISHED
    ) -> Resource | None:
        """The resource, if it is published and `reader` may see it."""
        condition, values = readable(reader, status=status)
        row = await self._db.fetch_one(f"{_SELECT} WHERE id = ? AND {condition}", id, *values)
        return _resource(row) if row else None

    async def current(self, id: ResourceId, reader: Reader) -> Resource | None:
        """What `get` gives, of the one it was merged into where there is one."""
        seen = set()
        while (found := await self.get(id, reader)) is None:
            seen.add(id)
            into = await self._db.value("SELECT merged_into FROM resource WHERE id = ?", id)
            if into is None or into in seen:  # an import may bring anything
                return None
            id = ResourceId(into)
        return found

    async def at(self, id: ResourceId) -> Resource | None:
        """The resource in any state, for the bot's own work: never to be shown without `get`."""
        row = await self._db.fetch_one(f"{_SELECT} WHERE id = ?", id)
        return _resource(row) if row else None

    async def after(self, last: ResourceId, limit: int) -> list[Resource]:
        """Those of the next numbers, in any state; like `at`, never to be shown as they are."""
        rows = await self._db.fetch(f"{_SELECT} WHERE id > ? ORDER BY id LIMIT ?", last, limit)
        return [_resource(row) for row in rows]

    async def of_event(self, event: EventId) -> Resource | None:
        """What was made of the message `event`, or asked for by it, in any state.

        Like `at`, never to be shown as it is.
        """
        row = await self._db.fetch_one(
            f"{_SELECT} WHERE event_id = ?1 OR made_by = ?1 OR source_digest = ?2",
            *(event, digest(event)),
        )
        return _resource(row) if row else None

    async def told_by(self, message: EventId) -> Resource | None:
        """What the bot's own `message` said was kept. Like `at`, never to be shown as it is."""
        asked = await self._db.value(
            "SELECT substr(key, 8) FROM outbox WHERE event_id = ? AND key LIKE 'answer:%'", message
        )
        return await self.of_event(EventId(asked)) if asked else None

    async def last_shared(self, author: UserId, room: RoomId) -> Resource | None:
        """What `author` shared last in `room` and has not taken back."""
        row = await self._db.fetch_one(
            f"{_SELECT} WHERE author = ? AND room_id = ? AND status IN ('published', 'pending')"
            " ORDER BY created_at DESC, id DESC LIMIT 1",
            *(author, room),
        )
        return _resource(row) if row else None

    async def pending(self, room: RoomId | None, limit: int) -> list[Resource]:
        """Those that wait for a moderator, the oldest first: all of them, or those of `room`.

        For who moderates, and for nobody else.
        """
        rows = await self._db.fetch(
            f"{_SELECT} WHERE status = 'pending' AND (? IS NULL OR room_id = ?)"
            " ORDER BY created_at, id LIMIT ?",
            *(room, room, limit),
        )
        return [_resource(row) for row in rows]

    async def linking(self, link: str, reader: Reader, limit: int = 20) -> list[Resource]:
        """Those `reader` may see that have this link, however it is written. Oldest first."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            f"{_SELECT} JOIN resource_link ON resource_id = id AND cleaned = ?"
            f" WHERE {condition} ORDER BY id LIMIT ?",
            *(urls.clean(link), *values, limit),
        )
        return [_resource(row) for row in rows]

    async def several(self, ids: Sequence[ResourceId], reader: Reader) -> list[Resource]:
        """Those of `ids` that `reader` may see, in that order."""
        if not ids:
            return []  # SQLite would look through them all
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

    async def newest(self) -> int:
        """The last one to appear, counted in that order; 0 before the first."""
        return int(await self._db.value("SELECT coalesce(max(appeared), 0) FROM resource"))

    async def with_theme_since(self, theme: str, after: int, reader: Reader) -> list[Resource]:
        """Those of the theme, by any of its names, that appeared after `after`, newest first."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {condition} AND appeared > ? AND id IN (SELECT resource_id"
            " FROM resource_theme WHERE theme_id ="
            " (SELECT theme_id FROM theme_name WHERE key = ?)) ORDER BY appeared DESC LIMIT 50",
            *(*values, after, key_of(theme)),
        )
        return [_resource(row) for row in rows]

    async def shared_between(
        self, since: datetime, until: datetime, reader: Reader, limit: int
    ) -> list[Resource]:
        """The last ones shared by members in the period, newest first, questions excepted;
        imported content is not news."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            # The + keeps SQLite from the index on origin: nearly all have none.
            f"{_SELECT} WHERE {condition} AND +origin IS NULL AND kind <> 'question'"
            " AND created_at >= ? AND created_at < ? ORDER BY created_at DESC, id DESC LIMIT ?",
            *(*values, to_ms(since), to_ms(until), limit),
        )
        return [_resource(row) for row in rows]

    async def still_good(
        self, ids: Sequence[ResourceId], before: datetime, reader: Reader
    ) -> list[Resource]:
        """Those of `ids`, in that order, that `reader` may see and may have forgotten: shared
        before that moment or never announced, as what was imported, and not known to be stale.
        """
        rows = await self._db.fetch(
            f"SELECT id FROM resource WHERE id IN ({marks(ids)})"
            " AND kind NOT IN ('question', 'test') AND (origin IS NOT NULL OR created_at < ?)"
            " AND id NOT IN (SELECT resource_id FROM review WHERE stale_at IS NOT NULL)",
            *(*ids, to_ms(before)),
        )
        kept = {row[0] for row in rows}
        return await self.several([id for id in ids if id in kept], reader)

    async def count(self, reader: Reader) -> int:
        condition, values = readable(reader)
        return int(
            await self._db.value(f"SELECT count(*) FROM resource WHERE {condition}", *values)
        )


def _resource(row: Row) -> Resource:
    themes = json.loads(row[23])
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
        made_by=row[11],
        updated_at=from_ms(row[12]),
        licence=Licence(row[13]),
        consent_at=maybe_from_ms(row[14]),
        facets=facets_of(*row[15:19]),
        sections=drafts.sections(row[19]),
        files=drafts.files(row[20]),
        merged_into=row[21],
        signed=row[22],
        themes=tuple(name for name, _ in themes),
        recognised=tuple(name for name, recognised in themes if recognised),
        thanks=row[24],
        useful=row[25],
    )


def facets_of(body: Any, population: Any, budget: Any, channel: Any) -> Facets:
    """From the columns of the same names."""
    return Facets(
        body=None if body is None else Body(body),
        population=None if population is None else Population(population),
        budget=None if budget is None else Budget(budget),
        channel=None if channel is None else Channel(channel),
    )
