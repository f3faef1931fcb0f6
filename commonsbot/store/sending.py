"""What waits in the outbox: what is sent next, and what became of each attempt."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

from commonsbot.domain import markup
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Kind, Outgoing, Sign
from commonsbot.domain.rooms import Room
from commonsbot.domain.sending import ASKED_FOR
from commonsbot.domain.withholding import Tells, without
from commonsbot.store.connection import Connection, Row, from_ms, marks, to_ms

THREAD = """(SELECT first.event_id FROM outbox AS first
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
    mentions, coalesce(thread, {THREAD}), reply_to, redacts, {_REPLACED}, pins, sign, sign_on,
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


class Sending:
    """A message is sent until the homeserver has acknowledged it."""

    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

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
            f" AND (under IS NULL OR {THREAD} IS NOT NULL)"
            f" AND (replaces IS NULL OR {_REPLACED} IS NOT NULL)"
            f" AND room_id NOT IN ({marks(list(busy))}) GROUP BY room_id) ON id = next"
            " WHERE not_before <= ? ORDER BY id",
            *(now, *busy, now),
        )
        return [_queued(row) for row in rows]

    async def next_due(self) -> datetime | None:
        """When the earliest message put off becomes due; None when none is."""
        at = await self._db.value(
            "SELECT min(not_before) FROM outbox WHERE state = 'queued'"
            " AND not_before > 0 AND not_before > ?",  # the index's own words: prepared once
            to_ms(self._now()),
        )
        return None if at is None else from_ms(at)

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
