"""What members want to hear of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from commonsbot.domain.ids import NewsId, RoomId, UserId
from commonsbot.store.connection import Connection, Row, to_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    id: int
    user: UserId
    room: RoomId
    """Where it was asked for, and where it is answered."""
    theme: str | None
    query: str
    """Words to search, where it is no theme."""
    seen: int
    """The last resource it took into account, in the order in which they appeared."""
    news_seen: NewsId
    """And the last item of the news."""

    @property
    def shown(self) -> str:
        return f"#{self.theme}" if self.theme else self.query


_SELECT = "SELECT id, user_id, room_id, theme, query, seen, news_seen FROM follow"


class Follows:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def add(self, user: UserId, room: RoomId, theme: str | None, query: str) -> bool:
        """From now on; False when it was followed there already."""
        rows = await self._db.fetch(
            "INSERT INTO follow (user_id, room_id, theme, query, at, seen, news_seen)"
            " SELECT ?, ?, ?, ?, ?, coalesce(max(appeared), 0),"
            " (SELECT coalesce(max(id), 0) FROM news) FROM resource WHERE true"
            " ON CONFLICT DO NOTHING RETURNING id",
            *(user, room, theme, query, to_ms(self._now())),
        )
        return bool(rows)

    async def of(self, user: UserId, room: RoomId) -> list[Follow]:
        """In the order they were asked for: shown as 1, 2, 3."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE user_id = ? AND room_id = ? ORDER BY id", user, room
        )
        return [_follow(row) for row in rows]

    async def remove(self, id: int) -> None:
        await self._db.execute("DELETE FROM follow WHERE id = ?", id)

    async def due(self, told_before: datetime) -> list[Follow]:
        """Those not told of since then, in rooms the bot is in, where something is new."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE coalesce(told_at, 0) < ?"
            " AND (seen < (SELECT coalesce(max(appeared), 0) FROM resource)"
            " OR news_seen < (SELECT coalesce(max(id), 0) FROM news))"
            " AND room_id IN (SELECT room_id FROM room WHERE joined = 1) ORDER BY user_id, id",
            to_ms(told_before),
        )
        return [_follow(row) for row in rows]

    async def up_to_date(self, id: int, seen: int, news_seen: NewsId, *, told: bool) -> None:
        await self._db.execute(
            "UPDATE follow SET seen = ?, news_seen = ?,"
            " told_at = CASE WHEN ? THEN ? ELSE told_at END WHERE id = ?",
            *(seen, news_seen, told, to_ms(self._now()), id),
        )


def _follow(row: Row) -> Follow:
    return Follow(
        id=row[0],
        user=UserId(row[1]),
        room=RoomId(row[2]),
        theme=row[3],
        query=row[4],
        seen=row[5],
        news_seen=NewsId(row[6]),
    )
