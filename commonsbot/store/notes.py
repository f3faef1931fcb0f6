"""What the author of a resource is to be told, privately and grouped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.store.connection import Connection, marks, to_ms


class News(StrEnum):
    THANKED = "thanked"
    TRIED = "tried"


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    news: News
    resource: ResourceId
    by: UserId


class Notes:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def add(self, user: UserId, news: News, resource: ResourceId, by: UserId) -> None:
        """The same news of the same person is told once."""
        await self._db.execute(
            "INSERT INTO note (user_id, news, resource_id, by_user, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            *(user, news, resource, by, to_ms(self._now())),
        )

    async def waiting_for(self, since: datetime, told_before: datetime) -> list[UserId]:
        """Those whose news waits since then, and who were told nothing since `told_before`."""
        rows = await self._db.fetch(
            "SELECT DISTINCT user_id FROM note AS n WHERE told_at IS NULL AND at <= ? AND"
            " NOT EXISTS (SELECT 1 FROM note WHERE user_id = n.user_id AND told_at > ?)"
            " ORDER BY user_id",
            *(to_ms(since), to_ms(told_before)),
        )
        return [UserId(row[0]) for row in rows]

    async def of(self, user: UserId) -> list[Note]:
        """Not told yet, oldest first."""
        rows = await self._db.fetch(
            "SELECT id, news, resource_id, by_user FROM note"
            " WHERE user_id = ? AND told_at IS NULL ORDER BY id",
            user,
        )
        return [Note(row[0], News(row[1]), ResourceId(row[2]), UserId(row[3])) for row in rows]

    async def told(self, notes: Sequence[Note]) -> None:
        await self._db.execute(
            f"UPDATE note SET told_at = ? WHERE id IN ({marks(notes)})",
            to_ms(self._now()),
            *(note.id for note in notes),
        )

    async def asked_for_chat(self, user: UserId) -> None:
        """Keeps that `user` was invited to a direct chat."""
        await self._db.execute(
            "INSERT INTO chat_invite (user_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            *(user, to_ms(self._now())),
        )

    async def was_asked_for_chat(self, user: UserId) -> bool:
        found = await self._db.value("SELECT 1 FROM chat_invite WHERE user_id = ?", user)
        return found is not None
