"""What is old enough to be forgotten."""

from collections.abc import Callable
from datetime import datetime, timedelta

from commonsbot.domain.ids import ResourceId
from commonsbot.store.connection import Connection, to_ms

_EXCHANGES = (
    "DELETE FROM prompt WHERE closed_at < ?",
    "DELETE FROM note WHERE told_at < ?",
    "DELETE FROM chat_invite WHERE at < ?",
    "DELETE FROM proposal WHERE state IN ('refused', 'withdrawn') AND decided_at < ?",
    "DELETE FROM outbox WHERE kind IN ('prompt', 'note') AND done_at < ?",
)
"""What went to and fro between the bot and one person, and is over."""


class Retention:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def taken_back(self, age: timedelta) -> list[ResourceId]:
        """Resources taken back longer ago than that, whose words are still here."""
        rows = await self._db.fetch(
            "SELECT id FROM resource WHERE status IN ('withdrawn', 'removed')"
            " AND updated_at < ? AND title <> '' ORDER BY id",
            to_ms(self._now() - age),
        )
        return [ResourceId(row[0]) for row in rows]

    async def drop_exchanges(self, age: timedelta) -> int:
        """How many rows went."""
        return sum([await self._drop(sql, age) for sql in _EXCHANGES])

    async def drop_journal(self, age: timedelta) -> int:
        """The act that nothing else may undo says first until when."""
        now = self._now()
        await self._db.execute("DELETE FROM journal_retention")
        await self._db.execute(
            "INSERT INTO journal_retention (at, before) VALUES (?, ?)",
            *(to_ms(now), to_ms(now - age)),
        )
        return await self._drop("DELETE FROM journal WHERE at < ?", age)

    async def _drop(self, sql: str, age: timedelta) -> int:
        return len(await self._db.fetch(f"{sql} RETURNING 1", to_ms(self._now() - age)))
