"""How far the account has read, and which events have had their effect."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonsbot.domain.ids import EventId, UserId
from commonsbot.domain.messages import Incoming
from commonsbot.store.connection import Connection, to_ms

CORRECTED_WITHIN = timedelta(days=1)
"""How long a command that failed is remembered, for an edit to correct it."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Where a command that failed was said: an edit does not tell."""

    thread: EventId | None
    answers: EventId | None


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

    async def fail(self, command: Incoming) -> None:
        """Records that `command` had no effect."""
        await self._db.execute(
            "INSERT INTO failed (event_id, user_id, thread, answers, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            *(command.origin, command.sender, command.thread, command.answers),
            to_ms(self._now()),
        )

    async def failed(self, event: EventId, sender: UserId) -> Failed | None:
        """The command `event` of that member, if it had no effect."""
        row = await self._db.fetch_one(
            "SELECT thread, answers FROM failed WHERE event_id = ? AND user_id = ?", event, sender
        )
        return Failed(*row) if row else None

    async def succeed(self, event: EventId) -> None:
        """The command had its effect after all."""
        await self._db.execute("DELETE FROM failed WHERE event_id = ?", event)

    async def prune(self, age: timedelta) -> None:
        """Forgets events so old that no sync can bring them again, and failures of long ago."""
        now = self._now()
        await self._db.execute("DELETE FROM handled WHERE at < ?", to_ms(now - age))
        await self._db.execute("DELETE FROM failed WHERE at < ?", to_ms(now - CORRECTED_WITHIN))
