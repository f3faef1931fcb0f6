"""Encrypted messages whose room key comes after them: read when it does.

They are kept in the database, because the sync that brought them is over: a restart would not
bring them again. Whether a key is there is asked of the key store and not of what has just come:
after a kill amid a batch the same key comes again, and Olm does not open it a second time.
"""

import logging
from collections.abc import Iterator, Sequence

from nio import Event, MegolmEvent
from nio.exceptions import EncryptionError

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.matrix.client import Client
from commonsbot.store import Store

log = logging.getLogger(__name__)


class LateKeys:
    def __init__(self, client: Client, store: Store) -> None:
        self._client = client
        self._store = store
        self._waiting: list[MegolmEvent] = []

    async def load(self) -> None:
        """Those that wait, from before a restart or from now."""
        self._waiting = []
        for room, source in await self._store.read.unread.all():
            event = MegolmEvent.from_dict(source)
            event.room_id = room
            self._waiting.append(event)

    async def keep(self, room: RoomId, events: Sequence[Event]) -> None:
        """Keeps those of `events` that could not be read."""
        own = self._client.user_id
        unread = [e for e in events if isinstance(e, MegolmEvent) and e.sender != own]
        if not unread:
            return
        async with self._store.transaction() as tx:
            for event in unread:
                await tx.unread.keep(room, EventId(event.event_id), event.source)
            await tx.unread.prune()
        log.info("messages without their key", extra={"room": room, "events": len(unread)})
        await self.load()

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
        """It was handled, or never will be."""
        async with self._store.statement() as tx:
            await tx.unread.forget(event)
        self._waiting = [waiting for waiting in self._waiting if waiting.event_id != event]
