"""Who thanked for what: shown as a count on the card, never as a ranking of people."""

from collections.abc import Callable
from datetime import datetime

from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.store.connection import Connection, to_ms


class Thanks:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def add(self, resource: ResourceId, user: UserId) -> bool:
        """False when this member had already thanked for it."""
        rows = await self._db.fetch(
            "INSERT INTO thanks (resource_id, user_id, at) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING RETURNING 1",
            resource,
            user,
            to_ms(self._now()),
        )
        return bool(rows)
