"""Encrypted messages that came before their key, as the homeserver gave them."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.refusals import Reason
from commonsbot.domain.unread import MOST_NOTICES, PAUSE, Unread
from commonsbot.store.connection import Connection, Row, from_ms, to_ms

MOST = 500
KEPT_FOR = timedelta(days=1)
"""A key that has not come by then will not: nobody keeps trying to send it."""

# m.no_olm names no session: it stands for all of them, but for one with a reason of its own.
_SELECT = """SELECT event_id, unread.room_id, sender, at, locked, direct, answers_bot, thread,
    (SELECT reason FROM refusal WHERE user_id = sender
        AND ((refusal.room_id = unread.room_id AND session_id = session) OR session_id = '')
        ORDER BY session_id DESC LIMIT 1)
    FROM unread JOIN room ON room.room_id = unread.room_id WHERE joined = 1
    AND NOT silent"""


class UnreadMessages:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def keep(
        self,
        room: RoomId,
        event: EventId,
        source: Mapping[str, Any],
        *,
        thread: EventId | None = None,
        answers_bot: bool = False,
        silent: bool = False,
    ) -> None:
        """Keeps one that may become readable; the same one twice is one.

        `silent`: it was not for the bot, so that nobody need hear that it can't be read.
        """
        await self._db.execute(
            "INSERT INTO unread (event_id, room_id, source, at, sender, session, thread,"
            " answers_bot, silent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            *(event, room, json.dumps(source), to_ms(self._now())),
            *(source["sender"], source["content"]["session_id"], thread, answers_bot, silent),
        )

    async def prune(self) -> None:
        """Forgets those older than a day, all but the last 500, and who was told long ago."""
        await self._db.execute(
            "DELETE FROM unread WHERE at < ? OR event_id NOT IN"
            " (SELECT event_id FROM unread ORDER BY at DESC, event_id LIMIT ?)",
            *(to_ms(self._now() - KEPT_FOR), MOST),
        )
        oldest = to_ms(self._now() - PAUSE)
        await self._db.execute("DELETE FROM unread_notice WHERE at < ?", oldest)

    async def waiting(self) -> list[tuple[RoomId, dict[str, Any]]]:
        """Room and event of each that its key may still open, as they came."""
        rows = await self._db.fetch(
            "SELECT room_id, source FROM unread WHERE NOT locked ORDER BY at, event_id"
        )
        return [(RoomId(room), json.loads(source)) for room, source in rows]

    async def forget(self, event: EventId) -> None:
        await self._db.execute("DELETE FROM unread WHERE event_id = ?", event)

    async def lock(self, event: EventId) -> None:
        """Its key came, and does not open it."""
        await self._db.execute("UPDATE unread SET locked = 1 WHERE event_id = ?", event)

    async def unsettled(self) -> list[Unread]:
        """Those whose sender may have to be told, oldest first."""
        return await self._several("NOT settled")

    async def of_room(self, room: RoomId) -> list[Unread]:
        """Those of a room, oldest first."""
        return await self._several("unread.room_id = ?", room)

    async def settle(self, event: EventId) -> None:
        """Its sender was told, or is not to be told again so soon."""
        await self._db.execute("UPDATE unread SET settled = 1 WHERE event_id = ?", event)

    async def tell(self, room: RoomId, user: UserId | None, pause: timedelta) -> bool:
        """Records that `user` (None for the whole room) is told now that a message is unread.

        False when they were told less than `pause` ago, or the room often enough today.
        """
        now = self._now()
        rows = await self._db.fetch(
            "INSERT INTO unread_notice (room_id, user_id, at) SELECT ?, ?, ? WHERE"
            " (SELECT count(*) FROM unread_notice WHERE room_id = ? AND at > ?) < ?"
            " ON CONFLICT (room_id, user_id) DO UPDATE SET at = excluded.at WHERE at <= ?"
            " RETURNING 1",
            *(room, user or "", to_ms(now)),
            *(room, to_ms(now - timedelta(days=1)), MOST_NOTICES),
            to_ms(now - pause),
        )
        return bool(rows)

    async def _several(self, which: str, *values: str) -> list[Unread]:
        rows = await self._db.fetch(f"{_SELECT} AND {which} ORDER BY at, event_id", *values)
        return [_unread(row) for row in rows]


def _unread(row: Row) -> Unread:
    event, room, sender, at, locked, direct, answers_bot, thread, reason = row
    return Unread(
        event=EventId(event),
        room=RoomId(room),
        sender=UserId(sender),
        came_at=from_ms(at),
        reason=None if reason is None else Reason(reason),
        locked=bool(locked),
        direct=bool(direct),
        answers_bot=bool(answers_bot),
        thread=thread,
    )
