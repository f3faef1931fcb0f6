"""The commons without Matrix: say something, read the answer."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commonsbot.commands import COMMANDS, GESTURES, Dispatcher
from commonsbot.commands.reactions import occasion
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Incoming, Kind, Outgoing, Reaction
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.rooms import Room
from commonsbot.errors import UserError
from commonsbot.matrix.render import plain_of
from commonsbot.store import Store, Transaction
from commonsbot.store.outbox import _queued
from commonsbot.texts import Translator, Views

ANNE = UserId("@anne:example.org")
BRUNO = UserId("@bruno:example.org")
CLAIRE = UserId("@claire:example.org")
"""A steward."""

HELP_ROOM = RoomId("!aide:example.org")
OTHER_ROOM = RoomId("!autre:example.org")


@dataclass
class Clock:
    now: datetime


@dataclass
class Conversation:
    """Members talking in rooms; each saying is a new event, a second after the last one."""

    store: Store
    clock: Clock
    language: str = "fr"
    events: "count[int]" = field(default_factory=count)

    def __post_init__(self) -> None:
        self.views = Views(Translator(self.language), Permalinks(), ZoneInfo("Europe/Paris"))
        self.dispatcher = Dispatcher(
            COMMANDS,
            GESTURES,
            self.views,
            stewards=[CLAIRE],
            max_age=timedelta(minutes=10),
            now=lambda: self.clock.now,
        )

    async def answer(
        self, text: str, sender: UserId = ANNE, room: RoomId = HELP_ROOM, **facts: object
    ) -> Outgoing | None:
        """What the bot queues in answer, None when it has nothing to say."""
        message = Incoming(
            event=EventId(f"$event{next(self.events)}"),
            room=room,
            sender=sender,
            text=text,
            sent_at=self.clock.now,
        )
        message = replace(message, **facts)  # type: ignore[arg-type]
        call = self.dispatcher.call_in(message)
        if call is None:
            return None
        try:
            async with self.store.transaction() as tx:
                said = await self.dispatcher.handle(tx, message, call, "sync1")
                if said:
                    await tx.outbox.add(said)
        except UserError as error:
            return self.dispatcher.excuse(message, error)
        self.clock.now += timedelta(seconds=1)
        return said

    async def say(
        self, text: str, sender: UserId = ANNE, room: RoomId = HELP_ROOM, **facts: object
    ) -> str:
        """The answer's words, with ordinary spaces; "" for silence."""
        return words_of(await self.answer(text, sender, room, **facts))

    async def react(
        self, to: str, key: str, sender: UserId = ANNE, room: RoomId = HELP_ROOM, **facts: object
    ) -> str:
        """The words that answer an emoji put on the bot's message whose outbox key is `to`."""
        event = EventId(f"$sent:{to}")
        reaction = Reaction(
            event=EventId(f"$event{next(self.events)}"),
            room=room,
            sender=sender,
            to=event,
            key=key,
            sent_at=self.clock.now,
        )
        reaction = replace(reaction, **facts)  # type: ignore[arg-type]
        try:
            async with self.store.transaction() as tx:
                await tx.outbox.sent(await self._row(tx, to), event)
                said = await self.dispatcher.react(tx, reaction)
        except UserError as error:
            said = self.dispatcher.excuse(occasion(reaction), error)
        self.clock.now += timedelta(seconds=1)
        return words_of(said)

    async def _row(self, tx: Transaction, key: str) -> int:
        return int(await tx.outbox._db.value("SELECT id FROM outbox WHERE key = ?", key))

    async def queued(self, kind: Kind) -> list[Outgoing]:
        """What the bot says by itself, oldest first, whenever it is to leave."""
        rows = await self.store.read.outbox._db.fetch(
            "SELECT id, txn_id, attempts, key, room_id, kind, document, notice, mentions, thread,"
            " reply_to FROM outbox WHERE kind = ? AND document IS NOT NULL ORDER BY id",
            kind,
        )
        return [_queued(row).message for row in rows]

    async def asked(self) -> Outgoing:
        """The last question the bot put to somebody by itself."""
        return (await self.queued(Kind.PROMPT))[-1]


def words_of(said: Outgoing | None) -> str:
    """With ordinary spaces; "" for silence."""
    return plain_of(said.document).replace("\u00a0", " ") if said else ""


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Conversation]:
    clock = Clock(datetime(2026, 11, 24, 10, tzinfo=UTC))
    store = await Store.open(tmp_path / "commonsbot.db", lambda: clock.now)
    conversation = Conversation(store, clock)
    async with store.transaction() as tx:
        for id in (HELP_ROOM, OTHER_ROOM):
            await tx.rooms.join(Room(id=id))
    yield conversation
    await store.close()
