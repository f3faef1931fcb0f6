"""What the bot says of messages it can't read: once, where it helps, and seldom elsewhere."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from commonsbot.commons.unread import UnreadNotices
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.refusals import Reason, Refusal
from commonsbot.domain.rendering import plain_of
from commonsbot.domain.rooms import Room
from commonsbot.domain.unread import GRACE, MOST_NOTICES
from commonsbot.store import Store
from commonsbot.texts import Translator
from tests.languages import speaking

ANNE, BRUNO = UserId("@anne:example.org"), UserId("@bruno:example.org")
ROOM, CHAT = RoomId("!room:example.org"), RoomId("!chat:example.org")


@dataclass
class Scene:
    store: Store
    now: datetime
    signed: bool = True
    said: list[Outgoing] = field(default_factory=list)
    events: "count[int]" = field(default_factory=count)

    async def unread(self, sender: UserId = ANNE, room: RoomId = ROOM, **how: object) -> EventId:
        """A message that can't be read comes."""
        number = next(self.events)
        event = EventId(f"$event{number}")
        source = {"sender": sender, "content": {"session_id": f"session of {sender}"}}
        async with self.store.transaction() as tx:
            await tx.unread.keep(room, event, source, **how)  # type: ignore[arg-type]
        return event

    async def refuses(self, reason: Reason, user: UserId = ANNE, room: RoomId = ROOM) -> None:
        session = f"session of {user}"
        key = Refusal(user=user, reason=reason, room=room, session=session)
        async with self.store.transaction() as tx:
            await tx.refusals.keep(key)

    async def later(self, wait: timedelta = GRACE) -> list[str]:
        """What the bot says when it looks again."""
        self.now += wait
        await self._notices().round()
        queued = await self.store.read.sending.heads(set())
        async with self.store.transaction() as tx:
            for head in queued:
                self.said.append(head.message)
                await tx.sending.sent(head.id, EventId(f"$notice{next(self.events)}"))
        return [plain_of(head.message.document).replace("\u00a0", " ") for head in queued]

    def _notices(self) -> UnreadNotices:
        async def is_signed() -> bool:
            return self.signed

        return UnreadNotices(self.store, speaking("fr"), is_signed, lambda: self.now)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    scene = Scene(None, datetime(2026, 11, 24, 10, tzinfo=UTC))  # type: ignore[arg-type]
    scene.store = await Store.open(tmp_path / "commonsbot.db", lambda: scene.now)
    async with scene.store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM, encrypted=True))
        await tx.rooms.join(Room(id=CHAT, encrypted=True, direct=True))
    yield scene
    await scene.store.close()


async def test_a_sender_is_told_after_a_while_and_once(scene: Scene) -> None:
    event = await scene.unread()
    assert await scene.later(timedelta(seconds=50)) == []
    [said] = await scene.later(timedelta(seconds=10))
    assert said.startswith("Je n'ai pas pu lire votre message")
    assert said.endswith("S'il n'était pas pour moi, il n'y a rien à faire.")
    assert "Envoyez-le de nouveau." in said
    [notice] = scene.said
    assert notice.notice and notice.reply_to == event and notice.mentions == ()
    assert notice.kind is Kind.ANSWER and notice.key == f"unread:{event}"
    assert await scene.later() == []


async def test_a_message_whose_key_came_is_not_spoken_of(scene: Scene) -> None:
    event = await scene.unread()
    async with scene.store.transaction() as tx:
        await tx.unread.forget(event)
    assert await scene.later() == []


async def test_a_member_is_told_once_a_day_in_a_direct_chat(scene: Scene) -> None:
    for _ in range(3):
        await scene.unread(room=CHAT)
    [said] = await scene.later()
    assert "S'il n'était pas pour moi" not in said
    await scene.unread(room=CHAT)
    assert await scene.later() == []
    await scene.unread(room=CHAT)
    assert len(await scene.later(timedelta(days=1))) == 1


async def test_ordinary_talk_in_a_room_is_spoken_of_once_a_week(scene: Scene) -> None:
    await scene.unread()
    assert len(await scene.later()) == 1
    for _ in range(6):
        await scene.unread()
        assert await scene.later(timedelta(days=1)) == []
    await scene.unread()
    assert len(await scene.later(timedelta(days=1))) == 1


async def test_an_answer_to_the_bot_is_for_the_bot(scene: Scene) -> None:
    await scene.unread()
    await scene.later()
    await scene.unread(answers_bot=True, thread=EventId("$thread"))
    assert len(await scene.later(timedelta(days=1))) == 1
    assert scene.said[-1].thread == "$thread"


async def test_a_room_hears_of_it_a_few_times_a_day_whatever_happens(scene: Scene) -> None:
    for number in range(MOST_NOTICES + 2):
        await scene.unread(UserId(f"@member{number}:example.org"))
        await scene.later()
    assert len(scene.said) == MOST_NOTICES


async def test_each_room_and_each_member_counts_alone(scene: Scene) -> None:
    await scene.unread()
    await scene.unread(BRUNO)
    await scene.unread(room=CHAT)
    for _ in range(2):
        await scene.later()
    assert [notice.room for notice in scene.said].count(ROOM) == 2
    assert [notice.room for notice in scene.said].count(CHAT) == 1


async def test_a_refusal_is_answered_at_once_with_what_ends_it(scene: Scene) -> None:
    await scene.refuses(Reason.UNVERIFIED)
    await scene.refuses(Reason.BLACKLISTED, BRUNO)
    await scene.unread()
    await scene.unread(BRUNO)
    first = await scene.later(timedelta(0))
    second = await scene.later(timedelta(0))
    assert "« Envoyer des messages uniquement aux utilisateurs vérifiés »" in first[0]
    assert "Votre application a bloqué mon appareil" in second[0]


async def test_an_unsigned_bot_says_once_to_all_that_it_must_be_signed(scene: Scene) -> None:
    scene.signed = False
    for member in (ANNE, BRUNO):
        await scene.refuses(Reason.UNVERIFIED, member)
        await scene.unread(member)
    [said] = await scene.later(timedelta(0))
    assert "prévenez la personne qui m'administre" in said
    assert await scene.later() == []


async def test_a_refusal_of_another_key_explains_nothing(scene: Scene) -> None:
    await scene.refuses(Reason.UNVERIFIED, room=CHAT)
    await scene.refuses(Reason.UNVERIFIED, BRUNO)
    await scene.unread()
    assert await scene.later(timedelta(0)) == []
    assert "Envoyez-le de nouveau. Si cela revient, fermez" in (await scene.later())[0]


async def test_nothing_is_said_where_the_bot_is_no_more(scene: Scene) -> None:
    await scene.unread()
    async with scene.store.transaction() as tx:
        await tx.rooms.leave(ROOM)
    assert await scene.later() == []


async def test_what_was_not_for_the_bot_gets_no_word(scene: Scene) -> None:
    await scene.unread(silent=True)
    assert await scene.later() == []
    assert await scene.store.read.unread.of_room(ROOM) == []


async def test_it_tells_whether_there_is_more_to_wait_for(scene: Scene) -> None:
    notices = scene._notices()
    assert not await notices.round()
    await scene.unread()
    assert await notices.round()
    await scene.refuses(Reason.BLACKLISTED)
    assert not await notices.round()


async def test_english_is_complete(scene: Scene) -> None:
    for cure in ("again", "trust", "unblock", "sign"):
        assert Translator("en").plain(f"unread-{cure}")
