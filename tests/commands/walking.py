"""A walk through rooms where some may read what others may not, and who judges what is said there.

Every card has words of its own (`marque3zqv`), and so has every version of it and every piece of
news: whatever is said, it is known of whom it speaks.
"""

import asyncio
import re
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from commonsbot.cli.export import AUDIENCES
from commonsbot.commons.exchange.public import published
from commonsbot.commons.follows import Alerts
from commonsbot.commons.notes import NoteTeller
from commonsbot.digest.edition import draft
from commonsbot.domain.audiences import Audience, Reader, may_read
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.messages import Outgoing
from commonsbot.domain.rendering import html_of
from commonsbot.domain.resources import Resource, Status
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, Clock, Conversation, _with_vocabulary
from tests.commands.newsroom import publish, source

ROOMS = tuple(RoomId(f"!salon{n}:example.org") for n in range(3))
NEWS_ROOM, REVIEWED = ROOMS[0], ROOMS[2]
"""The one that follows a source, and the one whose shares wait for a moderator."""
MEMBERS = (ANNE, BRUNO, UserId("@denise:example.org"))
MARK = re.compile(r"(?:marque|ancien|actu)\d+zqv")
CARDS = range(1, 9)

room, member = st.sampled_from(ROOMS), st.sampled_from(MEMBERS)
audience = st.sampled_from(("salon", "réseau", "public\nlicence : cc-by"))
which = st.integers(CARDS[0], CARDS[-1])
page = st.integers(1, 2)
READS = st.sampled_from(
    [
        *("!chercher marque", "!récent", "!fiche {n}", "!fiche {n} historique", "!essais {n}"),
        *("!chercher #commun", "!thème commun", "!thèmes", "!questions", "!créditer {n}", "!plus"),
        *("!licence {n}", "!visible {n}", "!merci {n}", "!utile {n}", "!propositions", "!vérifier"),
        *("!chercher de:anne", "!chercher salon:ici marque", "!chercher -rien type:astuce"),
        *("!lettre aperçu", "!testé {n} adapté", "!chercher mraque{n}", "!fusionner {n} 1"),
        *("!signer {n}", "!signer {n} personne", "!mes-données", "!chercher marque pourquoi"),
        *("!fiche {n} version 1", "!fiche {n} version 2", "!rétablir {n} 1", "!suivis"),
        *("!veille", "!chercher actualité dans:actus", "!partager actu 1", "!échéances", "!stats"),
        *("!modérer", "!accepter {n}", "!masquer {n}", "!journal", "!retirer {n}"),
    ]
)
TOTAL = re.compile(r"\b(\d+) (?:fiche|résultat)s?\b")
"""« 3 fiches »: how many there are is told to nobody who may not read them."""
COUNTING = (
    *("!chercher marque", "!chercher #commun", "!thème commun", "!chercher marque pourquoi"),
    "!stats",
)


def chat_of(user: UserId) -> RoomId:
    return RoomId(f"!chat-{user[1:].partition(':')[0]}:example.org")


class Walk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = TemporaryDirectory()
        self.inside = {user: {ROOMS[n]} for n, user in enumerate(MEMBERS)}
        self.shared = 0
        self.news_shared = False

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    @initialize()
    def begin(self) -> None:
        self.talk = self.do(self._open())
        for user, rooms in self.inside.items():
            self.share(user, min(rooms), "salon", 1)

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
        talk = Conversation(store, clock, reviewed={REVIEWED})
        await publish(talk, await source(talk, "Cap'Com", NEWS_ROOM), "Une actualité actu1zqv")
        return talk

    # What members do

    @rule(user=member, there=room, seen=audience, link=page)
    def share(self, user: UserId, there: RoomId, seen: str, link: int) -> None:
        """Several cards lead to one page: who shares it again is told of those they may read."""
        self.inside[user].add(there)
        self.shared += 1
        text = f"marque{self.shared}zqv #commun\nhttps://example.org/{link}"
        self.hear(there, user, f"!partager {text}\nvisible : {seen}")
        self.hear(there, user, "!oui")

    @rule(user=member, there=room, seen=audience)
    def ask(self, user: UserId, there: RoomId, seen: str) -> None:
        self.inside[user].add(there)
        self.shared += 1
        self.hear(there, user, f"!question marque{self.shared}zqv ?\nvisible : {seen}")

    @rule(user=member, number=which, seen=audience, there=room)
    def show_to_others(self, user: UserId, number: int, seen: str, there: RoomId) -> None:
        self.hear(there, user, f"!visible {number} {seen.split()[0]}")
        self.hear(there, user, "!oui")

    @rule(user=member, number=which, there=room, again=st.integers(1, 99))
    def reword(self, user: UserId, number: int, there: RoomId, again: int) -> None:
        """What was there before stays in the history, for who could read it then."""
        self.hear(there, user, f"!modifier {number} texte: ancien{again}zqv")
        self.hear(there, user, f"!modifier {number} texte: aucun")

    @rule(number=which, there=room)
    def accept(self, number: int, there: RoomId) -> None:
        self.hear(there, CLAIRE, f"!accepter {number}", power=50)

    @rule(user=member, number=which, there=room)
    def take_out(self, user: UserId, number: int, there: RoomId) -> None:
        self.hear(there, user, f"!retirer {number}")

    @rule(user=member, there=room)
    def come(self, user: UserId, there: RoomId) -> None:
        self.inside[user].add(there)

    @rule(user=member, there=room)
    def leave(self, user: UserId, there: RoomId) -> None:
        self.inside[user].discard(there)

    @rule(user=member, there=room)
    def follow(self, user: UserId, there: RoomId) -> None:
        for what in ("#commun", "marque", "actualité"):
            self.hear(there, user, f"!suivre {what}")

    @rule(user=member)
    def follow_alone(self, user: UserId) -> None:
        self.alone(user, "!suivre #commun")
        self.alone(user, "!suivre actualité")

    @rule(user=member, there=room, by=member, elsewhere=room, seen=audience)
    def be_told_what_is_new(
        self, user: UserId, there: RoomId, by: UserId, elsewhere: RoomId, seen: str
    ) -> None:
        """In that order, which chance alone seldom finds."""
        self.follow(user, there)
        self.follow_alone(user)
        self.share(by, elsewhere, seen, 1)
        self.told_by_the_bot()

    @rule(user=member, number=st.integers(1, 2))
    def thank(self, user: UserId, number: int) -> None:
        """For one of the first cards, in its room: its author hears of it alone."""
        self.hear(ROOMS[number - 1], user, f"!merci {number}")
        self.told_by_the_bot()

    @rule(user=member, there=room, again=st.integers(1, 99), by=member, elsewhere=room)
    def have_a_past(
        self, user: UserId, there: RoomId, again: int, by: UserId, elsewhere: RoomId
    ) -> None:
        """A card says something to its room, then something else to everybody, who look back."""
        self.share(user, there, "salon", 1 + again % 2)
        self.reword(user, self.shared, there, again)
        self.show_to_others(user, self.shared, "réseau", there)
        for asked in ("historique", "version 2"):
            self.hear(elsewhere, by, f"!fiche {self.shared} {asked}")

    # What is read

    @rule(user=member, there=room, asked=READS, number=which, power=st.sampled_from((0, 0, 50)))
    def read_in_a_room(
        self, user: UserId, there: RoomId, asked: str, number: int, power: int
    ) -> None:
        self.hear(there, user, asked.replace("{n}", str(number)), power=power)

    @rule(user=member, asked=READS, number=which)
    def read_alone(self, user: UserId, asked: str, number: int) -> None:
        self.alone(user, asked.replace("{n}", str(number)))

    @rule(user=member, there=room)
    def look_after(self, user: UserId, there: RoomId) -> None:
        """What who moderates a room looks at there."""
        for asked in ("!modérer", "!propositions", "!stats", "!thème commun", "!récent"):
            self.hear(there, user, asked, power=50)

    @rule(there=room)
    def read_the_letter(self, there: RoomId) -> None:
        self.do(self._letter(there))

    async def _letter(self, there: RoomId) -> None:
        until = self.talk.clock.now + timedelta(minutes=1)
        async with self.talk.store.transaction() as tx:
            letter = await draft(tx, self.talk.views, there, until)
        await self.judge(str(letter), Reader(frozenset({there})), "the letter")

    @rule()
    def told_by_the_bot(self) -> None:
        """A day later, what is new is told to who follows it, and thanks to who shared."""
        self.do(self._told())

    async def _told(self) -> None:
        talk, clock = self.talk, self.talk.clock
        clock.now += timedelta(days=1)
        alerts = Alerts(talk.store, talk.languages, talk.office, lambda: clock.now, self._rooms_of)
        notes = NoteTeller(
            talk.store, talk.languages, talk.office, lambda: clock.now, None, timedelta(0)
        )
        await alerts.tell()
        await notes.tell()
        for said in await talk.wait(timedelta(0)):
            await self.judge_message(said, "")

    async def _rooms_of(self, user: UserId) -> frozenset[RoomId]:
        return frozenset(self.inside[user])

    @rule()
    def export_what_is_public(self) -> None:
        self.do(self._export())

    async def _export(self) -> None:
        records = self.talk.store.read.records.each(AUDIENCES["public"])
        for item in [one async for one in records]:
            await self.judge(str(published(item)), Reader(frozenset()), "the export")

    # Who judges

    def alone(self, user: UserId, text: str) -> None:
        rooms = frozenset(self.inside[user])
        self.hear(chat_of(user), user, text, direct=True, sender_rooms=rooms)

    def hear(self, there: RoomId, user: UserId, text: str, **facts: Any) -> None:
        self.do(self._hear(there, user, text, facts))

    async def _hear(self, there: RoomId, user: UserId, text: str, facts: dict[str, Any]) -> None:
        for said in await self.talk.tell(text, user, there, **facts):
            await self.judge_message(said, text)
        self.news_shared = self.news_shared or await self._news_became_a_card()

    async def _news_became_a_card(self) -> bool:
        """Its words are its author's to give from then on."""
        cards = await self._cards()
        return any("actu1zqv" in card.title for card in cards)

    async def judge_message(self, said: Outgoing, text: str) -> None:
        reader, html = self.reader_of(said.room), html_of(said.document)
        await self.judge(html, reader, text)
        if text in COUNTING:
            most = sum([self.may_read(card, reader) for card in await self._cards()])
            for count in TOTAL.findall(html.replace("\u202f", "").replace("\u00a0", " ")):
                assert int(count) <= most, f"{text!r} counted {count} of {most} for {reader}"

    def reader_of(self, there: RoomId) -> Reader:
        """Who reads what is said there."""
        for user in MEMBERS:
            if there == chat_of(user):
                return Reader(frozenset({there, *self.inside[user]}), user)
        return Reader(frozenset({there}))

    async def judge(self, said: str, reader: Reader, text: str) -> None:
        for mark in set(MARK.findall(said)) - set(MARK.findall(text)):
            if mark.startswith("actu") and not self.news_shared:
                assert NEWS_ROOM in reader.rooms, f"{text!r} told the news to {reader}"
                continue
            holders = [
                card for card in await self._cards() if await self._holds(card, mark, reader)
            ]
            assert holders, f"{text!r} told {mark} to {reader}: {said}"

    async def _cards(self) -> list[Resource]:
        every: list[Resource] = await self.talk.store.read.resources.after(ResourceId(0), 100)
        return every

    async def _holds(self, card: Resource, mark: str, reader: Reader) -> bool:
        """Whether `reader` may read `mark` in `card`, as it is or as it was when they might."""
        if not self.may_read(card, reader):
            return False
        states = await self.talk.store.read.revisions.of(card.id)
        return await self._is_proposed(card, mark) or any(
            mark in f"{state.draft.title} {state.draft.text}"
            and may_read(state.draft.audience or Audience.ROOM, card.room, card.author, reader)
            for state in states
        )

    async def _is_proposed(self, card: Resource, mark: str) -> bool:
        """By somebody: who may read a card may read what its author is asked about it."""
        sql = "SELECT 1 FROM proposal WHERE resource_id = ? AND instr(change, ?)"
        return bool(await self.talk.store.read.outbox._db.value(sql, card.id, mark))

    def may_read(self, card: Resource, reader: Reader) -> bool:
        """What waits for a moderator is read where it was shared, what was taken back by nobody
        but its author."""
        own = reader.user is not None and reader.user == card.author
        if reader == Reader(frozenset()):  # anybody
            return card.status is Status.PUBLISHED and card.audience is Audience.PUBLIC
        if card.status is Status.PUBLISHED:
            return may_read(card.audience, card.room, card.author, reader)
        return own or (card.status in (Status.PENDING, Status.HIDDEN) and card.room in reader.rooms)

    def teardown(self) -> None:
        if hasattr(self, "talk"):
            self.do(self.talk.store.close())
        self.loop.close()
        self.folder.cleanup()
