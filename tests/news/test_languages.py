"""What is answered about a source is in the language of the room that asked."""

from collections.abc import AsyncIterator

import pytest

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.rooms import Room
from commonsbot.domain.sources import Request, Tryout
from commonsbot.news.fetch import Fetcher
from commonsbot.news.parse import Parser
from commonsbot.news.poll import Poller
from commonsbot.store import Store
from tests.languages import speaking, spoken_in

from .conftest import ANNE, OTHER, ROOM, Clock, Site, again, ask, rss, sent
from .test_offers import LIST, WITH_FEEDS

ENGLISH, FRENCH = OTHER, ROOM


@pytest.fixture
async def poller(
    store: Store, fetcher: Fetcher, parser: Parser, clock: Clock
) -> AsyncIterator[Poller]:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ENGLISH))
        await tx.rooms.join(Room(id=FRENCH))
    yield Poller(store, fetcher, parser, speaking("fr", {ENGLISH: "en"}), clock)


async def asked_by_both(store: Store, poller: Poller, url: str) -> None:
    for room in (ENGLISH, FRENCH):
        await ask(store, url, room, event=f"${room}{url}")
    await poller.poll_due()


async def each_in_its_language(store: Store) -> None:
    said: dict[RoomId, set[str]] = {}
    for one in await sent(store):
        said.setdefault(one.room, set()).update(spoken_in(one.document))
    assert said == {ENGLISH: {"en"}, FRENCH: {"fr"}}


async def test_a_feed_that_is_followed_and_then_gone(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    await asked_by_both(store, poller, site.serve("/feed", rss(1)))
    await each_in_its_language(store)
    site.serve("/feed", status=410)
    await again(poller, clock)
    await each_in_its_language(store)


async def test_what_can_t_be_followed(site: Site, store: Store, poller: Poller) -> None:
    await asked_by_both(store, poller, site.serve("/feed", status=404))
    await each_in_its_language(store)


@pytest.mark.parametrize("page", [WITH_FEEDS, LIST])
async def test_a_page_that_offers_feeds_or_articles(
    site: Site, store: Store, poller: Poller, page: bytes
) -> None:
    await asked_by_both(store, poller, site.serve("/", page, Content_Type="text/html"))
    await each_in_its_language(store)


@pytest.mark.parametrize("status", [200, 404])
async def test_an_address_that_is_tried(
    site: Site, store: Store, poller: Poller, status: int
) -> None:
    url = site.serve("/feed", rss(1), status=status)
    async with store.transaction() as tx:
        for room in (ENGLISH, FRENCH):
            request = Request(room=room, user=ANNE, event=EventId(f"${room}"), thread=None)
            await tx.tryouts.add(Tryout(url=url, request=request))
    await poller.poll_due()
    await each_in_its_language(store)
