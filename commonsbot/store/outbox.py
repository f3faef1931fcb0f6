"""Everything the bot says is put here first; what is known of it afterwards."""

import hashlib
import json
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from commonsbot.domain import markup
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.markup import Document
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.store.connection import Connection, marks, to_ms
from commonsbot.store.sending import THREAD
from commonsbot.store.signals import Signals


def transaction_id(key: str) -> str:
    """Made of the key alone: the same message queued again after a lost commit is still one."""
    return "cb" + hashlib.sha256(key.encode()).hexdigest()[:30]


class Outbox:
    def __init__(self, db: Connection, signals: Signals, now: Callable[[], datetime]) -> None:
        self._db = db
        self._signals = signals
        self._now = now

    async def add(self, message: Outgoing) -> bool:
        """Queues `message`; False when its key was queued before."""
        rows = await self._db.fetch(
            "INSERT INTO outbox (key, txn_id, room_id, kind, document, notice, mentions, thread,"
            " under, reply_to, redacts, pins, sign, sign_on, queued_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (key) DO NOTHING RETURNING id",
            message.key,
            transaction_id(message.key),
            message.room,
            message.kind,
            markup.encode(message.document).decode(),
            message.notice,
            json.dumps(message.mentions),
            message.thread,
            message.under,
            message.reply_to,
            message.redacts,
            message.pins,
            *((message.sign.emoji, message.sign.on) if message.sign else (None, None)),
            to_ms(self._now()),
        )
        self._signals.queued |= bool(rows)
        return bool(rows)

    async def unsay(self, key: str) -> None:
        """The message of that key is not to be read any more: not sent, or taken back."""
        row = await self._db.fetch_one("SELECT room_id, event_id FROM outbox WHERE key = ?", key)
        await self._db.execute(
            "UPDATE outbox SET state = 'dropped', document = NULL, done_at = ?"
            " WHERE key = ? AND state = 'queued'",
            *(to_ms(self._now()), key),
        )
        if row and row[1]:
            await self.add(
                Outgoing(
                    key=f"unsay:{key}",
                    room=RoomId(row[0]),
                    kind=Kind.PROMPT,
                    document=(),
                    redacts=EventId(row[1]),
                )
            )

    async def thread_of(self, key: str) -> EventId | None:
        """The thread that the message of that key is in."""
        found = await self._db.value(
            f"SELECT coalesce(thread, {THREAD}) FROM outbox WHERE key = ?", key
        )
        return None if found is None else EventId(found)

    async def reword(self, key: str, document: Document) -> None:
        """The message of that key says something else: an edit follows it (spec, "Event
        replacements"), instead of any that still waits. Nothing where there is no such message.
        """
        await self._db.execute(
            "UPDATE outbox SET state = 'dropped', document = NULL, done_at = ?"
            " WHERE replaces = ? AND state = 'queued' AND attempts = 0",
            *(to_ms(self._now()), key),
        )
        edits = await self._db.value("SELECT count(*) FROM outbox WHERE replaces = ?", key)
        again = f"{key}:edit:{edits + 1}"
        rows = await self._db.fetch(
            "INSERT INTO outbox (key, txn_id, room_id, kind, document, notice, mentions,"
            " not_before, replaces, queued_at) SELECT ?, ?, room_id, kind, ?, notice, '[]', 0, key,"
            " ? FROM outbox WHERE key = ? AND state IN ('queued', 'sent') RETURNING id",
            again,
            transaction_id(again),
            markup.encode(document).decode(),
            to_ms(self._now()),
            key,
        )
        self._signals.queued |= bool(rows)

    async def knows(self, key: str) -> bool:
        """Whether a message of that key was ever queued."""
        return await self._db.value("SELECT 1 FROM outbox WHERE key = ?", key) is not None

    async def said(self, events: Collection[EventId]) -> bool:
        """Whether the bot said one of these, as far as is remembered."""
        found = await self._db.value(
            f"SELECT 1 FROM outbox WHERE event_id IN ({marks(list(events))}) LIMIT 1", *events
        )
        return found is not None

    async def reconsider(self, user: UserId | None = None, room: RoomId | None = None) -> None:
        """What was held is ruled on again: all of it, or what `user` or `room` is concerned by."""
        await self._db.execute(
            "UPDATE outbox SET not_before = 0 WHERE state = 'queued' AND held"
            " AND (? IS NULL OR room_id = ?)"
            " AND (? IS NULL OR room_id IN (SELECT room_id FROM room WHERE direct AND peer = ?)"
            " OR ? IN (SELECT value FROM json_each(mentions)))",
            *(room, room, user, user, user),
        )
        self._signals.queued = True

    async def waiting(self) -> int:
        return int(await self._db.value("SELECT count(*) FROM outbox WHERE state = 'queued'"))

    async def prune(self, age: timedelta) -> None:
        """Forgets old answers. Other kinds stay: their keys say what was already announced."""
        await self._db.execute(
            "DELETE FROM outbox WHERE kind = 'answer' AND done_at < ?", to_ms(self._now() - age)
        )
