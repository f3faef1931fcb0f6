"""Everything the bot says waits here until the homeserver has acknowledged it."""

import hashlib
import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from commonsbot.domain import markup
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.markup import Document
from commonsbot.domain.messages import Kind, Outgoing, Sign
from commonsbot.domain.rooms import Room
from commonsbot.domain.sending import ASKED_FOR
from commonsbot.domain.withholding import Tells, without
from commonsbot.store.connection import Connection, Row, from_ms, marks, to_ms
from commonsbot.store.signals import Signals

_THREAD = """(SELECT first.event_id FROM outbox AS first
    WHERE first.key = outbox.under AND first.state = 'sent')"""
"""The message that a row goes under, once it is known."""

_REPLACED = """(SELECT first.event_id FROM outbox AS first
    WHERE first.key = outbox.replaces AND first.state = 'sent')"""
"""The message that a row rewords, once it is known."""

_ASKED = ",".join(f"'{kind}'" for kind in sorted(ASKED_FOR))
_RANK = f"id + iif(kind IN ({_ASKED}) OR coalesce(redacts, pins) IS NOT NULL, 0, {1 << 52})"
"""Smaller is said sooner: whoever asked waits for it, and is told of an act once it is done. The
row that has the least gives the other columns (https://sqlite.org/lang_select.html#bareagg)."""

_SELECT = f"""SELECT id, txn_id, attempts, queued_at, key, outbox.room_id, kind, document, notice,
    mentions, coalesce(thread, {_THREAD}), reply_to, redacts, {_REPLACED}, pins, sign, sign_on,
    held, tried, direct, peer FROM outbox LEFT JOIN room USING (room_id)"""


@dataclass(frozen=True, slots=True)
class Queued:
    """A message to send, with the transaction id it keeps through every attempt."""

    id: int
    txn_id: str
    message: Outgoing
    attempts: int
    queued_at: datetime
    place: Room
    """Its room, as far as it is known."""
    held: bool = False
    """It waited for an opening."""
    tried: bool = False
    """The homeserver may have it already: its words can't change any more."""


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
            f"SELECT coalesce(thread, {_THREAD}) FROM outbox WHERE key = ?", key
        )
        return None if found is None else EventId(found)

    async def withhold(self, tells: Tells) -> None:
        """What waits says nothing any more of what `tells` knows; what it was all about is not
        sent."""
        rows = await self._db.fetch("SELECT id, document FROM outbox WHERE state = 'queued'")
        for id, written in rows:
            document = markup.decode(written)
            left = without(document, tells)
            if left and left != document:
                await self._db.execute(
                    "UPDATE outbox SET document = ? WHERE id = ?",
                    *(markup.encode(left).decode(), id),
                )
            elif document and not left:
                await self.drop(id, "withdrawn meanwhile")

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

    async def heads(self, busy: Collection[RoomId]) -> list[Queued]:
        """What each room not in `busy` is told next, oldest first, if due: the oldest waiting
        answer, or else the oldest of what the bot starts by itself.

        One that failed holds those behind it; one meant for a later hour does not. What goes
        into the thread of another, or rewords it, waits until the homeserver has that one.
        """
        now = to_ms(self._now())
        rows = await self._db.fetch(
            f"{_SELECT} JOIN (SELECT id AS next, min({_RANK}) FROM outbox"
            " WHERE state = 'queued' AND (attempts > 0 OR not_before <= ?)"
            f" AND (under IS NULL OR {_THREAD} IS NOT NULL)"
            f" AND (replaces IS NULL OR {_REPLACED} IS NOT NULL)"
            f" AND room_id NOT IN ({marks(list(busy))}) GROUP BY room_id) ON id = next"
            " WHERE not_before <= ? ORDER BY id",
            *(now, *busy, now),
        )
        return [_queued(row) for row in rows]

    async def next_due(self) -> datetime | None:
        """When the earliest message put off becomes due; None when none is."""
        at = await self._db.value(
            "SELECT min(not_before) FROM outbox WHERE state = 'queued' AND not_before > ?",
            to_ms(self._now()),
        )
        return None if at is None else from_ms(at)

    async def knows(self, key: str) -> bool:
        """Whether a message of that key was ever queued."""
        return await self._db.value("SELECT 1 FROM outbox WHERE key = ?", key) is not None

    async def said(self, events: Collection[EventId]) -> bool:
        """Whether the bot said one of these, as far as is remembered."""
        found = await self._db.value(
            f"SELECT 1 FROM outbox WHERE event_id IN ({marks(list(events))}) LIMIT 1", *events
        )
        return found is not None

    async def sent(self, id: int, event: EventId) -> None:
        """The homeserver has it: its words need not be kept here."""
        await self._db.execute(
            "UPDATE outbox SET state = 'sent', document = NULL, event_id = ?, done_at = ?"
            " WHERE id = ?",
            event,
            to_ms(self._now()),
            id,
        )

    async def put_off(self, id: int, until: datetime, error: str) -> None:
        await self._db.execute(
            "UPDATE outbox SET attempts = attempts + 1, not_before = ?, error = ? WHERE id = ?",
            to_ms(until),
            error,
            id,
        )

    async def hold(self, id: int, until: datetime) -> None:
        """Until an opening: meanwhile it holds none of those behind it."""
        await self._db.execute(
            "UPDATE outbox SET held = 1, attempts = 0, not_before = ? WHERE id = ?",
            *(to_ms(until), id),
        )

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

    async def trying(self, id: int) -> None:
        """From now on the homeserver may have it."""
        await self._db.execute("UPDATE outbox SET tried = 1 WHERE id = ?", id)

    async def join(self, first: Queued, since: datetime, largest: int) -> Queued:
        """Those that were held too and go to the same people become one message with `first`,
        as many as `largest` bytes hold. `since`: older ones are left alone."""
        if first.message.thread or first.message.reply_to:
            return first
        documents, taken = [first.message.document], []
        size = len(markup.encode(first.message.document))
        for id, document in await self._alike(first, since):
            size += len(document)
            if size > largest:
                break
            documents.append(markup.decode(document))
            taken.append(id)
        if not taken:
            return first
        whole = sum(documents, ())
        await self._db.execute(
            f"UPDATE outbox SET state = 'joined', document = NULL, error = ?, done_at = ?"
            f" WHERE id IN ({marks(taken)})",
            *(first.message.key, to_ms(self._now()), *taken),
        )
        await self._db.execute(
            "UPDATE outbox SET document = ? WHERE id = ?", markup.encode(whole).decode(), first.id
        )
        return replace(first, message=replace(first.message, document=whole))

    async def _alike(self, first: Queued, since: datetime) -> list[Row]:
        """Ids and documents."""
        message = first.message
        return await self._db.fetch(
            "SELECT id, document FROM outbox WHERE state = 'queued' AND held AND NOT tried"
            " AND id > ? AND queued_at >= ? AND room_id = ? AND kind = ? AND mentions = ?"
            " AND notice = ?"
            " AND coalesce(thread, reply_to, under, redacts, pins) IS NULL ORDER BY id",
            *(first.id, to_ms(since), message.room, message.kind),
            *(json.dumps(message.mentions), message.notice),
        )

    async def drop(self, id: int, why: str) -> None:
        """It is not worth sending any more."""
        await self._db.execute(
            "UPDATE outbox SET state = 'dropped', document = NULL, error = ?, done_at = ?"
            " WHERE id = ?",
            *(why, to_ms(self._now()), id),
        )

    async def refuse(self, id: int, error: str) -> None:
        """The homeserver will never take it."""
        await self._db.execute(
            "UPDATE outbox SET state = 'refused', document = NULL, error = ?, done_at = ?"
            " WHERE id = ?",
            error,
            to_ms(self._now()),
            id,
        )

    async def waiting(self) -> int:
        return int(await self._db.value("SELECT count(*) FROM outbox WHERE state = 'queued'"))

    async def prune(self, age: timedelta) -> None:
        """Forgets old answers. Other kinds stay: their keys say what was already announced."""
        await self._db.execute(
            "DELETE FROM outbox WHERE kind = 'answer' AND done_at < ?", to_ms(self._now() - age)
        )


def _queued(row: Row) -> Queued:
    (
        id,
        txn_id,
        attempts,
        queued_at,
        key,
        room,
        kind,
        document,
        notice,
        mentions,
        thread,
        reply_to,
        redacts,
        replaces,
        pins,
        sign,
        sign_on,
        held,
        tried,
        direct,
        peer,
    ) = row
    message = Outgoing(
        key=key,
        room=RoomId(room),
        kind=Kind(kind),
        document=markup.decode(document),
        notice=bool(notice),
        mentions=tuple(map(UserId, json.loads(mentions))),
        thread=thread,
        reply_to=reply_to,
        redacts=redacts,
        replaces=replaces,
        pins=pins,
        sign=Sign(sign, EventId(sign_on)) if sign else None,
    )
    place = Room(id=message.room, direct=bool(direct), peer=peer)
    return Queued(id, txn_id, message, attempts, from_ms(queued_at), place, bool(held), bool(tried))
