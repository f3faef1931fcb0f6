"""How captured messages are called, and to whom else they were useful."""

from collections.abc import Callable, Iterable
from datetime import datetime

from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.store.connection import Connection, to_ms


class Captures:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def name(self, resource: ResourceId, words: str, page: str) -> None:
        """Keeps what it was called by: edits of its message leave that alone."""
        await self._db.execute(
            "INSERT INTO capture (resource_id, words, page) VALUES (?, ?, ?)"
            " ON CONFLICT (resource_id) DO UPDATE SET words = excluded.words, page = excluded.page",
            *(resource, words, page),
        )

    async def named(self, resource: ResourceId) -> tuple[str, str]:
        """The words of the command that captured it, and the title of the page it links to."""
        row = await self._db.fetch_one(
            "SELECT words, page FROM capture WHERE resource_id = ?", resource
        )
        return (row[0], row[1]) if row else ("", "")

    async def found_useful(self, resource: ResourceId, users: Iterable[UserId]) -> bool:
        """« Useful to me too »: counted once a person. False when all had said so before."""
        now = to_ms(self._now())
        added = [
            await self._db.fetch(
                "INSERT INTO useful (resource_id, user_id, at) VALUES (?, ?, ?)"
                " ON CONFLICT DO NOTHING RETURNING 1",
                *(resource, user, now),
            )
            for user in users
        ]
        return any(added)
