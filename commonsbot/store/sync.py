"""How far the account has read, and which events have had their effect."""

from collections.abc import Callable
from datetime import datetime, timedelta

from commonsbot.domain.ids import EventId, UserId
from commonsbot.store.connection import Connection, to_ms


class Sync:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def token(self, account: UserId) -> str | None:
        token = await self._db.value("SELECT token FROM sync WHERE account = ?", account)
        return None if token is None else str(token)

    async def save_token(self, account: UserId, token: str) -> None:
        await self._db.execute(
            "INSERT INTO sync (account, token) VALUES (?, ?)"
            " ON CONFLICT (account) DO UPDATE SET token = excluded.token",
            account,
            token,
        )

    async def first_time(self, event: EventId) -> bool:
        """Records that `event` is handled; False when it already was."""
        rows = await self._db.fetch(
            "INSERT INTO handled (event_id, at) VALUES (?, ?)"
            " ON CONFLICT DO NOTHING RETURNING event_id",
            event,
            to_ms(self._now()),
        )
        return bool(rows)

    async def prune(self, age: timedelta) -> None:
        """Forgets events so old that no sync can bring them again."""
        await self._db.execute("DELETE FROM handled WHERE at < ?", to_ms(self._now() - age))
