"""A random walk: rooms × members × audiences × moves × searches × lists × letters × alerts.

Whatever happened before, no answer holds a word that its reader may not see.
"""

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from commonsbot.commons.follows import Alerts
from commonsbot.digest.edition import draft
from commonsbot.domain.audiences import Reader, may_read
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.rendering import html_of
from commonsbot.domain.resources import Status
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, Clock, Conversation, _with_vocabulary

ROOMS = tuple(RoomId(f"!salon{n}:example.org") for n in range(3))
MEMBERS = (ANNE, BRUNO, CLAIRE)

room, member = st.sampled_from(ROOMS), st.sampled_from(MEMBERS)
audience = st.sampled_from(("salon", "réseau"))
which = st.integers(1, 8)
READS = st.sampled_from(
    [
        *("!chercher marque", "!récent", "!fiche {n}", "!fiche {n} historique", "!essais {n}"),
        *("!chercher #commun", "!thème commun", "!thèmes", "!questions", "!créditer {n}", "!plus"),
        *("!licence {n}", "!visible {n}", "!merci {n}", "!utile {n}", "!propositions", "!vérifier"),
        *("!chercher de:anne", "!chercher salon:ici marque", "!chercher -rien type:astuce"),
        *("!lettre aperçu", "!testé {n} adapté", "!chercher mraque{n}", "!fusionner {n} 1"),
        *("!signer {n}", "!signer {n} personne", "!mes-données"),
    ]
)


def chat_of(user: UserId) -> RoomId:
    return RoomId(f"!chat-{user[1:].partition(':')[0]}:example.org")


def mark(number: int) -> str:
    """A word of the card that nothing else says."""
    return f"marque{number}zqv"


class Walk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = TemporaryDirectory()
        self.inside = {user: {ROOMS[n]} for n, user in enumerate(MEMBERS)}
        self.shared = 0

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    @initialize()
    def begin(self) -> None:
        self.talk = self.do(self._open())
        for user, rooms in self.inside.items():
            self.share(user, min(rooms), "salon")

    async def _open(self) -> Conversation:
        folder = Path(self.folder.name)
        copyfile(await _with_vocabulary(folder), folder / "commonsbot.db")
        clock = Clock(datetime(2026, 11, 24, 10, tzinfo=UTC))
        store = await Store.open(folder / "commonsbot.db", lambda: clock.now)
        async with store.transaction() as tx:
            for id in ROOMS:
                await tx.rooms.join(Room(id=id))
            for user in MEMBERS:
                await tx.rooms.join(Room(id=chat_of(user), direct=True, peer=user))
        return Conversation(store, clock)

    @rule(user=member, there=room, seen=audience)
    def share(self, user: UserId, there: RoomId, seen: str) -> None:
        self.inside[user].add(there)
        self.shared += 1
        text = f"!partager {mark(self.shared)} #commun\nvisible : {seen}"
        self.hear(there, user, text)

    @rule(user=member, number=which, seen=audience, there=room)
    def show_to_others(self, user: UserId, number: int, seen: str, there: RoomId) -> None:
        self.hear(there, user, f"!visible {number} {seen}")
        self.hear(there, user, "!oui")

    @rule(user=member, number=which, there=room)
    def take_out(self, user: UserId, number: int, there: RoomId) -> None:
        self.hear(there, user, f"!retirer {number}")

    @rule(user=member, there=room)
    def come(self, user: UserId, there: RoomId) -> None:
        self.inside[user].add(there)

    @rule(user=member, there=room)
    def leave(self, user: UserId, there: RoomId) -> None:
        self.inside[user].discard(there)

    @rule(user=member, there=room, asked=READS, number=which)
    def read_in_a_room(self, user: UserId, there: RoomId, asked: str, number: int) -> None:
        self.hear(there, user, asked.replace("{n}", str(number)))

    @rule(user=member, asked=READS, number=which)
    def read_alone(self, user: UserId, asked: str, number: int) -> None:
        rooms = frozenset(self.inside[user])
        self.hear(
            chat_of(user), user, asked.replace("{n}", str(number)), direct=True, sender_rooms=rooms
        )

    @rule(there=room)
    def read_the_letter(self, there: RoomId) -> None:
        self.do(self._letter(there))

    async def _letter(self, there: RoomId) -> None:
        until = self.talk.clock.now + timedelta(minutes=1)
        async with self.talk.store.transaction() as tx:
            letter = await draft(tx, self.talk.views, there, until)
        await self.judge(str(letter), Reader(frozenset({there})), "the letter")

    @rule(user=member, there=room)
    def follow(self, user: UserId, there: RoomId) -> None:
        self.hear(there, user, "!suivre #commun")
        self.hear(there, user, "!suivre marque")

    @rule(user=member)
    def follow_alone(self, user: UserId) -> None:
        self.hear(chat_of(user), user, "!suivre #commun", direct=True)

    @rule()
    def alerts(self) -> None:
        """A day later, what is new is told to who follows it, where they said so."""
        self.do(self._alerts())

    async def _alerts(self) -> None:
        talk = self.talk
        talk.clock.now += timedelta(days=1)
        clock = talk.clock
        told = Alerts(talk.store, talk.languages, talk.office, lambda: clock.now, self._rooms_of)
        await told.tell()
        for said in await talk.wait(timedelta(0)):
            await self.judge(html_of(said.document), self.reader_of(said.room), "")

    async def _rooms_of(self, user: UserId) -> frozenset[RoomId]:
        return frozenset(self.inside[user])

    def hear(self, there: RoomId, user: UserId, text: str, **facts: Any) -> None:
        self.do(self._hear(there, user, text, facts))

    async def _hear(self, there: RoomId, user: UserId, text: str, facts: dict[str, Any]) -> None:
        for said in await self.talk.tell(text, user, there, **facts):
            await self.judge(html_of(said.document), self.reader_of(said.room), text)

    def reader_of(self, there: RoomId) -> Reader:
        """Who reads what is said there."""
        for user in MEMBERS:
            if there == chat_of(user):
                return Reader(frozenset({there, *self.inside[user]}), user)
        return Reader(frozenset({there}))

    async def judge(self, said: str, reader: Reader, text: str) -> None:
        for number in range(1, self.shared + 1):
            if mark(number) not in said or mark(number) in text:
                continue
            card = await self.card_of(number)
            assert card is not None
            told_its_author = reader.user is not None and reader.user == card.author
            assert card.status is not Status.REMOVED or told_its_author, text
            seen = may_read(card.audience, card.room, card.author, reader)
            assert seen, f"{text!r} told card {number} ({card.audience}) to {reader}"

    async def card_of(self, number: int) -> Any:
        """Numbers are given in order, but a share may look like another and wait."""
        for id in range(1, self.shared + 1):
            card = await self.talk.store.read.resources.at(ResourceId(id))
            if card and mark(number) in card.title:
                return card
        return None

    def teardown(self) -> None:
        if hasattr(self, "talk"):
            self.do(self.talk.store.close())
        self.loop.close()
        self.folder.cleanup()


TestWalk = Walk.TestCase
TestWalk.settings = settings(
    max_examples=10,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
