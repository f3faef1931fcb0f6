"""Room keys that other people's devices refused to the bot's, and why."""

from collections.abc import Callable
from datetime import datetime, timedelta

from commonsbot.domain.refusals import Refusal
from commonsbot.store.connection import Connection, to_ms

KEPT_FOR = timedelta(days=7)
"""As long as a room's key serves by default (spec, "m.room.encryption")."""

MOST = 100
"""Of one user: anybody may send us as many as they like."""


class Refusals:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def keep(self, refusal: Refusal) -> bool:
        """Keeps the last word on that key; False when this user gave that reason there before."""
        known = await self._db.value(
            "SELECT 1 FROM refusal WHERE user_id = ? AND room_id = ? AND reason = ?",
            *(refusal.user, refusal.room, refusal.reason),
        )
        await self._db.execute(
            "INSERT INTO refusal (user_id, room_id, session_id, reason, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (user_id, room_id, session_id) DO UPDATE"
            " SET reason = excluded.reason, at = excluded.at",
            *(refusal.user, refusal.room, refusal.session, refusal.reason, to_ms(self._now())),
        )
        await self._db.execute(
            "DELETE FROM refusal WHERE user_id = ? AND (room_id, session_id) NOT IN (SELECT"
            " room_id, session_id FROM refusal WHERE user_id = ? ORDER BY at DESC, session_id"
            " LIMIT ?)",
            *(refusal.user, refusal.user, MOST),
        )
        return not known

    async def prune(self) -> None:
        """Forgets the keys that nobody uses any more."""
        oldest = to_ms(self._now() - KEPT_FOR)
        await self._db.execute("DELETE FROM refusal WHERE at < ?", oldest)
