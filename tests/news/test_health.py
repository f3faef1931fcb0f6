"""Moderators hear of sources that fail: once, together, and not of every failure."""

import pytest

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.rooms import Room
from commonsbot.news.health import SourceHealth
from commonsbot.news.poll import Poller
from commonsbot.store import Store
from tests.languages import speaking

from .conftest import ANNE, ROOM, Clock, Site, ask, follow, reread, rss, sent, words

STEWARD = UserId("@claire:example.org")


@pytest.fixture
def health(store: Store, clock: Clock) -> SourceHealth:
    return SourceHealth(store, speaking("fr"), [STEWARD], lambda: None, clock)


async def test_three_failures_are_told_once_to_who_added_the_source(
    site: Site, store: Store, poller: Poller, clock: Clock, health: SourceHealth
) -> None:
    chat = RoomId("!chat:example.org")
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=chat, direct=True, peer=ANNE))
    added = await ask(store, site.serve("/feed", rss(1)))
    configured = await follow(store, site.serve("/other", rss(2)))
    await poller.poll_due()
    await sent(store)
    for path in ("/feed", "/other"):
        site.serve(path, status=500)
    for failures in (1, 2, 3):
        clock.forward(days=1)
        await poller.poll_due()
        await health.tell()
        assert (await reread(store, added.id)).failures == failures
        if failures < 3:
            assert await sent(store) == []
    by_room = {message.room: words(message) for message in await sent(store)}
    assert set(by_room) == {chat, ROOM}
    assert f"n° {added.id} · Le journal : 3 échecs de suite" in by_room[chat]
    assert f"n° {configured.id} · " in by_room[ROOM]
    clock.forward(days=1)
    await poller.poll_due()
    await health.tell()
    assert await sent(store) == []


async def test_a_source_that_came_back_may_be_told_again(
    site: Site, store: Store, poller: Poller, clock: Clock, health: SourceHealth
) -> None:
    await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    for _ in range(2):
        site.serve("/feed", status=404)
        for _failure in range(3):
            clock.forward(days=1)
            await poller.poll_due()
        await health.tell()
        assert len(await sent(store)) == 1
        site.serve("/feed", rss(1))
        clock.forward(days=1)
        await poller.poll_due()
