"""From a page on the web to messages in the outbox."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from aiohttp import web

from commonsbot.domain.ids import EventId, RoomId, SourceId, UserId
from commonsbot.domain.markup import Block, Bullets, Link, Paragraph, plain
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.rooms import Room
from commonsbot.domain.sources import Request, Source, SourceStatus, Validators
from commonsbot.news.fetch import Answer, Fetcher
from commonsbot.news.parse import Parser
from commonsbot.news.poll import Poller
from commonsbot.store import Store
from commonsbot.store.outbox import Outbox
from commonsbot.texts.translator import Translator

from .conftest import Clock, Site, sample

ROOM, OTHER = RoomId("!room:example.org"), RoomId("!other:example.org")
ANNE = UserId("@anne:example.org")
HOUR = timedelta(hours=1)


def rss(*numbers: int, title: str = "Le journal") -> bytes:
    """A feed of invented articles, given from the newest."""
    items = "".join(
        f"<item><title>Un article dont le numéro est {n}</title><guid>a{n}</guid>"
        f"<link>https://example.org/a/{n}</link><description>Résumé {n}</description></item>"
        for n in numbers
    )
    return f"<rss><channel><title>{title}</title>{items}</channel></rss>".encode()


@pytest.fixture
async def poller(
    store: Store, fetcher: Fetcher, parser: Parser, texts: Translator, clock: Clock
) -> AsyncIterator[Poller]:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
        await tx.rooms.join(Room(id=OTHER))
    yield Poller(store, fetcher, parser, texts, clock, chance=lambda: 0.5)


async def follow(store: Store, url: str, *rooms: RoomId) -> Source:
    """As a configuration does: nobody waits for an answer."""
    async with store.transaction() as tx:
        source = await tx.sources.add(url, None)
        for room in rooms or (ROOM,):
            await tx.sources.follow(source.id, room, None)
    return source


async def ask(
    store: Store, url: str, room: RoomId = ROOM, event: str = "$ask", thread: str = ""
) -> Source:
    """As `!source ajouter` does."""
    async with store.transaction() as tx:
        source = await tx.sources.add(url, ANNE)
        await tx.sources.follow(source.id, room, ANNE)
        await tx.sources.ask(
            source.id,
            Request(
                room=room,
                user=ANNE,
                event=EventId(event),
                thread=EventId(thread) if thread else None,
            ),
        )
    return source


async def sent(store: Store) -> list[Outgoing]:
    """Takes every waiting message out of the outbox, oldest first."""
    messages = []
    while queued := await store.read.outbox.heads(()):
        async with store.transaction() as tx:
            for one in queued:
                messages.append(one.message)
                await tx.outbox.sent(one.id, EventId(f"$sent{one.id}"))
    return messages


def block_words(block: Block) -> str:
    rows = [block.children] if isinstance(block, Paragraph) else block.items
    return "\n".join(map(plain, rows))


def words(message: Outgoing) -> str:
    return "\n".join(map(block_words, message.document)).replace("\u00a0", " ")


async def reread(store: Store, id: SourceId) -> Source:
    source = await store.read.sources.get(id)
    assert source
    return source


async def again(poller: Poller, clock: Clock) -> None:
    clock.forward(hours=2)
    await poller.poll_due()


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


async def test_a_flood_is_kept_without_a_word(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(*range(10))))
    await poller.poll_due()
    site.serve("/feed", rss(*range(100, 120)))
    await again(poller, clock)
    assert await sent(store) == []
    assert await store.read.news.count(source.id) == 30
    site.serve("/feed", rss(200, *range(100, 119)))
    await again(poller, clock)
    assert len(await sent(store)) == 1


async def test_an_item_and_its_message_are_kept_together_or_not_at_all(
    site: Site, store: Store, poller: Poller, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> bool:
        raise OSError("no space left")

    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    site.serve("/feed", rss(2, 1))
    with monkeypatch.context() as patched:
        patched.setattr(Outbox, "add", full)
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
    assert "Les prochaines paraîtront ici" in said
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


async def test_failures_slow_down_and_a_good_reading_forgives(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", status=500))
    for hours in (2, 4, 8, 16, 24, 24):
        await poller.poll_due()
        found = await reread(store, source.id)
        assert found.next_at == clock() + hours * HOUR
        clock.time = found.next_at
    assert found.failures == 6
    assert found.status is SourceStatus.NEW
    site.serve("/feed", rss(1))
    await poller.poll_due()
    found = await reread(store, source.id)
    assert (found.failures, found.next_at) == (0, clock() + HOUR)
    assert await sent(store) == []


async def test_a_wait_asked_for_is_kept(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", status=429, Retry_After="999999999"))
    await poller.poll_due()
    assert (await reread(store, source.id)).next_at == clock() + timedelta(days=7)


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


async def test_validators_survive_and_nothing_is_parsed_when_nothing_changed(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    async def page(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        return web.Response(body=rss(1), headers={"ETag": '"1"'})

    site.pages["/feed"] = page
    source = await follow(store, site.url("/feed"))
    await poller.poll_due()
    await again(poller, clock)
    await again(poller, clock)
    assert [hit.headers.get("If-None-Match") for hit in site.hits] == [None, '"1"', '"1"']
    assert (await reread(store, source.id)).validators == Validators('"1"', "")


async def test_a_bad_reading_forgets_nothing(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(2, 1), ETag='"1"'))
    await poller.poll_due()
    for body in (b"<html>maintenance</html>", b""):
        site.serve("/feed", body, ETag='"2"')
        clock.forward(days=2)
        await poller.poll_due()
    assert (await reread(store, source.id)).validators == Validators('"1"', "")
    site.serve("/feed", rss(2, 1))
    clock.forward(days=2)
    await poller.poll_due()
    assert await sent(store) == []


async def test_the_next_reading_is_set_before_the_request_leaves(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    seen: list[datetime] = []

    async def page(_: web.Request) -> web.Response:
        seen.append((await reread(store, source.id)).next_at)
        return web.Response(body=rss(1))

    site.pages["/feed"] = page
    source = await follow(store, site.url("/feed"))
    await poller.poll_due()
    assert seen == [clock() + HOUR]


async def test_a_source_nobody_follows_any_more_stays_silent(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    async def page(_: web.Request) -> web.Response:
        async with store.transaction() as tx:
            await tx.sources.unfollow(source.id, ROOM)
        return web.Response(body=rss(2, 1))

    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    site.pages["/feed"] = page
    await again(poller, clock)
    await again(poller, clock)
    assert await sent(store) == []
    assert (await reread(store, source.id)).status is SourceStatus.STOPPED
    assert len(site.hits) == 2


async def test_a_source_of_rooms_left_is_not_read(site: Site, store: Store, poller: Poller) -> None:
    await follow(store, site.serve("/feed", rss(1)))
    async with store.transaction() as tx:
        await tx.rooms.leave(ROOM)
    await poller.poll_due()
    assert not site.hits


class FailingFetcher(Fetcher):
    """Breaks in a way nobody foresaw, on one address."""

    async def get(self, url: str, validators: Validators) -> Answer:
        if url.endswith("/broken"):
            raise ZeroDivisionError
        return await super().get(url, validators)


async def test_a_source_that_breaks_us_does_not_stop_the_others(
    site: Site,
    store: Store,
    parser: Parser,
    texts: Translator,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    poller: Poller,
) -> None:
    fetcher = FailingFetcher("x", now=clock, allowed=frozenset({"127.0.0.1"}))
    poller = Poller(store, fetcher, parser, texts, clock)
    broken = await follow(store, site.url("/broken"))
    good = await follow(store, site.serve("/good", rss(1)))
    await poller.poll_due()
    assert (await reread(store, broken.id)).failures == 1
    assert (await reread(store, good.id)).status is SourceStatus.ACTIVE
    assert "ZeroDivisionError" in caplog.text


async def test_one_request_at_a_time_for_a_host_and_four_in_all(
    site: Site, store: Store, poller: Poller, texts: Translator, clock: Clock, parser: Parser
) -> None:
    gauge = Gauge(clock)
    poller = Poller(store, gauge, parser, texts, clock)
    for host in range(8):
        for page in range(2):
            await follow(store, f"https://host{host}.example.org/{page}")
    await poller.poll_due()
    assert gauge.most == 4
    assert gauge.most_for_a_host == 1
    assert gauge.total == 16


class Gauge(Fetcher):
    """Counts the requests under way; each lasts a few turns of the loop."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("x", now=clock)
        self.under_way: list[str] = []
        self.most = self.most_for_a_host = self.total = 0

    async def get(self, url: str, validators: Validators) -> Answer:
        host = url.rsplit("/", 1)[0]
        self.under_way.append(host)
        self.total += 1
        self.most = max(self.most, len(self.under_way))
        self.most_for_a_host = max(self.most_for_a_host, self.under_way.count(host))
        for _ in range(10):
            await asyncio.sleep(0)
        self.under_way.remove(host)
        return Answer(body=rss(1), validators=Validators())


async def test_the_poller_wakes_for_a_new_source_and_stops_when_told(
    site: Site, store: Store, poller: Poller
) -> None:
    read = asyncio.Event()

    async def page(_: web.Request) -> web.Response:
        read.set()
        return web.Response(body=rss(1))

    site.pages["/feed"] = page
    running = asyncio.create_task(poller.run())
    await follow(store, site.url("/feed"))
    poller.wake()
    async with asyncio.timeout(5):
        await read.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_nothing_stays_open_after_a_round(
    site: Site, store: Store, poller: Poller, fetcher: Fetcher, parser: Parser
) -> None:
    await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    assert parser._child is None
    assert not fetcher._sessions
