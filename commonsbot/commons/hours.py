"""The one place that knows who may be spoken to now, and rules on all that the bot would say."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from commonsbot.domain.hours import ALWAYS, Hours
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.own_hours import OwnHours, Whose, is_user
from commonsbot.domain.rooms import Room
from commonsbot.domain.sending import ASKED_FOR, WORTH, Drop, Facts, Hold, Openings, Send, ruling
from commonsbot.store import Store
from commonsbot.store.sending import Queued

log = logging.getLogger(__name__)

LARGEST = 12_000
"""Bytes of the notes that are joined in one message, as the outbox keeps them: in HTML and in
words they fit one event."""


class Office:
    """`common`: the hours of rooms and people that chose none of their own."""

    def __init__(self, store: Store, common: Hours, now: Callable[[], datetime]) -> None:
        self.common = common
        self._store = store
        self._now = now
        self._places: dict[Whose, Hours] = {}
        """Of rooms, and of direct chats by the person."""
        self._people: dict[UserId, Hours] = {}
        """What people keep in any room, besides its hours."""
        store.on_hours = self._changed

    async def open(self) -> None:
        """Learns what was chosen before. To be awaited first."""
        self._changed(await self._store.read.hours.all())

    def hours_of(self, room: Room) -> Hours:
        """When the bot may start something there; in a direct chat, towards that person."""
        whose = room.peer if room.direct else room.id
        return self._places.get(whose, self.common) if whose else self.common

    async def open_room(self, id: RoomId | None, user: UserId | None = None) -> Room | None:
        """That room, if it is known and something meant for `user` would be sent there at once."""
        room = await self._store.read.rooms.get(id) if id else None
        return room if room and self.may_start(room, user) else None

    def may_start(self, room: Room, user: UserId | None = None) -> bool:
        """Whether something meant for `user` would be sent at once."""
        hours = [self.hours_of(room), *self._of([user] if user else []).values()]
        return all(each.is_open(self._now()) for each in hours)

    async def release(self, queued: Queued) -> Queued | None:
        """The message as it may be sent now; None when it is held, or not to be sent at all."""
        message = queued.message
        openings = Openings(place=self.hours_of(queued.place), people=self._of(message.mentions))
        match ruling(await self._facts(queued), openings, self._now()):
            case Send(quiet, rings):
                return await self._ready(queued, quiet, rings)
            case Hold(until):
                await self._hold(queued, until)
            case Drop(why):
                await self._drop(queued, why)
        return None

    async def _ready(self, queued: Queued, quiet: bool, rings: tuple[UserId, ...]) -> Queued:
        if queued.message.kind in ASKED_FOR:
            return replace(queued, message=_quieted(queued.message, quiet, rings))
        said = replace(queued, message=replace(queued.message, mentions=rings), tried=True)
        if queued.tried:
            return said
        if queued.held and queued.message.kind is Kind.NOTE:
            return await self._joined(said)
        async with self._store.statement() as tx:
            await tx.sending.trying(queued.id)
        return said

    async def _joined(self, note: Queued) -> Queued:
        async with self._store.transaction() as tx:
            await tx.sending.trying(note.id)
            return await tx.sending.join(note, self._now() - WORTH[Kind.NOTE], LARGEST)

    def _of(self, users: Iterable[UserId]) -> Mapping[UserId, Hours]:
        return {user: self._people[user] for user in users if user in self._people}

    async def _facts(self, queued: Queued) -> Facts:
        message = queued.message
        return Facts(
            kind=message.kind,
            queued_at=queued.queued_at,
            mentions=message.mentions,
            over=message.kind is Kind.PROMPT and await self._is_over(message.key),
            redacts=bool(message.redacts or message.pins),
        )

    async def _is_over(self, key: str) -> bool:
        """Whether the question that the message puts waits for no answer any more."""
        return await self._store.read.prompts.get(key) is None

    async def _hold(self, queued: Queued, until: datetime) -> None:
        async with self._store.statement() as tx:
            await tx.sending.hold(queued.id, until)
        log.info(
            "message held until the next opening",
            extra={"room": queued.message.room, "kind": queued.message.kind, "until": until},
        )

    async def _drop(self, queued: Queued, why: str) -> None:
        async with self._store.transaction() as tx:
            await tx.sending.drop(queued.id, why)
            await tx.journal.write(None, "drop", "message", queued.message.key, why)
            if queued.message.kind is Kind.EDITION:
                await tx.editions.not_sent(queued.message.room, queued.message.key)
        log.info(
            "message not sent: no longer worth it",
            extra={"room": queued.message.room, "kind": queued.message.kind, "why": why},
        )

    def _changed(self, chosen: Mapping[Whose, OwnHours]) -> None:
        for whose, own in chosen.items():
            self._places[whose] = own.over(self.common)
            if is_user(whose):
                # Who is only away for a while keeps the hours of any room.
                self._people[whose] = own.over(self.common if own.has_times else ALWAYS)


def _quieted(message: Outgoing, quiet: bool, rings: tuple[UserId, ...]) -> Outgoing:
    """An answer as it is given: outside hours as a notice, or by a sign where that says enough."""
    if quiet and message.sign:
        return replace(message, document=(), mentions=())
    sign = None if message.document else message.sign
    return replace(message, notice=message.notice or quiet, mentions=rings, sign=sign)
