"""Encrypted messages whose room key comes after them: read when it does.

They are kept in the database, because the sync that brought them is over: a restart would not
bring them again. Whether a key is there is asked of the key store and not of what has just come:
after a kill amid a batch the same key comes again, and Olm does not open it a second time.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nio import Event, MegolmEvent
from nio.exceptions import EncryptionError

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.rooms import Room
from commonsbot.matrix.client import Client
from commonsbot.matrix.events import related_to, replaced_by, sent_at, thread_of
from commonsbot.store import Store, Transaction

log = logging.getLogger(__name__)


class LateKeys:
    def __init__(self, client: Client, store: Store) -> None:
        self._client = client
        self._store = store
        self._waiting: list[MegolmEvent] = []
        self.some_unread = True
        """Whether the database may hold messages that could not be read."""

    async def load(self) -> None:
        """Those that wait, from before a restart or from now."""
        known = {event.event_id: event for event in self._waiting}  # nio takes its time to parse
        rows = await self._store.read.unread.waiting()
        self._waiting = [known.get(row["event_id"]) or _parsed(room, row) for room, row in rows]

    async def keep(self, room: RoomId, events: Sequence[Event]) -> None:
        """Keeps those of `events` that could not be read."""
        own = self._client.user_id
        unread = [e for e in events if isinstance(e, MegolmEvent) and e.sender != own]
        if not unread:
            return
        async with self._store.transaction() as tx:
            known = await tx.rooms.get(room)
            assert known, "it is served"
            for event in unread:
                await _keep(tx, known, event)
            await tx.unread.prune()
        log.info("messages without their key", extra={"room": room, "events": len(unread)})
        await self.load()
        self.some_unread = True

    def come(self) -> list[tuple[RoomId, EventId, Event | None]]:
        """Those whose key has come; None for one that its key does not open."""
        return list(self._opened())

    def _opened(self) -> Iterator[tuple[RoomId, EventId, Event | None]]:
        for event in self._waiting:
            if not self._client.olm.has_key_of(event):
                continue
            try:
                opened = self._client.decrypt_event(event)
            except EncryptionError:
                opened = None
            yield RoomId(event.room_id), EventId(event.event_id), opened

    async def forget(self, event: EventId) -> None:
        """It was handled."""
        async with self._store.statement() as tx:
            await tx.unread.forget(event)
        self._stop_waiting(event)

    async def give_up(self, event: EventId) -> None:
        """Its key does not open it."""
        async with self._store.statement() as tx:
            await tx.unread.lock(event)
        self._stop_waiting(event)

    def _stop_waiting(self, event: EventId) -> None:
        self._waiting = [waiting for waiting in self._waiting if waiting.event_id != event]


def _parsed(room: RoomId, source: Mapping[str, Any]) -> MegolmEvent:
    event = MegolmEvent.from_dict(source)
    event.room_id = room
    return event


async def _keep(tx: Transaction, room: Room, event: MegolmEvent) -> None:
    """An edit, or what was said while the bot was still coming in, was not said to it."""
    content = event.source["content"]
    related = related_to(content)
    early = sent_at(event.server_timestamp) < room.joined_at
    await tx.unread.keep(
        room.id,
        EventId(event.event_id),
        event.source,
        thread=thread_of(content),
        answers_bot=bool(related) and await tx.outbox.said(related),
        silent=early or replaced_by(content) is not None,
    )
