"""The commons without Matrix: say something, read the answer."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from itertools import count
from pathlib import Path
from shutil import copyfile
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from commonsbot.commands import COMMANDS, GESTURES, Dispatcher
from commonsbot.commands.house import House, default_terms
from commonsbot.commons.hours import Office
from commonsbot.commons.themes import adopt
from commonsbot.config import ready_sources
from commonsbot.config.themes import load
from commonsbot.domain.diagnosis import Diagnosis, Trust
from commonsbot.domain.editions import Schedule
from commonsbot.domain.hours import Hours
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.limits import UNLIMITED, Rates
from commonsbot.domain.messages import (
    Edit,
    Happening,
    Incoming,
    Kind,
    Outgoing,
    Reaction,
    Redaction,
    Said,
)
from commonsbot.domain.rendering import plain_of
from commonsbot.domain.roles import Bypass
from commonsbot.domain.rooms import Room
from commonsbot.domain.terms import Terms
from commonsbot.handling import Handling
from commonsbot.lookups import Lookups
from commonsbot.store import Store
from commonsbot.store.sending import _SELECT, Queued, _queued
from tests.languages import speaking

ANNE = UserId("@anne:example.org")
BRUNO = UserId("@bruno:example.org")
CLAIRE = UserId("@claire:example.org")
"""A steward."""
DENISE = UserId("@denise:example.org")
"""A member of the moderators' room."""
BOT = UserId("@commonsbot:example.org")

HELP_ROOM = RoomId("!aide:example.org")
OTHER_ROOM = RoomId("!autre:example.org")
DESK = RoomId("!moderation:example.org")
"""The moderators' room, once it is open."""


@dataclass
class Clock:
    now: datetime


@dataclass(repr=False)
class Conversation:
    """Members talking in rooms; each saying is a new event, a second after the last one.

    `messages` is what the rooms hold, `heard` what the bot said, `pages` the titles of the web.
    """

    store: Store
    clock: Clock
    language: str = "fr"
    network: str = ""
    strict: bool = False
    hours: Hours = field(default_factory=Hours)
    bypass: Bypass = field(default_factory=Bypass)
    events: "count[int]" = field(default_factory=count)
    pages: dict[str, str] = field(default_factory=dict)
    diagnosis: Diagnosis = field(default_factory=lambda: Diagnosis(trust=Trust.SIGNED))
    """What would be found in any room."""
    schedule: Schedule | None = field(
        default_factory=lambda: Schedule(weekday=0, at=time(9), zone=ZoneInfo("Europe/Paris"))
    )
    """When the letter of any room leaves."""
    desk: RoomId | None = None
    """The moderators' room."""
    reviewed: set[RoomId] = field(default_factory=set)
    """Rooms whose shares wait for a moderator."""
    ignored: tuple[UserId, ...] = ()
    rates: Rates = UNLIMITED
    last: EventId = field(default=EventId(""))
    """What a member said last."""

    def __post_init__(self) -> None:
        self.messages: dict[EventId, Said] = {}
        self.heard: list[Outgoing] = []
        self.languages = speaking(self.language, network=self.network)
        self.store.on_languages = self.languages.changed
        self.views = self.languages.common
        self.office = Office(self.store, self.hours, lambda: self.clock.now)
        self.dispatcher = Dispatcher(
            COMMANDS,
            GESTURES,
            self.languages,
            House(
                office=self.office,
                terms_in=self._terms,
                schedule_of=lambda room: self.schedule,
                desk=lambda: self.desk,
                stewards=frozenset([CLAIRE]),
                ready=ready_sources.load(),
            ),
            lambda: self.clock.now,
            max_age=timedelta(minutes=10),
            bypass=self.bypass,
            strict=self.strict,
            ignored=self.ignored,
            rates=self.rates,
        )
        lookups = Lookups(self._said, openly=[self._title], discreetly=[], clock=lambda: 0.0)
        self.handling = Handling(
            self.dispatcher, self.store, lookups, self._examine, deferred=lambda: None
        )

    async def open_desk(self) -> None:
        """The bot is in the moderators' room."""
        self.desk = DESK
        async with self.store.transaction() as tx:
            await tx.rooms.join(Room(id=DESK, name="Modération"))

    # What members do

    async def answer(
        self, text: str, sender: UserId = ANNE, room: RoomId = HELP_ROOM, **facts: Any
    ) -> Outgoing | None:
        """What the bot says to that, None when it has nothing to say."""
        return first(await self.tell(text, sender, room, **facts))

    async def say(
        self, text: str, sender: UserId = ANNE, room: RoomId = HELP_ROOM, **facts: Any
    ) -> str:
        """The answer's words, with ordinary spaces; "" for silence."""
        return words_of(await self.answer(text, sender, room, **facts))

    async def tell(
        self, text: str, sender: UserId = ANNE, room: RoomId = HELP_ROOM, **facts: Any
    ) -> list[Outgoing]:
        """Everything the bot says to that."""
        message = self._message(text, sender, room, **facts)
        self.last = message.event
        self.messages[message.event] = Said(
            event=message.event,
            room=room,
            sender=sender,
            text=text,
            sent_at=message.sent_at,
            thread=message.thread,
            file=message.file,
        )
        return await self._happened(message)

    async def react(
        self,
        to: EventId | str,
        key: str,
        sender: UserId = ANNE,
        room: RoomId = HELP_ROOM,
        **facts: Any,
    ) -> str:
        """The words that answer an emoji on a message, or on the bot's of the outbox key `to`."""
        reaction = Reaction(
            event=self._event(),
            room=room,
            sender=sender,
            to=await self.event_of(to),
            key=key,
            sent_at=self.clock.now,
        )
        self.last = reaction.event
        return words_of(first(await self._happened(replace(reaction, **facts))))

    async def edit(
        self,
        of: EventId,
        text: str,
        sender: UserId = ANNE,
        room: RoomId = HELP_ROOM,
        **facts: Any,
    ) -> str:
        """The words that answer a message said otherwise."""
        message = self._message(text, sender, room, **facts)
        if of in self.messages and self.messages[of].sender == sender:
            self.messages[of] = replace(self.messages[of], text=text)
        return words_of(first(await self._happened(Edit(of=of, message=message))))

    async def redact(
        self, of: EventId, sender: UserId = ANNE, room: RoomId = HELP_ROOM
    ) -> list[Outgoing]:
        self.messages.pop(of, None)
        event = self._event()
        return await self._happened(Redaction(event=event, room=room, sender=sender, of=of))

    async def wait(self, time: timedelta) -> list[Outgoing]:
        """What the bot says meanwhile."""
        self.clock.now += time
        async with self.store.statement() as tx:
            await tx.prompts.expire()
        return await self._deliver()

    # What the bot said

    async def all_heard(self) -> list[Outgoing]:
        """What it said until now."""
        await self._deliver()
        return self.heard

    async def queued(self, kind: Kind) -> list[Outgoing]:
        """Of that kind, oldest first: what it said, and what waits for its hour."""
        rows = await self.store.read.outbox._db.fetch(
            "SELECT key FROM outbox WHERE state = 'queued' AND kind = ?", kind
        )
        waiting = [queued.message for (key,) in rows if (queued := await self._waiting(key))]
        return [said for said in self.heard if said.kind is kind] + waiting

    async def asked(self) -> Outgoing:
        """The last question it put to somebody by itself."""
        return (await self.queued(Kind.PROMPT))[-1]

    async def question(self) -> EventId:
        """The message of that question."""
        return await self.event_of((await self.asked()).key)

    def _message(self, text: str, sender: UserId, room: RoomId, **facts: Any) -> Incoming:
        message = Incoming(
            event=self._event(), room=room, sender=sender, text=text, sent_at=self.clock.now
        )
        return replace(message, **facts)

    def _event(self) -> EventId:
        return EventId(f"$event{next(self.events)}")

    async def event_of(self, message: EventId | str) -> EventId:
        """The event of an outbox key, sent before its hour if need be."""
        if queued := await self._waiting(message):
            self.heard.append(queued.message)
            await self._send(queued.id, queued.message)
        sql = "SELECT event_id FROM outbox WHERE key = ?"
        found = await self.store.read.outbox._db.value(sql, message)
        return EventId(found or message)

    async def _waiting(self, key: str) -> Queued | None:
        """A message that was not sent yet."""
        sql = f"{_SELECT} WHERE key = ? AND state = 'queued'"
        row = await self.store.read.outbox._db.fetch_one(sql, key)
        return _queued(row) if row else None

    async def _happened(self, happening: Happening) -> list[Outgoing]:
        await self.handling.happened(happening, "sync1")
        self.clock.now += timedelta(seconds=1)
        return await self._deliver()

    async def _deliver(self) -> list[Outgoing]:
        """Sends what is due."""
        said = []
        while heads := await self.store.read.sending.heads(()):
            for queued in heads:
                if ready := await self.office.release(queued):
                    said.append(ready.message)
                    await self._send(ready.id, ready.message)
        self.heard += said
        return said

    async def _send(self, id: int, message: Outgoing) -> None:
        event = EventId(f"$bot{id}")
        self.messages[event] = Said(
            event=event,
            room=message.room,
            sender=BOT,
            text=plain_of(message.document),
            sent_at=self.clock.now,
            thread=message.thread,
            own=True,
        )
        if message.redacts:
            del self.messages[message.redacts]
        async with self.store.statement() as tx:
            await tx.sending.sent(id, event)

    async def _said(self, room: RoomId, event: EventId) -> Said | None:
        return self.messages.get(event)

    async def _examine(self, room: RoomId) -> Diagnosis:
        return self.diagnosis

    def _terms(self, room: Room) -> Terms:
        return replace(default_terms(room), reviewed=room.id in self.reviewed)

    async def _title(self, link: str) -> str:
        return self.pages.get(link, "")


def first(said: list[Outgoing]) -> Outgoing | None:
    """The answer, else what was said instead."""
    answers = [one for one in said if one.kind is Kind.ANSWER]
    return next(iter(answers or said), None)


def words_of(said: Outgoing | None) -> str:
    """With ordinary spaces; "" for silence."""
    return plain_of(said.document).replace("\u00a0", " ") if said else ""


async def _with_vocabulary(folder: Path) -> Path:
    """A database that has taken it in, made once for all the tests."""
    path = folder / "vocabulary.db"
    if not path.exists():
        store = await Store.open(path, lambda: datetime(2026, 11, 24, 9, tzinfo=UTC))
        async with store.transaction() as tx:
            await adopt(tx, load(None, []))
        await store.close()
    return path


@pytest.fixture
async def talk(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Conversation]:
    made = await _with_vocabulary(tmp_path_factory.getbasetemp())
    copyfile(made, tmp_path / "commonsbot.db")
    clock = Clock(datetime(2026, 11, 24, 10, tzinfo=UTC))
    store = await Store.open(tmp_path / "commonsbot.db", lambda: clock.now)
    conversation = Conversation(store, clock)
    async with store.transaction() as tx:
        for id in (HELP_ROOM, OTHER_ROOM):
            await tx.rooms.join(Room(id=id))
    yield conversation
    await store.close()
