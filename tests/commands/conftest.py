"""The commons without Matrix: say something, read the answer."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from shutil import copyfile
from zoneinfo import ZoneInfo

import pytest

from commonsbot.commands import COMMANDS, GESTURES, Dispatcher
from commonsbot.commons.themes import adopt
from commonsbot.config.themes import load
from commonsbot.domain.diagnosis import Diagnosis, Trust
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Incoming, Outgoing
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.rooms import Room
from commonsbot.errors import UserError
from commonsbot.matrix.render import plain_of
from commonsbot.store import Store
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
    strict: bool = False
    events: "count[int]" = field(default_factory=count)
    diagnosis: Diagnosis = field(default_factory=lambda: Diagnosis(trust=Trust.SIGNED))
    """What would be found in any room."""

    def __post_init__(self) -> None:
        self.views = Views(Translator(self.language), Permalinks(), ZoneInfo("Europe/Paris"))
        self.dispatcher = Dispatcher(
            COMMANDS,
            GESTURES,
            self.views,
            stewards=[CLAIRE],
            max_age=timedelta(minutes=10),
            now=lambda: self.clock.now,
            strict=self.strict,
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
        if self.dispatcher.examines(message, call):
            message = replace(message, diagnosis=self.diagnosis)
        try:
            async with self.store.transaction() as tx:
                said = await self.dispatcher.handle(tx, message, call, "sync1")
        except UserError as error:
            return self.dispatcher.excuse(message, error)
        self.clock.now += timedelta(seconds=1)
        return said

    async def say(
        self, text: str, sender: UserId = ANNE, room: RoomId = HELP_ROOM, **facts: object
    ) -> str:
        """The answer's words, with ordinary spaces; "" for silence."""
        said = await self.answer(text, sender, room, **facts)
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
