"""What the rooms are told of the sources they follow."""

import pytest

from commonsbot.domain.ids import RoomId
from commonsbot.domain.markup import Bullets, Link, Paragraph, plain
from commonsbot.domain.messages import Kind
from commonsbot.domain.rooms import Room
from commonsbot.domain.sources import SourceStatus
from commonsbot.news.poll import Poller
from commonsbot.store import Store
from commonsbot.store.deliveries import Deliveries

from .conftest import (
    ANNE,
    HOUR,
    OTHER,
    ROOM,
    Clock,
    Site,
    again,
    ask,
    block_words,
    follow,
    reread,
    rss,
    sample,
    sent,
    words,
)


async def test_the_first_reading_is_silent_then_each_item_is_announced_once(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    await follow(store, site.serve("/feed", rss(2, 1)), ROOM, OTHER)
    await poller.poll_due()
    assert await sent(store) == []
    site.serve("/feed", rss(3, 2, 1))
    await again(poller, clock)
    messages = await sent(store)
    assert [message.room for message in messages] == sorted((ROOM, OTHER))
    assert words(messages[0]) == "Un article dont le numéro est 3 Le journal Résumé 3"
    assert {(m.kind, m.notice, m.mentions) for m in messages} == {(Kind.NEWS, False, ())}
    await again(poller, clock)
    assert await sent(store) == []


async def test_several_items_are_one_message_and_the_rest_is_named(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    await follow(store, site.serve("/feed", rss(*range(30))))
    await poller.poll_due()
    site.serve("/feed", rss(*range(41, 29, -1), *range(30)))
    await again(poller, clock)
    (message,) = await sent(store)
    count, rows, others = message.document
    assert block_words(count).replace("\u00a0", " ") == "12 actualités · Le journal"
    assert isinstance(rows, Bullets)
    assert len(rows.items) == 5
    assert plain(rows.items[0]).startswith("Un article dont le numéro est 41 Résumé 41")
    assert block_words(others).startswith("Et 7 autres\u00a0: Un article dont le numéro est 36 · ")
    assert isinstance(others, Paragraph)
    assert sum(isinstance(node, Link) for node in others.children) == 7
    news = await store.read.news.announced_between(ROOM, clock() - HOUR, clock() + HOUR)
    assert len(news) == 12
    assert news[0].title.endswith(" 41")


async def test_a_flood_is_held(site: Site, store: Store, poller: Poller, clock: Clock) -> None:
    source = await follow(store, site.serve("/feed", rss(*range(10))))
    await poller.poll_due()
    site.serve("/feed", rss(*range(100, 120)))
    await again(poller, clock)
    assert await sent(store) == []
    assert await store.read.news.count(source.id) == 30
    site.serve("/feed", rss(200, *range(100, 119)))
    await again(poller, clock)
    (message,) = await sent(store)
    assert "numéro est 200" in words(message)


async def test_an_item_and_its_way_to_the_rooms_are_kept_together_or_not_at_all(
    site: Site, store: Store, poller: Poller, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise OSError("no space left")

    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    site.serve("/feed", rss(2, 1))
    with monkeypatch.context() as patched:
        patched.setattr(Deliveries, "add_all", full)
        await again(poller, clock)
    assert await store.read.news.count(source.id) == 1
    clock.forward(days=1)
    await poller.poll_due()
    assert len(await sent(store)) == 1


async def test_who_asked_is_told_what_was_found(site: Site, store: Store, poller: Poller) -> None:
    await ask(store, site.serve("/feed", sample("11a")), thread="$root")
    await poller.poll_due()
    (message,) = await sent(store)
    assert (message.key, message.kind, message.mentions) == ("answer:$ask", Kind.ANSWER, (ANNE,))
    assert (message.thread, message.reply_to) == ("$root", "$ask")
    said = words(message)
    assert "Réseau Com'Exemple" in said
    assert "source n° 1" in said
    assert "20 articles" in said
    assert "Les prochains paraîtront ici" in said
    assert isinstance(message.document[1], Bullets)
    assert len(message.document[1].items) == 3
    assert "Sobriété éditoriale" in plain(message.document[1].items[0])


async def test_in_a_direct_chat_nobody_is_mentioned(
    site: Site, store: Store, poller: Poller
) -> None:
    direct = RoomId("!direct:example.org")
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=direct, direct=True))
    await ask(store, site.serve("/feed", rss(1)), room=direct)
    await poller.poll_due()
    (message,) = await sent(store)
    assert message.mentions == ()


async def test_a_second_room_is_answered_without_reading_again(
    site: Site, store: Store, poller: Poller
) -> None:
    url = site.serve("/feed", rss(2, 1))
    await follow(store, url)
    await poller.poll_due()
    await ask(store, url, room=OTHER)
    await poller.poll_due()
    (message,) = await sent(store)
    assert message.room == OTHER
    assert "2 articles" in words(message)
    assert len(site.hits) == 1


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (200, b"<html>bonjour</html>", "n'est pas un flux"),
        (200, b"", "vide"),
        (404, b"", "(404)"),
        (410, b"", "retirée définitivement"),
        (503, b"", "attendre"),
        (302, b"", "d'adresse en adresse"),
    ],
)
async def test_a_source_that_cannot_be_read_is_explained_and_dropped(
    status: int, body: bytes, said: str, site: Site, store: Store, poller: Poller
) -> None:
    source = await ask(store, site.serve("/feed", body, status))
    await poller.poll_due()
    (message,) = await sent(store)
    assert said in words(message)
    assert site.url("/feed") in words(message)
    assert message.mentions == (ANNE,)
    assert (await reread(store, source.id)).status is SourceStatus.STOPPED
    assert await store.read.sources.of_room(ROOM) == []


async def test_a_private_address_is_refused_with_a_reason(store: Store, poller: Poller) -> None:
    await ask(store, "http://192.168.1.1/rss.xml")
    await poller.poll_due()
    (message,) = await sent(store)
    assert "n'est pas publique" in words(message)


async def test_a_dropped_source_can_be_asked_for_again(
    site: Site, store: Store, poller: Poller
) -> None:
    source = await ask(store, site.serve("/feed", status=404))
    await poller.poll_due()
    await sent(store)
    site.serve("/feed", rss(1))
    await ask(store, site.url("/feed"), event="$again")
    async with store.transaction() as tx:
        await tx.sources.retry(source.id)
    await poller.poll_due()
    (message,) = await sent(store)
    assert (message.key, "Le journal" in words(message)) == ("answer:$again", True)


async def test_a_source_that_is_gone_is_said_once_and_read_no_more(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    await follow(store, site.serve("/feed", rss(1)), ROOM, OTHER)
    await poller.poll_due()
    site.serve("/feed", status=410)
    await again(poller, clock)
    messages = await sent(store)
    assert [message.notice for message in messages] == [True, True]
    assert "« Le journal » n'existe plus" in words(messages[0])
    await again(poller, clock)
    assert await sent(store) == []
    assert len(site.hits) == 2
