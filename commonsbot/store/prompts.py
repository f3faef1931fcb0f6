"""Questions the bot put to somebody, until they are answered or expire."""

from collections.abc import Callable
from datetime import datetime

from commonsbot.domain.ids import EventId, ResourceId, RoomId, SourceId, UserId
from commonsbot.domain.prompts import Ask, Prompt, PromptId
from commonsbot.store.connection import Connection, Row, from_ms, maybe_from_ms, to_ms

_SELECT = """SELECT prompt.id, ask, prompt.key, user_id, prompt.room_id, prompt.thread, subject,
    asked_at, expires_at, moderated FROM prompt"""

_NOBODY = ""
"""Instead of a person, where only who moderates may answer."""


class Prompts:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def add(
        self,
        ask: Ask,
        key: str,
        to: UserId | None,
        room: RoomId,
        *,
        moderated: bool = False,
        thread: EventId | None = None,
        subject: str = "{}",
        expires_at: datetime | None = None,
    ) -> PromptId | None:
        """Opens a question whose message has the outbox key `key`; None if it was opened before."""
        id = await self._db.value(
            "INSERT INTO prompt (ask, key, user_id, room_id, thread, subject, moderated, asked_at,"
            " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (key) DO NOTHING RETURNING id",
            *(ask, key, to or _NOBODY, room, thread, subject, moderated, to_ms(self._now())),
            None if expires_at is None else to_ms(expires_at),
        )
        return None if id is None else PromptId(id)

    async def asked_by(self, event: EventId) -> Prompt | None:
        """The open question that the bot's message `event` puts."""
        return await self._one("JOIN outbox USING (key) WHERE outbox.event_id = ?", event)

    async def open_for(
        self, user: UserId, room: RoomId, thread: EventId | None = None, ask: Ask | None = None
    ) -> Prompt | None:
        """The last question put to `user` in `room`; one of the thread wins over others.

        `ask`: of that sort only.
        """
        return await self._one(
            "WHERE user_id = ? AND prompt.room_id = ? AND ask = coalesce(?, ask)"
            " ORDER BY prompt.thread IS ? DESC, asked_at DESC, prompt.id DESC",
            *(user, room, ask, thread),
        )

    async def about(self, event: EventId) -> list[Prompt]:
        """The open questions about the message `event`, or that it made the bot ask.

        Their subjects say so: `event`, and `by` for what asked for it.
        """
        return await self._open(
            "WHERE (json_extract(subject, '$.event') = ? OR json_extract(subject, '$.by') = ?)",
            *(event, event),
        )

    async def on_answer(self, answer: ResourceId, asker: UserId) -> Prompt | None:
        """The open question to `asker` whether the resource `answer` helped."""
        return await self._one(
            "WHERE ask = ? AND user_id = ? AND json_extract(subject, '$.answer') = ?",
            *(Ask.SOLVED, asker, answer),
        )

    async def on_share(self, resource: ResourceId) -> Prompt | None:
        """The open question to who moderates whether others may see `resource`."""
        return await self._one(
            "WHERE ask = ? AND json_extract(subject, '$.resource') = ?", *(Ask.SHARE, resource)
        )

    async def keys(self, beginning: str) -> list[str]:
        """Of all questions ever put whose key begins so."""
        rows = await self._db.fetch(
            "SELECT key FROM prompt WHERE key >= ? AND key < ?", beginning, beginning + "\uffff"
        )
        return [str(row[0]) for row in rows]

    async def on_source(self, source: SourceId, room: RoomId) -> Prompt | None:
        """The open question in `room` what to follow of `source`."""
        return await self._one(
            "WHERE ask = ? AND prompt.room_id = ? AND json_extract(subject, '$.source') = ?"
            " ORDER BY prompt.id DESC",
            *(Ask.SOURCE, room, source),
        )

    async def get(self, key: str) -> Prompt | None:
        """The open question of that key."""
        return await self._one("WHERE prompt.key = ?", key)

    async def _one(self, where: str, *values: object) -> Prompt | None:
        found = await self._open(f"{where} LIMIT 1", *values)
        return found[0] if found else None

    async def _open(self, where: str, *values: object) -> list[Prompt]:
        """Neither answered nor out of time."""
        is_open = "WHERE closed_at IS NULL AND (expires_at IS NULL OR expires_at > ?) AND "
        condition = where.replace("WHERE ", is_open, 1)
        rows = await self._db.fetch(f"{_SELECT} {condition}", to_ms(self._now()), *values)
        return [_prompt(row) for row in rows]

    async def amend(self, id: PromptId, subject: str) -> None:
        await self._db.execute("UPDATE prompt SET subject = ? WHERE id = ?", subject, id)

    async def close(self, id: PromptId) -> bool:
        """Nothing of what it was about is kept. False when it was closed before."""
        rows = await self._db.fetch(
            "UPDATE prompt SET closed_at = ?, subject = '{}' WHERE id = ? AND closed_at IS NULL"
            " RETURNING id",
            *(to_ms(self._now()), id),
        )
        return bool(rows)

    async def expire(self) -> int:
        """Closes those nobody answered in time; how many."""
        now = to_ms(self._now())
        rows = await self._db.fetch(
            "UPDATE prompt SET closed_at = ?, subject = '{}'"
            " WHERE closed_at IS NULL AND expires_at <= ? RETURNING id",
            *(now, now),
        )
        return len(rows)


def _prompt(row: Row) -> Prompt:
    return Prompt(
        id=PromptId(row[0]),
        ask=Ask(row[1]),
        key=row[2],
        to=UserId(row[3]) if row[3] != _NOBODY else None,
        room=RoomId(row[4]),
        thread=row[5],
        subject=row[6],
        asked_at=from_ms(row[7]),
        expires_at=maybe_from_ms(row[8]),
        moderated=bool(row[9]),
    )
