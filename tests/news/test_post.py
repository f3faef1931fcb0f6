"""When rooms hear of news, and what they hear."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from commonsbot.domain.hours import ALWAYS, Hours
from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.messages import Outgoing
from commonsbot.domain.posting import AT_MOST, Mode, Posting
from commonsbot.domain.rooms import Room
from commonsbot.matrix.render import content_of
from commonsbot.news.fetch import Fetcher
from commonsbot.news.parse import Parser
from commonsbot.news.poll import Poller
from commonsbot.news.post import LARGEST, Poster
from commonsbot.store import Store
from commonsbot.texts import Languages
from tests.languages import speaking

from .conftest import HOUR, OTHER, ROOM, Clock, Site, again, follow, rss, sent, words

OFFICE = Hours(opens=time(8, 30), closes=time(18, 30))


def entries(*items: tuple[str, str, str]) -> bytes:
    """A feed of (number, title, summary)."""
    written = "".join(
        f"<item><title>{title}</title><guid>a{n}</guid><link>https://example.org/a/{n}</link>"
        f"<description>{summary}</description></item>"
        for n, title, summary in items
    )
    return f"<rss><channel><title>Le journal</title>{written}</channel></rss>".encode()


OLD = ("1", "Un ancien article, déjà là", "Il y a longtemps")


@pytest.fixture
async def poster(store: Store, languages: Languages, clock: Clock, poller: Poller) -> Poster:
    return Poster(store, languages, lambda room: OFFICE if room.id == ROOM else ALWAYS, clock)


async def waiting(store: Store) -> list[Outgoing]:
    return [one.message for one in await store.read.sending.heads(())]


async def post(store: Store, source: Any, mode: Mode, every: timedelta = 4 * HOUR) -> None:
    async with store.transaction() as tx:
        await tx.followings.post(source.id, ROOM, Posting(mode, every))


async def test_news_wait_for_the_hours_of_their_room(
    site: Site, store: Store, poller: Poller, poster: Poster, clock: Clock
) -> None:
    await follow(store, site.serve("/feed", rss(1)), ROOM, OTHER)
    await poller.poll_due()
    clock.time = datetime(2026, 9, 22, 20, tzinfo=UTC)  # 22 h in Paris
    site.serve("/feed", rss(3, 2, 1))
    await poller.poll_due()
    await poster.post_due()
    assert [message.room for message in await waiting(store)] == [OTHER]
    clock.time = datetime(2026, 9, 23, 6, 29, tzinfo=UTC)
    rest = await poster.post_due()
    assert [message.room for message in await waiting(store)] == [OTHER]
    assert rest == timedelta(minutes=1)
    clock.time += rest
    await poster.post_due()
    assert {message.room for message in await waiting(store)} == {ROOM, OTHER}
    assert all("2 actualités" in words(message) for message in await waiting(store))


async def test_a_room_may_have_them_grouped(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    await post(store, source, Mode.GROUPED, 6 * HOUR)
    for new in (2, 3, 4):
        site.serve("/feed", rss(*range(new, 0, -1)))
        await again(poller, clock)
        assert await sent(store) == []
    await again(poller, clock)
    (message,) = await sent(store)
    assert words(message).startswith("3 actualités · Le journal")


async def test_a_room_may_have_them_in_its_letter_only(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    await post(store, source, Mode.LETTER)
    site.serve("/feed", rss(2, 1))
    await again(poller, clock)
    assert await sent(store) == []
    news = await store.read.news.announced_between(ROOM, clock() - HOUR, clock() + HOUR)
    assert [item.title for item in news] == ["Un article dont le numéro est 2"]


async def test_what_waits_goes_to_the_letter_when_the_room_says_so(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    await post(store, source, Mode.GROUPED)
    site.serve("/feed", rss(2, 1))
    await again(poller, clock)
    await post(store, source, Mode.LETTER)
    clock.forward(hours=9)
    assert await sent(store) == []


async def test_a_paused_source_and_one_no_longer_followed_say_nothing(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(1)), ROOM, OTHER)
    await poller.poll_due()
    async with store.transaction() as tx:
        await tx.followings.pause(source.id, ROOM, paused=True)
    site.serve("/feed", rss(2, 1))
    await again(poller, clock)
    async with store.transaction() as tx:
        await tx.followings.pause(source.id, ROOM, paused=False)
        await tx.followings.remove(source.id, OTHER)
    assert await sent(store) == []
    assert await store.read.news.announced_between(ROOM, clock() - HOUR, clock() + HOUR) == []


async def test_the_news_of_several_sources_are_one_message(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    for path, name in (("/journal", "Le journal"), ("/gazette", "La gazette")):
        await follow(store, site.serve(path, rss(title=name)))
    await poller.poll_due()
    site.serve("/journal", rss(1))
    site.serve("/gazette", rss(8, title="La gazette"))
    await again(poller, clock)
    (message,) = await sent(store)
    assert words(message).startswith("2 actualités · ")
    assert all(name in words(message) for name in ("Le journal", "La gazette"))
    assert "Un article dont le numéro est 8 La gazette Résumé 8" in words(message)


async def test_the_same_story_from_two_sources_is_told_once(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    def told(title: str, link: str) -> bytes:
        item = f"<item><title>{title}</title><link>https://{link}</link></item>"
        return f"<rss><channel><title>X</title>{item}</channel></rss>".encode()

    empty = b"<rss><channel><title>X</title></channel></rss>"
    for name in ("/a", "/b", "/c"):
        await follow(store, site.serve(name, empty), ROOM)
    await follow(store, site.url("/c"), OTHER)
    await poller.poll_due()
    for name, title, link in (
        ("/a", "Rennes ouvre une maison de l'eau", "a.example.org/eau"),
        ("/b", "Rennes ouvre sa Maison de l’eau", "b.example.org/rennes"),
        ("/c", "À lire : la maison de l'eau", "www.a.example.org/eau?utm_source=c"),
    ):
        site.serve(name, told(title, link))
        await again(poller, clock)
    messages = await sent(store)
    assert {message.room for message in messages} == {ROOM, OTHER}
    journal = await store.read.deliveries.journal(
        (await store.read.sources.of_room(ROOM))[1].id, ROOM, 5
    )
    assert [(one.handed, one.why) for one in journal] == [("double", "1")]


async def test_an_item_that_reads_otherwise_edits_the_message_about_it(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    await follow(store, site.serve("/feed", entries(OLD)))
    await poller.poll_due()
    site.serve("/feed", entries(("3", "Le palmares", "Bientôt"), ("2", "Autre", ""), OLD))
    await again(poller, clock)
    (message,) = await sent(store)
    assert "Le palmares Bientôt" in words(message)
    site.serve("/feed", entries(("3", "Le palmarès 2026", "Le voici"), ("2", "Autre", ""), OLD))
    await again(poller, clock)
    (edit,) = await sent(store)
    assert "Le palmarès 2026 Le voici" in words(edit)
    content = content_of(edit)
    assert content["m.relates_to"] == {"rel_type": "m.replace", "event_id": edit.replaces}
    assert "Le palmarès 2026" in content["m.new_content"]["body"]
    assert content["body"].startswith("* ")
    assert edit.replaces == await store.read.outbox._db.value(
        "SELECT event_id FROM outbox WHERE key = ?", message.key
    )
    await again(poller, clock)
    assert await sent(store) == []


async def test_an_edit_waits_until_its_message_is_there(
    site: Site, store: Store, poller: Poller, poster: Poster, clock: Clock
) -> None:
    await follow(store, site.serve("/feed", entries(OLD)))
    await poller.poll_due()
    for title in ("Un titre", "Un titre corrigé", "Un titre bien corrigé"):
        site.serve("/feed", entries(("2", title, ""), OLD))
        await again(poller, clock)
        await poster.post_due()
    first, edit = await sent(store)
    assert words(first).startswith("Un titre Le journal")
    assert words(edit).startswith("Un titre bien corrigé")
    assert edit.replaces == EventId("$sent1")


async def test_many_items_are_all_named_in_as_few_messages_as_fit(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    await follow(store, site.serve("/feed", rss(*range(10))))
    await poller.poll_due()
    far = "/".join(["chemin-très-long"] * 40)
    long = [(str(n), f"Article au titre {n}", "mot " * 80) for n in range(100, 150)]
    site.serve("/feed", entries(*long).replace(b"/a/", f"/{far}/".encode()))
    clock.forward(days=1)
    await poller.poll_due()
    messages = await sent(store)
    said = "\n".join(map(words, messages))
    assert all(said.count(f"Article au titre {n}") == 1 for n in range(100, 150))
    assert len(messages) > 50 / AT_MOST
    for message in messages:
        content = content_of(message)
        assert len(content["body"].encode()) + len(content["formatted_body"].encode()) <= LARGEST


async def test_the_poster_is_woken_and_wakes_by_itself(
    site: Site, store: Store, languages: Languages, poller: Poller, clock: Clock
) -> None:
    posted = asyncio.Event()
    store.on_queued = posted.set
    poster = Poster(store, languages, lambda _room: ALWAYS, clock)
    store.on_delivered = poster.wake
    await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    running = asyncio.create_task(poster.run())
    await asyncio.sleep(0)
    site.serve("/feed", rss(2, 1))
    await again(poller, clock)
    async with asyncio.timeout(5):
        await posted.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_what_waits_follows_its_room_to_its_successor(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    site.serve("/feed", rss(2, 1))
    await again(poller, clock)
    new = RoomId("!new:example.org")
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=new))
        await tx.rooms.succeed(ROOM, new)
    assert [message.room for message in await sent(store)] == [new]


async def test_a_room_has_its_news_and_their_edit_in_its_language(
    site: Site, store: Store, fetcher: Fetcher, parser: Parser, clock: Clock
) -> None:
    languages = speaking("fr", {OTHER: "en"})
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
        await tx.rooms.join(Room(id=OTHER))
    poller = Poller(store, fetcher, parser, languages, clock, chance=lambda: 0.5)
    poster = Poster(store, languages, lambda _room: ALWAYS, clock)

    async def said() -> dict[RoomId, str]:
        await poster.post_due()
        return {one.room: words(one) for one in await sent(store)}

    await follow(store, site.serve("/feed", rss(1)), ROOM, OTHER)
    await poller.poll_due()
    site.serve("/feed", rss(3, 2, 1))
    await again(poller, clock)
    posted = await said()
    assert posted[ROOM].startswith("2 actualités")
    assert posted[OTHER].startswith("2 news items")

    site.serve("/feed", rss(3, 2, 1).replace("numéro est 3".encode(), "numéro sera 3".encode()))
    await again(poller, clock)
    edited = await said()
    assert edited[ROOM].startswith("2 actualités") and "sera" in edited[ROOM]
    assert edited[OTHER].startswith("2 news items") and "sera" in edited[OTHER]
