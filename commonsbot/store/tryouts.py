"""Addresses that somebody wants to see read, before any room follows them."""

from collections.abc import Sequence

from commonsbot.domain.ids import EventId
from commonsbot.domain.sources import Tryout
from commonsbot.store.connection import Connection
from commonsbot.store.sources import request_of


class Tryouts:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def add(self, tryout: Tryout) -> None:
        request = tryout.request
        await self._db.execute(
            "INSERT INTO source_tryout (event_id, url, room_id, user_id, thread)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            *(request.event, tryout.url, request.room, request.user, request.thread),
        )

    async def waiting(self) -> Sequence[Tryout]:
        rows = await self._db.fetch(
            "SELECT url, room_id, user_id, event_id, thread FROM source_tryout"
        )
        return [Tryout(url=url, request=request_of(who)) for url, *who in rows]

    async def take(self, event: EventId) -> bool:
        """It is answered, and nothing of it is kept. False when it was already, or forgotten."""
        rows = await self._db.fetch(
            "DELETE FROM source_tryout WHERE event_id = ? RETURNING 1", event
        )
        return bool(rows)
