"""Makes messages of what waits in the rooms, as soon as each is to have it."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from commonsbot.domain.hours import Hours
from commonsbot.domain.ids import RoomId
from commonsbot.domain.markup import Document
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.news import NewsItem
from commonsbot.domain.posting import AT_MOST, EDITED_FOR, Posting, Waiting, due
from commonsbot.domain.rendering import html_of, plain_of
from commonsbot.domain.rooms import Room
from commonsbot.news import wording
from commonsbot.store import Store
from commonsbot.texts import Languages, Views

log = logging.getLogger(__name__)

LONGEST_REST = timedelta(minutes=10)
"""A clock that was set, or changed hours, are noticed within this time."""
LARGEST = 20_000
"""Bytes of a message, so that its edit, twice as long and maybe encrypted, stays within what an
event may hold (65,536; spec, "Size limits")."""
_REWORDED = 50
"""Items whose messages are written anew in one transaction."""
_REST_AFTER_ERROR = timedelta(minutes=1)


class Poster:
    """`hours_of` gives a room's hours. Woken when items come; it knows itself when a room opens."""

    def __init__(
        self,
        store: Store,
        languages: Languages,
        hours_of: Callable[[Room], Hours],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._languages = languages
        self._hours_of = hours_of
        self._now = now
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something came, or a room wants it otherwise: look now."""
        self._woken.set()

    async def run(self) -> None:
        """Runs until cancelled."""
        while True:
            self._woken.clear()
            try:
                rest = await self.post_due()
            except Exception:
                log.exception("news not posted")
                rest = _REST_AFTER_ERROR
            with suppress(TimeoutError):
                async with asyncio.timeout(rest.total_seconds()):
                    await self._woken.wait()

    async def post_due(self) -> timedelta:
        """Posts what is due, rewords what reads otherwise, and tells how long to rest."""
        await self._reword()
        waiting: dict[RoomId, list[Waiting]] = {}
        for some in await self._store.read.deliveries.waiting():
            waiting.setdefault(some.room, []).append(some)
        rest = LONGEST_REST
        for id, of_room in waiting.items():
            if room := await self._store.read.rooms.get(id):
                rest = min(rest, await self._post_in(room, of_room))
        return max(rest, timedelta(milliseconds=50))

    async def _reword(self) -> None:
        """Messages follow their items: a title mended, a class corrected, a deadline moved."""
        while await self._store.read.deliveries.any_restated():
            async with self._store.transaction() as tx:
                items = await tx.deliveries.take_restated(_REWORDED)
                since = self._now() - EDITED_FOR
                for room, key in await tx.deliveries.messages_with(items, since):
                    views = self._languages.views_of(room)
                    told = await tx.deliveries.of_message(key)
                    await tx.outbox.reword(key, wording.announcement(views, told))

    async def _post_in(self, room: Room, all_waiting: Iterable[Waiting]) -> timedelta:
        now, hours = self._now(), self._hours_of(room)
        moments = {some.posting: due(some, hours, now) for some in all_waiting}
        ripe = [posting for posting, moment in moments.items() if moment <= now]
        while ripe and await self._post(room.id, ripe):
            pass
        return min((at - now for at in moments.values() if at > now), default=LONGEST_REST)

    async def _post(self, room: RoomId, postings: list[Posting]) -> bool:
        """One message of the oldest that wait; whether others may be left."""
        async with self._store.transaction() as tx:
            await tx.deliveries.to_letter(room)
            found = await tx.deliveries.oldest(room, postings, AT_MOST)
            if not found:
                return False
            views = self._languages.views_of(room)
            count, document = _fitting(views, [item for _, item in found])
            ids = [id for id, _ in found[:count]]
            key = f"news:{room}:{ids[0]}"
            message = Outgoing(key=key, room=room, kind=Kind.NEWS, document=document)
            await tx.outbox.add(message)
            await tx.deliveries.queued(ids, key)
        log.info("news posted", extra={"room": room, "items": len(ids)})
        return len(ids) < len(found) or len(found) == AT_MOST


def _fitting(views: Views, items: Sequence[NewsItem]) -> tuple[int, Document]:
    """The first of them, as many as fit in one event, and the message about them."""
    count = len(items)
    while True:
        document = wording.announcement(views, items[:count])
        if count == 1 or _size(document) <= LARGEST:
            return count, document
        count = (count + 1) // 2


def _size(document: Document) -> int:
    return len(plain_of(document).encode()) + len(html_of(document).encode())
