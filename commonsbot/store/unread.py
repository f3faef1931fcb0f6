"""Encrypted messages that came before their key, as the homeserver gave them."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.store.connection import Connection, to_ms

MOST = 500
KEPT_FOR = timedelta(days=1)
"""A key that has not come by then will not: nobody keeps trying to send it."""


class Unread:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def keep(self, room: RoomId, event: EventId, source: Mapping[str, Any]) -> None:
        """Keeps one that may become readable; the same one twice is one."""
        await self._db.execute(
            "INSERT INTO unread (event_id, room_id, source, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            *(event, room, json.dumps(source), to_ms(self._now())),
        )

    async def prune(self) -> None:
        """Forgets those older than a day, and all but the last 500."""
        await self._db.execute(
            "DELETE FROM unread WHERE at < ? OR event_id NOT IN"
            " (SELECT event_id FROM unread ORDER BY at DESC, event_id LIMIT ?)",
            *(to_ms(self._now() - KEPT_FOR), MOST),
        )

    async def all(self) -> list[tuple[RoomId, dict[str, Any]]]:
        """Room and event of each, as they came."""
        rows = await self._db.fetch("SELECT room_id, source FROM unread ORDER BY at, event_id")
        return [(RoomId(room), json.loads(source)) for room, source in rows]

    async def forget(self, event: EventId) -> None:
        await self._db.execute("DELETE FROM unread WHERE event_id = ?", event)
