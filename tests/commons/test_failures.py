"""The moderators' room hears, once a day, of what did not reach anybody."""

from datetime import timedelta

import pytest

from commonsbot.commons.failures import FailureNews
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.rooms import Room
from tests.commands.conftest import DESK, HELP_ROOM, OTHER_ROOM, Conversation, words_of
from tests.commands.conftest import talk as talk
from tests.commands.newsroom import source

CHAT = RoomId("!chat:example.org")
FORBIDDEN = "403 M_FORBIDDEN User @commonsbot:example.org not in room"


@pytest.fixture
async def news(talk: Conversation) -> FailureNews:
    await talk.open_desk()
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=HELP_ROOM, name="Entraide"))
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=UserId("@anne:example.org")))
    return FailureNews(
        talk.store, talk.languages, talk.office, lambda: talk.desk, lambda: talk.clock.now
    )


async def refuse(talk: Conversation, room: RoomId, error: str, *keys: str) -> None:
    """The homeserver refuses messages there."""
    document = talk.views.texts.document("away")
    async with talk.store.transaction() as tx:
        for key in keys:
            await tx.outbox.add(Outgoing(key=key, room=room, kind=Kind.NEWS, document=document))
        for queued in await tx.sending.heads(()):
            if queued.message.room == room:
                await tx.sending.refuse(queued.id, error)
    if len(keys) > 1:
        await refuse(talk, room, error, *keys[1:])


async def told(talk: Conversation) -> list[str]:
    return [words_of(one) for one in await talk.all_heard() if one.key.startswith("failures:")]


async def test_they_are_grouped_by_room_with_the_reason(
    talk: Conversation, news: FailureNews
) -> None:
    await refuse(talk, HELP_ROOM, FORBIDDEN, "a", "b")
    await refuse(talk, OTHER_ROOM, "413 M_TOO_LARGE event too large", "c")
    await refuse(talk, CHAT, FORBIDDEN, "d")
    talk.clock.now += timedelta(minutes=1)
    await news.tell()
    (said,) = await told(talk)
    assert "Entraide : 2 messages refusés, car je n'ai pas le droit d'y écrire" in said
    assert "un message refusé par le serveur (413 M_TOO_LARGE event too large)" in said
    assert "un message direct : un message refusé" in said and "anne" not in said


async def test_at_most_once_a_day_and_nothing_twice(talk: Conversation, news: FailureNews) -> None:
    await refuse(talk, HELP_ROOM, FORBIDDEN, "a")
    talk.clock.now += timedelta(minutes=1)
    await news.tell()
    talk.clock.now += timedelta(minutes=1)
    await refuse(talk, OTHER_ROOM, FORBIDDEN, "b")
    await news.tell()
    assert len(await told(talk)) == 1
    talk.clock.now += timedelta(days=1)
    await news.tell()
    _, second = await told(talk)
    assert "!autre:example.org : un message" in second and "Entraide" not in second
    talk.clock.now += timedelta(days=1)
    await news.tell()
    assert len(await told(talk)) == 2


async def test_nothing_is_told_at_night_nor_of_the_room_itself(
    talk: Conversation, news: FailureNews
) -> None:
    await refuse(talk, HELP_ROOM, FORBIDDEN, "a")
    morning = talk.clock.now + timedelta(minutes=1)
    talk.clock.now = morning.replace(hour=22)
    await news.tell()
    assert not await told(talk)
    talk.clock.now = morning + timedelta(days=1)
    await news.tell()
    assert len(await told(talk)) == 1
    talk.clock.now += timedelta(days=1)
    await refuse(talk, DESK, FORBIDDEN, "b")
    talk.clock.now += timedelta(minutes=1)
    await news.tell()
    assert len(await told(talk)) == 1


async def test_a_feed_that_is_gone_is_told_once(talk: Conversation, news: FailureNews) -> None:
    gone = await source(talk, "La gazette")
    async with talk.store.transaction() as tx:
        await tx.source_readings.failed(gone, "fetch-gone", "", stop=True)
    await news.tell()
    (said,) = await told(talk)
    assert "La gazette : un échec" in said
    talk.clock.now += timedelta(days=2)
    await news.tell()
    assert len(await told(talk)) == 1


async def test_without_a_moderators_room_nothing_is_told(
    talk: Conversation, news: FailureNews
) -> None:
    await refuse(talk, HELP_ROOM, FORBIDDEN, "a")
    talk.desk = None
    talk.clock.now += timedelta(minutes=1)
    await news.tell()
    assert not await told(talk)
