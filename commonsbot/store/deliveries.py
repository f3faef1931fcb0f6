"""The way of each item to each room: what is done with it, and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonsbot.domain.ids import NewsId, RoomId, SourceId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.posting import Delivery, Mode, Posting, Waiting
from commonsbot.domain.sightings import Story
from commonsbot.store.connection import Connection, Row, from_ms, marks, maybe_from_ms, to_ms
from commonsbot.store.news import COLUMNS, item
from commonsbot.store.signals import Signals

_ITEMS = f"""SELECT {COLUMNS}, delivery.id FROM delivery JOIN news ON news.id = news_id
    JOIN source ON source.id = news.source_id"""


@dataclass(frozen=True, slots=True)
class Told:
    """What became of an item in a room, for its moderators."""

    item: NewsItem
    fate: str
    """`Fate`."""
    handed: str
    """`Handed`; "" where it never was on its way."""
    why: str
    state: str
    """Of its message: queued, sent, refused …; "" without one."""
    at: datetime


class Deliveries:
    def __init__(self, db: Connection, signals: Signals, now: Callable[[], datetime]) -> None:
        self._db = db
        self._signals = signals
        self._now = now

    async def add_all(self, deliveries: Sequence[Delivery]) -> None:
        """One for each item and room: what is there already stays."""
        now = to_ms(self._now())
        await self._db.execute_many(
            "INSERT INTO delivery (news_id, room_id, handed, why, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [(one.item, one.room, one.handed, one.why, now) for one in deliveries],
        )
        self._signals.delivered |= bool(deliveries)

    async def stories(
        self, room: RoomId, but: SourceId, since: datetime, near: datetime
    ) -> list[Story]:
        """What other sources brought to the room since then; since `near` known by their titles
        too."""
        rows = await self._db.fetch(
            "SELECT news.id, title, link, seen_at FROM delivery JOIN news ON news.id = news_id"
            " WHERE room_id = ? AND at >= ? AND source_id <> ?"
            " AND handed IN ('waiting', 'queued', 'letter') ORDER BY at DESC LIMIT 1000",
            *(room, to_ms(since), but),
        )
        limit = to_ms(near)
        return [Story(NewsId(id), title, link, at >= limit) for id, title, link, at in rows]

    async def waiting(self) -> list[Waiting]:
        """What waits in the rooms that are served, by how it is to be posted."""
        rows = await self._db.fetch(
            "SELECT delivery.room_id, mode, every, min(delivery.at) FROM delivery"
            " JOIN news ON news.id = news_id JOIN source_room USING (source_id, room_id)"
            " JOIN room ON room.room_id = delivery.room_id"
            " WHERE handed = 'waiting' AND joined = 1 GROUP BY delivery.room_id, mode, every"
        )
        return [
            Waiting(RoomId(room), Posting(Mode(mode), timedelta(milliseconds=every)), from_ms(at))
            for room, mode, every, at in rows
        ]

    async def oldest(
        self, room: RoomId, postings: Sequence[Posting], limit: int
    ) -> list[tuple[int, NewsItem]]:
        """The items of these sorts that wait in the room, oldest first, with their delivery."""
        either = " OR ".join("(mode = ? AND every = ?)" for _ in postings)
        values = [v for p in postings for v in (p.mode, round(p.every.total_seconds() * 1000))]
        rows = await self._db.fetch(
            f"{_ITEMS} JOIN source_room USING (source_id, room_id)"
            f" WHERE delivery.room_id = ? AND handed = 'waiting' AND ({either})"
            " ORDER BY delivery.id LIMIT ?",
            *(room, *values, limit),
        )
        return [(row[-1], item(row)) for row in rows]

    async def queued(self, ids: Sequence[int], key: str) -> None:
        """They are in the message of that key."""
        await self._db.execute(
            f"UPDATE delivery SET handed = 'queued', key = ?, at = ? WHERE id IN ({marks(ids)})",
            *(key, to_ms(self._now()), *ids),
        )

    async def to_letter(self, room: RoomId) -> None:
        """What waits of sources that the room now wants in its letter only."""
        await self._db.execute(
            "UPDATE delivery SET handed = 'letter' WHERE room_id = ? AND handed = 'waiting'"
            " AND EXISTS (SELECT 1 FROM news JOIN source_room USING (source_id)"
            " WHERE news.id = news_id AND source_room.room_id = delivery.room_id"
            " AND mode = 'letter')",
            room,
        )

    async def take_restated(self, limit: int) -> list[NewsId]:
        """Items that read otherwise since messages told of them; each is given once."""
        rows = await self._db.fetch(
            "UPDATE news SET restated = 0 WHERE id IN (SELECT id FROM news WHERE restated = 1"
            " ORDER BY id LIMIT ?) RETURNING id",
            limit,
        )
        return [NewsId(row[0]) for row in rows]

    async def any_restated(self) -> bool:
        return await self._db.value("SELECT 1 FROM news WHERE restated = 1 LIMIT 1") is not None

    async def messages_with(
        self, items: Sequence[NewsId], since: datetime
    ) -> list[tuple[RoomId, str]]:
        """The messages since then that have one of these items: where each is, and its key."""
        rows = await self._db.fetch(
            f"SELECT DISTINCT room_id, key FROM delivery WHERE news_id IN ({marks(items)})"
            " AND key IS NOT NULL AND at >= ?",
            *(*items, to_ms(since)),
        )
        return [(RoomId(room), key) for room, key in rows]

    async def of_message(self, key: str) -> list[NewsItem]:
        """The items of a message, oldest first."""
        rows = await self._db.fetch(f"{_ITEMS} WHERE key = ? ORDER BY delivery.id", key)
        return [item(row) for row in rows]

    async def journal(self, source: SourceId, room: RoomId, limit: int) -> list[Told]:
        """What became of the last items of the source in the room, newest first."""
        rows = await self._db.fetch(
            f"SELECT {COLUMNS}, fate, coalesce(handed, ''), coalesce(why, ''),"
            " coalesce(outbox.state, ''), coalesce(done_at, delivery.at, seen_at) FROM news"
            " JOIN source ON source.id = news.source_id"
            " LEFT JOIN delivery ON news_id = news.id AND delivery.room_id = ?"
            " LEFT JOIN outbox ON outbox.key = delivery.key"
            " WHERE news.source_id = ? ORDER BY news.id DESC LIMIT ?",
            *(room, source, limit),
        )
        return [_told(row) for row in rows]

    async def last_posted(self, source: SourceId, room: RoomId) -> datetime | None:
        """When the room last heard of something of the source."""
        at = await self._db.value(
            "SELECT max(done_at) FROM delivery JOIN news ON news.id = news_id"
            " JOIN outbox USING (key) WHERE source_id = ? AND delivery.room_id = ?"
            " AND state = 'sent'",
            *(source, room),
        )
        return maybe_from_ms(at)


def _told(row: Row) -> Told:
    *columns, fate, handed, why, state, at = row
    return Told(item(columns), fate, handed, why, state, from_ms(at))
