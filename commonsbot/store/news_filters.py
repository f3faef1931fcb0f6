"""What each room wants to read of its sources."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from commonsbot.domain.ids import RoomId, SourceId, UserId
from commonsbot.domain.news_filters import Filterable, NewsFilter, passes
from commonsbot.store.connection import Connection, to_ms

ALL = SourceId(0)
"""Stands for every source of a room."""

_filter = msgspec.json.Decoder(NewsFilter)


class NewsFilters:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def of(self, room: RoomId, source: SourceId) -> tuple[NewsFilter, ...]:
        """Those that an item of the source must all pass to be told of in the room."""
        rows = await self._db.fetch(
            "SELECT filter FROM news_filter WHERE room_id = ? AND source_id IN (0, ?)"
            " ORDER BY source_id",
            *(room, source),
        )
        return tuple(_filter.decode(row[0]) for row in rows)

    async def of_room(self, room: RoomId) -> dict[SourceId, NewsFilter]:
        """All of them; that of `ALL` holds for every source beside its own."""
        rows = await self._db.fetch(
            "SELECT source_id, filter FROM news_filter WHERE room_id = ?", room
        )
        return {SourceId(id): _filter.decode(written) for id, written in rows}

    async def lets_through(self, room: RoomId, source: SourceId, item: Filterable) -> bool:
        """Whether the room wants to read `item` of the source."""
        return all(passes(one, item) for one in await self.of(room, source))

    async def get(self, room: RoomId, source: SourceId) -> NewsFilter:
        """The filter of that source alone, or of `ALL`."""
        written = await self._db.value(
            "SELECT filter FROM news_filter WHERE room_id = ? AND source_id = ?", room, source
        )
        return _filter.decode(written) if written else NewsFilter()

    async def put(self, room: RoomId, source: SourceId, filter: NewsFilter, by: UserId) -> None:
        """An empty filter takes away the one there was."""
        if filter.is_empty:
            await self._db.execute(
                "DELETE FROM news_filter WHERE room_id = ? AND source_id = ?", room, source
            )
            return
        await self._db.execute(
            "INSERT INTO news_filter (room_id, source_id, filter, by_user, at)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (room_id, source_id) DO UPDATE SET"
            " filter = excluded.filter, by_user = excluded.by_user, at = excluded.at",
            *(room, source, msgspec.json.encode(filter).decode(), by, to_ms(self._now())),
        )
