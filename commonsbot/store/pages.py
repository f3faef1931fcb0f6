"""Where somebody's last search in a room stands, for `!plus`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.store.connection import Connection, to_ms

KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Page:
    query: str
    """As typed."""
    start: int
    """How many results were shown."""


class Pages:
    """One search a person and room: the last."""

    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def turn(self, user: UserId, room: RoomId, page: Page) -> None:
        """From now on `page` is the next one."""
        await self._db.execute(
            "INSERT INTO search_page (user_id, room_id, query, start, expires_at)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (user_id, room_id) DO UPDATE SET"
            " query = excluded.query, start = excluded.start, expires_at = excluded.expires_at",
            *(user, room, page.query, page.start, to_ms(self._now() + KEPT_FOR)),
        )

    async def next(self, user: UserId, room: RoomId) -> Page | None:
        row = await self._db.fetch_one(
            "SELECT query, start FROM search_page"
            " WHERE user_id = ? AND room_id = ? AND expires_at > ?",
            *(user, room, to_ms(self._now())),
        )
        return Page(row[0], row[1]) if row else None

    async def prune(self) -> None:
        await self._db.execute("DELETE FROM search_page WHERE expires_at <= ?", to_ms(self._now()))
